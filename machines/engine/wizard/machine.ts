import { not, type SnapshotEvent, type SnapshotFrom } from 'xstate'
import { type DecisionPlace, decisionsIn } from '../decisions.ts'
import { besideStep, operationIds, type Procedure, stepIds, unsettlingSteps } from '../procedure.ts'
import type { OperationId, SequenceId, StepId } from '../step/finding.ts'
import type { StepMachine } from '../step/machine.ts'
import { initialContext, type ReadingAll, stepInput, stepsToRead, type WizardContext } from './context.ts'
import type { TenantPorts } from './from-main.ts'
import { FOLLOWED, operationOf, wizardSetup } from './setup.ts'
import { SIDE_PAGES } from './side-pages.ts'

/**
 * The sequence in one tenant: one state for each documented step, in the document's own order. It holds no rule of a step, and no client.
 * It ends when the tenant is closed.
 */
export function createWizardMachine(procedure: Procedure, ports: TenantPorts) {
  const machine = wizardSetup(procedure, ports)
  const all = stepIds(procedure)
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined) throw new Error('A procedure has at least one step')

  const toPages = SIDE_PAGES.map((page) => ({
    guard: { type: 'opensPage' as const, params: { page } },
    target: `#wizard.${page}`,
    actions: 'noteHandingOver' as const,
  }))
  const toEveryStep = all.map((step) => ({ guard: { type: 'opensStep' as const, params: { step } }, target: `#wizard.${step}` }))
  const readFirst = (step: StepId) => ({ type: 'opensStepOnTheWay' as const, params: { step } })
  /** To a step that is read again before the one that was asked for opens: it says so. */
  const toReadFirst = all
    .slice(0, -1)
    .map((step) => ({ guard: readFirst(step), target: `#wizard.${step}`, actions: 'sayReadAgain' as const }))
  const besideToSteps = [...toEveryStep, ...toReadFirst]
  /** The person's last page. If a reading closed that step, the last open one before it. */
  const toWhereItWas = [...all, 'closing' as const]
    .reverse()
    .map((place) => ({ guard: { type: 'mayReturnTo' as const, params: { place } }, target: `#wizard.${place}` }))
  const fromPrepare = toWhereItWas.map(({ guard, target }) => ({ guard: { ...guard, type: 'mayGoBackTo' as const }, target }))
  const toCompare = { guard: 'isToBeCompared' as const, target: '#wizard.recovering' }
  /** The step that an operation was opened from. */
  const toStepBeside = toWhereItWas.filter(({ guard }) => besideStep(procedure, guard.params.place).length > 0)
  const toOpenStep = [...all]
    .reverse()
    .map((step) => ({ guard: { type: 'opensNow' as const, params: { step } }, target: `#wizard.${step}` }))
  const decided = (place: DecisionPlace) => ({ guard: { type: 'mayDecide' as const, params: { place } }, actions: 'decide' as const })

  const opens = (operation: OperationId) => ({ guard: { type: 'opensOperation' as const, params: { operation } } })
  const opened = (operation: OperationId) => ({ ...opens(operation), actions: 'openOperation' as const })
  const readingAgain = { actions: ['sayReadAgain' as const, 'readAgain' as const] }
  const handedOn = { actions: 'toStep' as const }
  const forget = (of: ReadingAll) => ({ type: 'forgetProblem' as const, params: { of } })
  const noteProblem = (of: ReadingAll) => ({
    type: 'noteProblem' as const,
    params: ({ event }: { event: { error: unknown } }) => ({ of, error: event.error }),
  })

  /** Every page can be left for another one, once nothing is being written. */
  const leaving = machine.createStateConfig({
    on: {
      GO_TO_PAGE: toPages,
      CLOSE_TENANT: { guard: 'isFree', target: '#wizard.closed', actions: 'closeTenant' },
      SIGN_OUT: { guard: 'isFree', target: '#wizard.closed', actions: ['closeTenant', 'signOut'] },
    },
  })

  /** Start is recovery: what was remembered is taken up, and every step is read before anything counts. */
  const always = [{ guard: 'isFound', target: '#wizard.recovering', actions: 'takeUp' } as const, FOLLOWED.always]

  /** A page beside the steps: it may be left at any time, for the step that was on screen or for any open one. */
  const besideSteps = machine.createStateConfig({ always, on: { ...leaving.on, BACK: toWhereItWas, GO_TO_STEP: besideToSteps } })
  /** The same where it can be gone to before what was remembered is compared. */
  const beside = machine.createStateConfig({
    ...besideSteps,
    on: { ...besideSteps.on, BACK: [toCompare, ...toWhereItWas], GO_TO_STEP: [toCompare, ...besideToSteps] },
  })

  /** A page of what a person answers or reads: it stays while a record is taken up, which is compared on the way to the steps. */
  const staying = machine.createStateConfig({ ...beside, always: [{ guard: 'isFoundAtRest', actions: 'takeUp' }, ...always] })

  /**
   * The loop of a step or an operation, and what it hears from the person.
   * @param end where it leads by itself once the loop shows that every step is verified
   */
  function loop(idOf: (context: WizardContext) => SequenceId, end?: 'closing') {
    const ofIt = ({ context }: { context: WizardContext }) => ({ of: idOf(context) })
    const seen = ({ context, event }: { context: WizardContext; event: SnapshotEvent<SnapshotFrom<StepMachine>> }) => ({
      of: idOf(context),
      snapshot: event.snapshot,
    })
    const keep = { actions: { type: 'keepRecord' as const, params: seen } }
    const attest = { actions: ['attest' as const, 'attestInStep' as const] }
    return machine.createStateConfig({
      invoke: {
        id: 'step',
        src: 'step',
        input: ({ context }) => stepInput(context, idOf(context)),
        onSnapshot: end === undefined ? keep : [{ ...keep, guard: { type: 'showsEnd', params: seen }, target: end }, keep],
      },
      on: {
        CHECK_AGAIN: { actions: ['clearMissing', 'toStep'] },
        REVIEW_PLAN: { actions: ['clearMissing', 'toStep'] },
        CONFIRM: handedOn,
        SCHEDULE: handedOn,
        CANCEL_SCHEDULE: handedOn,
        START_NOW: handedOn,
        CHANGE_TIME: handedOn,
        CANCEL: handedOn,
        STOP_AFTER_THIS: handedOn,
        POLL_NOW: handedOn,
        PAUSE: handedOn,
        ATTEST: end === undefined ? attest : [{ actions: 'attest', guard: { type: 'attestsEnd', params: ofIt }, target: end }, attest],
        SIGN_IN_AGAIN: { guard: { type: 'maySignInAgain', params: ofIt }, actions: ['signInAgain', 'noteSigningInAgain'] },
        CALL_OFF_SIGN_IN: { guard: 'isSigningInAgain', actions: ['stopSigningInAgain', 'forgetSignInAgain'] },
        SIGN_IN_PROGRESS: { guard: 'isSigningInAgain', actions: 'noteProgressAgain' },
        SIGN_IN_ENDED: [
          { guard: 'isSignedInAgain', actions: ['stopSigningInAgain', 'takeSignIn', 'goOn'] },
          { guard: 'isSigningInAgain', actions: ['stopSigningInAgain', 'noteRefusalAgain'] },
        ],
      },
    })
  }

  function step(stepId: StepId, next: string, back: string | undefined) {
    const run = loop(() => stepId, next === 'closing' ? next : undefined)
    return machine.createStateConfig({
      ...run,
      always,
      entry: [
        { type: 'rememberStep', params: { step: stepId } },
        { type: 'comeOnScreen', params: { of: stepId } },
      ],
      exit: ['leaveScreen', 'leaveStep', 'stopSigningInAgain', 'forgetSignInAgain'],
      on: {
        ...leaving.on,
        ...run.on,
        CHANGE_CHOICES: { actions: ['clearMissing', 'toStep'] },
        NEXT: [
          { guard: { type: 'leadsOn', params: { step: stepId, next } }, target: next },
          // Too old to count: read again, and say so. Nothing moves on by itself.
          { guard: { type: 'isProvedLongAgo', params: { step: stepId } }, ...readingAgain },
          { actions: { type: 'sayWhatIsMissing', params: { of: stepId } } },
        ],
        GO_TO_STEP: [
          ...toEveryStep.filter(({ guard }) => guard.params.step !== stepId),
          ...toReadFirst.filter(({ guard }) => all.indexOf(guard.params.step) > all.indexOf(stepId)),
          ...(next === 'closing' ? [] : [{ guard: readFirst(stepId), ...readingAgain }]),
        ],
        OPEN_OPERATION: besideStep(procedure, stepId).map((id) => ({ ...opened(id), target: '#wizard.operations.running' })),
        ...(decisionsIn(procedure.decisions, stepId).length === 0 ? {} : { DECIDE: { ...decided(stepId), target: stepId, reenter: true } }),
        ...(back === undefined
          ? {
              // The first step chooses the environment.
              CHOOSE_ENVIRONMENT: {
                guard: { type: 'mayChooseEnvironment' as const, params: { step: stepId } },
                target: stepId,
                reenter: true,
                actions: 'chooseEnvironment' as const,
              },
            }
          : { BACK: { guard: 'isFree' as const, target: back } }),
      },
    })
  }

  const steps = Object.fromEntries(all.map((id, index) => [id, step(id, all[index + 1] ?? 'closing', all[index - 1])]))
  const operation = loop(operationOf)

  return machine.createMachine({
    id: 'wizard',
    context: ({ input }) => initialContext(procedure, input),
    invoke: [{ id: 'others', src: 'followOthers' }, { src: 'keepRecord' }],
    on: {
      OTHER_SEEN: [{ guard: 'isLoopOnScreen', actions: ['keepOther', 'handReading'] }, { actions: 'keepOther' }],
      ENGAGEMENT_FOUND: { guard: not('hasNoEnvironment'), actions: 'noteFound' },
    },
    initial: 'opened',
    states: {
      opened: {
        always: [
          { guard: 'isToBeCheckedFirst', target: 'preflight' },
          // The preparation, with the effect on users, comes before the first choice.
          { guard: 'isToBePrepared', target: 'prepare' },
          { target: first },
        ],
      },
      ...steps,
      prepare: { ...staying, on: { ...staying.on, BACK: [toCompare, ...fromPrepare], NEXT: [toCompare, ...toOpenStep] } },
      coverage: {
        ...staying,
        initial: 'opening',
        states: {
          opening: { always: [{ guard: 'coverageIsAnswered', target: 'assessed' }, { target: 'answering' }] },
          answering: {
            on: {
              DECIDE: { ...decided({ coverage: 'answering' }), target: 'assessed' },
              CANCEL: { guard: 'coverageIsAnswered', target: 'assessed' },
            },
          },
          assessed: { on: { CHANGE_CHOICES: { target: 'answering' }, DECIDE: decided({ coverage: 'assessed' }) } },
        },
      },
      evidence: staying,
      preflight: {
        ...beside,
        initial: 'reading',
        on: {
          ...beside.on,
          CHECK_AGAIN: { target: '.reading' },
          CHECK_ONE: { target: '.reading' },
          ATTEST: { actions: 'attest' },
          NEXT: [{ guard: 'hasNoEnvironment', actions: { type: 'sayWhatIsMissing', params: { of: first } } }, toCompare, ...toOpenStep],
          CHOOSE_ENVIRONMENT: { guard: { type: 'mayChooseEnvironment', params: {} }, target: '.reading', actions: 'chooseEnvironment' },
        },
        states: {
          reading: {
            entry: forget('preflight'),
            invoke: {
              src: 'readEverything',
              input: ({ context, event }) => ({
                choices: context.choices,
                preflight: context.preflight,
                steps: stepsToRead(context, event),
              }),
              onDone: { target: 'read', actions: { type: 'notePreflight', params: ({ event }) => ({ preflight: event.output }) } },
              onError: { target: 'read', actions: noteProblem('preflight') },
            },
          },
          read: {},
        },
      },
      landscape: {
        ...beside,
        initial: 'reading',
        states: {
          // Read whenever the page is opened: other hands change what it is about.
          reading: {
            invoke: {
              src: 'readLandscape',
              input: ({ context }) => context.choices,
              onDone: { target: 'read', actions: { type: 'noteLandscape', params: ({ event }) => ({ carried: event.output }) } },
              onError: { target: 'read', actions: { type: 'noteLandscapeProblem', params: ({ event }) => ({ error: event.error }) } },
            },
          },
          read: { on: { CHECK_AGAIN: { target: 'reading' } } },
        },
      },
      'hand-over': {
        ...beside,
        initial: 'telling',
        states: {
          telling: {
            on: {
              HAND_OVER_OPENED: { actions: ['noteHandOver', forget('handOver')] },
              TAKE_OVER: { guard: 'hasHandOver', target: 'reading', actions: ['takeOver', forget('handOver')] },
              // Put aside: nothing of it was taken.
              CANCEL: { guard: 'hasHandOver', actions: ['forgetHandOver', forget('handOver')] },
            },
          },
          // Nothing of it counts before this account has read everything itself.
          reading: {
            invoke: {
              src: 'readAll',
              input: ({ context }) => context.choices,
              onDone: {
                target: '#wizard.recovering.returning',
                actions: [{ type: 'takeReadings', params: ({ event }) => ({ readings: event.output }) }, 'forgetHandOver'],
              },
              onError: { target: 'telling', actions: noteProblem('handOver') },
            },
          },
        },
      },
      operations: {
        ...besideSteps,
        initial: 'list',
        exit: ['leaveScreen', 'clearMissing', 'stopSigningInAgain', 'forgetSignInAgain'],
        on: {
          ...besideSteps.on,
          OPEN_OPERATION: operationIds(procedure).map((id) => ({ ...opened(id), target: '.running', reenter: true })),
        },
        states: {
          list: {
            entry: 'leaveScreen',
            on: {
              CHECK_AGAIN: { guard: 'hasEnd', target: 'comparing' },
              REVIEW_CHANGE: { guard: 'mayReview', actions: 'review' },
            },
          },
          // Everything is read again, to see what has changed since the end.
          comparing: {
            entry: forget('drift'),
            on: { CHECK_AGAIN: { target: 'comparing', reenter: true } },
            invoke: {
              src: 'readAll',
              input: ({ context }) => context.choices,
              onDone: { target: 'list', actions: { type: 'noteDrift', params: ({ event }) => ({ readings: event.output }) } },
              onError: { target: 'list', actions: noteProblem('drift') },
            },
          },
          running: {
            ...operation,
            on: {
              ...operation.on,
              BACK: [{ guard: 'listIsOpen', target: 'list' }, ...toStepBeside],
              // Asked to go on without a choice, it says which.
              NEXT: {
                guard: 'operationWaitsForChoice',
                actions: { type: 'sayWhatIsMissing', params: ({ context }) => ({ of: operationOf(context) }) },
              },
              CHANGE_CHOICES: { guard: 'operationAsksForChoice', actions: ['clearMissing', 'toStep'] },
              DECIDE: {
                guard: { type: 'mayDecide', params: ({ context }) => ({ place: operationOf(context) }) },
                target: 'running',
                reenter: true,
                actions: ['clearMissing', 'decide'],
              },
            },
          },
        },
      },
      recovering: {
        entry: ['forgetOthers', 'followOthers'],
        exit: 'forgetRemembered',
        initial: 'reading',
        on: {
          CLOSE_TENANT: { target: '#wizard.closed', actions: 'closeTenant' },
          SIGN_OUT: { target: '#wizard.closed', actions: ['closeTenant', 'signOut'] },
        },
        states: {
          reading: {
            entry: forget('recovery'),
            invoke: {
              src: 'readAll',
              input: ({ context }) => context.choices,
              onDone: { target: 'compared', actions: { type: 'takeReadings', params: ({ event }) => ({ readings: event.output }) } },
              onError: { target: 'unread', actions: noteProblem('recovery') },
            },
          },
          compared: { always: [{ guard: 'isToBeAnswered', target: 'differing' }, { target: 'returning' }] },
          // Nothing goes on by itself: the person says what a difference means.
          differing: {
            on: {
              CHECK_AGAIN: { target: 'reading' },
              ANSWER_DRIFT: [
                { guard: 'isToStop', target: '#wizard.closed', actions: 'closeTenant' },
                { target: 'returning', actions: 'answerDrift' },
              ],
            },
          },
          returning: {
            always: [
              // Operations at Microsoft come first: the environment is offline meanwhile, so that earlier steps may be unreadable.
              ...unsettlingSteps(procedure).map((each) => ({
                guard: { type: 'takesEnvironmentAway' as const, params: { step: each } },
                target: `#wizard.${each}`,
              })),
              ...procedure.steps
                .filter(({ mayBeScheduled }) => mayBeScheduled)
                .map(({ id }) => ({ guard: { type: 'isScheduled' as const, params: { step: id } }, target: `#wizard.${id}` })),
              { guard: 'operationIsPending', target: '#wizard.operations.running', actions: 'openPendingOperation' },
              ...toWhereItWas,
            ],
          },
          unread: { on: { CHECK_AGAIN: { target: 'reading' } } },
        },
      },
      closing: {
        ...FOLLOWED,
        entry: 'noteEnd',
        initial: 'standing',
        states: {
          // An ended operation beside the page makes its readings outdated: they are read again.
          standing: { always: { guard: 'isPastItsEnd', target: 'checking' }, on: { CHECK_AGAIN: { target: 'checking' } } },
          // Everything is read again; an end that no longer holds leads to what has changed since.
          checking: {
            entry: forget('drift'),
            invoke: {
              src: 'readAll',
              input: ({ context }) => context.choices,
              onDone: { target: 'checked', actions: { type: 'noteDrift', params: ({ event }) => ({ readings: event.output }) } },
              onError: {
                target: '#wizard.operations',
                actions: noteProblem('drift'),
              },
            },
          },
          checked: {
            always: [
              { guard: { type: 'mayReturnTo', params: { place: 'closing' } }, target: 'standing' },
              { target: '#wizard.operations' },
            ],
          },
        },
        on: {
          GO_TO_PAGE: toPages,
          BACK: { target: last },
          GO_TO_STEP: toEveryStep,
          CLOSE_TENANT: { target: 'closed', actions: 'closeTenant' },
          SIGN_OUT: { target: 'closed', actions: ['closeTenant', 'signOut'] },
        },
      },
      closed: { type: 'final' },
    },
  })
}

export type WizardMachine = ReturnType<typeof createWizardMachine>
export type WizardSnapshot = SnapshotFrom<WizardMachine>
