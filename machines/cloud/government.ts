import type { Cloud, CloudNote } from './cloud-entry.ts'

const SCRIPTS = 'microsoft/PowerPlatform-EnterprisePolicies'
const TERRAFORM = 'microsoft/terraform-provider-power-platform'
const ADMIN_MODULE = 'Microsoft.PowerApps.AuthModule, Microsoft’s PowerShell module'

const availability: CloudNote = {
  confidence: 'documentation',
  source: 'Microsoft’s texts on customer-managed keys, which name no government cloud',
  doubt: 'No document says whether customer-managed keys for finance and operations are offered in this cloud.',
}

const governmentAuthority: CloudNote = { confidence: 'specification', source: '@azure/identity, list of authorities' }
const governmentResourceManager: CloudNote = { confidence: 'specification', source: '@azure/arm-keyvault, cloud settings' }
const governmentVaults: CloudNote = {
  confidence: 'general-knowledge',
  source: 'not looked up again',
  doubt: 'The domain of key vaults, vault.usgovcloudapi.net, was not looked up in a source of Microsoft’s.',
}

const governmentAzure = {
  authority: 'https://login.microsoftonline.us',
  resourceManager: 'https://management.usgovcloudapi.net',
  resourceManagerAudience: 'https://management.usgovcloudapi.net',
  keyVault: { dnsSuffix: 'vault.usgovcloudapi.net', audience: 'https://vault.usgovcloudapi.net', verifyChallenge: true },
} as const

const governmentLifecycleServices = 'https://gov.lcs.microsoftdynamics.us'

const regional = (host: string): string => `Hosts of single regions are taken to end in .${host}; none has been seen.`

/** Government Community Cloud: signs in and keeps its vaults in the commercial Azure, and has a Power Platform of its own. */
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
  dataverse: { hostSuffixes: ['.crm9.dynamics.com'] },
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
      doubt:
        'Azure is taken to be the commercial one, like the sign-in. A document on Lifecycle Services asks for subscriptions of Azure Government instead.',
    },
    powerPlatform: {
      confidence: 'source-code',
      source: `${SCRIPTS}, ${ADMIN_MODULE}, ${TERRAFORM}`,
      doubt: `Microsoft’s PowerShell module asks for tokens for https://gov.service.powerapps.us, its Terraform provider for https://service.powerapps.us. The wizard takes the first. ${regional('gov.api.bap.microsoft.us')}`,
    },
    keyVault: {
      confidence: 'general-knowledge',
      source: 'inferred from Resource Manager',
      doubt: 'Key vaults are taken to be in the commercial Azure.',
    },
    dataverse: {
      confidence: 'general-knowledge',
      source: 'not looked up again',
      doubt: 'Organizations are taken to be under crm9.dynamics.com.',
    },
    azurePortal: {
      confidence: 'general-knowledge',
      source: 'sources disagree',
      doubt: 'Sources name both portal.azure.com and portal.azure.us as the Azure portal. Links open the first.',
    },
    powerPlatformAdminCenter: { confidence: 'documentation', source: 'Microsoft Learn, Power Platform US Government' },
    lifecycleServices: { confidence: 'documentation', source: 'Microsoft Learn, finance and operations in US Government' },
    availability,
  },
}

/** GCC High. */
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
      doubt: `Microsoft’s scripts ask for tokens for https://high.service.powerapps.us; its Terraform provider names another audience. ${regional('high.api.bap.microsoft.us')}`,
    },
    keyVault: governmentVaults,
    dataverse: {
      confidence: 'general-knowledge',
      source: 'not looked up again',
      doubt: 'Organizations are taken to be under crm.microsoftdynamics.us.',
    },
    azurePortal: {
      confidence: 'general-knowledge',
      source: 'not looked up again',
      doubt: 'The Azure portal is taken to be portal.azure.us.',
    },
    powerPlatformAdminCenter: { confidence: 'documentation', source: 'Microsoft Learn, Power Platform US Government' },
    lifecycleServices: {
      confidence: 'general-knowledge',
      source: 'the address of GCC',
      doubt: 'No source names Lifecycle Services for GCC High. Links open the one of GCC.',
    },
    availability,
  },
}

/** Department of Defense. */
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
      doubt: regional('api.bap.appsplatform.us'),
    },
    keyVault: governmentVaults,
    dataverse: {
      confidence: 'general-knowledge',
      source: 'not looked up again',
      doubt: 'Organizations are taken to be under crm.appsplatform.us.',
    },
    azurePortal: {
      confidence: 'general-knowledge',
      source: 'not looked up again',
      doubt: 'The Azure portal is taken to be portal.azure.us.',
    },
    powerPlatformAdminCenter: {
      confidence: 'general-knowledge',
      source: 'inferred from the host of its API',
      doubt: 'The admin center is taken to be admin.appsplatform.us, after the host of its API.',
    },
    lifecycleServices: {
      confidence: 'general-knowledge',
      source: 'the address of GCC',
      doubt: 'No Lifecycle Services is known for DoD. Links open the one of GCC.',
    },
    availability,
  },
}
