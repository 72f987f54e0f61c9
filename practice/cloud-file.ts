import { CLOUDS, type Cloud, type CloudNote } from '../machines/cloud/cloud.ts'
import { present } from '../machines/present.ts'
import { MANAGED_HSM_AUDIENCE, ORIGINS } from './addresses.ts'

/** The practice tenant as a cloud of its own, in the form in which a custom cloud is given to the wizard. */
export interface PracticeCloud extends Cloud {
  /** Path of the certificate authority that the services' certificates come from. */
  readonly ca?: string
}

const served: CloudNote = { confidence: 'source-code', source: 'the practice tenant, which serves it' }
const portal: CloudNote = { confidence: 'source-code', source: 'the practice tenant has no portals; these are the commercial cloud’s' }

/**
 * Describes the addresses at which a practice tenant is served. Its vaults and organizations have ports instead of host names, so
 * the suffixes say no more than that they are on this machine.
 * @param addresses as the server lists them
 * @param ca path of the certificate authority, where it was written
 * @throws when Resource Manager is not among the addresses
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
    ...present({ ca }),
  }
}
