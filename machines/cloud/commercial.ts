import type { Cloud } from './cloud-entry.ts'

export const commercial: Cloud = {
  id: 'commercial',
  name: 'Microsoft Azure (commercial)',
  authority: 'https://login.microsoftonline.com',
  resourceManager: 'https://management.azure.com',
  resourceManagerAudience: 'https://management.azure.com',
  powerPlatform: {
    url: 'https://api.bap.microsoft.com',
    hostSuffix: '.api.bap.microsoft.com',
    audience: 'https://service.powerapps.com',
  },
  keyVault: { dnsSuffix: 'vault.azure.net', audience: 'https://vault.azure.net', verifyChallenge: true },
  managedHsm: { dnsSuffix: 'managedhsm.azure.net', audience: 'https://managedhsm.azure.net' },
  // Organizations use crm.dynamics.com, crm2.dynamics.com, crm4.dynamics.com and so on; Microsoft owns the domain and adds numbers.
  dataverse: { hostSuffixes: ['.dynamics.com'] },
  graph: 'https://graph.microsoft.com',
  portals: {
    azure: 'https://portal.azure.com',
    powerPlatformAdminCenter: 'https://admin.powerplatform.microsoft.com',
    lifecycleServices: 'https://lcs.dynamics.com',
  },
  verified: true,
  notes: {
    authority: { confidence: 'specification', source: '@azure/identity, default authority' },
    resourceManager: { confidence: 'specification', source: '@azure/arm-keyvault, cloud settings' },
    powerPlatform: {
      confidence: 'source-code',
      source:
        'microsoft/PowerPlatform-EnterprisePolicies and microsoft/terraform-provider-power-platform; regional hosts from the latter’s test data',
    },
    keyVault: { confidence: 'specification', source: '@azure/keyvault-keys' },
    managedHsm: {
      confidence: 'source-code',
      source: 'Azure CLI, cloud settings; the audience from test recordings of @azure/keyvault-admin',
    },
    dataverse: { confidence: 'documentation', source: 'instance addresses in the admin API’s payloads' },
    graph: { confidence: 'documentation', source: 'Microsoft Graph, national cloud deployments' },
    azurePortal: { confidence: 'documentation', source: 'Microsoft Learn' },
    powerPlatformAdminCenter: { confidence: 'documentation', source: '`clientUris.admin` in the admin API’s payloads' },
    lifecycleServices: { confidence: 'documentation', source: 'Microsoft Learn, finance and operations' },
  },
}
