import { byFact } from '#machines/engine/fact.ts'
import { geographyOf, locationWord } from '../geography.ts'
import { type PolicyIds, sameId } from '../ids.ts'
import type { Environment } from '../services/services.ts'
import { type KeyManager, keyManagerOf } from '../steps/earlier-key.ts'
import { isKeyOperation } from '../steps/environment/facts.ts'
import { holdingPolicy, type LinkStatus, linkStatusOf, namesPolicy, seenLocked } from '../steps/membership/link.ts'
import { managing } from '../steps/membership/managing.ts'

export interface PolicyKey {
  /** Azure ID, or the system ID if the service names only that. */
  readonly id: string
  /** Without a version; absent if the policy was not read. */
  readonly keyId?: string | undefined
}

export type KeyState =
  | { readonly kind: 'microsoft' }
  | ({ readonly kind: 'policy' } & PolicyKey)
  /** The earlier self-managed key; services don't name it. */
  | { readonly kind: 'self-managed' }
  | { readonly kind: 'changing' }
  | { readonly kind: 'unknown' }

export interface Member {
  readonly id: string
  readonly name: string
  readonly type: string
  /** Power Platform geography in the service's words. */
  readonly location: string
  readonly key: KeyState
  readonly managed: 'managed' | 'not-managed' | 'unknown'
  readonly locked?: true
}

function keyOf(environment: Environment): KeyState {
  const status = linkStatusOf(environment)
  const running = environment.ongoingOperation?.type
  if (isKeyOperation(running) || running?.toLowerCase() === 'reverttomicrosoftkey') return { kind: 'changing' }
  return byFact<LinkStatus, KeyState>(status, {
    known: (word) => keyByStatus(environment, word),
    absent: () => keyByManager(environment),
    unknown: () => ({ kind: 'unknown' }),
  })
}

function keyByStatus(environment: Environment, status: LinkStatus): KeyState {
  const id = holdingPolicy(environment) ?? environment.encryptionPolicy?.systemId
  switch (status) {
    case 'linking':
    case 'unlinking':
      return { kind: 'changing' }
    case 'linked':
      return id === undefined ? { kind: 'unknown' } : { kind: 'policy', id }
    // It may have encrypted a part of the data.
    case 'failed':
      return { kind: 'unknown' }
    case 'not-linked':
      return keyByManager(environment)
  }
}

const keyByManager = (environment: Environment): KeyState =>
  byFact<KeyManager, KeyState>(keyManagerOf(environment), {
    known: (manager) => ({ kind: manager === 'microsoft' ? 'microsoft' : 'self-managed' }),
    absent: () => ({ kind: 'unknown' }),
    unknown: () => ({ kind: 'unknown' }),
  })

/** @param policy the engagement's; matched by either ID */
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

const policyPlaceOf = ({ location }: Pick<Member, 'location'>): string => geographyOf(location)?.policyLocation ?? locationWord(location)

export const mayShare = (member: Pick<Member, 'type' | 'location'>, other: Pick<Member, 'location'>): boolean =>
  isTypeAllowed(member.type) && policyPlaceOf(member) === policyPlaceOf(other)

export const isOnPolicy = ({ key }: Pick<Member, 'key'>, policyId: string | undefined): boolean =>
  key.kind === 'policy' && sameId(key.id, policyId)

/** The environment once it is in the policy, and therefore Managed. */
export const onPolicy = (member: Member, policy: PolicyKey): Member => ({
  ...member,
  key: { kind: 'policy', ...policy },
  managed: 'managed',
})
