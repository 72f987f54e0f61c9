import { defined } from '../../defined.ts'
import type { Actions, Pending } from '../action.ts'
import { baselineOf, driftOf } from '../drift/baseline.ts'
import { compare, inWords, leftToMake } from '../drift/compare.ts'
import { messages } from '../drift/messages.ts'
import { sameId } from '../ids.ts'
import type { Procedure } from '../procedure.ts'
import { isStep, stepIds } from '../procedure.ts'
import { blocks, type OperationId, type SequenceId, type StepId } from '../step/finding.ts'
import type { Reading } from '../step/proof.ts'
import { firstPlace, recordIn, unreadRecords, type WizardContext } from './context.ts'
import type { CarriedOut, Difference, Remembered } from './remembered.ts'
import { saidAgain } from './said-again.ts'
import type { StepRecord } from './step-record.ts'
import { isOperationRecord } from './targets.ts'

/** True for operations that make readings of the environment incomparable with earlier ones. */
export const unsettles = (actions: Actions, pending: Pending | undefined): boolean =>
  pending !== undefined && actions.waitOf(pending).unsettles

/**
 * Findings that are worse than recorded. A step that was waiting for Microsoft is expected to differ, and one that was never read has
 * nothing to compare. Decision 0063: everything is read again; no snapshot of a machine is kept.
 */
export function differencesIn({ procedure, remembered, steps }: WizardContext): readonly Difference[] {
  if (!remembered) return []
  // While the environment is being encrypted it is off: that it reads otherwise then says nothing.
  const carriedOut = [...Object.values(remembered.steps), ...Object.values(remembered.operations)]
  if (carriedOut.some((each) => unsettles(procedure.actions, each?.pending))) return []
  return stepIds(procedure).flatMap((stepId) => {
    const { reading } = steps[stepId] ?? {}
    const before = remembered.steps[stepId]
    if (!reading || !before || before.findings.length === 0 || before.pending || reading.choiceMissing) return []
    const worse = compare(before.findings, reading.findings)
      .filter(({ is, turn }) => turn === 'worse' || (turn === 'new' && before.proved && blocks(is, remembered.attestations)))
      .map(
        ({ was, is }): Difference => ({
          step: stepId,
          key: is.key,
          title: is.title,
          was: was ? inWords(was) : messages.notThere,
          is: inWords(is),
        }),
      )
    if (!before.proved || reading.plan.length === 0) return worse
    const left = leftToMake(reading.plan)
    return [...worse, { step: stepId, key: 'plan', title: left, was: messages.nothingLeft, is: left }]
  })
}

/** The sequence as it was left: what was chosen, confirmed and done, and what still runs. Nothing counts as read. */
export function restored(
  procedure: Procedure,
  remembered: Remembered,
): Pick<WizardContext, 'choices' | 'attestations' | 'steps' | 'operations' | 'remembered' | 'lastStep' | 'atEnd'> {
  const record = ({ pending, receipts, window, schedule, sent, confirmed }: CarriedOut): StepRecord => ({
    phase: pending ? 'waiting' : 'reading',
    receipts,
    ...defined({ pending, window, schedule, confirmed }),
    ...(sent ? { sent } : {}),
  })
  const records = stepIds(procedure).map((stepId): readonly [StepId, StepRecord] => [
    stepId,
    record(remembered.steps[stepId] ?? { receipts: [] }),
  ])
  const operations = Object.entries(remembered.operations).flatMap(([id, carriedOut]): readonly (readonly [OperationId, StepRecord])[] =>
    carriedOut && isOperationRecord(procedure, id) ? [[id, record(carriedOut)]] : [],
  )
  const { attestations, choices, reached, end } = remembered
  return {
    remembered,
    // A file can name a step that this procedure doesn't have.
    lastStep: reached === 'closing' || isStep(procedure, reached) ? reached : firstPlace(procedure),
    choices,
    attestations,
    atEnd: end,
    steps: Object.fromEntries(records),
    operations: { ...unreadRecords(procedure).operations, ...Object.fromEntries(operations) },
  }
}

type Records = Readonly<Partial<Record<string, StepRecord>>>

