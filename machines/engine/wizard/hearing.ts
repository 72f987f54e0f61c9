import type { SnapshotFrom } from 'xstate'
import { defined } from '../../defined.ts'
import { knowsAction, type Receipt, sameReceipt } from '../action.ts'
import type { Challenge } from '../answer.ts'
import { endedIn, newerOf, overtaken, touched, writtenIn } from '../ledger/ledger.ts'
import { isStep, type Procedure, stepIds, stepsBefore, stepWith } from '../procedure.ts'
import type { SequenceId, StepId } from '../step/finding.ts'
import type { StepMachine } from '../step/machine.ts'
import { outcomeOf } from '../step/outcome.ts'
import { currentOf, type Reading } from '../step/proof.ts'
import { followed } from '../step/recheck.ts'
import { phaseOf, recordIn, type WizardContext, withRecord } from './context.ts'
import type { Preflight } from './preflight.ts'
import type { StepRecord } from './step-record.ts'

type StepSnapshot = SnapshotFrom<StepMachine>

/**
 * Receipts of a step: what its present run has, on top of earlier runs. A run's receipts are recognised by their time, so
 * that a snapshot seen twice adds nothing.
 */
function mergeReceipts(before: readonly Receipt[], run: readonly Receipt[]): readonly Receipt[] {
  // The run knows more of one than was kept: how what it started has ended.
  return [
    ...before.map((receipt) => run.find((each) => sameReceipt(each, receipt)) ?? receipt),
    ...run.filter((receipt) => !before.some((each) => sameReceipt(each, receipt))),
  ]
}

/** One of each service, and none twice. */
function challengesIn({ problem, lastPoll, reading }: StepSnapshot['context']): readonly Challenge[] | undefined {
  const refusals = [problem?.refusal, lastPoll?.refusal, ...(reading?.findings ?? []).map(({ refusal }) => refusal)]
  const byScope = new Map(refusals.flatMap((refusal) => (refusal?.challenge ? [[refusal.challenge.scope, refusal.challenge]] : [])))
  return byScope.size === 0 ? undefined : [...byScope.values()]
}

const RUNNING: readonly StepRecord['phase'][] = ['applying', 'pausing', 'waiting']

/** Changes of the current run; afterward of the last one, while a reading plans some. */
function confirmedIn({ queue, reading }: StepSnapshot['context'], phase: StepRecord['phase'], before: StepRecord): number | undefined {
  if (RUNNING.includes(phase) && queue.length > 0) return queue.length
  return currentOf(reading)?.plan.length === 0 ? undefined : before.confirmed
}

/** Absent without a run. */
function leftIn({ queue, position, stopAsked }: StepSnapshot['context'], phase: StepRecord['phase']): number | undefined {
  if (!RUNNING.includes(phase)) return undefined
  return stopAsked ? 0 : Math.max(0, queue.length - position - 1)
}

export function recordOf(snapshot: StepSnapshot, before: StepRecord): StepRecord {
  const { context } = snapshot
  const phase = phaseOf(snapshot)
  return {
    phase,
    // A reading made beside the loop, or marked as outdated, stays until the loop reads again. Times don't decide: a clock can be set back.
    reading: context.reading === before.own ? before.reading : context.reading,
    own: context.reading,
    challenges: challengesIn(context),
    pending: context.pending,
    receipts: mergeReceipts(before.receipts, [...(context.earlier ?? []), ...context.receipts]),
    window: context.window ?? before.window,
    schedule: context.schedule,
    unstarted: context.unstarted,
    scheduleEnd: context.scheduleEnd ?? before.scheduleEnd,
    sent: context.sent,
    left: leftIn(context, phase),
    confirmed: confirmedIn(context, phase, before),
    ending: context.ending,
  }
}

/**
 * Context after a snapshot of a step's or operation's machine. Its changes make other readings outdated.
 * @param at milliseconds since 1970-01-01T00:00:00Z
 */
export function heard(context: WizardContext, id: SequenceId, snapshot: StepSnapshot, at: number): WizardContext {
  const before = recordIn(context, id)
  const record = recordOf(snapshot, before)
  const touched = withOvertaken(withTouched(context, id, before, record, at), id, before, record)
  const steps = withRead(touched, snapshot.context.before ?? [], at)
  return {
    ...touched,
    steps,
    ...withRecord({ ...touched, steps }, id, record),
    ...(record.reading === before.reading ? {} : following(context, id, record)),
  }
}

/** Confirmations without this step's own, whose subject has changed. */
function attestedBeside(context: WizardContext, stepId: StepId): WizardContext['attestations'] {
  const findings = recordIn(context, stepId).reading?.findings ?? []
  return context.attestations.filter((attestation) => !findings.some(({ key }) => key === attestation.key))
}

/** Choices after a completed operation that changes their subject; empty if they stay. */
function following(
  context: WizardContext,
  id: SequenceId,
  { reading }: StepRecord,
): Partial<Pick<WizardContext, 'choices' | 'attestations'>> {
  const { procedure, choices } = context
  const now = followed(procedure, id, choices, reading)
  const follows = procedure.operations.find((each) => each.id === id)?.follows
  return now === choices || !follows ? {} : { choices: now, attestations: attestedBeside(context, follows.of) }
}

