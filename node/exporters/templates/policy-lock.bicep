// Nobody can delete the policy, or the roles assigned on it, until the lock is removed.
param policyName string
param lockName string
param notes string

resource policy 'Microsoft.PowerPlatform/enterprisePolicies@2020-10-30' existing = {
  name: policyName
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: policy
  name: lockName
  properties: {
    level: 'CanNotDelete'
    notes: notes
  }
}
