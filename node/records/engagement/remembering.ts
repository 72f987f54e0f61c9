import { defined } from '#machines/defined.ts'
import { type Actions, knowsAction, knowsPending } from '#machines/engine/action.ts'
import { type Procedure, stepIds } from '#machines/engine/procedure.ts'
import { readPart } from '#machines/engine/situation/read-part.ts'
import type { StepId } from '#machines/engine/step/finding.ts'
import type { Reading } from '#machines/engine/step/proof.ts'
import type { Schedule } from '#machines/engine/step/scheduled.ts'
import { recordIn, type WizardContext } from '#machines/engine/wizard/context.ts'
import { newestOfEach } from '#machines/engine/wizard/foreseeing.ts'
import type { Remembered } from '#machines/engine/wizard/remembered.ts'
import type { StepRecord } from '#machines/engine/wizard/step-record.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { type Engagement, type EngagementStep, NEVER_READ } from './engagement.ts'
import type { ContentOf, Recorded } from './journal/entry.ts'
import { recoveredMessages } from './messages.ts'

/** List data beyond the steps; absent if unread. */
export type Listed = (context: WizardContext) => {
  readonly type?: string
  readonly locked?: boolean
  /** In another policy than the chosen one. */
  readonly otherPolicy?: boolean
  readonly keyReadAt?: number
  /** `never`: read, without an end. */
  readonly keyExpires?: number | 'never'
  /** Next version of the key, by policy or person. */
  readonly rotation?: { readonly at: number; readonly byPolicy: boolean } | 'never'
  /** End of the organization's access to the tenant. */
  readonly accessEnds?: number
}

export function engagementOf(saved: Engagement, context: WizardContext, listed: Listed): Engagement {
  const { locked: was, otherPolicy: other, keyReadAt: keyAt, keyExpires: ended, rotation: due, accessEnds: left, ...before } = saved
  const ids = stepIds(context.procedure)
  // A check of everything says as much of a step as its own page.
  const readings = newestOfEach(context, 'preflight')
  const displayName = ids.map((step) => recordIn(context, step).reading?.environment?.displayName).find((name) => name !== undefined)
  const {
    type,
    locked = was,
    otherPolicy = other,
    keyExpires = ended,
    rotation = due,
    accessEnds = left,
    keyReadAt = keyAt,
  } = listed(context)
  return {
    ...before,
    environment: {
      ...saved.environment,
      ...defined({ displayName, type }),
    },
    ...(locked ? { locked: true } : {}),
    ...(otherPolicy ? { otherPolicy: true } : {}),
    ...(typeof keyExpires === 'number' ? { keyExpires } : {}),
    ...(typeof rotation === 'object' ? { rotation } : {}),
    ...defined({ accessEnds, keyReadAt }),
    reached: context.lastStep,
    choices: context.choices,
    attestations: context.attestations,
    ...defined({ end: context.atEnd }),
    steps: Object.fromEntries(ids.map((step, index) => [step, stepOf(step, readings[index], saved, context)])),
    operations: operationsOf(context),
  }
}

/** Whether the procedure knows all pending work: the file may be another procedure's. */
export const isOf = (actions: Actions, { steps, operations }: Pick<Engagement, 'steps' | 'operations'>): boolean =>
  [...Object.values(steps), ...Object.values(operations)].every(
    ({ pending, sent = [], schedule }) =>
      (!pending || knowsPending(actions, pending)) &&
      [...sent.map(({ action }) => action), ...(schedule?.plan ?? [])].every((action) => knowsAction(actions, action)),
  )

const unscheduled = <Done extends Partial<Pick<EngagementStep, 'schedule'>>>(all: Readonly<Record<string, Done>>) =>
  Object.fromEntries(Object.entries(all).map(([id, { schedule: _, ...done }]) => [id, done]))

/** Without schedules: another wizard has it open. */
export const withoutSchedules = (engagement: Engagement): Engagement => ({
  ...engagement,
  steps: unscheduled(engagement.steps),
  operations: unscheduled(engagement.operations),
})

/** A start that was set, or without one its end. */
interface ToldStart {
  readonly at: number
  readonly by?: string
  readonly start?: number | undefined
}

/** The same plan at another time: the dialog that asks for one changes nothing else. */
const movedTo = ({ by: _, ...schedule }: Schedule, { at, by }: ToldStart, from: number): Schedule => ({
  ...schedule,
  ...defined({ by }),
  setAt: at,
  window: { ...schedule.window, from, to: from + schedule.window.to - schedule.window.from },
})

