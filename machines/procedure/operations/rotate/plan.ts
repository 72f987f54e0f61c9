import { valueIn } from '#machines/engine/step/refusals.ts'
import type { Action } from '../../action.ts'
import { storeOf, storePlace } from '../../key-store.ts'
import type { OperationFacts } from '../facts.ts'
import { canBeRotated, isInUse, lastRotation } from './facts.ts'

/**
 * Plans one version, unless the last one is still within its retention: then that rotation is followed.
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function planRotation(facts: OperationFacts, now: number): readonly Action[] {
  const vault = valueIn(facts.vault)
  const key = valueIn(facts.key)
  const place = vault && storeOf(vault.id)
  if (!place || !key?.version || !canBeRotated(key) || !valueIn(facts.keyVersions)) return []
  if (!isInUse(facts) || lastRotation(facts, now)) return []
  // Only the customer's HSM can create the next version.
  if (facts.keyIsImported) return []
  // Azure Resource Manager creates only a key's first version; another needs network access to the vault.
  if (facts.keyShutOut) return []
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
