import { assign, fromPromise, setup } from 'xstate'
import type { DisplayText } from '../../messages/message.ts'
import { present } from '../../present.ts'
import { type Action, type Actions, type Applied, describeAction, needsTypedName, type Pending, type Receipt, samePlan } from '../action.ts'
import type { Refusal } from '../answer.ts'
import type { Choices } from '../choices.ts'
import type { Procedure } from '../procedure.ts'
import { endingMessages } from './ending-messages.ts'
import type { EndCause, Ending } from './ending-words.ts'
import type { Attestation, SequenceId } from './finding.ts'
import { type MaintenanceWindow, windowProblem } from './maintenance-window.ts'
import { outcomeOf, sentChange } from './outcome.ts'
import { isOutOfReach, nextPollDelay, onTheClockNow, type Poll, withWhatIsKnown } from './poll.ts'
import type { Ports } from './ports.ts'
import { defect, isSent, type Problem, pauseBeforeRetry, problemWith } from './problems.ts'
import { blockingFindings, type Reading } from './proof.ts'
import { changedSince, type Recheck, type Rechecked, recheck } from './recheck.ts'
import type { SentChange } from './sent.ts'

export interface StepInput {
  readonly stepId: SequenceId
  readonly choices: Choices
  readonly browsed?: string
  readonly attestations: readonly Attestation[]
  /** What ran when the step was left: followed on. */
  readonly pending?: Pending
  /** The last reading, shown greyed until the new one is there. */
  readonly reading?: Reading
  /** Stated when what runs was confirmed. */
  readonly window?: MaintenanceWindow
  /** Of earlier runs of this step. */
  readonly earlier?: readonly Receipt[]
  /** Changes whose answer was lost, until a reading shows what came of them. */
  readonly sent?: readonly SentChange[]
  /** How the last run ended, where it ended early. */
  readonly ending?: Ending
  /** True: show the form, though a choice has been made. */
  readonly editing: boolean
}

export interface StepContext extends Omit<StepInput, 'pending' | 'reading' | 'window' | 'ending'> {
  readonly reading?: Reading | undefined
  /** The earlier steps, as they were read again before the first write. */
  readonly before?: readonly Reading[] | undefined
  readonly problem?: Problem | undefined
  readonly ending?: Ending | undefined
  /** Part of the confirmation, where users are cut off or something cannot be taken back. */
  readonly window?: MaintenanceWindow | undefined
  /** The confirmed plan while it is carried out. */
  readonly queue: readonly Action[]
  readonly position: number
  readonly actionStartedAt: number
  readonly attempts: number
  readonly retryAt?: number | undefined
  readonly stopAsked: boolean
  /** Receipts of the queue, in its order. */
  readonly receipts: readonly Receipt[]
  readonly pending?: Pending | undefined
  readonly polls: number
  readonly lastPoll?: Poll | undefined
  readonly lastPollAt?: number | undefined
  readonly nextPollAt?: number | undefined
  /** Since when no look has got any answer. */
  readonly outOfReachSince?: number | undefined
}

/** What a person states before the first write. The window only where a name is typed as well. */
export interface Confirmation {
  readonly typedName: string
  readonly window?: MaintenanceWindow
}

export type StepEvent =
  | { readonly type: 'CHANGE_CHOICES' }
  | { readonly type: 'CHECK_AGAIN' }
  | { readonly type: 'ATTEST'; readonly attestation: Attestation }
  | { readonly type: 'REVIEW_PLAN' }
  | ({ readonly type: 'CONFIRM' } & Confirmation)
  | { readonly type: 'CANCEL' }
  | { readonly type: 'STOP_AFTER_THIS' }
  | { readonly type: 'POLL_NOW' }
  /** Holds the next try back until the person says when. */
  | { readonly type: 'PAUSE' }

/** The name to type before a plan that cuts users off or cannot be taken back; nothing for any other plan. */
export const typedNameFor = (actions: Actions, reading: Reading | undefined): string | undefined =>
  reading && needsTypedName(actions, reading.plan) ? reading.environment?.displayName : undefined

