import { defined } from '../../defined.ts'
import type { Applied } from '../action.ts'
import type { Procedure } from '../procedure.ts'
import { resetRun, type StepContext } from './context.ts'
import type { Poll } from './poll.ts'
import type { Ports } from './ports.ts'
import type { Observed, Recheck } from './recheck.ts'
import { nextLook } from './schedule.ts'
import { actionNow, pendingNow, scheduleNow, stepSetup } from './setup.ts'

/** Output of an actor, for guards and actions. */
interface Ended<Output> {
  readonly event: { readonly output: Output }
}
const read = ({ event }: Ended<Observed>) => event.output
const readAgain = ({ event }: Ended<Recheck>) => ({ again: event.output })
const tried = ({ event }: Ended<Applied>) => ({ applied: event.output })
const polled = ({ event }: Ended<Poll>) => ({ poll: event.output })
const failed = ({ event }: { readonly event: { readonly error: unknown } }) => ({ error: event.error })

const onDefect = { target: '#step.stopped', actions: { type: 'noteDefect', params: failed } } as const

/**
 * One machine for every step: observe, check, plan, confirm, apply, observe again. No write hides in a bare invoke: each
 * action reads first and is safe to repeat, and each run of the loop ends in an observation, which alone can prove the step.
 * Decision 0025: one machine, not the loop's states copied into each step.
 */
