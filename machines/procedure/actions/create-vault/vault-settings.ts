/** Azure settings of a vault for customer-managed keys, without the tenant. */
export const VAULT_SETTINGS = {
  sku: { family: 'A', name: 'standard' },
  enableSoftDelete: true,
  softDeleteRetentionInDays: 90,
  enablePurgeProtection: true,
  // Explicit, because the default differs between API versions.
  enableRbacAuthorization: true,
  accessPolicies: [],
  networkAcls: { bypass: 'AzureServices', defaultAction: 'Allow' },
  publicNetworkAccess: 'Enabled',
} as const
