// Nobody can delete the resource group, or anything in it, until the lock is removed.
param lockName string
param notes string

resource lock 'Microsoft.Authorization/locks@@LOCKS_VERSION@' = {
  name: lockName
  properties: {
    level: 'CanNotDelete'
    notes: notes
  }
}
