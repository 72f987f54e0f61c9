import { present } from '../../present.ts'
import type { Actions, Pending } from '../action.ts'
import type { Choices } from '../choices.ts'
import { baselineOf, driftOf } from '../drift/baseline.ts'
import { compare, inWords, leftToMake } from '../drift/compare.ts'
import { messages } from '../drift/messages.ts'
import type { Procedure } from '../procedure.ts'
import { isStep, stepIds } from '../procedure.ts'
import { blocks, type OperationId, type SequenceId, type StepId } from '../step/finding.ts'
import type { Reading } from '../step/proof.ts'
import { initialContext, recordIn, type WizardContext } from './context.ts'
import type { EngagementEvent } from './from-main.ts'
import type { CarriedOut, Difference, Remembered } from './remembered.ts'
import type { StepRecord } from './step-record.ts'
import { isOperationRecord } from './targets.ts'

/** What is read of the environment while this runs says nothing of earlier readings. */
export const unsettles = (actions: Actions, pending: Pending | undefined): boolean =>
  pending !== undefined && actions.waitOf(pending).unsettles

/**
 * What is worse now than when it was recorded. A step that was waiting for Microsoft is expected to read otherwise, and one that
 * was never read has nothing to compare.
 */
export function differencesOf(procedure: Procedure, remembered: Remembered, readings: readonly Reading[]): readonly Difference[] {
  // While the environment is being encrypted it is off: that it reads otherwise then says nothing.
  const carriedOut = [...Object.values(remembered.steps), ...Object.values(remembered.operations)]
  if (carriedOut.some((each) => unsettles(procedure.actions, each?.pending))) return []
  return readings.flatMap((reading) => {
    const { stepId } = reading
    // An operation after the link has nothing remembered to compare with.
    if (!isStep(procedure, stepId)) return []
    const before = remembered.steps[stepId]
    if (!before || before.findings.length === 0 || before.pending || reading.choiceMissing) return []
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

/** What stays of an engagement picked from the list until its tenant is open, refusals included. */
export function resuming({ request, environmentId, environment }: Extract<EngagementEvent, { type: 'RESUME' }>) {
  return { signIn: { request }, resumes: { environmentId, environment, tenant: request.tenant, cloud: request.cloud } }
}

/** The sequence as it was left: what was chosen, confirmed and done, and what still runs. Nothing counts as read. */
export function restored(
  procedure: Procedure,
  remembered: Remembered,
  taken: Choices = {},
): Pick<WizardContext, 'choices' | 'attestations' | 'steps' | 'operations' | 'remembered' | 'lastStep' | 'atEnd'> {
  const record = ({ pending, receipts, window, schedule, sent }: CarriedOut): StepRecord => ({
    phase: pending ? 'waiting' : 'reading',
    receipts,
    ...present({ pending, window, schedule }),
    ...(sent ? { sent } : {}),
  })
  const records = stepIds(procedure).map((stepId): readonly [StepId, StepRecord] => [
    stepId,
    record(remembered.steps[stepId] ?? { receipts: [] }),
  ])
  const operations = Object.entries(remembered.operations).flatMap(([id, carriedOut]): readonly (readonly [OperationId, StepRecord])[] =>
    carriedOut && isOperationRecord(procedure, id) ? [[id, record(carriedOut)]] : [],
  )
  const { attestations, reached, end } = remembered
  // A hand-over that was taken over just now is newer than what was remembered.
  const { told } = taken
  const choices = told ? { ...remembered.choices, told, ...procedure.chosen?.of(taken) } : remembered.choices
  const place = told?.step ?? reached
  return {
    remembered,
    // A file can name a step that this procedure doesn't have.
    lastStep: place === 'closing' || isStep(procedure, place) ? place : initialContext(procedure).lastStep,
    choices,
    attestations,
    atEnd: end,
    steps: Object.fromEntries(records),
    operations: { ...initialContext(procedure).operations, ...Object.fromEntries(operations) },
  }
}

/** Puts readings of all steps where each step's own would stand. What still runs goes on. */
function withReadings(context: WizardContext, readings: readonly Reading[]): WizardContext['steps'] {
  const read = readings.map((reading): readonly [SequenceId, StepRecord] => {
    const before = recordIn(context, reading.stepId)
    return [reading.stepId, { ...before, reading, phase: before.pending ? before.phase : 'reviewing' }]
  })
  return { ...context.steps, ...Object.fromEntries(read) }
}

/** The readings of all steps, and beside them what differs from what was remembered. */
export const compared = (context: WizardContext, readings: readonly Reading[]): Pick<WizardContext, 'steps' | 'differences'> => ({
  steps: withReadings(context, readings),
  differences: context.remembered ? differencesOf(context.procedure, context.remembered, readings) : [],
})

/**
 * What is kept of the end when the closing page is entered. An end that is on record stays, so that later days are compared
 * with it: only what was written in a step since, which made another end, replaces it.
 * @param at milliseconds since 1970-01-01T00:00:00Z
 */
export function captureBaseline(
  { procedure, atEnd, choices, steps, tenant }: WizardContext,
  at: number,
): Pick<WizardContext, 'atEnd' | 'drift'> {
  const { environmentId } = choices
  if (environmentId === undefined || !tenant) return {}
  const writtenSince = stepIds(procedure).some((stepId) =>
    recordIn({ steps, operations: {} }, stepId).receipts.some((receipt) => receipt.written && receipt.at > (atEnd?.at ?? 0)),
  )
  if (atEnd?.environmentId === environmentId && !writtenSince) return {}
  const readings = stepIds(procedure).flatMap((stepId) => steps[stepId]?.reading ?? [])
  return { atEnd: baselineOf(procedure, readings, environmentId, tenant.account.userName, at), drift: undefined }
}

/** The readings of all steps, and beside them what is otherwise than at the end. @param at milliseconds since 1970-01-01T00:00:00Z */
export const drifted = (context: WizardContext, readings: readonly Reading[], at: number): Pick<WizardContext, 'steps' | 'drift'> => ({
  steps: withReadings(context, readings),
  ...(context.atEnd ? { drift: { at, changes: driftOf(context.procedure, context.atEnd, readings, context.attestations) } } : {}),
})

/** Whether the person has to say how it goes on: something differs, or something was found broken. */
export const isToBeAnswered = ({ differences, remembered }: WizardContext): boolean =>
  (differences?.length ?? 0) > 0 || (remembered?.recovered.length ?? 0) > 0
