import type { ShownChange } from '#machines/engine/step/proof.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import { asShown } from '../as-shown.ts'
import { grantOf } from '../change/plan.ts'
import { type OperationFacts, observeOperation } from '../facts.ts'
import { hasAccess } from '../kept.ts'
import type { Operation } from '../operation.ts'
import { reEnableChecks } from './checks.ts'
import { reEnableGuide } from './guide.ts'
import { planReEnabling } from './plan.ts'

function shows(facts: OperationFacts): readonly ShownChange[] {
  const [policy, vault] = [valueIn(facts.policy), valueIn(facts.vault)]
  return policy && vault && hasAccess(facts) === true ? asShown(grantOf(policy, vault)) : []
}

export const reEnable: Operation<'re-enable'> = {
  id: 're-enable',
  guide: reEnableGuide,
  checks: reEnableChecks,
  facts: observeOperation,
  plan: planReEnabling,
  shows,
}
