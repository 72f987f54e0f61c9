/** Preloads the clients during the sign-in, so that the first reading doesn't wait. */
export async function loadClients(): Promise<void> {
  await Promise.all([import('./services.ts'), import('./network-client.ts')])
}