/** Records with what was canceled here. Users may expect such a start; one that is on record ends there too. */
function withCanceled(recorded: Readonly<Record<string, StepRecord>>, here: Records): Readonly<Record<string, StepRecord>> {
  const records = Object.entries(recorded).map(([id, record]): readonly [string, StepRecord] => {
    const { unstarted, scheduleEnd } = here[id] ?? {}
    const isEnded = unstarted?.how === 'canceled' && unstarted.schedule.setAt === record.schedule?.setAt
    return [id, { ...record, ...defined({ unstarted }), ...(isEnded ? { schedule: undefined, scheduleEnd } : {}) }]
  })
  return Object.fromEntries(records)
}

/** Members restored from a record that was read after the person's first answers, or that another wizard had until now. */
export function takenUp(context: WizardContext, remembered: Remembered): Partial<WizardContext> {
  const before = restored(context.procedure, remembered)
  const said = context.said.filter((each) => !remembered.known?.includes(each))
  const steps = withCanceled(before.steps, context.steps)
  const read = Object.entries(steps).map(([id, record]): readonly [StepId, StepRecord] => [
    id,
    { ...record, reading: context.steps[id]?.reading },
  ])
  const recorded = { ...before, operations: withCanceled(before.operations, context.operations) }
  const { choices, attestations, operations, atEnd } = saidAgain({ ...context, ...recorded, steps: Object.fromEntries(read) }, said)
  const told = said.findLast((each) => 'told' in each)?.told
  return {
    ...before,
    steps,
    choices,
    attestations,
    operations,
    atEnd,
    // The step that was handed over just now comes before the one that was on screen then.
    ...(told && isStep(context.procedure, told.step) ? { lastStep: told.step } : {}),
  }
}

/** True if a record has nothing to poll. */
export const isAtRest = ({ steps, operations }: Remembered): boolean =>
  [...Object.values(steps), ...Object.values(operations)].every((each) => !each?.pending && !each?.schedule)

/** Puts readings of all steps where each step's own would stand. What still runs goes on. */
export function withReadings(context: WizardContext, readings: readonly Reading[]): WizardContext['steps'] {
  const read = readings.map((reading): readonly [SequenceId, StepRecord] => {
    const before = recordIn(context, reading.stepId)
    return [reading.stepId, { ...before, reading, phase: before.pending ? before.phase : 'reviewing' }]
  })
  return { ...context.steps, ...Object.fromEntries(read) }
}

/**
 * Baseline when the closing page is entered. A recorded one stays, so that later days are compared with it, unless a later change in a step
 * made a new end.
 * @param at milliseconds since 1970-01-01T00:00:00Z
 */
export function captureBaseline(
  { procedure, atEnd, choices, steps, tenant }: WizardContext,
  at: number,
): Pick<WizardContext, 'atEnd' | 'drift'> {
  const { environmentId } = choices
  if (environmentId === undefined) return {}
  const writtenSince = stepIds(procedure).some((stepId) =>
    recordIn({ steps, operations: {} }, stepId).receipts.some((receipt) => receipt.written && receipt.at > (atEnd?.at ?? 0)),
  )
  if (sameId(atEnd?.environmentId, environmentId) && !writtenSince) return {}
  const readings = stepIds(procedure).flatMap((stepId) => steps[stepId]?.reading ?? [])
  return { atEnd: baselineOf(procedure, readings, environmentId, tenant.account.userName, at), drift: undefined }
}

/** The readings of all steps, and beside them what is otherwise than at the end. @param at milliseconds since 1970-01-01T00:00:00Z */
export const drifted = (context: WizardContext, readings: readonly Reading[], at: number): Pick<WizardContext, 'steps' | 'drift'> => ({
  steps: withReadings(context, readings),
  ...(context.atEnd ? { drift: { at, changes: driftOf(context.procedure, context.atEnd, readings, context.attestations) } } : {}),
})

/** True if the person must choose how to continue: after differences, or damage. */
export const isToBeAnswered = (context: WizardContext): boolean =>
  differencesIn(context).length > 0 || (context.remembered?.recovered.length ?? 0) > 0
