// Whoever adds the environment must be able to read the policy. The name is the one the wizard itself gives this assignment.
param policyName string
param principalId string
param principalType string
param roleId string
param assignmentName string

resource policy 'Microsoft.PowerPlatform/enterprisePolicies@@POLICIES_VERSION@' existing = {
  name: policyName
}

resource assignment 'Microsoft.Authorization/roleAssignments@@ROLES_VERSION@' = {
  scope: policy
  name: assignmentName
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleId)
    principalId: principalId
    principalType: principalType
  }
}
