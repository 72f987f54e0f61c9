import { assign, fromPromise, setup } from 'xstate'
import { defined } from '../../defined.ts'
import type { DisplayText } from '../../messages/message.ts'
import { isEntered } from '../../messages/one-line.ts'
import {
  type Action,
  type Actions,
  type Applied,
  describeAction,
  needsTypedName,
  type Pending,
  type Receipt,
  samePlan,
  takesUsersOffline,
} from '../action.ts'
import type { Refusal } from '../answer.ts'
import { namingGuards } from '../naming.ts'
import { mayBeScheduled, type Procedure } from '../procedure.ts'
import { type Confirmation, type ReadBeside, resetRun, type StepContext, type StepEvent, type StepInput, typedNameFor } from './context.ts'
import { endingMessages } from './ending-messages.ts'
import type { EndCause, Ending } from './ending-words.ts'
import { startProblem, windowProblem } from './maintenance-window.ts'
import { outcomeOf, sentChange } from './outcome.ts'
import { isOutOfReach, nextPollDelay, onTheClockNow, type Poll, withWhatIsKnown } from './poll.ts'
import type { Ports } from './ports.ts'
import { defect, isSent, type Problem, pauseBeforeRetry, problemWith, withEarlier } from './problems.ts'
import { blockingFindings, type Reading } from './proof.ts'
import {
  brokenIn,
  changedSince,
  type Observed,
  type Observing,
  observed,
  type Recheck,
  type Rechecked,
  recheck,
  recheckOf,
} from './recheck.ts'
import {
  CHECK_FAILED,
  CHOICE_MISSING,
  changedSinceScheduled,
  confirmedByAnother,
  lateness,
  latenessAfterStart,
  RUNNING_ALREADY,
  scheduleOf,
} from './schedule.ts'
import type { Schedule, ScheduleEnd } from './scheduled.ts'
import type { SentChange } from './sent.ts'

interface When {
  readonly context: StepContext
  readonly event: StepEvent | ReadBeside
}

/** Output of the rechecking actor, as guards and actions receive it. */
interface ReadAgain {
  readonly again: Recheck
}
interface Tried {
  readonly applied: Applied
}
interface Polled {
  readonly poll: Poll
}
interface Failed {
  readonly error: unknown
}

const naming = namingGuards<StepContext, When['event']>()

/** The change that is made now: `applying` is only entered with one queued. */
export function actionNow({ queue, position }: StepContext): Action {
  const action = queue[position]
  if (action === undefined) throw new Error('No change is under way')
  return action
}

/** In the words of the plan that was confirmed, which knows names of what services call by ID. */
const named = (actions: Actions, receipt: Receipt, context: StepContext): Receipt => ({
  ...receipt,
  title: describeAction(actions, actionNow(context), context.reading?.names).title,
})

/** The pending operation. `waiting` is entered only with one. */
export function pendingNow({ pending }: StepContext): Pending {
  if (pending === undefined) throw new Error('Nothing is waited for')
  return pending
}

/** The schedule. `scheduled` is entered only with one. */
export function scheduleNow({ schedule }: StepContext): Schedule {
  if (schedule === undefined) throw new Error('Nothing is scheduled')
  return schedule
}

/** The name is as it stands on the page. */
function isNamed(actions: Actions, reading: Reading, { typedName }: Confirmation): boolean {
  const wanted = typedNameFor(actions, reading)
  return wanted === undefined || isEntered(typedName, wanted)
}

/** The name is as it stands on the page, where one is asked for; and the window holds now, where users go offline. */
function isConfirmed(actions: Actions, { reading }: StepContext, said: Confirmation, now: number): boolean {
  if (reading === undefined || !needsTypedName(actions, reading.plan)) return true
  if (!isNamed(actions, reading, said)) return false
  return !takesUsersOffline(actions, reading.plan) || (said.window !== undefined && windowProblem(said.window, now) === undefined)
}

/** The same for a window that is yet to begin. */
const isConfirmedForLater = (actions: Actions, { reading }: StepContext, said: Confirmation, now: number): boolean =>
  reading !== undefined && isNamed(actions, reading, said) && said.window !== undefined && startProblem(said.window, now) === undefined

/** Nothing is offered to be applied while an earlier step is known not to hold. */
const canApply = (procedure: Procedure, { reading, before = [], attestations, readOnly }: StepContext): boolean =>
  !readOnly &&
  reading !== undefined &&
  reading.plan.length > 0 &&
  blockingFindings(reading, attestations).length === 0 &&
  brokenIn(procedure, reading.stepId, before, attestations) === undefined

