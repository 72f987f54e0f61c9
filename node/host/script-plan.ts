import type { ScriptRequest } from '#contract/contract.ts'
import { type PlanForEach, planForEach } from '#machines/engine/for-each.ts'
import type { Procedure } from '#machines/engine/procedure.ts'
import type { Ports } from '#machines/engine/step/ports.ts'
import { recordIn } from '#machines/engine/wizard/context.ts'
import type { WizardSnapshot } from '#machines/engine/wizard/machine.ts'
import { wholePlanOf } from '#machines/engine/wizard/plans.ts'
import { preflightPlans } from '#machines/engine/wizard/preflight-view.ts'

/** The script's plan: current page or everything; for an operation with several subjects, all of them. */
export async function scriptPlan(
  procedure: Procedure,
  ports: Pick<Ports, 'observe'>,
  snapshot: WizardSnapshot,
  of: ScriptRequest['of'],
): Promise<PlanForEach> {
  const { context } = snapshot
  const { running: shown } = context
  const outline = procedure.operations.find(({ id }) => id === shown)
  if (of === 'whole' && outline?.each) {
    const { signal } = new AbortController()
    return planForEach(outline, context.choices, (choices) => ports.observe(outline.id, choices, undefined, signal))
  }
  // The page of all steps uses its own reading.
  const whole = () => (snapshot.matches('preflight') ? preflightPlans(context).flatMap(({ actions }) => actions) : wholePlanOf(context))
  const ofShown = () => (shown === undefined ? [] : (recordIn(context, shown).reading?.plan ?? []))
  return { plan: of === 'whole' && outline === undefined ? whole() : ofShown(), leftOut: [] }
}
