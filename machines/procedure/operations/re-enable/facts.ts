import { defined } from '#machines/defined.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import { isLocked as isEnvironmentLocked } from '../../steps/membership/link.ts'
import { type KeyLossReading, keyLosses } from '../../steps/policy/key-loss.ts'
import type { OperationFacts } from '../facts.ts'

/** All causes of a lock; undefined without a known policy. */
export function lossesOf({ environment, material }: OperationFacts, now: number): readonly KeyLossReading[] {
  if (!material) return []
  const { policy, vault, key, deletedKey, versions, access } = material
  return keyLosses(
    {
      ...defined({ environment }),
      policy,
      ...defined({ vault, key, deletedKey, keyVersions: versions, keyAccess: access }),
    },
    now,
  )
}

export function isLocked({ environment }: OperationFacts): boolean | undefined {
  const found = valueIn(environment)
  return found && isEnvironmentLocked(found)
}
