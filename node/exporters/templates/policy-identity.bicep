// Reads who the policy is in the directory. Nothing is changed.
param policyName string

resource policy 'Microsoft.PowerPlatform/enterprisePolicies@@POLICIES_VERSION@' existing = {
  name: policyName
}

output principalId string = policy.identity.principalId