/** A run can be killed between a file's save and its line, in either order. @param told of the step, in order */
function accordingTo(told: readonly ToldStart[], schedule: Schedule): Schedule | undefined {
  const { from } = schedule.window
  const last = told.at(-1)
  if (last === undefined || last.start === from) return schedule
  const own = told.findLastIndex(({ start }) => start === from)
  // One that a line ended isn't begun again because a clock was set back.
  const isUntold = schedule.setAt > last.at && (own === -1 || last.start !== undefined)
  if (isUntold) return schedule
  const isReplaced = own !== -1 && told.slice(own).every(({ start }) => start !== undefined)
  return isReplaced && last.start !== undefined ? movedTo(schedule, last, last.start) : undefined
}

/**
 * Without schedules that ended by the journal, and at the time that it has last: the file may be older, or a save may have failed.
 * @param lines of the journal, in order
 */
export function withSchedulesAsTold(engagement: Engagement, lines: readonly Recorded[]): Engagement {
  const told = new Map<string, readonly ToldStart[]>()
  for (const { kind, content, at } of lines) {
    if (kind !== 'schedule' && kind !== 'apply-started') continue
    const before = told.get(content.step)
    if (kind === 'schedule') {
      const { state, start, by } = content
      told.set(content.step, [...(before ?? []), { at, ...defined({ by }), start: state === 'set' ? start : undefined }])
    } else if (before) told.set(content.step, [...before, { at }])
  }
  const stillSet = <Done extends Partial<Pick<EngagementStep, 'schedule'>>>(all: Readonly<Record<string, Done>>) =>
    Object.fromEntries(
      Object.entries(all).map(([id, { schedule, ...done }]) => [
        id,
        { ...done, ...defined({ schedule: schedule && accordingTo(told.get(id) ?? [], schedule) }) },
      ]),
    )
  return { ...engagement, steps: stillSet(engagement.steps), operations: stillSet(engagement.operations) }
}

/** Parts of work that can't be observed. */
const carriedOut = ({
  pending,
  receipts,
  window,
  schedule,
  sent,
  phase,
  left = 0,
  confirmed,
}: StepRecord): Pick<EngagementStep, 'receipts' | 'pending' | 'window' | 'schedule' | 'sent' | 'applying' | 'confirmed'> => ({
  receipts,
  ...defined({ pending, window, schedule, confirmed }),
  ...(sent && sent.length > 0 ? { sent } : {}),
  ...(phase === 'applying' || phase === 'pausing' || (phase === 'waiting' && left > 0) ? { applying: true } : {}),
})

/** Operations with work; viewed ones leave nothing. */
const operationsOf = (context: WizardContext): Engagement['operations'] =>
  Object.fromEntries(
    Object.entries(context.operations).flatMap(([id, record]) =>
      record.pending || record.window || record.confirmed || record.schedule || record.sent?.length || record.receipts.length > 0
        ? [[id, carriedOut(record)]]
        : [],
    ),
  )

/** @param newest reading, wherever it was made; a change may have made the page's own old */
function stepOf(step: StepId, newest: Reading | undefined, saved: Engagement, context: WizardContext): EngagementStep {
  const reading = newest ?? recordIn(context, step).reading
  const {
    pending: _,
    window: __,
    schedule: ___,
    sent: ____,
    applying: _____,
    confirmed: ______,
    ...before
  } = saved.steps[step] ?? NEVER_READ
  const done = carriedOut(recordIn(context, step))
  if (!reading) return { ...before, ...done }
  const { readAt, isProved: proved, planned, asks } = readPart(reading, context.attestations)
  return {
    readAt,
    proved,
    findings: reading.findings.map(({ key, id, status, title, seen }) => ({ key, id, status, title, seen })),
    planned,
    ...defined({ asks }),
    ...done,
  }
}

/** State restored on opening. */
export function remembered(procedure: Procedure, engagement: Engagement, recovered: readonly ContentOf<'recovered'>[]): Remembered {
  const { savedAt, account, reached, choices, attestations, steps, operations, end } = engagement
  return {
    savedAt,
    account: account.userName,
    reached,
    choices,
    attestations,
    steps: Object.fromEntries(stepIds(procedure).map((step) => [step, steps[step] ?? NEVER_READ])),
    operations,
    ...defined({ end }),
    recovered: recovered.map(sentence),
  }
}

export const sentence = ({ detail, keptAs }: ContentOf<'recovered'>): DisplayText =>
  keptAs === undefined ? detail : recoveredMessages.keptAs({ detail, file: keptAs })