const endingOf = ({ queue, position, ending }: StepContext, cause: EndCause): Ending | undefined =>
  queue.length > 0 || cause.by === 'operation' ? { planned: queue, position, cause } : ending

/** The change that started what is waited for, also where it was followed on from an earlier run. */
const startedBy = (actions: Actions, { queue, position, receipts, earlier = [] }: StepContext): DisplayText => {
  const action = queue[position]
  const receipt = [...earlier, ...receipts].findLast(({ pending }) => pending !== undefined)
  return action ? describeAction(actions, action).title : (receipt?.title ?? endingMessages.followed)
}

const isAsConfirmed = ({ reading: confirmed, attestations }: StepContext, { broken, reading }: Recheck): boolean =>
  broken === undefined &&
  reading.underway === undefined &&
  samePlan(reading.plan, confirmed?.plan ?? []) &&
  blockingFindings(reading, attestations).length === 0

/** Receipts once what was followed has ended: the one that started it says so. */
function withEnd({ earlier = [], receipts, pending: followed }: StepContext, { state }: Poll): Pick<StepContext, 'earlier' | 'receipts'> {
  const ended = state === 'succeeded' ? 'succeeded' : 'failed'
  const all = [...earlier, ...receipts]
  const marked = all.map((receipt): Receipt => {
    const { pending } = receipt
    const isIts = pending !== undefined && pending.kind === followed?.kind && pending.since === followed.since
    return isIts ? { ...receipt, ended } : receipt
  })
  return { earlier: marked.slice(0, earlier.length), receipts: marked.slice(earlier.length) }
}

/** Readings of other steps from before a change say nothing of what it came to. */
const WRITTEN = { changed: 'written', before: undefined } as const
const ENDED = { changed: 'ended', before: undefined } as const

/** A reading from before an outage doesn't apply after it. */
const outdated = ({ reading }: StepContext, at: number): Partial<StepContext> =>
  reading ? { reading: { ...reading, oldSince: at, findings: [] } } : {}

/** Context members for readings of other steps, if any. */
const seen = ({ before }: Pick<Observed, 'before'>): Pick<StepContext, 'changed'> & Partial<Pick<StepContext, 'before'>> => ({
  changed: undefined,
  ...defined({ before }),
})

const hasNext = ({ queue, position }: StepContext): boolean => position + 1 < queue.length

/** The questions that the loop asks before it moves. */
const guards = {
  // After a reading.
  isUnderway: ({ context }: When, { reading }: Observed) => context.pending !== undefined || reading.underway !== undefined,
  asksForChoice: ({ context }: When, { reading }: Observed) => reading.choiceMissing || context.editing,
  // Once for each change: the sequence says it with everything that it hears.
  isMadeOld: ({ context, event }: When) =>
    event.type === 'READ_BESIDE' && event.reading?.oldSince !== undefined && event.reading.oldSince !== context.reading?.oldSince,
  isOld: ({ context }: When) => context.reading?.oldSince !== undefined,
  isOther: ({ context, event }: When) => event.type === 'READ_BESIDE' && event.reading !== context.reading,
  hasChosen: ({ context }: When) => context.reading?.choiceMissing === false,
  // Before the first write.
  isUnderwayAlready: (_: When, { again }: ReadAgain) => again.reading.underway !== undefined,
  // After each write.
  isToBeFollowed: (_: When, { applied }: Tried) => applied.ok && applied.receipt.pending !== undefined,
  isDone: (_: When, { applied }: Tried) => applied.ok,
  asksForSignIn: ({ context }: When, { applied }: Tried) => !applied.ok && !context.stopAsked && applied.refusal.challenge !== undefined,
  isToBeTriedAgain: ({ context }: When, { applied }: Tried) =>
    !applied.ok && !context.stopAsked && pauseBeforeRetry(applied.refusal, context.attempts, 0) !== undefined,
  goesOn: ({ context }: When) => !context.stopAsked && hasNext(context),
  // While the services continue.
  isRunning: (_: When, { poll }: Polled) => poll.state === 'running',
  hasSucceeded: (_: When, { poll }: Polled) => poll.state === 'succeeded',
}

