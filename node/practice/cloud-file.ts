import { CLOUDS, type Cloud, type CloudNote } from '#machines/cloud/cloud.ts'
import { defined } from '#machines/defined.ts'
import { MANAGED_HSM_AUDIENCE, ORIGINS } from './addresses.ts'

/** The practice tenant as a custom cloud for the wizard. */
export interface PracticeCloud extends Cloud {
  /** Path of the authority that signed the services' certificates. */
  readonly ca?: string
}

const served: CloudNote = { confidence: 'source-code', source: 'the practice tenant, which serves it' }
const portal: CloudNote = { confidence: 'source-code', source: 'the practice tenant has no portals; these are the commercial cloud’s' }

/**
 * Describes a served practice tenant. Vaults and organizations have ports instead of host names, so the suffixes only say "this machine".
 * @param addresses from the server
 * @param ca path of the certificate authority, if written
 * @throws if Resource Manager is not among the addresses
 */
export function practiceCloud(addresses: readonly { readonly origin: string; readonly address: string }[], ca?: string): PracticeCloud {
  const at = (origin: string): string => {
    const found = addresses.find((entry) => entry.origin === origin)
    if (!found) throw new Error(`The practice tenant is not served for ${origin}.`)
    return found.address
  }
  return {
    id: 'practice',
    name: 'Practice tenant on this computer',
    authority: at(ORIGINS.identity),
    resourceManager: at(ORIGINS.resourceManager),
    resourceManagerAudience: at(ORIGINS.resourceManager),
    powerPlatform: { url: at(ORIGINS.powerPlatform), hostSuffix: '.localhost', audience: CLOUDS.commercial.powerPlatform.audience },
    keyVault: { dnsSuffix: 'localhost', audience: CLOUDS.commercial.keyVault.audience, verifyChallenge: false },
    managedHsm: { dnsSuffix: 'localhost', audience: MANAGED_HSM_AUDIENCE },
    dataverse: { hostSuffixes: ['.localhost'] },
    graph: at(ORIGINS.directory),
    portals: CLOUDS.commercial.portals,
    verified: true,
    notes: {
      authority: served,
      resourceManager: served,
      powerPlatform: served,
      keyVault: served,
      managedHsm: served,
      dataverse: served,
      graph: served,
      azurePortal: portal,
      powerPlatformAdminCenter: portal,
      lifecycleServices: portal,
    },
    ...defined({ ca }),
  }
}
