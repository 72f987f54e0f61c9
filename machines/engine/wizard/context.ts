import type { SnapshotFrom } from 'xstate'
import { defined } from '../../defined.ts'
import type { SignInProgress, SignInRequest } from '../../sign-in/sign-in.ts'
import type { Choices } from '../choices.ts'
import type { DecisionBasis } from '../decisions.ts'
import type { Baseline, Change } from '../drift/baseline.ts'
import type { OpenedHandOver } from '../handoff/hand-over.ts'
import { sameId } from '../ids.ts'
import { operationIds, type Procedure, stepIds, stepsBefore } from '../procedure.ts'
import type { StepContext, StepInput } from '../step/context.ts'
import type { Attestation, OperationId, SequenceId, StepId } from '../step/finding.ts'
import type { StepMachine } from '../step/machine.ts'
import type { Tenant } from '../step/ports.ts'
import type { Problem } from '../step/problems.ts'
import { type Carried, isProved, isStale, type Reading } from '../step/proof.ts'
import type { Preflight } from './preflight.ts'
import type { Remembered } from './remembered.ts'
import type { Said } from './said.ts'
import { SIDE_PAGES, type SidePage } from './side-pages.ts'
import type { StepRecord } from './step-record.ts'
import type { StepPhase, StepView } from './view-of-step.ts'

/** A sign-in that is to go on with what is open: under way, with what it waits for, or refused. */
type SigningInAgain =
  | { readonly state: 'running'; readonly progress?: SignInProgress }
  | { readonly state: 'refused'; readonly problem: Problem }

/** Latest snapshot of a loop beside the screen. */
interface SeenOther {
  readonly phase: StepPhase
  readonly context: StepContext
}

/** Purposes of reading all steps at once. */
export type ReadingAll = 'preflight' | 'handOver' | 'recovery' | 'drift'

export interface WizardContext extends DecisionBasis {
  readonly procedure: Procedure
  /** The step or operation whose loop is on screen. */
  readonly running?: SequenceId | undefined
  /** Steps and operations polled beside the screen, because they run at the services. */
  readonly following: readonly SequenceId[]
  /**
   * Latest snapshots of those loops, until their own page is opened. In memory only. Not used as readings: a failed poll reads nothing, and
   * a running operation can be about another environment.
   */
  readonly others: Readonly<Record<SequenceId, SeenOther>>
  /** Sign-in of the open tenant; absent in the practice tenant. Contains no secret. */
  readonly signedInBy?: SignInRequest | undefined
  /** The sign-in that is to go on with what is open, under way or refused. */
  readonly signInAgain?: SigningInAgain | undefined
  readonly missing?: StepView['missing'] | undefined
  readonly missingCount: number
  /** Target of Back from a side page. */
  readonly lastStep: StepId | 'closing'
  /** The last read of all four steps at once: memory only. It proves no step that its own page has not read. */
  readonly preflight?: Preflight | undefined
  /** The tenant was opened to be checked as a whole before any step. */
  readonly checkFirst: boolean
  /** The step to be handed over, where a finding led to that page. */
  readonly handingOver?: StepId | undefined
  /** A hand-over that was opened and may be taken over. */
  readonly handOver?: OpenedHandOver | undefined
  /**
   * The engagement's stored state when it was opened: statements, changes and past observations, until the steps are read and compared with
   * it. None of it counts as a reading.
   */
  readonly remembered?: Remembered | undefined
  /** The same of a record that waits until it may be taken up. */
  readonly found?: Remembered | undefined
  /** Statements about this environment that a record read later doesn't have yet. */
  readonly said: readonly Said[]
  /** When that was taken up, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly takenUpAt?: number | undefined
  /** State when the closing page was entered, kept as long as the end is the same. Drift is compared with it. */
  readonly atEnd?: Baseline | undefined
  /** Differences from the end in the last comparison. Time in milliseconds since 1970-01-01T00:00:00Z. */
  readonly drift?: { readonly at: number; readonly changes: readonly Change[] } | undefined
  /** Defects of reading all steps at once. A service's refusal is a finding. */
  readonly problems: Readonly<Partial<Record<ReadingAll, Problem | undefined>>>
  /** The environments around the chosen one, as they were read last: memory only. */
  readonly landscape?: ReadLandscape | undefined
}

/** Reading of the environments around the chosen one. */
export interface ReadLandscape {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly readAt: number
  readonly carried: Carried
  /** When something was changed since. */
  readonly oldSince?: number
  /** Why the newest reading failed: a defect, because what a service refuses is part of the reading. */
  readonly problem?: Problem
}

