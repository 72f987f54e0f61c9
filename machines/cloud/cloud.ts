/**
 * How sure an entry is, from best to least: read in Microsoft's source code, in a published specification or SDK, in a
 * documentation text, or general knowledge that nobody here has looked up again.
 */
export type Confidence = 'source-code' | 'specification' | 'documentation' | 'general-knowledge'

export interface CloudNote {
  readonly confidence: Confidence
  /** Where it was read. */
  readonly source: string
}

/** One Microsoft cloud: which hosts it has, what its tokens are for, where its portals are. Addresses carry no trailing slash. */
export interface Cloud {
  readonly id: string
  readonly name: string
  /** Where people sign in. */
  readonly authority: string
  /** Azure Resource Manager. */
  readonly resourceManager: string
  readonly resourceManagerAudience: string
  readonly powerPlatform: {
    readonly url: string
    /** Regional hosts, which lifecycle operations are polled on, end in this. Begins with a dot. */
    readonly hostSuffix: string
    readonly audience: string
  }
  readonly keyVault: {
    /** A vault's host is its name, a dot, and this. */
    readonly dnsSuffix: string
    readonly audience: string
    /**
     * Whether a vault's sign-in challenge must name the vault's own domain. True for every real cloud; a service on loopback
     * has no such domain and sets it to false.
     */
    readonly verifyChallenge: boolean
  }
  readonly dataverse: {
    /** Hosts of organizations end in one of these. Each begins with a dot. */
    readonly hostSuffixes: readonly string[]
  }
  readonly portals: {
    readonly azure: string
    readonly powerPlatformAdminCenter: string
    readonly lifecycleServices: string
  }
  /** False where a member rests on general knowledge alone and a person must be told so. */
  readonly verified: boolean
  readonly notes: Readonly<
    Record<
      | 'authority'
      | 'resourceManager'
      | 'powerPlatform'
      | 'keyVault'
      | 'dataverse'
      | 'azurePortal'
      | 'powerPlatformAdminCenter'
      | 'lifecycleServices',
      CloudNote
    >
  >
}

const commercial: Cloud = {
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
  // Organizations live under crm.dynamics.com, crm2.dynamics.com, crm4.dynamics.com and so on; Microsoft adds numbers, and owns the domain.
  dataverse: { hostSuffixes: ['.dynamics.com'] },
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
    dataverse: { confidence: 'documentation', source: 'instance addresses in the admin API’s payloads' },
    azurePortal: { confidence: 'documentation', source: 'Microsoft Learn' },
    powerPlatformAdminCenter: { confidence: 'documentation', source: '`clientUris.admin` in the admin API’s payloads' },
    lifecycleServices: { confidence: 'documentation', source: 'Microsoft Learn, finance and operations' },
  },
}

/** Every cloud the wizard knows, by id. A new cloud is one entry here. */
export const CLOUDS = { commercial } as const satisfies Record<string, Cloud>
