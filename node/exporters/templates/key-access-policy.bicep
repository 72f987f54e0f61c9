// For a vault that uses access policies: "add" joins these permissions to those the identity has; nobody else's are touched.
param vaultName string
param principalId string

resource vault 'Microsoft.KeyVault/vaults@@KEY_VAULT_VERSION@' existing = {
  name: vaultName
}

resource access 'Microsoft.KeyVault/vaults/accessPolicies@@KEY_VAULT_VERSION@' = {
  parent: vault
  name: 'add'
  properties: {
    accessPolicies: [
      {
        tenantId: vault.properties.tenantId
        objectId: principalId
        permissions: {
          keys: [
            'get'
            'wrapKey'
            'unwrapKey'
          ]
        }
      }
    ]
  }
}