/**
 * The readings that a loop has made old. While something runs, the steps before its own are left: they were read right before it began, and
 * say nothing of what it changes.
 */
function withTouched(context: WizardContext, id: SequenceId, before: StepRecord, now: StepRecord, at: number): WizardContext {
  const { procedure } = context
  const [written, ended] = [writtenIn(procedure.actions, before, now), endedIn(before, now)]
  if (written.length + ended.length === 0) return context
  const own = stepOfChanges(procedure, id, now)
  const after = (reading: Reading): Reading => {
    const isEarlier = own !== undefined && stepsBefore(procedure, own).includes(reading.stepId)
    return touched(reading, isEarlier ? ended : [...written, ...ended], at)
  }
  return {
    ...withReadings(context, id, after),
    // An earlier comparison no longer applies.
    drift: undefined,
    ...(context.landscape ? { landscape: { ...context.landscape, oldSince: context.landscape.oldSince ?? at } } : {}),
  }
}

/** After a reading that shows a lock, its end, or another holder: earlier readings may no longer be true. */
function withOvertaken(context: WizardContext, id: SequenceId, before: StepRecord, { reading }: StepRecord): WizardContext {
  return reading === undefined || reading === before.reading ? context : withReadings(context, id, overtakenBy(context, [reading]))
}

/** The last step is the one that adds the environment. */
const overtakenBy =
  ({ procedure }: Pick<WizardContext, 'procedure'>, readings: readonly Reading[]) =>
  (each: Reading): Reading =>
    readings.reduce((now, newer) => overtaken(now, newer, stepIds(procedure).at(-1)), each)

const marked = (records: WizardContext['steps'], after: (reading: Reading) => Reading, own?: SequenceId): WizardContext['steps'] =>
  Object.fromEntries(
    Object.entries(records).map(([id, record]) => {
      const reading = id === own ? record.reading : record.reading && after(record.reading)
      return [id, reading === record.reading ? record : { ...record, ...defined({ reading }) }]
    }),
  )

/** All readings but the loop's own, as they count then. */
function withReadings(context: WizardContext, id: SequenceId, after: (reading: Reading) => Reading): WizardContext {
  const { preflight } = context
  return {
    ...context,
    steps: marked(context.steps, after, id),
    operations: marked(context.operations, after, id),
    preflight: preflight && { ...preflight, readings: preflight.readings.map(after) },
  }
}

/** The step whose parts a loop changes: its own, or of an operation the one that its last change belongs to. */
function stepOfChanges(procedure: Procedure, id: SequenceId, { receipts }: StepRecord): StepId | undefined {
  if (isStep(procedure, id)) return id
  const kind = receipts.at(-1)?.kind
  return kind === undefined || !knowsAction(procedure.actions, { kind })
    ? undefined
    : stepWith(procedure, procedure.actions.definitionOf({ kind }))
}

/**
 * The steps once they were read beside something else: the newest reading of a step is the one that every page shows. One that wasn't read
 * by itself yet is proved by its own page alone, and the step on screen isn't replaced while it reads, asks, or writes. What contradicts a
 * reading makes it old.
 * @param at milliseconds since 1970-01-01T00:00:00Z
 */
export function withRead(
  { procedure, steps, running }: Pick<WizardContext, 'procedure' | 'steps' | 'running'>,
  readings: readonly Reading[],
  at: number,
): WizardContext['steps'] {
  const read = readings.flatMap((reading): readonly (readonly [StepId, StepRecord])[] => {
    const record = steps[reading.stepId]
    if (!record?.reading || record.reading.choiceMissing || reading.choiceMissing) return []
    if (reading.stepId === running && record.phase !== 'reviewing') return []
    const newest = newerOf(record.reading, reading)
    if (newest === record.reading) return []
    const { sent = [], receipts } = record
    return [[reading.stepId, { ...record, reading: outcomeOf(procedure.actions, { sent, receipts, earlier: [] }, newest, at).reading }]]
  })
  return marked(read.length === 0 ? steps : { ...steps, ...Object.fromEntries(read) }, overtakenBy({ procedure }, readings))
}

/** After a check of all steps. A check of one finding keeps the other readings, and what it shows may contradict them. */
export function withPreflight(
  context: WizardContext,
  preflight: Preflight,
  at: number,
): Pick<WizardContext, 'preflight' | 'steps' | 'operations'> {
  const after = overtakenBy(context, preflight.readings)
  return {
    preflight: { ...preflight, readings: preflight.readings.map(after) },
    steps: withRead(context, preflight.readings, at),
    operations: marked(context.operations, after),
  }
}

/** Context after a snapshot of the loop on screen. */
export function keptRecord(context: WizardContext, id: SequenceId, snapshot: StepSnapshot, at: number): WizardContext {
  const now = heard(context, id, snapshot, at)
  const [was, is] = [recordIn(context, id).phase, recordIn(now, id).phase]
  // “It is being read” is over when it has been read; what has to be fixed stays until the person acts.
  return context.missing?.target === 'page' && is !== was && is !== 'reading' ? { ...now, missing: undefined } : now
}
