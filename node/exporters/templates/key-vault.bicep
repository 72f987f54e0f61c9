// A key vault that is fit for a customer-managed key: what is deleted can be brought back for 90 days, and nobody can purge it.
param name string
param location string
param tenantId string
param tags object

resource vault 'Microsoft.KeyVault/vaults@@KEY_VAULT_VERSION@' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    enableRbacAuthorization: true
    accessPolicies: []
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: 'Allow'
    }
    publicNetworkAccess: 'Enabled'
  }
}
