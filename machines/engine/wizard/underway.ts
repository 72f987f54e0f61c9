import { isStep, operationIds, stepIds } from '../procedure.ts'
import type { SequenceId } from '../step/finding.ts'
import { recordIn, type WizardContext } from './context.ts'
import type { WizardEvent } from './events.ts'
import type { StepRecord } from './step-record.ts'

const idsOf = ({ procedure }: WizardContext): readonly SequenceId[] => [...stepIds(procedure), ...operationIds(procedure)]

/** What a person confirmed and what has not come to its end: it is carried out, tried again, or goes on at Microsoft. */
const goesOn = ({ phase, pending }: StepRecord): boolean =>
  pending !== undefined || phase === 'rechecking' || phase === 'applying' || phase === 'pausing'

/** The step or operation that goes on without anybody at the window; nothing where there is none. */
export const underwayIn = (context: WizardContext): SequenceId | undefined => idsOf(context).find((id) => goesOn(recordIn(context, id)))

/** A change is being made at this moment: what came of it is known when its answer is there, and not before. */
export const isWriting = (context: WizardContext): boolean => idsOf(context).some((id) => recordIn(context, id).phase === 'applying')

/** What leads to the page on which it is followed: only that page looks. Empty where it is on screen. */
export function wayToUnderway(context: WizardContext): readonly WizardEvent[] {
  const id = underwayIn(context)
  if (id === undefined || id === context.operation) return []
  // A step that is on screen does not lead to itself.
  if (isStep(context.procedure, id)) return [{ type: 'GO_TO_STEP', step: id }]
  return [
    { type: 'GO_TO_PAGE', page: 'operations' },
    { type: 'OPEN_OPERATION', operation: id },
  ]
}