const unread: StepRecord = { phase: 'reading', receipts: [] }
const unreadOf = (ids: readonly SequenceId[]): Readonly<Record<SequenceId, StepRecord>> => Object.fromEntries(ids.map((id) => [id, unread]))
export interface TenantInput {
  readonly tenant: Tenant
  /** Absent in the practice tenant. */
  readonly signedInBy?: SignInRequest
  readonly choices: Choices
  readonly checkFirst: boolean
}

/** Records of a procedure that nothing was read or done of. */
export const unreadRecords = (procedure: Procedure): Pick<WizardContext, 'steps' | 'operations'> => ({
  steps: unreadOf(stepIds(procedure)),
  operations: unreadOf(operationIds(procedure)),
})

export const initialContext = (procedure: Procedure, input: TenantInput): WizardContext => ({
  ...input,
  ...unreadRecords(procedure),
  procedure,
  attestations: [],
  following: [],
  others: {},
  problems: {},
  missingCount: 0,
  lastStep: firstPlace(procedure),
  said: [],
})

export const firstPlace = ({ steps }: Procedure): WizardContext['lastStep'] => steps[0]?.id ?? 'closing'

export function recordIn({ steps, operations }: Pick<WizardContext, 'steps' | 'operations'>, id: SequenceId): StepRecord {
  const record = steps[id] ?? operations[id]
  if (!record) throw new Error(`The procedure has no ${id}`)
  return record
}

export const withRecord = (
  { steps, operations }: WizardContext,
  id: SequenceId,
  record: StepRecord,
): Partial<Pick<WizardContext, 'steps' | 'operations'>> =>
  id in operations ? { operations: { ...operations, [id]: record } } : { steps: { ...steps, [id]: record } }

/** The operation after the link that the services go on with, or that is to begin by itself. */
export const pendingOperation = ({ procedure, operations }: WizardContext): OperationId | undefined =>
  operationIds(procedure).find((id) => operations[id]?.pending !== undefined || operations[id]?.schedule !== undefined)

/** True when the step's last reading proves it. */
export const stepIsProved = (context: WizardContext, stepId: StepId): boolean =>
  isProved(recordIn(context, stepId).reading, context.attestations)

/** @param now milliseconds since 1970-01-01T00:00:00Z: a reading counts for some minutes only */
export function stepIsProvedAt(context: WizardContext, stepId: StepId, now: number): boolean {
  const { reading } = recordIn(context, stepId)
  return reading !== undefined && stepIsProved(context, stepId) && !isStale(reading, now)
}

/** A step opens when every earlier one is proved. What goes on in it at Microsoft can always be looked at: meanwhile the earlier ones may not be readable. */
export const stepIsOpen = (context: WizardContext, stepId: StepId): boolean =>
  recordIn(context, stepId).pending !== undefined ||
  stepsBefore(context.procedure, stepId).every((earlier) => stepIsProved(context, earlier))

/** True for a step that the person was at: its own page has read it, or something was done there. Another choice takes the reading away. */
function wasAt({ procedure, lastStep, ...context }: WizardContext, stepId: StepId): boolean {
  const order = [...stepIds(procedure), 'closing']
  const { reading, own, receipts, pending, schedule } = recordIn(context, stepId)
  const isRead = reading !== undefined && own !== undefined
  return order.indexOf(stepId) <= order.indexOf(lastStep) || isRead || receipts.length > 0 || (pending ?? schedule) !== undefined
}

/**
 * Where the way to an open step leads now: to itself, or to an earlier one that is to be read again first. Decision 0026: a reading that is
 * too old opens no step that the person was not at yet, however the person goes there.
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function stepOnTheWay(context: WizardContext, stepId: StepId, now: number): StepId {
  const before = stepsBefore(context.procedure, stepId).at(-1)
  if (before === undefined || wasAt(context, stepId) || stepIsProvedAt(context, before, now)) return stepId
  return stepOnTheWay(context, before, now)
}

/** The open steps whose way leads to this one now. */
export const stepsBeyond = (context: WizardContext, step: StepId, now: number): readonly StepId[] =>
  stepIds(context.procedure).filter((id) => id !== step && stepIsOpen(context, id) && stepOnTheWay(context, id, now) === step)

/** The end is reached once every step is proved. */
export const isReached = (context: WizardContext, place: WizardContext['lastStep']): boolean =>
  place === 'closing' ? stepIds(context.procedure).every((stepId) => stepIsProved(context, stepId)) : stepIsOpen(context, place)

/** True if Back may lead there from a side page: no further than the person was, and only to open pages. */
export function mayReturn(context: WizardContext, place: WizardContext['lastStep']): boolean {
  const order = [...stepIds(context.procedure), 'closing']
  if (order.indexOf(place) > order.indexOf(context.lastStep)) return false
  return isReached(context, place)
}

type StepSnapshot = SnapshotFrom<StepMachine>

