// The policy's identity gets the one role it needs, on the vault alone.
param vaultName string
param roleId string
param principalId string

resource vault 'Microsoft.KeyVault/vaults@@KEY_VAULT_VERSION@' existing = {
  name: vaultName
}

resource assignment 'Microsoft.Authorization/roleAssignments@@ROLES_VERSION@' = {
  scope: vault
  name: guid(vault.id, principalId, roleId)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleId)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}
