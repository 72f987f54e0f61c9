// Reads who the policy is in the directory. Nothing is changed.
param policyName string

resource policy 'Microsoft.PowerPlatform/enterprisePolicies@2020-10-30' existing = {
  name: policyName
}

output principalId string = policy.identity.principalId
