/** Loads the services' clients, and Key Vault's SDK. Done ahead, while a person signs in, the first reading does not wait for it. */
export async function loadClients(): Promise<void> {
  await Promise.all([import('./services.ts'), import('@azure/keyvault-keys')])
}
