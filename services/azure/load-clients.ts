/**
 * Loads every service's client and the SDK behind it. `connectServices` does so by itself with the first call that needs one; done
 * ahead, while a person signs in, the first reading does not wait for it.
 */
export async function loadClients(): Promise<void> {
  await Promise.all([
    import('../power-platform/power-platform.ts'),
    import('./dataverse.ts'),
    import('./directory.ts'),
    import('./key-vault.ts'),
    import('./managed-hsm.ts'),
    import('../resource-manager/subscriptions.ts'),
    import('../resource-manager/resources.ts'),
    import('../resource-manager/vaults.ts'),
    import('../resource-manager/vault-keys.ts'),
    import('../resource-manager/private-endpoints.ts'),
    import('../resource-manager/policies.ts'),
    import('../resource-manager/role-assignments.ts'),
    import('../resource-manager/permissions.ts'),
    import('../resource-manager/locks.ts'),
    import('../resource-manager/audit-logs.ts'),
    import('../resource-manager/alerts.ts'),
    import('../resource-manager/holders.ts'),
    import('../resource-manager/contents.ts'),
    import('@azure/arm-authorization'),
    import('@azure/arm-keyvault'),
    import('@azure/arm-resources'),
    import('@azure/arm-resources-subscriptions'),
    import('@azure/keyvault-keys'),
  ])
}
