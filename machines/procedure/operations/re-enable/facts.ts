import { valueIn } from '../../../engine/step/refusals.ts'
import type { Message } from '../../../messages/message.ts'
import { present } from '../../../present.ts'
import type { Environment } from '../../services.ts'
import { isLocked as isEnvironmentLocked } from '../../steps/membership/link.ts'
import { type KeyLossReading, keyLosses } from '../../steps/policy/key-loss.ts'
import type { OperationFacts } from '../facts.ts'
import { messages } from './messages.ts'

/** Everything that takes the environment offline, each as it stands; nothing where no policy is known. */
export function lossesOf({ environment, material }: OperationFacts, now: number): readonly KeyLossReading[] {
  if (!material) return []
  const { policy, vault, key, deletedKey, versions, access } = material
  return keyLosses(
    {
      ...present({ environment }),
      policy,
      ...present({ vault, key, deletedKey, keyVersions: versions, keyAccess: access }),
    },
    now,
  )
}

export function isLocked({ environment }: OperationFacts): boolean {
  const found = valueIn(environment)
  return found !== undefined && isEnvironmentLocked(found)
}

/** When a locked environment is deleted. Source: "Lock and unlock environments through key vault access" (22 May 2025). */
export function deletionOf({ sku }: Environment): Message {
  switch (sku.toLowerCase()) {
    case 'sandbox':
      return messages.deletionOfSandbox
    case 'production':
      return messages.deletionOfProduction
    default:
      return messages.deletionOfAny
  }
}
