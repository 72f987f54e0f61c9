import type { Cloud, CloudNote } from './cloud-entry.ts'
import { messages } from './messages.ts'

const SCRIPTS = 'microsoft/PowerPlatform-EnterprisePolicies'
const TERRAFORM = 'microsoft/terraform-provider-power-platform'
const ADMIN_MODULE = 'Microsoft.PowerApps.AuthModule, Microsoft’s PowerShell module'

const availability: CloudNote = {
  confidence: 'documentation',
  source: 'Microsoft’s texts on customer-managed keys, which name no government cloud',
  doubt: messages.availability,
}

const governmentAuthority: CloudNote = { confidence: 'specification', source: '@azure/identity, list of authorities' }
const governmentResourceManager: CloudNote = { confidence: 'specification', source: '@azure/arm-keyvault, cloud settings' }
const governmentVaults: CloudNote = {
  confidence: 'general-knowledge',
  source: 'not looked up again',
  doubt: messages.vaultDomain({ domain: 'vault.usgovcloudapi.net' }),
}

const governmentHsms: CloudNote = {
  confidence: 'source-code',
  source: 'Azure CLI, cloud settings',
  doubt: messages.managedHsmAudience({ audience: 'https://managedhsm.usgovcloudapi.net' }),
}

const governmentGraph: CloudNote = { confidence: 'documentation', source: 'Microsoft Graph, national cloud deployments' }

const governmentAzure = {
  authority: 'https://login.microsoftonline.us',
  resourceManager: 'https://management.usgovcloudapi.net',
  resourceManagerAudience: 'https://management.usgovcloudapi.net',
  keyVault: { dnsSuffix: 'vault.usgovcloudapi.net', audience: 'https://vault.usgovcloudapi.net', verifyChallenge: true },
  managedHsm: { dnsSuffix: 'managedhsm.usgovcloudapi.net', audience: 'https://managedhsm.usgovcloudapi.net' },
} as const

const governmentLifecycleServices = 'https://gov.lcs.microsoftdynamics.us'

/** Government Community Cloud: commercial Azure for sign-in and vaults, its own Power Platform. */
export const governmentCommunity: Cloud = {
  id: 'gcc',
  name: 'US Government (GCC)',
  authority: 'https://login.microsoftonline.com',
  resourceManager: 'https://management.azure.com',
  resourceManagerAudience: 'https://management.azure.com',
  powerPlatform: {
    url: 'https://gov.api.bap.microsoft.us',
    hostSuffix: '.gov.api.bap.microsoft.us',
    audience: 'https://gov.service.powerapps.us',
  },
  keyVault: { dnsSuffix: 'vault.azure.net', audience: 'https://vault.azure.net', verifyChallenge: true },
  managedHsm: { dnsSuffix: 'managedhsm.azure.net', audience: 'https://managedhsm.azure.net' },
  dataverse: { hostSuffixes: ['.crm9.dynamics.com'] },
  graph: 'https://graph.microsoft.com',
  portals: {
    azure: 'https://portal.azure.com',
    powerPlatformAdminCenter: 'https://gcc.admin.powerplatform.microsoft.us',
    lifecycleServices: governmentLifecycleServices,
  },
  verified: false,
  notes: {
    authority: { confidence: 'documentation', source: 'Microsoft Learn, Dynamics 365 US Government' },
    resourceManager: {
      confidence: 'general-knowledge',
      source: 'inferred from the sign-in, which is the commercial one',
      doubt: messages.commercialAzure,
    },
    powerPlatform: {
      confidence: 'source-code',
      source: `${SCRIPTS}, ${ADMIN_MODULE}, ${TERRAFORM}`,
      doubt: messages.audienceByModule({
        audience: 'https://gov.service.powerapps.us',
        other: 'https://service.powerapps.us',
        suffix: '.gov.api.bap.microsoft.us',
      }),
    },
    keyVault: {
      confidence: 'general-knowledge',
      source: 'inferred from Resource Manager',
      doubt: messages.commercialVaults,
    },
    managedHsm: { confidence: 'source-code', source: 'Azure CLI, cloud settings; inferred from Resource Manager' },
    dataverse: {
      confidence: 'general-knowledge',
      source: 'not looked up again',
      doubt: messages.organizations({ domain: 'crm9.dynamics.com' }),
    },
    graph: governmentGraph,
    azurePortal: {
      confidence: 'general-knowledge',
      source: 'sources disagree',
      doubt: messages.azurePortals({ first: 'portal.azure.com', second: 'portal.azure.us' }),
    },
    powerPlatformAdminCenter: { confidence: 'documentation', source: 'Microsoft Learn, Power Platform US Government' },
    lifecycleServices: { confidence: 'documentation', source: 'Microsoft Learn, finance and operations in US Government' },
    availability,
  },
}