export function stepInput(context: WizardContext, stepId: SequenceId): StepInput {
  const { procedure, choices, attestations, browsed, tenant, takenUpAt } = context
  const { reading, pending, window, schedule, unstarted, receipts, sent, ending } = recordIn(context, stepId)
  const before = stepsBefore(procedure, stepId).flatMap((id) => recordIn(context, id).reading ?? [])
  return {
    stepId,
    choices,
    attestations,
    ...defined({ browsed, reading }),
    // The change that made them outdated has ended, and its page was left before they were read again.
    ...(before.some(({ oldSince }) => oldSince !== undefined) ? { changed: 'ended' as const } : {}),
    ...defined({ pending, window, schedule, unstarted, account: tenant.account.userName, openedAt: takenUpAt }),
    ...(schedule ? { before } : {}),
    ...(receipts.length > 0 ? { earlier: receipts } : {}),
    ...(sent ? { sent } : {}),
    ...(ending ? { ending } : {}),
    ...defined({ readOnly: tenant.practice?.readOnly }),
  }
}

/** The phase of the step on screen, from its machine's state. */
export function phaseOf(step: StepSnapshot): StepPhase {
  if (step.matches('observing')) return 'reading'
  if (step.matches('choosing')) return 'choosing'
  if (step.matches('confirming') || step.matches('confirmingAgain')) return 'confirming'
  if (step.matches('scheduled')) return 'scheduled'
  if (step.matches('rechecking')) return 'rechecking'
  if (step.matches('applying')) return 'applying'
  if (step.matches('pausing') || step.matches('asking')) return 'pausing'
  if (step.matches('waiting')) return 'waiting'
  if (step.matches('stopped')) return 'stopped'
  return 'reviewing'
}

/** A choice starts the step's machine anew, so none is taken while it writes, confirms or waits. */
const CHOOSING: readonly StepPhase[] = ['reading', 'choosing', 'reviewing', 'stopped']

export const mayChoose = (context: WizardContext, id: SequenceId): boolean => CHOOSING.includes(recordIn(context, id).phase)

/** Confirmations for the steps before this one. Another choice here clears the confirmations for this step and later ones. */
export function attestedBefore(context: WizardContext, stepId: StepId): readonly Attestation[] {
  const earlier = stepsBefore(context.procedure, stepId).flatMap((each) => recordIn(context, each).reading?.findings ?? [])
  return context.attestations.filter((attestation) => earlier.some((finding) => finding.key === attestation.key))
}

// A schedule starts only while its own page runs.
const WRITING: readonly StepPhase[] = ['scheduled', 'rechecking', 'applying', 'pausing']

/** Confirmation with the person and the time. @param at milliseconds since 1970-01-01T00:00:00Z */
export function attestationOf({ tenant, steps, operations, preflight }: WizardContext, key: string, at: number): Attestation {
  const readings = [...Object.values(steps), ...Object.values(operations)].map(({ reading }) => reading)
  const findings = [...readings, ...(preflight?.readings ?? [])].flatMap((reading) => reading?.findings ?? [])
  const title = findings.find((finding) => finding.key === key)?.title
  return { key, by: tenant.account.userName, at, ...defined({ title }) }
}

export const attested = (
  { attestations }: Pick<WizardContext, 'attestations'>,
  attestation: Attestation,
): Pick<WizardContext, 'missing' | 'attestations'> => ({
  missing: undefined,
  attestations: [...attestations.filter(({ key }) => key !== attestation.key), attestation],
})

/** Steps to read again for one finding; all if the finding is unknown. */
export function stepsToRead(
  { procedure, preflight }: Pick<WizardContext, 'procedure' | 'preflight'>,
  event: { readonly type: string; readonly key?: unknown },
): readonly StepId[] {
  const holds = ({ findings }: Reading) => findings.some(({ key }) => key === event.key)
  const one = event.type === 'CHECK_ONE' ? (preflight?.readings.filter(holds) ?? []) : []
  const all = stepIds(procedure)
  return one.length > 0 ? all.filter((stepId) => one.some((reading) => reading.stepId === stepId)) : all
}

/** Changes follow by themselves: those that were confirmed, or what is scheduled. */
export const isToWrite = ({ phase, schedule, left = 0 }: StepRecord): boolean =>
  WRITING.includes(phase) || (phase === 'confirming' && schedule !== undefined) || (phase === 'waiting' && left > 0)

/** While something is being written, or is about to be, the page stays with it: another one would end the run. */
export const isFree = ({ steps, operations }: Pick<WizardContext, 'steps' | 'operations'>): boolean =>
  ![...Object.values(steps), ...Object.values(operations)].some(isToWrite)

/**
 * The steps after another choice in one of them: what was read for the choice before proves nothing, from there on. What something
 * is picked from stays on screen until it is read anew.
 */
