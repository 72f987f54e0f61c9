import type { Cloud } from './cloud-entry.ts'
import { messages } from './messages.ts'

/** Azure and Power Platform in China, operated by 21Vianet. */
export const china: Cloud = {
  id: 'china',
  name: 'China (21Vianet)',
  authority: 'https://login.chinacloudapi.cn',
  authorityAliases: ['https://login.partner.microsoftonline.cn'],
  resourceManager: 'https://management.chinacloudapi.cn',
  resourceManagerAudience: 'https://management.chinacloudapi.cn',
  powerPlatform: {
    url: 'https://api.bap.partner.microsoftonline.cn',
    hostSuffix: '.api.bap.partner.microsoftonline.cn',
    audience: 'https://service.powerapps.cn',
  },
  keyVault: { dnsSuffix: 'vault.azure.cn', audience: 'https://vault.azure.cn', verifyChallenge: true },
  managedHsm: { dnsSuffix: 'managedhsm.azure.cn', audience: 'https://managedhsm.azure.cn' },
  dataverse: { hostSuffixes: ['.crm.dynamics.cn'] },
  graph: 'https://microsoftgraph.chinacloudapi.cn',
  portals: {
    azure: 'https://portal.azure.cn',
    powerPlatformAdminCenter: 'https://ppac.partner.microsoftonline.cn',
    lifecycleServices: 'https://lcs.dynamics.cn',
  },
  verified: false,
  notes: {
    authority: { confidence: 'specification', source: '@azure/identity, list of authorities; the other address from @azure/msal-common' },
    resourceManager: { confidence: 'specification', source: '@azure/arm-keyvault, cloud settings' },
    powerPlatform: {
      confidence: 'source-code',
      source: 'microsoft/PowerPlatform-EnterprisePolicies and microsoft/terraform-provider-power-platform',
      doubt: messages.regionalHosts({ suffix: '.api.bap.partner.microsoftonline.cn' }),
    },
    keyVault: {
      confidence: 'general-knowledge',
      source: 'not looked up again',
      doubt: messages.vaultDomain({ domain: 'vault.azure.cn' }),
    },
    managedHsm: {
      confidence: 'source-code',
      source: 'Azure CLI, cloud settings',
      doubt: messages.managedHsmAudience({ audience: 'https://managedhsm.azure.cn' }),
    },
    dataverse: {
      confidence: 'general-knowledge',
      source: 'not looked up again',
      doubt: messages.organizations({ domain: 'crm.dynamics.cn' }),
    },
    graph: { confidence: 'documentation', source: 'Microsoft Graph, national cloud deployments' },
    azurePortal: {
      confidence: 'general-knowledge',
      source: 'not looked up again',
      doubt: messages.azurePortal({ host: 'portal.azure.cn' }),
    },
    powerPlatformAdminCenter: {
      confidence: 'source-code',
      source: 'microsoft/terraform-provider-power-platform, a remark',
      doubt: messages.adminCenters({
        first: 'ppac.partner.microsoftonline.cn',
        second: 'admin.powerplatform.partner.microsoftonline.cn',
      }),
    },
    lifecycleServices: { confidence: 'documentation', source: 'Microsoft Learn, finance and operations in China' },
    availability: {
      confidence: 'documentation',
      source: 'Microsoft’s texts on customer-managed keys, which do not name this cloud',
      doubt: messages.availability,
    },
  },
}
