// Nobody can delete the Managed HSM, or the roles assigned on it, until the lock is removed.
param hsmName string
param lockName string
param notes string

resource hsm 'Microsoft.KeyVault/managedHSMs@@KEY_VAULT_VERSION@' existing = {
  name: hsmName
}

resource lock 'Microsoft.Authorization/locks@@LOCKS_VERSION@' = {
  scope: hsm
  name: lockName
  properties: {
    level: 'CanNotDelete'
    notes: notes
  }
}
