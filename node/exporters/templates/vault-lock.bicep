// Nobody can delete the key vault, or the roles assigned on it, until the lock is removed.
param vaultName string
param lockName string
param notes string

resource vault 'Microsoft.KeyVault/vaults@@KEY_VAULT_VERSION@' existing = {
  name: vaultName
}

resource lock 'Microsoft.Authorization/locks@@LOCKS_VERSION@' = {
  scope: vault
  name: lockName
  properties: {
    level: 'CanNotDelete'
    notes: notes
  }
}
