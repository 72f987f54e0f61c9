import type { Action } from '../../procedure/action.ts'
import { STEP_IDS, type StepId } from '../step/finding.ts'
import type { WizardContext } from './context.ts'

/** What a step would write: as it was read, or, where it was not or an earlier step would change it, as an earlier step foresees it. */
export function expectedOf({ steps }: WizardContext, stepId: StepId): readonly Action[] {
  const { reading } = steps[stepId]
  if (stepId !== 'membership') return reading?.plan ?? []
  const before = steps.policy.reading
  return reading && before?.plan.length === 0 ? reading.plan : (before?.foreseen ?? reading?.plan ?? [])
}

/** What one step would write. */
export interface StepPlan {
  readonly stepId: StepId
  readonly actions: readonly Action[]
}

/** What is known of the steps after one: what each would write once the ones before it are done. */
export const plansAfter = (context: WizardContext, stepId: StepId): readonly StepPlan[] =>
  STEP_IDS.slice(STEP_IDS.indexOf(stepId) + 1)
    .map((each) => ({ stepId: each, actions: expectedOf(context, each) }))
    .filter(({ actions }) => actions.length > 0)

/** Everything that is known to be written from the first step to the last, in order. */
export const wholePlanOf = (context: WizardContext): readonly Action[] => STEP_IDS.flatMap((stepId) => expectedOf(context, stepId))
