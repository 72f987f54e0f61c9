import type { Decision } from '../decision.ts'
import { type DecisionDefinition, type DecisionPlace, decisionsIn, definitionFor, isOpen } from '../decisions.ts'
import { attestedBefore, mayChoose, recordIn, unreadFrom, type WizardContext } from './context.ts'
import { withTargets } from './targets.ts'

/** The kinds of decisions of a place that can be made now. A decision starts the loop of its step anew, so none is made while that writes, confirms or waits. */
export const openIn = (context: WizardContext, place: DecisionPlace): readonly DecisionDefinition[] =>
  decisionsIn(context.procedure.decisions, place).filter((each) => mayDecideIn(context, place, each) && isOpen(each, context))

const mayDecideIn = (context: WizardContext, place: DecisionPlace, { whileWaiting }: DecisionDefinition): boolean =>
  typeof place !== 'string' || mayChoose(context, place) || (whileWaiting === true && recordIn(context, place).phase === 'waiting')

export const mayDecide = (context: WizardContext, place: DecisionPlace, decision: Decision): boolean =>
  definitionFor(openIn(context, place), context, decision) !== undefined

/** Context after a decision. @param now milliseconds since 1970-01-01T00:00:00Z */
export function deciding(context: WizardContext, decision: Decision, now: number): Partial<WizardContext> {
  const definition = definitionFor(context.procedure.decisions, context, decision)
  if (!definition) return {}
  const { place, replaces } = definition
  const made = definition.make(context, decision, now)
  return {
    ...(replaces && typeof place === 'string' ? { attestations: attestedBefore(context, place), steps: unreadFrom(context, place) } : {}),
    ...made,
    ...(made.choices ? withTargets(context, made.choices) : {}),
  }
}
