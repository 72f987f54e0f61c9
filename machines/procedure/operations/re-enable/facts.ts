import { valueIn } from '#machines/engine/step/refusals.ts'
import type { KeyChain } from '../../key-chain/key-chain.ts'
import { isLocked as isEnvironmentLocked } from '../../steps/membership/link.ts'
import { type KeyLossReading, keyLosses } from '../../steps/policy/key-loss.ts'
import type { OperationFacts } from '../facts.ts'

/** All causes of a lock; undefined without a known policy. */
export const lossesOf = (chain: KeyChain, now: number): readonly KeyLossReading[] => (chain.policy ? keyLosses(chain, now) : [])

export function isLocked({ environment }: OperationFacts): boolean | undefined {
  const found = valueIn(environment)
  return found && isEnvironmentLocked(found)
}