/** Setup of the loop: its actors, guards and actions by name. */
export function stepSetup(procedure: Procedure, ports: Ports) {
  const { actions } = procedure
  /** Everything that is said of earlier runs, by what was read now. */
  const judged = ({ ending, sent = [], earlier = [], receipts }: StepContext, reading: Reading) =>
    outcomeOf(actions, { ending, sent, earlier, receipts }, reading, ports.now())
  const withSent = ({ sent = [], queue, position, reading }: StepContext, refusal?: Refusal): readonly SentChange[] => {
    const action = queue[position]
    return action && (refusal === undefined || isSent(refusal))
      ? [...sent, sentChange(actions, action, reading, ports.now(), refusal)]
      : sent
  }
  const ended = (
    { schedule }: StepContext,
    end: ScheduleEnd['end'],
    why?: DisplayText,
  ): Pick<StepContext, 'schedule' | 'scheduleEnd' | 'unstarted'> => ({
    schedule: undefined,
    scheduleEnd: { at: ports.now(), end, ...defined({ why }) },
    // An immediate start hasn't begun yet: the last check may prevent it.
    unstarted: schedule && { how: end === 'canceled' ? end : 'not-started', schedule },
  })
  /** Cancels the schedule, if any. */
  const notStarted = (context: StepContext, why: DisplayText): Partial<StepContext> =>
    context.schedule ? ended(context, 'not-started', why) : {}
  /** Verdict of the first reading on a schedule from before the wizard's start. */
  const againstRestored = (
    { schedule, before = [], attestations, account, openedAt }: StepContext,
    reading: Reading,
  ): Problem | undefined =>
    schedule &&
    (latenessAfterStart(schedule, openedAt, ports.now()) ??
      confirmedByAnother(schedule, account) ??
      (reading.choiceMissing
        ? CHOICE_MISSING
        : changedSinceScheduled(procedure, schedule, recheckOf(procedure, reading, before, attestations), attestations)))
  /** Why a due schedule doesn't start; undefined if it does. */
  const againstStart = ({ schedule, lookedAt, attestations }: StepContext, again: Recheck): Problem | undefined =>
    schedule &&
    (lateness(schedule, lookedAt ?? schedule.setAt, ports.now()) ?? changedSinceScheduled(procedure, schedule, again, attestations))
  const isToBegin = (context: StepContext, again: Recheck): boolean =>
    isAsConfirmed(context, again) && againstStart(context, again) === undefined
  const isTooLate = (context: StepContext): Problem | undefined => {
    const schedule = scheduleNow(context)
    return lateness(schedule, context.lookedAt ?? schedule.setAt, ports.now())
  }
  /** A defect while a change is made: whether it was made is for a reading to say. */
  const broken = (context: StepContext, error: unknown): Partial<StepContext> => {
    const problem = defect(error)
    return { problem, sent: withSent(context), ending: endingOf(context, { by: 'defect', message: problem.meaning }), ...WRITTEN }
  }
  return setup({
    types: { context: {} as StepContext, events: {} as When['event'], input: {} as StepInput },
    actors: {
      observe: fromPromise<Observed, Observing>(({ input, signal }) => observed(procedure, ports, input, signal)),
      recheck: fromPromise<Recheck, Rechecked>(({ input, signal }) => recheck(procedure, ports, input, signal)),
      apply: fromPromise<Applied, Action>(({ input, signal }) => ports.apply(input, signal)),
      poll: fromPromise<Poll, Pending>(({ input, signal }) => ports.poll(input, signal)),
      sleep: fromPromise<void, number>(({ input, signal }) => ports.sleep(input, signal)),
    },
    guards: {
      ...guards,
      canApply: ({ context }: When) => canApply(procedure, context),
      isConfirmed: naming(
        'CONFIRM',
        () => true,
        (said, _, context) => isConfirmed(actions, context, said, ports.now()),
      ),
      isConfirmedForLater: naming(
        'SCHEDULE',
        ({ stepId, reading }) => mayBeScheduled(procedure, stepId, reading?.plan ?? []),
        (said, _, context) => isConfirmedForLater(actions, context, said, ports.now()),
      ),
      isStillScheduled: ({ context }: When, { reading }: Observed) =>
        context.schedule !== undefined && againstRestored(context, judged(context, reading).reading) === undefined,
      isTooLate: ({ context }: When) => isTooLate(context) !== undefined,
      isScheduled: ({ context }: When) => context.schedule !== undefined,
      isCalm: ({ context }: When, { applied }: Tried) => {
        const following = applied.ok && applied.receipt.pending ? actions.waitOf(applied.receipt.pending) : undefined
        return following?.takesDays === true && !following.unsettles && !hasNext(context)
      },
      isTime: ({ context }: When) => ports.now() >= scheduleNow(context).window.from,
      isTooEarly: ({ context }: When, { again }: ReadAgain) =>
        context.schedule !== undefined && ports.now() < context.schedule.window.from && isToBegin(context, again),
      isAsConfirmed: ({ context }: When, { again }: ReadAgain) => isToBegin(context, again),
    },
    actions: {
      // Statements of the person.
      attest: assign(({ context, event }) =>
        event.type === 'ATTEST'
          ? {
              attestations: [...context.attestations.filter(({ key }) => key !== event.attestation.key), event.attestation],
              isJustCanceled: undefined,
            }
          : {},
      ),
      edit: assign({ editing: true }),
      stopEditing: assign({ editing: false }),
      keepWindow: assign(({ event }) => (event.type === 'CONFIRM' ? { window: event.window } : {})),
      keepSchedule: assign(({ context, event }) =>
        event.type === 'SCHEDULE' && event.window && context.reading
          ? {
              schedule: scheduleOf(context.reading, event.window, ports.now(), context.account),
              scheduleEnd: undefined,
              unstarted: undefined,
              problem: undefined,
            }
          : {},
      ),
      // Shows the end of the earlier run again.
      cancelSchedule: assign(({ context }) => ({
        ...ended(context, 'canceled'),
        isJustCanceled: true as const,
        problem: context.reading && judged(context, context.reading).problem,
      })),
      forgetCanceling: assign({ isJustCanceled: undefined }),
      askForStart: assign({ isTimeAsked: undefined }),
      askForTime: assign({ isTimeAsked: true as const }),
      startNow: assign(({ context, event }) =>
        event.type === 'CONFIRM' ? { ...ended(context, 'started-now'), window: event.window } : {},
      ),
      // The clock, while something is scheduled.
      lookAtClock: assign(() => ({ lookedAt: ports.now() })),
      giveUpByClock: assign(({ context }) => {
        const problem = isTooLate(context)
        return problem ? { ...ended(context, 'not-started', problem.title), problem } : {}
      }),
      askToStop: assign({ stopAsked: true }),
      forgetProblem: assign({ problem: undefined, stays: undefined }),
      forgetEnding: assign({ ending: undefined }),
      // Results of a reading.
      keepReading: assign(({ context }, { reading, ...read }: Observed) => {
        const problem = againstRestored(context, reading)
        return {
          ...seen(read),
          stays: undefined,
          reading,
          ...(problem ? { problem, ...ended(context, 'not-started', problem.title) } : {}),
        }
      }),
      // Still scheduled: only what was read is new.
      keepWaiting: assign(({ context }, { reading }: Observed) => judged(context, reading)),
      judge: assign(({ context }, { reading, ...read }: Observed) => {
        const outcome = { ...seen(read), ...judged(context, reading) }
        const problem = againstRestored(context, outcome.reading)
        if (problem) return { ...outcome, stays: undefined, problem, ...ended(context, 'not-started', problem.title) }
        return { ...outcome, stays: undefined, problem: outcome.problem ?? context.stays }
      }),
      // The earlier run is reported after this one ends.
      follow: assign(({ context }, { reading, ...read }: Observed) => ({
        ...seen(read),
        ...judged(context, reading),
        ...notStarted(context, RUNNING_ALREADY),
        unstarted: undefined,
        reading,
        problem: undefined,
        stays: undefined,
        pending: context.pending ?? reading.underway,
        // The last change of this run is still its own. Another one doesn't follow a reading that no one confirmed.
        ...(context.pending && !hasNext(context) ? {} : { queue: [], position: 0 }),
      })),
      takeReading: assign(({ context, event }) => {
        if (event.type !== 'READ_BESIDE' || !event.reading) return {}
        const outcome = judged(context, event.reading)
        // This reading resolves the previous one's unknowns; problems of a start stay.
        const isAnswered = context.reading !== undefined && judged(context, context.reading).problem !== undefined
        return { ...outcome, problem: outcome.problem ?? (isAnswered ? undefined : context.problem) }
      }),
      // The plan that is being confirmed stays as it was read.
      markOld: assign(({ context, event }) => {
        const oldSince = event.type === 'READ_BESIDE' ? event.reading?.oldSince : undefined
        return context.reading && oldSince !== undefined ? { reading: { ...context.reading, oldSince } } : {}
      }),
      // The person has not asked for this reading: what was said to them before stays.
      keepProblem: assign(({ context }) => ({ stays: context.problem })),
      // Results of the reading before the first write.
      beginRun: assign(({ context }, { again: { reading, before } }: ReadAgain) => {
        const { sent, receipts } = judged(context, reading)
        return {
          ...resetRun,
          ...(context.schedule ? { ...ended(context, 'started'), window: context.schedule.window } : {}),
          unstarted: undefined,
          reading,
          before,
          queue: reading.plan,
          problem: undefined,
          ending: undefined,
          sent,
          earlier: [...(context.earlier ?? []), ...receipts],
        }
      }),
      followInstead: assign(({ context }, { again: { reading, before } }: ReadAgain) => ({
        ...resetRun,
        ...judged(context, reading),
        ...notStarted(context, RUNNING_ALREADY),
        unstarted: undefined,
        reading,
        before,
        problem: undefined,
        pending: reading.underway,
      })),
      sayWhatChanged: assign(({ context }, { again }: ReadAgain) => {
        const changed = againstStart(context, again) ?? changedSince(procedure, again, context.reading?.plan ?? [], context.attestations)
        const outcome = judged(context, again.reading)
        const problem = withEarlier(changed, outcome.problem)
        return { ...outcome, ...notStarted(context, problem.title), before: again.before, problem }
      }),
      // Writing.
      beginAttempt: assign(({ context }) => ({
        actionStartedAt: context.attempts === 0 ? ports.now() : context.actionStartedAt,
        retryAt: undefined,
      })),
      keepReceipt: assign(({ context }, { applied }: Tried) =>
        applied.ok
          ? {
              receipts: [...context.receipts, named(procedure.actions, applied.receipt, context)],
              attempts: 0,
              ...(applied.receipt.written ? WRITTEN : {}),
            }
          : {},
      ),
      followChange: assign((_, { applied }: Tried) => ({
        pending: applied.ok ? applied.receipt.pending : undefined,
        problem: undefined,
        polls: 0,
        lastPoll: undefined,
        lastPollAt: undefined,
      })),
      planRetry: assign(({ context }, { applied }: Tried) =>
        applied.ok
          ? {}
          : {
              problem: problemWith(actions, actionNow(context), applied.refusal, context.reading?.names),
              retryAt: ports.now() + (pauseBeforeRetry(applied.refusal, context.attempts, ports.random()) ?? 0),
              attempts: context.attempts + 1,
              sent: withSent(context, applied.refusal),
            },
      ),
      noteAsking: assign(({ context }, { applied }: Tried) =>
        applied.ok
          ? {}
          : { problem: problemWith(actions, actionNow(context), applied.refusal, context.reading?.names), attempts: 0, retryAt: undefined },
      ),
      endByRefusal: assign(({ context }, { applied }: Tried) => {
        if (applied.ok) return {}
        const problem = problemWith(actions, actionNow(context), applied.refusal, context.reading?.names)
        const ending = endingOf(context, { by: 'refusal', problem })
        const sent = withSent(context, applied.refusal)
        return { problem, ending, sent, attempts: 0, ...(sent.length > (context.sent?.length ?? 0) ? WRITTEN : {}) }
      }),
      holdRetry: assign({ retryAt: undefined }),
      giveUpRetry: assign(({ context }) => ({
        attempts: 0,
        retryAt: undefined,
        ...(context.problem ? { ending: endingOf(context, { by: 'refusal', problem: context.problem }) } : {}),
      })),
      goToNext: assign(({ context }) => ({ position: context.position + 1, attempts: 0, problem: undefined })),
      endRun: assign(({ context }) => ({
        problem: undefined,
        stopAsked: false,
        ending: hasNext(context) ? endingOf(context, { by: 'person' }) : context.ending,
      })),
      // Waiting.
      setClock: assign(({ context }) => onTheClockNow(context, ports.now())),
      planPoll: assign(({ context }, { poll }: Polled) => ({
        lastPoll: withWhatIsKnown(poll, context.lastPoll),
        lastPollAt: ports.now(),
        outOfReachSince: isOutOfReach(poll.refusal) ? (context.outOfReachSince ?? ports.now()) : undefined,
        polls: context.polls + 1,
        nextPollAt: ports.now() + nextPollDelay(context.polls, poll.retryAfterSeconds),
      })),
      keepLastPoll: assign(({ context }, { poll }: Polled) => ({
        ...withEnd(context, poll),
        lastPoll: poll,
        lastPollAt: ports.now(),
        pending: undefined,
        ...(actions.waitOf(pendingNow(context)).unsettles ? { ...ENDED, ...outdated(context, ports.now()) } : WRITTEN),
      })),
      endByOperation: assign(({ context }, { poll }: Polled) => ({
        stopAsked: false,
        ending: endingOf(context, { by: 'operation', title: startedBy(actions, context), poll }),
      })),
      // Defects of the wizard.
      noteDefect: assign(({ context }, { error }: Failed) => ({ problem: defect(error), ...notStarted(context, CHECK_FAILED) })),
      noteBroken: assign(({ context }, { error }: Failed) => broken(context, error)),
    },
  })
}
