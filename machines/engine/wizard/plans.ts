import { defined } from '../../defined.ts'
import type { Action, Names } from '../action.ts'
import { stepIds, stepsBefore } from '../procedure.ts'
import type { StepId } from '../step/finding.ts'
import { recordIn, type WizardContext } from './context.ts'

/** What a step would write: as it was read, or, where it was not or an earlier step would change it, as an earlier step foresees it. */
export function expectedOf(context: WizardContext, stepId: StepId): readonly Action[] {
  const { reading } = recordIn(context, stepId)
  const before = stepsBefore(context.procedure, stepId)
    .map((each) => recordIn(context, each).reading)
    .findLast((each) => each?.foreseen?.[stepId] !== undefined)
  if (!before || (reading && before.plan.length === 0)) return reading?.plan ?? []
  return before.foreseen?.[stepId]?.plan ?? []
}

/** What one step would write. */
export interface StepPlan {
  readonly stepId: StepId
  readonly actions: readonly Action[]
  /** Of what the actions name by ID. */
  readonly names?: Names
}

/** What is known of the steps after one: what each would write once the ones before it are done. */
export const plansAfter = (context: WizardContext, stepId: StepId): readonly StepPlan[] =>
  stepIds(context.procedure)
    .slice(stepsBefore(context.procedure, stepId).length + 1)
    .map((each) => ({ stepId: each, actions: expectedOf(context, each), ...defined({ names: recordIn(context, each).reading?.names }) }))
    .filter(({ actions }) => actions.length > 0)

/** Everything that is known to be written from the first step to the last, in order. */
export const wholePlanOf = (context: WizardContext): readonly Action[] =>
  stepIds(context.procedure).flatMap((stepId) => expectedOf(context, stepId))
