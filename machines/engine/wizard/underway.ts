import { isStep, operationIds, stepIds } from '../procedure.ts'
import type { SequenceId } from '../step/finding.ts'
import { isToWrite, recordIn, type WizardContext } from './context.ts'
import type { WizardEvent } from './events.ts'
import { idsOf } from './others.ts'
import type { StepRecord } from './step-record.ts'

/** Confirmed and not ended: scheduled, being carried out, tried again, or running at Microsoft. */
const goesOn = (record: StepRecord): boolean => record.pending !== undefined || isToWrite(record)

/** The step or operation that runs without a person at the window, if any. */
export const underwayIn = (context: WizardContext): SequenceId | undefined => idsOf(context).find((id) => goesOn(recordIn(context, id)))

/** A change is being made at this moment: what came of it is known when its answer is there, and not before. */
export const isWriting = (context: WizardContext): boolean => idsOf(context).some((id) => recordIn(context, id).phase === 'applying')

/** Changes of a run that no one has started: of one that is still checked, all; of one that is tried again, this one too. */
function unstarted({ phase, schedule, reading, left = 0 }: StepRecord): number {
  if (phase === 'rechecking') return schedule === undefined ? (reading?.plan.length ?? 0) : 0
  return phase === 'pausing' ? left + 1 : left
}

/** How many changes stay undone where the run ends now; none without a run. */
export const unstartedIn = (context: WizardContext): number => Math.max(0, ...idsOf(context).map((id) => unstarted(recordIn(context, id))))

/** Also while the person is asked whether it is to start now. */
const BEFORE_ITS_START: readonly StepRecord['phase'][] = ['scheduled', 'confirming', 'rechecking']

/** Time of the next scheduled start, in milliseconds since 1970-01-01T00:00:00Z; undefined without a schedule. */
export const scheduledStart = (context: WizardContext): number | undefined =>
  idsOf(context)
    .map((id) => recordIn(context, id))
    .find(({ phase, schedule }) => schedule !== undefined && BEFORE_ITS_START.includes(phase))?.schedule?.window.from

/** Events that lead to the page of the running step or operation. Empty if it is on screen. */
export function wayToUnderway(context: WizardContext): readonly WizardEvent[] {
  const { procedure } = context
  // Others are polled beside the screen.
  const id = [...stepIds(procedure), ...operationIds(procedure)].find((each) => goesOn(recordIn(context, each)))
  if (id === undefined || id === context.running) return []
  if (isStep(procedure, id)) return [{ type: 'GO_TO_STEP', step: id }]
  return [
    { type: 'GO_TO_PAGE', page: 'operations' },
    { type: 'OPEN_OPERATION', operation: id },
  ]
}
