// Nobody can delete the Managed HSM, or the roles assigned on it, until the lock is removed.
param hsmName string
param lockName string
param notes string

resource hsm 'Microsoft.KeyVault/managedHSMs@2023-07-01' existing = {
  name: hsmName
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: hsm
  name: lockName
  properties: {
    level: 'CanNotDelete'
    notes: notes
  }
}
