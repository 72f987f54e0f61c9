// Nobody can delete the key vault, or the roles assigned on it, until the lock is removed.
param vaultName string
param lockName string
param notes string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: vault
  name: lockName
  properties: {
    level: 'CanNotDelete'
    notes: notes
  }
}