/** The name is as it stands on the page, and the window holds now; neither is asked for where everything can be taken back and nobody is cut off. */
function isConfirmed(actions: Actions, { reading }: StepContext, { typedName, window }: Confirmation, now: number): boolean {
  if (reading === undefined || !needsTypedName(actions, reading.plan)) return true
  const wanted = typedNameFor(actions, reading)
  return (wanted === undefined || typedName.trim() === wanted.trim()) && window !== undefined && windowProblem(window, now) === undefined
}

const canApply = ({ reading, attestations }: StepContext): boolean =>
  reading !== undefined && reading.plan.length > 0 && blockingFindings(reading, attestations).length === 0

const endingOf = ({ queue, position, ending }: StepContext, cause: EndCause): Ending | undefined =>
  queue.length > 0 || cause.by === 'operation' ? { planned: queue, position, cause } : ending

/** The change that started what is waited for, also where it was followed on from an earlier run. */
const startedBy = (actions: Actions, { queue, position, receipts, earlier = [] }: StepContext): DisplayText => {
  const action = queue[position]
  const receipt = [...earlier, ...receipts].findLast(({ pending }) => pending !== undefined)
  return action ? describeAction(actions, action).title : (receipt?.title ?? endingMessages.followed)
}

const resetRun = {
  queue: [],
  position: 0,
  attempts: 0,
  retryAt: undefined,
  stopAsked: false,
  receipts: [],
  pending: undefined,
  polls: 0,
  lastPoll: undefined,
  lastPollAt: undefined,
  nextPollAt: undefined,
  outOfReachSince: undefined,
} as const

/**
 * One machine for every step: observe, check, plan, confirm, apply, observe again. No write hides in a bare invoke: each
 * action reads first and is safe to repeat, and each run of the loop ends in an observation, which alone can prove the step.
 */
