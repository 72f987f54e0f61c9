// The location is a word of Power Platform, not an Azure region. The key has no version, so that the policy follows its rotation.
// Bicep has no description of this resource's version and says so (BCP081): it is the one that Microsoft documents.
param name string
param location string
param vaultId string
param keyName string
param tags object

resource policy 'Microsoft.PowerPlatform/enterprisePolicies@@POLICIES_VERSION@' = {
  name: name
  location: location
  kind: 'Encryption'
  identity: {
    type: 'SystemAssigned'
  }
  tags: tags
  properties: {
    encryption: {
      state: 'Enabled'
      keyVault: {
        id: vaultId
        key: {
          name: keyName
        }
      }
    }
  }
}
