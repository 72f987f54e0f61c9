// Nobody can delete the policy, or the roles assigned on it, until the lock is removed.
param policyName string
param lockName string
param notes string

resource policy 'Microsoft.PowerPlatform/enterprisePolicies@@POLICIES_VERSION@' existing = {
  name: policyName
}

resource lock 'Microsoft.Authorization/locks@@LOCKS_VERSION@' = {
  scope: policy
  name: lockName
  properties: {
    level: 'CanNotDelete'
    notes: notes
  }
}
