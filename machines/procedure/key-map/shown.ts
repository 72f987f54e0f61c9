import { defined } from '../../defined.ts'
import type { Carried } from '../../engine/step/proof.ts'
import { parseResourceId } from '../ids.ts'
import type { EnterprisePolicy, Environment, KeyVersion, Vault, VaultKey } from '../services/services.ts'
import { financeAndOperationsKind } from '../steps/integration/facts.ts'
import { seenLocked } from '../steps/membership/link.ts'
import type { KeyLossReading } from '../steps/policy/key-loss.ts'

/** `absent`: read, and missing. A member that is missing was not read. */
type Seen<Thing> = Thing | 'absent'

/** Names and kinds read for the map's cards. Times in milliseconds since 1970-01-01T00:00:00Z. */
export interface ShownThings {
  readonly app?: Seen<ShownApp>
  readonly environment?: ShownEnvironment
  readonly policy?: Seen<ShownPolicy>
  readonly vault?: Seen<ShownVault>
  readonly key?: Seen<ShownKey>
  readonly losses?: ShownLosses
  readonly rotation?: ShownRotation
  readonly hold?: ShownHold
}

export interface CarriedThings extends ShownThings {
  readonly kind: 'key-map'
}

export const carryingThings = (things: ShownThings): CarriedThings => ({ kind: 'key-map', ...things })

const isOfTheMap = (carried: Carried): carried is CarriedThings => carried.kind === 'key-map'

export function thingsOf(carried: Carried | undefined): ShownThings {
  if (!carried || !isOfTheMap(carried)) return {}
  const { kind: _, ...things } = carried
  return things
}

export interface ShownLosses {
  readonly at: number
  readonly readings: readonly KeyLossReading[]
}

export interface ShownRotation {
  readonly renewsAt?: number
}

export interface ShownHold {
  /** `earlier-key`: Microsoft keeps the self-managed key that the environment had before. */
  readonly operation: string
  readonly until: number
}

export interface ShownApp {
  readonly url?: string
  readonly kind: 'lifecycle-services' | 'unified' | 'cloud-hosted' | 'other' | 'dataverse'
}

export interface ShownEnvironment {
  readonly id: string
  readonly name: string
  /** In the service's words, for example `Production`. */
  readonly type: string
  readonly location: string
  readonly hasDataverse: boolean
  /** Off because the policy that holds it lost its key. */
  readonly locked?: true
}

export interface ShownPolicy {
  readonly id: string
  readonly name: string
  readonly location: string
  readonly hasIdentity: boolean
}

export interface ShownVault {
  readonly id: string
  readonly name: string
}

export interface ShownKey {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size?: number
  readonly expires?: number
  readonly createdAt?: number
}

/** @param linkedUrl finance and operations address from Dataverse, if read */
export function shownEnvironment(environment: Environment | undefined, linkedUrl?: string): Pick<ShownThings, 'app' | 'environment'> {
  if (!environment) return {}
  const { id, displayName, sku, location, dataverse } = environment
  return {
    app: shownApp(environment, linkedUrl),
    environment: { id, name: displayName, type: sku, location, hasDataverse: dataverse !== undefined, ...seenLocked(environment) },
  }
}

function shownApp(environment: Environment, linkedUrl: string | undefined): Seen<ShownApp> {
  const kind = financeAndOperationsKind(environment)
  const url = environment.financeAndOperations?.url ?? linkedUrl
  if (kind === 'none') return linkedUrl === undefined ? 'absent' : { url: linkedUrl, kind: 'dataverse' }
  return { kind, ...defined({ url }) }
}

export const shownPolicy = ({ id, name, location, principalId }: EnterprisePolicy): ShownPolicy => ({
  id,
  name,
  location,
  hasIdentity: principalId !== undefined,
})

export const shownVault = ({ id, name }: Pick<Vault, 'id' | 'name'>): ShownVault => ({ id, name })

/** @param versions if listed: the key itself doesn't contain its creation date */
export const shownKey = ({ id, name, version, type, size, expires }: VaultKey, versions: readonly KeyVersion[] = []): ShownKey => ({
  id,
  name,
  type,
  ...defined({ size, expires, createdAt: versions.find((each) => each.version === version)?.createdAt }),
})

/** Policy name from its resource ID, if the policy was not read. */
export const policyNameIn = (id: string): string => parseResourceId(id)?.name ?? id
