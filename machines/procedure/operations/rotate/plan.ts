import { valueIn } from '../../../engine/step/refusals.ts'
import type { Action } from '../../action.ts'
import { storeOf, storePlace } from '../../key-store.ts'
import type { OperationFacts } from '../facts.ts'
import { canBeRotated, isInUse, lastRotation } from './facts.ts'

/**
 * One new version of the key, unless the last one is younger than its hold: then that rotation is the one that is followed.
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function planRotation(facts: OperationFacts, now: number): readonly Action[] {
  const vault = valueIn(facts.material?.vault)
  const key = valueIn(facts.material?.key)
  const place = vault && storeOf(vault.id)
  if (!place || !key?.version || !canBeRotated(key) || !valueIn(facts.material?.versions)) return []
  if (!isInUse(facts) || lastRotation(facts, now)) return []
  // Only the customer's HSM has what the next version is made of.
  if (facts.keyIsImported) return []
  // Azure Resource Manager makes the first version of a key only: a second one takes a way into the vault's network.
  if (facts.material?.shutOut) return []
  return [
    {
      kind: 'rotate-key',
      ...storePlace(place),
      name: key.name,
      size: key.size,
      ...(key.type.toUpperCase() === 'RSA-HSM' ? { inHardware: true as const } : {}),
      after: key.version,
    },
  ]
}
