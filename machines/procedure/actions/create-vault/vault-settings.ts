/** Settings of a vault that is fit for a customer-managed key, but for the directory it belongs to, as Azure takes them. */
export const VAULT_SETTINGS = {
  sku: { family: 'A', name: 'standard' },
  enableSoftDelete: true,
  softDeleteRetentionInDays: 90,
  enablePurgeProtection: true,
  // Set although it is about to become the default, because the default has not been the same in every api-version.
  enableRbacAuthorization: true,
  accessPolicies: [],
  networkAcls: { bypass: 'AzureServices', defaultAction: 'Allow' },
  publicNetworkAccess: 'Enabled',
} as const
