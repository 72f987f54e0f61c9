import { defined } from '../../defined.ts'
import type { Action, Names } from '../action.ts'
import { stepIds, stepsBefore } from '../procedure.ts'
import type { StepId } from '../step/finding.ts'
import { recordIn, type WizardContext } from './context.ts'

/** A step's plan from its reading. Without one, or if an earlier step would change it, from an earlier step's forecast. */
export function expectedOf(context: WizardContext, stepId: StepId): readonly Action[] {
  const { reading } = recordIn(context, stepId)
  const before = stepsBefore(context.procedure, stepId)
    .map((each) => recordIn(context, each).reading)
    .findLast((each) => each?.foreseen?.[stepId] !== undefined)
  if (!before || (reading && before.plan.length === 0)) return reading?.plan ?? []
  return before.foreseen?.[stepId]?.plan ?? []
}

/** Plan of one step. */
export interface StepPlan {
  readonly stepId: StepId
  readonly actions: readonly Action[]
  /** Display names of the IDs in the actions. */
  readonly names?: Names
}

/** Plans of the steps after one, each assuming that those before it are complete. */
export const plansAfter = (context: WizardContext, stepId: StepId): readonly StepPlan[] =>
  stepIds(context.procedure)
    .slice(stepsBefore(context.procedure, stepId).length + 1)
    .map((each) => ({ stepId: each, actions: expectedOf(context, each), ...defined({ names: recordIn(context, each).reading?.names }) }))
    .filter(({ actions }) => actions.length > 0)

/** Everything that is known to be written from the first step to the last, in order. */
export const wholePlanOf = (context: WizardContext): readonly Action[] =>
  stepIds(context.procedure).flatMap((stepId) => expectedOf(context, stepId))