export const governmentHigh: Cloud = {
  id: 'gcc-high',
  name: 'US Government (GCC High)',
  ...governmentAzure,
  powerPlatform: {
    url: 'https://high.api.bap.microsoft.us',
    hostSuffix: '.high.api.bap.microsoft.us',
    audience: 'https://high.service.powerapps.us',
  },
  dataverse: { hostSuffixes: ['.crm.microsoftdynamics.us'] },
  graph: 'https://graph.microsoft.us',
  portals: {
    azure: 'https://portal.azure.us',
    powerPlatformAdminCenter: 'https://high.admin.powerplatform.microsoft.us',
    lifecycleServices: governmentLifecycleServices,
  },
  verified: false,
  notes: {
    authority: governmentAuthority,
    resourceManager: governmentResourceManager,
    powerPlatform: {
      confidence: 'source-code',
      source: `${SCRIPTS}, ${ADMIN_MODULE}`,
      doubt: messages.audienceByScripts({ audience: 'https://high.service.powerapps.us', suffix: '.high.api.bap.microsoft.us' }),
    },
    keyVault: governmentVaults,
    managedHsm: governmentHsms,
    dataverse: {
      confidence: 'general-knowledge',
      source: 'not looked up again',
      doubt: messages.organizations({ domain: 'crm.microsoftdynamics.us' }),
    },
    graph: governmentGraph,
    azurePortal: {
      confidence: 'general-knowledge',
      source: 'not looked up again',
      doubt: messages.azurePortal({ host: 'portal.azure.us' }),
    },
    powerPlatformAdminCenter: { confidence: 'documentation', source: 'Microsoft Learn, Power Platform US Government' },
    lifecycleServices: {
      confidence: 'general-knowledge',
      source: 'the address of GCC',
      doubt: messages.lifecycleServicesUnnamed({ cloud: 'GCC High' }),
    },
    availability,
  },
}

export const governmentDefense: Cloud = {
  id: 'dod',
  name: 'US Government (DoD)',
  ...governmentAzure,
  powerPlatform: {
    url: 'https://api.bap.appsplatform.us',
    hostSuffix: '.api.bap.appsplatform.us',
    audience: 'https://service.apps.appsplatform.us',
  },
  dataverse: { hostSuffixes: ['.crm.appsplatform.us'] },
  graph: 'https://dod-graph.microsoft.us',
  portals: {
    azure: 'https://portal.azure.us',
    powerPlatformAdminCenter: 'https://admin.appsplatform.us',
    lifecycleServices: governmentLifecycleServices,
  },
  verified: false,
  notes: {
    authority: governmentAuthority,
    resourceManager: governmentResourceManager,
    powerPlatform: {
      confidence: 'source-code',
      source: `${SCRIPTS}, ${ADMIN_MODULE}, ${TERRAFORM}`,
      doubt: messages.regionalHosts({ suffix: '.api.bap.appsplatform.us' }),
    },
    keyVault: governmentVaults,
    managedHsm: governmentHsms,
    dataverse: {
      confidence: 'general-knowledge',
      source: 'not looked up again',
      doubt: messages.organizations({ domain: 'crm.appsplatform.us' }),
    },
    graph: governmentGraph,
    azurePortal: {
      confidence: 'general-knowledge',
      source: 'not looked up again',
      doubt: messages.azurePortal({ host: 'portal.azure.us' }),
    },
    powerPlatformAdminCenter: {
      confidence: 'general-knowledge',
      source: 'inferred from the host of its API',
      doubt: messages.adminCenterByApi({ host: 'admin.appsplatform.us' }),
    },
    lifecycleServices: {
      confidence: 'general-knowledge',
      source: 'the address of GCC',
      doubt: messages.lifecycleServicesUnknown({ cloud: 'DoD' }),
    },
    availability,
  },
}