export function createStepMachine(procedure: Procedure, ports: Ports) {
  /** Milliseconds from now to a moment; none where it has passed. */
  const until = (moment = 0): number => Math.max(0, moment - ports.now())
  const machine = stepSetup(procedure, ports)
  /** Transitions of a schedule by the clock. @param here state of the page until the start time */
  const byTheClock = (here: 'scheduled' | 'confirmingAgain') =>
    [
      { guard: 'isTooLate', target: '#step.reviewing', actions: 'giveUpByClock' },
      { guard: 'isTime', target: '#step.rechecking' },
      { target: `#step.${here}`, reenter: true },
    ] as const
  const untilLooked = (here: 'scheduled' | 'confirmingAgain') =>
    ({
      src: 'sleep',
      input: ({ context }: { readonly context: StepContext }) => nextLook(scheduleNow(context), ports.now()),
      onDone: byTheClock(here),
      onError: onDefect,
    }) as const
  return machine.createMachine({
    id: 'step',
    context: ({ input }) => ({
      ...input,
      ...resetRun,
      editing: input.browsed !== undefined,
      actionStartedAt: 0,
      ...defined({ pending: input.pending }),
    }),
    initial: 'observing',
    on: { ATTEST: { actions: 'attest' }, READ_BESIDE: { guard: 'isMadeOld', actions: 'markOld' } },
    states: {
      observing: {
        // The reading began before the change.
        on: { READ_BESIDE: { guard: 'isMadeOld', target: 'observing', reenter: true, actions: 'markOld' } },
        invoke: {
          src: 'observe',
          input: ({ context }) => context,
          onDone: [
            { guard: { type: 'isUnderway', params: read }, target: 'waiting', actions: { type: 'follow', params: read } },
            { guard: { type: 'asksForChoice', params: read }, target: 'choosing', actions: { type: 'keepReading', params: read } },
            // Confirmed before the wizard was started again, and everything is as it was.
            { guard: { type: 'isStillScheduled', params: read }, target: 'scheduled', actions: { type: 'keepWaiting', params: read } },
            { target: 'reviewing', actions: { type: 'judge', params: read } },
          ],
          onError: onDefect,
        },
      },
      choosing: {
        on: {
          CHECK_AGAIN: { target: 'observing' },
          CANCEL: { guard: 'hasChosen', target: 'reviewing', actions: 'stopEditing' },
        },
      },
      reviewing: {
        exit: 'forgetCanceling',
        on: {
          CHECK_AGAIN: { target: 'observing', actions: ['forgetProblem', 'forgetEnding'] },
          CHANGE_CHOICES: { target: 'choosing', actions: 'edit' },
          REVIEW_PLAN: { guard: 'canApply', target: 'confirming' },
          READ_BESIDE: { guard: 'isOther', actions: 'takeReading' },
        },
        always: { guard: 'isOld', target: 'observing', actions: 'keepProblem' },
      },
      confirming: {
        on: {
          CONFIRM: { guard: 'isConfirmed', target: 'rechecking', actions: 'keepWindow' },
          SCHEDULE: { guard: 'isConfirmedForLater', target: 'scheduled', actions: 'keepSchedule' },
          CANCEL: { target: 'reviewing' },
        },
      },
      // Nothing is written before its time, and nothing without everything being read again.
      scheduled: {
        entry: 'lookAtClock',
        on: {
          START_NOW: { target: 'confirmingAgain', actions: 'askForStart' },
          CHANGE_TIME: { target: 'confirmingAgain', actions: 'askForTime' },
          CANCEL_SCHEDULE: { target: 'reviewing', actions: 'cancelSchedule' },
          POLL_NOW: byTheClock('scheduled'),
        },
        invoke: untilLooked('scheduled'),
      },
      // Another start is confirmed like any other. What is scheduled still begins at its time, until the question is answered.
      confirmingAgain: {
        entry: 'lookAtClock',
        on: {
          CONFIRM: { guard: 'isConfirmed', target: 'rechecking', actions: 'startNow' },
          SCHEDULE: { guard: 'isConfirmedForLater', target: 'scheduled', actions: 'keepSchedule' },
          CANCEL: { target: 'scheduled' },
          CANCEL_SCHEDULE: { target: 'reviewing', actions: 'cancelSchedule' },
          POLL_NOW: byTheClock('confirmingAgain'),
        },
        invoke: untilLooked('confirmingAgain'),
      },
      rechecking: {
        // Nothing is written yet: who cancels a scheduled start at the last moment is heard.
        on: { CANCEL_SCHEDULE: { guard: 'isScheduled', target: 'reviewing', actions: 'cancelSchedule' } },
        invoke: {
          src: 'recheck',
          input: ({ context }) => ({ stepId: context.stepId, choices: context.choices, attestations: context.attestations }),
          onDone: [
            // Their answers corrected the clock.
            { guard: { type: 'isTooEarly', params: readAgain }, target: 'scheduled', actions: { type: 'keepWaiting', params: read } },
            { guard: { type: 'isAsConfirmed', params: readAgain }, target: 'applying', actions: { type: 'beginRun', params: readAgain } },
            {
              guard: { type: 'isUnderwayAlready', params: readAgain },
              target: 'waiting',
              actions: { type: 'followInstead', params: readAgain },
            },
            { target: 'reviewing', actions: { type: 'sayWhatChanged', params: readAgain } },
          ],
          onError: onDefect,
        },
      },
      applying: {
        entry: 'beginAttempt',
        on: { STOP_AFTER_THIS: { actions: 'askToStop' } },
        invoke: {
          src: 'apply',
          input: ({ context }) => actionNow(context),
          onDone: [
            // What it touched is read again at once: nothing else changes meanwhile.
            {
              guard: { type: 'isCalm', params: tried },
              target: 'observing',
              actions: [
                { type: 'keepReceipt', params: tried },
                { type: 'followChange', params: tried },
              ],
            },
            {
              guard: { type: 'isToBeFollowed', params: tried },
              target: 'waiting',
              actions: [
                { type: 'keepReceipt', params: tried },
                { type: 'followChange', params: tried },
              ],
            },
            { guard: { type: 'isDone', params: tried }, target: 'nextAction', actions: { type: 'keepReceipt', params: tried } },
            { guard: { type: 'asksForSignIn', params: tried }, target: 'asking', actions: { type: 'noteAsking', params: tried } },
            { guard: { type: 'isToBeTriedAgain', params: tried }, target: 'pausing', actions: { type: 'planRetry', params: tried } },
            { target: 'observing', actions: { type: 'endByRefusal', params: tried } },
          ],
          onError: { target: 'stopped', actions: { type: 'noteBroken', params: failed } },
        },
      },
      // The service refused, and carried out nothing: it asks for more than the sign-in shows. Only the person can answer.
      asking: {
        on: {
          SIGNED_IN: { target: 'applying' },
          STOP_AFTER_THIS: { target: 'observing', actions: 'giveUpRetry' },
        },
      },
      pausing: {
        initial: 'counting',
        on: {
          STOP_AFTER_THIS: { target: 'observing', actions: 'giveUpRetry' },
          POLL_NOW: { target: 'applying' },
        },
        states: {
          counting: {
            on: { PAUSE: { target: 'held', actions: 'holdRetry' } },
            invoke: {
              src: 'sleep',
              input: ({ context }) => until(context.retryAt),
              onDone: { target: '#step.applying' },
              onError: onDefect,
            },
          },
          held: {},
        },
      },
      nextAction: {
        always: [
          { guard: 'goesOn', target: 'applying', actions: 'goToNext' },
          { target: 'observing', actions: 'endRun' },
        ],
      },
      waiting: {
        initial: 'polling',
        on: { STOP_AFTER_THIS: { actions: 'askToStop' } },
        states: {
          polling: {
            entry: 'setClock',
            // The check that runs is the one that is asked for: its button stays, and doesn't come and go with each check.
            on: { POLL_NOW: { actions: 'setClock' } },
            invoke: {
              src: 'poll',
              input: ({ context }) => pendingNow(context),
              onDone: [
                { guard: { type: 'isRunning', params: polled }, target: 'resting', actions: { type: 'planPoll', params: polled } },
                {
                  guard: { type: 'hasSucceeded', params: polled },
                  target: '#step.nextAction',
                  actions: { type: 'keepLastPoll', params: polled },
                },
                {
                  target: '#step.observing',
                  actions: [
                    { type: 'keepLastPoll', params: polled },
                    { type: 'endByOperation', params: polled },
                  ],
                },
              ],
              onError: onDefect,
            },
          },
          resting: {
            on: { POLL_NOW: { target: 'polling' } },
            invoke: {
              src: 'sleep',
              input: ({ context }) => until(context.nextPollAt),
              onDone: { target: 'polling' },
              onError: onDefect,
            },
          },
        },
      },
      // A defect of the wizard, not an answer of a service. What was written stays; the services are asked anew.
      stopped: { on: { CHECK_AGAIN: { target: 'observing', actions: 'forgetProblem' } } },
    },
  })
}

export type StepMachine = ReturnType<typeof createStepMachine>