export function createStepMachine(procedure: Procedure, ports: Ports) {
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
  /** A defect while a change is made: whether it was made is for a reading to say. */
  const broken = (context: StepContext, error: unknown): Partial<StepContext> => {
    const problem = defect(error)
    return { problem, sent: withSent(context), ending: endingOf(context, { by: 'defect', message: problem.meaning }) }
  }
  return setup({
    types: { context: {} as StepContext, events: {} as StepEvent, input: {} as StepInput },
    actors: {
      observe: fromPromise<Reading, Pick<StepInput, 'stepId' | 'choices'> & { browsed: string | undefined }>(({ input, signal }) =>
        ports.observe(input.stepId, input.choices, input.browsed, signal),
      ),
      recheck: fromPromise<Recheck, Rechecked>(({ input, signal }) => recheck(procedure, ports, input, signal)),
      apply: fromPromise<Applied, Action>(({ input, signal }) => ports.apply(input, signal)),
      poll: fromPromise<Poll, Pending>(({ input, signal }) => ports.poll(input, signal)),
      sleep: fromPromise<void, number>(({ input, signal }) => ports.sleep(input, signal)),
    },
  }).createMachine({
    id: 'step',
    context: ({ input }) => ({ ...input, ...resetRun, actionStartedAt: 0, ...present({ pending: input.pending }) }),
    initial: 'observing',
    on: {
      ATTEST: {
        actions: assign({
          attestations: ({ context, event }) => [
            ...context.attestations.filter((each) => each.key !== event.attestation.key),
            event.attestation,
          ],
        }),
      },
    },
    states: {
      observing: {
        invoke: {
          src: 'observe',
          input: ({ context }) => ({ stepId: context.stepId, choices: context.choices, browsed: context.browsed }),
          onDone: [
            {
              guard: ({ context, event }) => context.pending !== undefined || event.output.underway !== undefined,
              target: 'waiting',
              // What ran before is told once this has ended.
              actions: assign(({ context, event }) => ({
                ...judged(context, event.output),
                reading: event.output,
                problem: undefined,
                pending: context.pending ?? event.output.underway,
                queue: [],
                position: 0,
              })),
            },
            {
              guard: ({ context, event }) => event.output.choiceMissing || context.editing,
              target: 'choosing',
              actions: assign({ reading: ({ event }) => event.output }),
            },
            {
              target: 'reviewing',
              actions: assign(({ context, event }) => judged(context, event.output)),
            },
          ],
          onError: { target: 'stopped', actions: assign({ problem: ({ event }) => defect(event.error) }) },
        },
      },
      choosing: {
        on: {
          CHECK_AGAIN: { target: 'observing' },
          CANCEL: {
            guard: ({ context }) => context.reading?.choiceMissing === false,
            target: 'reviewing',
            actions: assign({ editing: false }),
          },
        },
      },
      reviewing: {
        on: {
          CHECK_AGAIN: { target: 'observing', actions: assign({ problem: undefined, ending: undefined }) },
          CHANGE_CHOICES: { target: 'choosing', actions: assign({ editing: true }) },
          REVIEW_PLAN: { guard: ({ context }) => canApply(context), target: 'confirming' },
        },
      },
      confirming: {
        on: {
          CONFIRM: {
            guard: ({ context, event }) => isConfirmed(actions, context, event, ports.now()),
            target: 'rechecking',
            actions: assign({ window: ({ event }) => event.window }),
          },
          CANCEL: { target: 'reviewing' },
        },
      },
      rechecking: {
        invoke: {
          src: 'recheck',
          input: ({ context }) => ({ stepId: context.stepId, choices: context.choices, attestations: context.attestations }),
          onDone: [
            {
              guard: ({ context, event }) =>
                event.output.broken === undefined &&
                event.output.reading.underway === undefined &&
                samePlan(event.output.reading.plan, context.reading?.plan ?? []) &&
                blockingFindings(event.output.reading, context.attestations).length === 0,
              target: 'applying',
              actions: assign({
                ...resetRun,
                reading: ({ event }) => event.output.reading,
                before: ({ event }) => event.output.before,
                queue: ({ event }) => event.output.reading.plan,
                problem: undefined,
                ending: undefined,
                sent: ({ context, event }) => judged(context, event.output.reading).sent,
                earlier: ({ context, event }) => [...(context.earlier ?? []), ...judged(context, event.output.reading).receipts],
              }),
            },
            {
              guard: ({ event }) => event.output.reading.underway !== undefined,
              target: 'waiting',
              actions: assign(({ context, event }) => ({
                ...resetRun,
                ...judged(context, event.output.reading),
                reading: event.output.reading,
                before: event.output.before,
                problem: undefined,
                pending: event.output.reading.underway,
              })),
            },
            {
              target: 'reviewing',
              actions: assign(({ context, event }) => ({
                ...judged(context, event.output.reading),
                before: event.output.before,
                problem: changedSince(procedure, event.output, context.reading?.plan ?? [], context.attestations),
              })),
            },
          ],
          onError: { target: 'stopped', actions: assign({ problem: ({ event }) => defect(event.error) }) },
        },
      },
      applying: {
        entry: assign({
          actionStartedAt: ({ context }) => (context.attempts === 0 ? ports.now() : context.actionStartedAt),
          retryAt: undefined,
        }),
        on: { STOP_AFTER_THIS: { actions: assign({ stopAsked: true }) } },
        invoke: {
          src: 'apply',
          input: ({ context }) => context.queue[context.position] as Action,
          onDone: [
            {
              guard: ({ event }) => event.output.ok && event.output.receipt.pending !== undefined,
              target: 'waiting',
              actions: assign({
                receipts: ({ context, event }) => (event.output.ok ? [...context.receipts, event.output.receipt] : context.receipts),
                pending: ({ event }) => (event.output.ok ? event.output.receipt.pending : undefined),
                problem: undefined,
                polls: 0,
                lastPoll: undefined,
                lastPollAt: undefined,
                attempts: 0,
              }),
            },
            {
              guard: ({ event }) => event.output.ok,
              target: 'nextAction',
              actions: assign({
                receipts: ({ context, event }) => (event.output.ok ? [...context.receipts, event.output.receipt] : context.receipts),
                attempts: 0,
              }),
            },
            {
              guard: ({ context, event }) =>
                !event.output.ok && !context.stopAsked && pauseBeforeRetry(event.output.refusal, context.attempts, 0) !== undefined,
              target: 'pausing',
              actions: assign({
                problem: ({ context, event }) =>
                  event.output.ok ? undefined : problemWith(actions, context.queue[context.position] as Action, event.output.refusal),
                retryAt: ({ context, event }) =>
                  event.output.ok
                    ? undefined
                    : ports.now() + (pauseBeforeRetry(event.output.refusal, context.attempts, ports.random()) ?? 0),
                attempts: ({ context }) => context.attempts + 1,
                sent: ({ context, event }) => (event.output.ok ? context.sent : withSent(context, event.output.refusal)),
              }),
            },
            {
              target: 'observing',
              actions: assign(({ context, event }) => {
                if (event.output.ok) return {}
                const problem = problemWith(actions, context.queue[context.position] as Action, event.output.refusal)
                const ending = endingOf(context, { by: 'refusal', problem })
                return { problem, ending, sent: withSent(context, event.output.refusal), attempts: 0 }
              }),
            },
          ],
          onError: { target: 'stopped', actions: assign(({ context, event }) => broken(context, event.error)) },
        },
      },
      pausing: {
        initial: 'counting',
        on: {
          STOP_AFTER_THIS: {
            target: 'observing',
            actions: assign(({ context }) => ({
              attempts: 0,
              retryAt: undefined,
              ...(context.problem ? { ending: endingOf(context, { by: 'refusal', problem: context.problem }) } : {}),
            })),
          },
          POLL_NOW: { target: 'applying' },
        },
        states: {
          counting: {
            on: { PAUSE: { target: 'held', actions: assign({ retryAt: undefined }) } },
            invoke: {
              src: 'sleep',
              input: ({ context }) => Math.max(0, (context.retryAt ?? 0) - ports.now()),
              onDone: { target: '#step.applying' },
              onError: { target: '#step.stopped', actions: assign({ problem: ({ event }) => defect(event.error) }) },
            },
          },
          held: {},
        },
      },
      nextAction: {
        always: [
          {
            guard: ({ context }) => !context.stopAsked && context.position + 1 < context.queue.length,
            target: 'applying',
            actions: assign({ position: ({ context }) => context.position + 1, attempts: 0, problem: undefined }),
          },
          {
            target: 'observing',
            actions: assign({
              problem: undefined,
              stopAsked: false,
              ending: ({ context }) => (context.position + 1 < context.queue.length ? endingOf(context, { by: 'person' }) : context.ending),
            }),
          },
        ],
      },
      waiting: {
        initial: 'polling',
        on: { STOP_AFTER_THIS: { actions: assign({ stopAsked: true }) } },
        states: {
          polling: {
            entry: assign(({ context }) => onTheClockNow(context, ports.now())),
            invoke: {
              src: 'poll',
              input: ({ context }) => context.pending as Pending,
              onDone: [
                {
                  guard: ({ event }) => event.output.state === 'running',
                  target: 'resting',
                  actions: assign({
                    lastPoll: ({ context, event }) => withWhatIsKnown(event.output, context.lastPoll),
                    lastPollAt: () => ports.now(),
                    outOfReachSince: ({ context, event }) =>
                      isOutOfReach(event.output.refusal) ? (context.outOfReachSince ?? ports.now()) : undefined,
                    polls: ({ context }) => context.polls + 1,
                    nextPollAt: ({ context, event }) => ports.now() + nextPollDelay(context.polls, event.output.retryAfterSeconds),
                  }),
                },
                {
                  guard: ({ event }) => event.output.state === 'succeeded',
                  target: '#step.nextAction',
                  actions: assign({ lastPoll: ({ event }) => event.output, lastPollAt: () => ports.now(), pending: undefined }),
                },
                {
                  target: '#step.observing',
                  actions: assign({
                    lastPoll: ({ event }) => event.output,
                    lastPollAt: () => ports.now(),
                    pending: undefined,
                    stopAsked: false,
                    ending: ({ context, event }) =>
                      endingOf(context, { by: 'operation', title: startedBy(actions, context), poll: event.output }),
                  }),
                },
              ],
              onError: { target: '#step.stopped', actions: assign({ problem: ({ event }) => defect(event.error) }) },
            },
          },
          resting: {
            on: { POLL_NOW: { target: 'polling' } },
            invoke: {
              src: 'sleep',
              input: ({ context }) => Math.max(0, (context.nextPollAt ?? 0) - ports.now()),
              onDone: { target: 'polling' },
              onError: { target: '#step.stopped', actions: assign({ problem: ({ event }) => defect(event.error) }) },
            },
          },
        },
      },
      // A defect of the wizard, not an answer of a service. What was written stays; the services are asked anew.
      stopped: { on: { CHECK_AGAIN: { target: 'observing', actions: assign({ problem: undefined }) } } },
    },
  })
}

export type StepMachine = ReturnType<typeof createStepMachine>
