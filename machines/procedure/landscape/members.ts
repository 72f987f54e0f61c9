import { geographyOf, locationWord } from '../geography.ts'
import { type PolicyIds, sameId } from '../ids.ts'
import type { Environment } from '../services.ts'
import { isKeyOperation } from '../steps/environment/facts.ts'
import { holdingPolicy, linkStatusOf, namesPolicy, seenLocked } from '../steps/membership/link.ts'
import { managing } from '../steps/membership/managing.ts'

export interface PolicyKey {
  /** Its ID in Azure, or its system ID where that is all the service names. */
  readonly id: string
  /** Without a version; absent where the policy wasn't read. */
  readonly keyId?: string | undefined
}

/** With which key the data of an environment is encrypted, as the admin API tells it. */
export type KeyState =
  | { readonly kind: 'microsoft' }
  | ({ readonly kind: 'policy' } & PolicyKey)
  /** The earlier key of one’s own, without a policy. Which one, no service tells. */
  | { readonly kind: 'self-managed' }
  /** A key is being put on or taken off. */
  | { readonly kind: 'changing' }
  | { readonly kind: 'unknown' }

/** One environment of the landscape, as far as copy and restore depend on it. */
export interface Member {
  readonly id: string
  readonly name: string
  /** As the service names it, for example `Sandbox`. */
  readonly type: string
  /** Power Platform geography, as the service names it. */
  readonly location: string
  readonly key: KeyState
  readonly managed: 'managed' | 'not-managed' | 'unknown'
  readonly locked?: true
}

// A try that ended early may have encrypted a part of the data already.
const HALF_WAY = ['linkfailed', 'failed']
const MOVING = ['linking', 'unlinking']

function keyOf(environment: Environment): KeyState {
  const status = linkStatusOf(environment)
  const running = environment.ongoingOperation?.type
  if (MOVING.includes(status) || isKeyOperation(running) || running?.toLowerCase() === 'reverttomicrosoftkey') return { kind: 'changing' }
  if (HALF_WAY.includes(status)) return { kind: 'unknown' }
  const id = holdingPolicy(environment) ?? (status === 'linked' ? environment.encryptionPolicy?.systemId : undefined)
  if (status === 'linked' && id !== undefined) return { kind: 'policy', id }
  if (environment.encryptionPolicy !== undefined && status !== 'notlinked') return { kind: 'unknown' }
  const manager = environment.keyManagedBy?.toLowerCase()
  if (manager === undefined) return { kind: 'unknown' }
  return { kind: manager === 'microsoft' ? 'microsoft' : 'self-managed' }
}

/** @param policy the one of this engagement: an environment that names it by its other ID is in the same */
export function memberOf(environment: Environment, policy: PolicyIds | undefined): Member {
  const { id, displayName, sku, location } = environment
  const key = keyOf(environment)
  const isThis = key.kind === 'policy' && policy?.id !== undefined && namesPolicy(environment, policy)
  return {
    id,
    name: displayName,
    type: sku,
    location,
    key: isThis ? { kind: 'policy', id: policy.id } : key,
    managed: managing(environment),
    ...seenLocked(environment),
  }
}

// Source: "Manage your customer-managed encryption key" (9 June 2025) for trial and Teams. No document names the default environment; recorded answers of the admin API refuse a key there.
const NEVER_IN_A_POLICY = ['trial', 'subscriptionbasedtrial', 'teams', 'default']

export const isTypeAllowed = (type: string): boolean => !NEVER_IN_A_POLICY.includes(type.toLowerCase())

/** Where a policy for it has to be. */
const policyPlaceOf = ({ location }: Pick<Member, 'location'>): string => geographyOf(location)?.policyLocation ?? locationWord(location)

/** Whether one policy can hold both: by their type and their geography. */
export const mayShare = (member: Pick<Member, 'type' | 'location'>, other: Pick<Member, 'location'>): boolean =>
  isTypeAllowed(member.type) && policyPlaceOf(member) === policyPlaceOf(other)

export const isOnPolicy = ({ key }: Pick<Member, 'key'>, policyId: string | undefined): boolean =>
  key.kind === 'policy' && sameId(key.id, policyId)

/** The same environment once it is in the policy: then it is Managed as well. */
export const onPolicy = (member: Member, policy: PolicyKey): Member => ({
  ...member,
  key: { kind: 'policy', ...policy },
  managed: 'managed',
})