export function unreadFrom({ procedure, steps }: Pick<WizardContext, 'procedure' | 'steps'>, stepId: StepId): WizardContext['steps'] {
  const before = stepsBefore(procedure, stepId)
  const records = Object.entries(steps).map(([id, kept]): readonly [StepId, StepRecord] => {
    const { reading, ending, confirmed, ...record } = kept
    if (before.includes(id)) return [id, kept]
    return [id, reading?.choiceMissing ? { ...record, reading } : record]
  })
  return Object.fromEntries(records)
}

/** Another environment: nothing that was seen or confirmed of the one before may count for this one. */
export function choosing(context: WizardContext, environmentId: string): Partial<WizardContext> {
  if (sameId(environmentId, context.choices.environmentId)) return {}
  const { procedure } = context
  const [first] = stepIds(procedure)
  const { steps, operations } = unreadRecords(procedure)
  const record = first === undefined ? undefined : unreadFrom(context, first)[first]
  return {
    choices: { environmentId, ...procedure.environment.keptForAnother(context.choices) },
    attestations: [],
    // Statements before the first choice are about the environment chosen first.
    said: context.choices.environmentId === undefined ? context.said : [],
    preflight: undefined,
    found: undefined,
    atEnd: undefined,
    drift: undefined,
    landscape: undefined,
    operations,
    // Operations of the previous environment would be recorded for this one.
    others: {},
    steps: first === undefined || !record ? steps : { ...steps, [first]: { ...record, pending: undefined } },
  }
}

/** The reading that saw the chosen environment last: after an operation the steps may not have been read again. */
export function newestOfEnvironment({
  steps,
  operations,
  preflight,
  choices,
}: Pick<WizardContext, 'steps' | 'operations' | 'preflight' | 'choices'>): Reading | undefined {
  const records = [...Object.values(steps), ...Object.values(operations)].flatMap(({ reading }) => reading ?? [])
  const isOld = ({ oldSince }: Reading): number => Number(oldSince !== undefined)
  // Outdated readings come last. Of two at the same time, the later in the sequence is newer, and sorting keeps their order.
  return [...records, ...(preflight?.readings ?? [])]
    .filter(({ environment }) => environment !== undefined && sameId(environment.id, choices.environmentId))
    .reverse()
    .sort((a, b) => isOld(a) - isOld(b) || b.readAt - a.readAt)[0]
}

/** The chosen environment as that one saw it. */
export const newestEnvironment = (context: Parameters<typeof newestOfEnvironment>[0]): Reading['environment'] =>
  newestOfEnvironment(context)?.environment

/** Operations open with what the steps lead to: also where no one can prove the steps any more. */
export function operationsAreOpen(context: WizardContext): boolean {
  const { procedure, atEnd, choices } = context
  const last = stepIds(procedure).at(-1)
  return (
    atEnd !== undefined ||
    pendingOperation(context) !== undefined ||
    procedure.isInPlace(choices, newestEnvironment(context)) ||
    (last !== undefined && stepIsProved(context, last))
  )
}

/** True if an operation can be opened: with the others, or as soon as its step is proved. */
export function operationIsOpen(context: WizardContext, operation: OperationId): boolean {
  const outline = context.procedure.operations.find(({ id }) => id === operation)
  if (outline === undefined) return false
  return operationsAreOpen(context) || (outline.opensAfter !== undefined && stepIsProved(context, outline.opensAfter))
}

/** The operation on screen; undefined for a step, and for a page beside them. */
export const operationIn = ({ running, operations }: Pick<WizardContext, 'running' | 'operations'>): OperationId | undefined =>
  running !== undefined && running in operations ? running : undefined

/** An operation comes on screen, with what it keeps in mind. */
export const opening = (context: WizardContext, operation: OperationId): Pick<WizardContext, 'running' | 'choices'> => ({
  running: operation,
  choices:
    context.procedure.operations.find(({ id }) => id === operation)?.opened(context.choices, newestEnvironment(context)) ?? context.choices,
})

/** The pages beside the steps that the procedure has. */
export function pagesOf({ coverage, operations, hasLandscape }: Procedure): readonly SidePage[] {
  const has: Partial<Record<SidePage, boolean>> = {
    coverage: coverage !== undefined,
    operations: operations.length > 0,
    landscape: hasLandscape === true,
  }
  return SIDE_PAGES.filter((page) => has[page] ?? true)
}

export const pageIsOpen = (context: WizardContext, page: SidePage): boolean =>
  pagesOf(context.procedure).includes(page) && (page !== 'operations' || (operationsAreOpen(context) && !isToBeCompared(context)))

/** The stored state was restored, and the steps weren't read since. Only the pages with the person's own answers come before that. */
export const isToBeCompared = ({ remembered }: Pick<WizardContext, 'remembered'>): boolean => remembered !== undefined
