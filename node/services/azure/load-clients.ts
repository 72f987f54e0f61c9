/** Preloads clients and Key Vault's SDK during the sign-in, so that the first reading doesn't wait. */
export async function loadClients(): Promise<void> {
  await Promise.all([import('./services.ts'), import('@azure/keyvault-keys')])
}
