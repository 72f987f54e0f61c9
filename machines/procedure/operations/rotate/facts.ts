import { valueIn } from '#machines/engine/step/refusals.ts'
import type { Pending } from '../../action.ts'
import type { KeyVersion, VaultKey } from '../../services/services.ts'
import { isLinkedTo } from '../../steps/membership/link.ts'
import { KEPT_FOR, PICKED_UP_IN } from '../../waits.ts'
import type { OperationFacts } from '../facts.ts'

export interface Rotation {
  readonly newest: KeyVersion
  readonly before: KeyVersion
  /** Creation of the new version, milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  readonly keepUntil: number
}

/** Last rotation by the vault's dates, while its previous version is still needed. */
export function lastRotation(facts: OperationFacts, now: number): Rotation | undefined {
  const [newest, before] = [...(valueIn(facts.keyVersions) ?? [])].sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))
  const at = newest?.createdAt
  if (!newest || !before || at === undefined || now - at >= KEPT_FOR) return undefined
  return { newest, before, at, keepUntil: at + KEPT_FOR }
}

/** The environment is in the policy and available: otherwise a new version is useless and can't be verified. */
export function isInUse({ environment, policy: answer }: OperationFacts): boolean {
  const [found, policy] = [valueIn(environment), valueIn(answer)]
  return found !== undefined && policy !== undefined && isLinkedTo(found, policy)
}

/** A policy with a pinned version never picks up others. */
export const pinnedVersion = ({ policy }: OperationFacts): string | undefined => valueIn(policy)?.keyVersion

export const canBeRotated = (key: VaultKey): key is VaultKey & { readonly size: 2048 | 3072 } =>
  ['RSA', 'RSA-HSM'].includes(key.type.toUpperCase()) && (key.size === 2048 || key.size === 3072)

/** The day in which services pick up the new version. */
export function rotationUnderway(facts: OperationFacts, now: number): Pending | undefined {
  const rotation = lastRotation(facts, now)
  if (!rotation || !isInUse(facts) || pinnedVersion(facts) !== undefined || now >= rotation.at + PICKED_UP_IN) return undefined
  return { kind: 'rotation', since: rotation.at, until: rotation.at + PICKED_UP_IN }
}

/** The environment's operation that picked up the new version, if the service lists it. */
export const seenToBePickedUp = ({ operations }: OperationFacts, { at }: Rotation): boolean =>
  (valueIn(operations) ?? []).some(
    ({ type, state, createdAt }) =>
      type.toLowerCase() === 'rotatecustomermanagedkey' && state === 'succeeded' && createdAt !== undefined && Date.parse(createdAt) >= at,
  )
