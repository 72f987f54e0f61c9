import { valueIn } from '../../../engine/step/refusals.ts'
import type { Action } from '../../action.ts'
import { predecessorOf } from '../../steps/membership/link.ts'
import { grantOf } from '../change/plan.ts'
import type { OperationFacts } from '../facts.ts'
import { hasAccess } from '../kept.ts'

/**
 * Gives the policy its access back, which is all of a lock that the wizard can undo: a key or a vault is brought back, and an
 * environment re-enabled, by hand.
 */
export function planReEnabling({ environment, material }: OperationFacts): readonly Action[] {
  const [policy, vault] = [valueIn(material?.policy), valueIn(material?.vault)]
  if (predecessorOf(valueIn(environment), policy)) return []
  if (!material || !policy || !vault || hasAccess(material) !== false) return []
  return [grantOf(policy, vault) ?? []].flat()
}
