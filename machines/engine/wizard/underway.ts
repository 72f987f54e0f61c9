import { isStep, operationIds, stepIds } from '../procedure.ts'
import type { SequenceId } from '../step/finding.ts'
import { recordIn, type WizardContext } from './context.ts'
import type { WizardEvent } from './events.ts'
import { idsOf } from './others.ts'
import type { StepRecord } from './step-record.ts'

/** What a person confirmed and what has not come to its end: it waits for its time, is carried out, tried again, or runs at Microsoft. */
const goesOn = ({ phase, pending }: StepRecord): boolean =>
  pending !== undefined || phase === 'scheduled' || phase === 'rechecking' || phase === 'applying' || phase === 'pausing'

/** The step or operation that goes on without anyone at the window; nothing where there is none. */
export const underwayIn = (context: WizardContext): SequenceId | undefined => idsOf(context).find((id) => goesOn(recordIn(context, id)))

/** A change is being made at this moment: what came of it is known when its answer is there, and not before. */
export const isWriting = (context: WizardContext): boolean => idsOf(context).some((id) => recordIn(context, id).phase === 'applying')

/** When something begins by itself while this runs, in milliseconds since 1970-01-01T00:00:00Z; nothing where nothing is scheduled. */
export const scheduledStart = (context: WizardContext): number | undefined =>
  idsOf(context)
    .map((id) => recordIn(context, id))
    .find(({ phase, schedule }) => phase === 'scheduled' || (phase === 'rechecking' && schedule !== undefined))?.schedule?.window.from

/** What leads to the page of what is running, which says the most of it. Empty where it is on screen. */
export function wayToUnderway(context: WizardContext): readonly WizardEvent[] {
  const { procedure } = context
  // What stands beside those is followed beside the screen.
  const id = [...stepIds(procedure), ...operationIds(procedure)].find((each) => goesOn(recordIn(context, each)))
  if (id === undefined || id === context.operation) return []
  // A step that is on screen does not lead to itself.
  if (isStep(procedure, id)) return [{ type: 'GO_TO_STEP', step: id }]
  return [
    { type: 'GO_TO_PAGE', page: 'operations' },
    { type: 'OPEN_OPERATION', operation: id },
  ]
}
