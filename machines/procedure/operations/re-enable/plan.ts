import { valueIn } from '#machines/engine/step/refusals.ts'
import type { Action } from '../../action.ts'
import { predecessorOf } from '../../steps/membership/link.ts'
import { grantOf } from '../change/plan.ts'
import type { OperationFacts } from '../facts.ts'
import { hasAccess } from '../kept.ts'

/** Restores the policy's access, the only part of a lock that the wizard can undo. Recovering a key or vault and re-enabling are manual. */
export function planReEnabling(facts: OperationFacts): readonly Action[] {
  const [policy, vault] = [valueIn(facts.policy), valueIn(facts.vault)]
  if (predecessorOf(valueIn(facts.environment), policy)) return []
  if (!policy || !vault || hasAccess(facts) !== false) return []
  return [grantOf(policy, vault) ?? []].flat()
}
