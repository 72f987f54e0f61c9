import { assertEvent, assign, enqueueActions, forwardTo, type SnapshotFrom, setup, stopChild } from 'xstate'
import { isSamePlace, isServicePrincipal } from '../../sign-in/draft.ts'
import { type DecisionPlace, decisionsIn } from '../decisions.ts'
import type { Procedure } from '../procedure.ts'
import { isStep, operationIds, stepIds, unsettlingSteps } from '../procedure.ts'
import type { OperationId, SequenceId, StepId } from '../step/finding.ts'
import type { Ports } from '../step/ports.ts'
import { defect } from '../step/problems.ts'
import { isStale, type Reading } from '../step/proof.ts'
import { wizardActors } from './actors.ts'
import {
  attestationOf,
  attested,
  choosing,
  initialContext,
  mayChoose,
  mayLeave,
  mayReturn,
  opening,
  pageIsOpen,
  pendingOperation,
  recordIn,
  recordOf,
  stepInput,
  stepIsOpen,
  stepIsProved,
  stepsToRead,
  type WizardContext,
  withFallen,
  withRecord,
} from './context.ts'
import { deciding, mayDecide } from './deciding.ts'
import type { WizardEvent } from './events.ts'
import { couldNotOpen, type EngagementEvent, type HandOverEvent, type SignInEvent } from './from-main.ts'
import { takingOver } from './hand-over.ts'
import { READ_AGAIN, whatIsMissing } from './missing.ts'
import { captureBaseline, compared, drifted, isToBeAnswered, restored, resuming, unsettles } from './recovery.ts'
import { SIDE_PAGES, type SidePage } from './side-pages.ts'
import { maySignInAgain } from './sign-in-again.ts'

/** The operation on screen: a loop of one is only entered with one chosen. */
function operationOf({ operation }: WizardContext): OperationId {
  if (operation === undefined) throw new Error('No operation is open')
  return operation
}

/** The sequence: one state for each documented step, in the document's own order. It holds no rule of a step, and no client. */
export function createWizardMachine(procedure: Procedure, ports: Ports) {
  const machine = setup({
    types: {
      context: {} as WizardContext,
      events: {} as WizardEvent | SignInEvent | EngagementEvent | HandOverEvent,
      children: {} as { step: 'step'; signIn: 'signIn'; signInAgain: 'signIn' },
    },
    actors: wizardActors(procedure, ports),
    guards: {
      mayDecide: ({ context, event }, { place }: { place: DecisionPlace | undefined }) =>
        event.type === 'DECIDE' && place !== undefined && mayDecide(context, place, event.decision),
    },
    actions: {
      toStep: forwardTo('step'),
      clearMissing: assign({ missing: undefined }),
      closeTenant: () => ports.closeTenant(),
      signOut: () => void ports.signOut(),
      stopSigningInAgain: stopChild('signInAgain'),
      forgetSignInAgain: assign({ signInAgain: undefined }),
      noteHandingOver: assign(({ event }) => ({
        handingOver: event.type === 'GO_TO_PAGE' && event.step !== undefined && isStep(procedure, event.step) ? event.step : undefined,
      })),
      takeUp: assign(({ context, event }) =>
        event.type === 'ENGAGEMENT_FOUND' ? restored(procedure, event.remembered, context.choices) : {},
      ),
      decide: assign(({ context, event }) => (event.type === 'DECIDE' ? deciding(context, event.decision, ports.now()) : {})),
      sayWhatIsMissing: assign(({ context }, { of }: { of: SequenceId }) => {
        const id = context.missingCount + 1
        return { missingCount: id, missing: { id, ...whatIsMissing(context, of) } }
      }),
    },
  })

  const toPages = (free: (from: { context: WizardContext }) => boolean) =>
    SIDE_PAGES.map((page) => ({
      guard: ({ context, event }: { context: WizardContext; event: { readonly page: SidePage } }) =>
        event.page === page && free({ context }) && pageIsOpen(context, page),
      target: `#wizard.${page}`,
      actions: 'noteHandingOver' as const,
    }))

  /** Start is recovery: what was remembered is taken up, and every step is read before anything counts. */
  const found = (free: (context: WizardContext) => boolean) => ({
    guard: ({ context, event }: { context: WizardContext; event: { readonly environmentId: string } }) =>
      context.choices.environmentId === event.environmentId && free(context),
    target: '#wizard.recovering',
    actions: 'takeUp' as const,
  })

  const isAnswered = ({ context }: { context: WizardContext }) => procedure.coverage.isAnswered(context.choices)

  /** A decision, where it is made. */
  const decided = (place: DecisionPlace) => ({ guard: { type: 'mayDecide' as const, params: { place } }, actions: 'decide' as const })

  // What a sign-in that was called off still says counts for nothing.
  const isSigningInAgain = ({ context }: { context: WizardContext }) => context.signInAgain?.state === 'running'

  /** The loop of a step or an operation, and what it hears from the person. */
  function loop(idOf: (context: WizardContext) => SequenceId) {
    return machine.createStateConfig({
      invoke: {
        id: 'step',
        src: 'step',
        input: ({ context }) => stepInput(context, idOf(context)),
        onSnapshot: {
          actions: assign(({ context, event }) => {
            const id = idOf(context)
            const before = recordIn(context, id)
            const record = recordOf(event.snapshot, before)
            // “It is being read” is over when it has been read; what has to be put right stays until the person acts.
            const over = context.missing?.target === 'page' && record.phase !== before.phase && record.phase !== 'reading'
            const steps = withFallen(context, event.snapshot.context.before ?? [])
            return { ...withRecord({ ...context, steps }, id, record), ...(over ? { missing: undefined } : {}) }
          }),
        },
      },
      on: {
        CHECK_AGAIN: { actions: ['clearMissing', 'toStep'] },
        REVIEW_PLAN: { actions: ['clearMissing', 'toStep'] },
        CONFIRM: { actions: 'toStep' },
        CANCEL: { actions: 'toStep' },
        CALL_OFF_SIGN_IN: { guard: isSigningInAgain, actions: ['stopSigningInAgain', 'forgetSignInAgain'] },
        SIGN_IN_AGAIN: {
          guard: ({ context }) => maySignInAgain(context, idOf(context)),
          actions: enqueueActions(({ context, enqueue }) => {
            if (context.signedInBy) enqueue.spawnChild('signIn', { id: 'signInAgain', input: context.signedInBy })
            enqueue.assign({ signInAgain: { state: 'running' } })
          }),
        },
        SIGN_IN_PROGRESS: {
          guard: isSigningInAgain,
          actions: assign({ signInAgain: ({ event }) => ({ state: 'running', progress: event.progress }) }),
        },
        SIGN_IN_ENDED: {
          guard: isSigningInAgain,
          actions: enqueueActions(({ context, event: { signedIn }, enqueue }) => {
            enqueue('stopSigningInAgain')
            if (!signedIn.ok) return enqueue.assign({ signInAgain: { state: 'refused', problem: signedIn.problem } })
            enqueue.assign({ tenant: signedIn.tenant, signInAgain: undefined })
            enqueue.sendTo('step', { type: recordIn(context, idOf(context)).phase === 'waiting' ? 'POLL_NOW' : 'CHECK_AGAIN' })
          }),
        },
        STOP_AFTER_THIS: { actions: 'toStep' },
        POLL_NOW: { actions: 'toStep' },
        PAUSE: { actions: 'toStep' },
        ATTEST: {
          actions: enqueueActions(({ context, event, enqueue }) => {
            const attestation = attestationOf(context, event.key, ports.now())
            if (!attestation) return
            enqueue.assign(attested(context, attestation))
            enqueue.sendTo('step', { type: 'ATTEST', attestation })
          }),
        },
      },
    })
  }

  function step<Id extends StepId>(stepId: Id, next: string, back: string | undefined) {
    const isNow = ({ context }: { context: WizardContext }) => stepIsProved(context, stepId)
    const free = ({ context }: { context: WizardContext }) => mayLeave(context, stepId)
    const run = loop(() => stepId)
    return machine.createStateConfig({
      ...run,
      entry: assign({ lastStep: stepId }),
      exit: [assign({ missing: undefined, editing: false, browsed: undefined }), 'stopSigningInAgain', 'forgetSignInAgain'],
      on: {
        ...run.on,
        CHANGE_CHOICES: { actions: ['clearMissing', 'toStep'] },
        ...(decisionsIn(procedure.decisions, stepId).length === 0 ? {} : { DECIDE: { ...decided(stepId), target: stepId, reenter: true } }),
        NEXT: [
          {
            guard: ({ context }) => isNow({ context }) && !isStale(recordIn(context, stepId).reading as Reading, ports.now()),
            target: next,
          },
          {
            // Too old to count: read again, and say so. Nothing moves on by itself.
            guard: isNow,
            actions: enqueueActions(({ context, enqueue }) => {
              const id = context.missingCount + 1
              enqueue.assign({
                missingCount: id,
                missing: { id, ...READ_AGAIN },
              })
              enqueue.sendTo('step', { type: 'CHECK_AGAIN' })
            }),
          },
          { actions: { type: 'sayWhatIsMissing', params: { of: stepId } } },
        ],
        ...(back === undefined ? {} : { BACK: { guard: free, target: back } }),
        // What everything is about is chosen in the first step.
        ...(back === undefined
          ? {
              CHOOSE_ENVIRONMENT: {
                guard: ({ context, event }) => mayChoose(context, stepId) && procedure.environment.isId(event.environmentId),
                target: stepId,
                reenter: true,
                actions: assign(({ context, event }) => choosing(context, event.environmentId)),
              },
            }
          : {}),
        GO_TO_STEP: stepIds(procedure)
          .filter((target) => target !== stepId)
          .map((target) => ({
            guard: ({ context, event }) => event.step === target && mayLeave(context, stepId) && stepIsOpen(context, target),
            target: `#wizard.${target}`,
          })),
        GO_TO_PAGE: toPages(free),
        ENGAGEMENT_FOUND: found((context) => mayLeave(context, stepId)),
        CLOSE_TENANT: { guard: free, target: '#wizard.start', actions: 'closeTenant' },
        SIGN_OUT: { guard: free, target: '#wizard.start', actions: ['closeTenant', 'signOut'] },
      },
    })
  }

  /** Where the person was; where what was read has closed that step, the last one before it that is open. */
  const toWhereItWas = [...stepIds(procedure), 'closing' as const].reverse().map((place) => ({
    guard: ({ context }: { context: WizardContext }) => mayReturn(context, place),
    target: `#wizard.${place}`,
  }))

  /** A page beside the steps: it may be left at any time, for the step that was on screen or for any open one. */
  function sidePage(free: (from: { context: WizardContext }) => boolean) {
    return machine.createStateConfig({
      on: {
        BACK: toWhereItWas.map(({ guard, target }) => ({
          guard: ({ context }: { context: WizardContext }) => free({ context }) && guard({ context }),
          target,
        })),
        GO_TO_STEP: stepIds(procedure).map((target) => ({
          guard: ({ context, event }) => event.step === target && free({ context }) && stepIsOpen(context, target),
          target: `#wizard.${target}`,
        })),
        GO_TO_PAGE: toPages(free),
        ENGAGEMENT_FOUND: found((context) => free({ context })),
        CLOSE_TENANT: { guard: free, target: '#wizard.start', actions: 'closeTenant' },
        SIGN_OUT: { guard: free, target: '#wizard.start', actions: ['closeTenant', 'signOut'] },
      },
    })
  }

  const beside = sidePage(() => true)
  const operationIsFree = ({ context }: { context: WizardContext }) =>
    context.operation === undefined || mayLeave(context, context.operation)
  const besideOperations = sidePage(operationIsFree)
  const operation = loop(operationOf)
  const all = stepIds(procedure)
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined) throw new Error('A procedure has at least one step')
  const steps = Object.fromEntries(all.map((id, index) => [id, step(id, all[index + 1] ?? 'closing', all[index - 1])]))

  return machine.createMachine({
    id: 'wizard',
    context: { ...initialContext(procedure), missingCount: 0 },
    initial: 'start',
    states: {
      start: {
        entry: assign(initialContext(procedure)),
        on: {
          OPEN_PRACTICE: {
            target: 'connecting',
            actions: assign({ signIn: undefined, resumes: undefined, checkFirst: ({ event }) => event.checkFirst === true }),
          },
          SIGN_IN: {
            target: 'signingIn',
            actions: assign({
              signIn: ({ event }) => ({ request: event.request }),
              checkFirst: ({ event }) => event.checkFirst === true,
              choices: ({ context: { resumes }, event }) =>
                resumes && isSamePlace(event.request, resumes) ? { environmentId: resumes.environmentId } : {},
            }),
          },
          RESUME: [
            {
              // Its secret is nowhere but with the person: the form is filled in, and asks for it.
              guard: ({ event }) => isServicePrincipal(event.request.way),
              actions: assign(({ event }) => ({ ...resuming(event), startProblem: undefined })),
            },
            {
              target: 'signingIn',
              actions: assign(({ event }) => ({ ...resuming(event), choices: { environmentId: event.environmentId } })),
            },
          ],
        },
      },
      signingIn: {
        entry: assign({ startProblem: undefined }),
        invoke: {
          id: 'signIn',
          src: 'signIn',
          input: ({ event }) => {
            assertEvent(event, ['SIGN_IN', 'RESUME'])
            return event.request
          },
        },
        on: {
          SIGN_IN_PROGRESS: {
            actions: assign({
              signIn: ({ context, event }) => context.signIn && { request: context.signIn.request, progress: event.progress },
            }),
          },
          SIGN_IN_ENDED: [
            {
              guard: ({ event }) => event.signedIn.ok,
              target: 'opened',
              actions: assign({
                signIn: undefined,
                resumes: undefined,
                tenant: ({ event }) => (event.signedIn.ok ? event.signedIn.tenant : undefined),
                signedInBy: ({ context }) => context.signIn?.request,
              }),
            },
            // Nothing that was typed is lost: the request stays, without what it waited for.
            {
              target: 'start',
              actions: assign({
                signIn: ({ context }) => context.signIn && { request: context.signIn.request },
                startProblem: ({ event }) => (event.signedIn.ok ? undefined : event.signedIn.problem),
              }),
            },
          ],
          CANCEL: { target: 'start', actions: assign({ signIn: ({ context }) => context.signIn && { request: context.signIn.request } }) },
        },
      },
      connecting: {
        entry: assign({ startProblem: undefined }),
        invoke: {
          src: 'openPractice',
          input: ({ event }) => (event.type === 'OPEN_PRACTICE' ? event.scenario : ''),
          onDone: { target: 'opened', actions: assign({ tenant: ({ event }) => event.output }) },
          onError: { target: 'start', actions: assign({ startProblem: ({ event }) => couldNotOpen(event.error) }) },
        },
        on: { CLOSE_TENANT: { target: 'start', actions: 'closeTenant' } },
      },
      opened: { always: [{ guard: ({ context }) => context.checkFirst, target: 'preflight' }, { target: first }] },
      ...steps,
      coverage: {
        ...beside,
        initial: 'opening',
        states: {
          opening: {
            always: [{ guard: isAnswered, target: 'assessed' }, { target: 'answering' }],
          },
          answering: {
            on: {
              DECIDE: { ...decided({ coverage: 'answering' }), target: 'assessed' },
              CANCEL: { guard: isAnswered, target: 'assessed' },
            },
          },
          assessed: {
            on: {
              CHANGE_CHOICES: { target: 'answering' },
              DECIDE: decided({ coverage: 'assessed' }),
            },
          },
        },
      },
      evidence: beside,
      preflight: {
        ...beside,
        initial: 'reading',
        on: {
          ...beside.on,
          CHECK_AGAIN: { target: '.reading' },
          CHECK_ONE: { target: '.reading' },
          ATTEST: { actions: assign(({ context, event }) => attested(context, attestationOf(context, event.key, ports.now()))) },
          NEXT: [
            {
              guard: ({ context }) => context.choices.environmentId === undefined,
              actions: { type: 'sayWhatIsMissing', params: { of: first } },
            },
            ...[...stepIds(procedure)].reverse().map((stepId) => ({
              guard: ({ context }: { context: WizardContext }) => stepIsOpen(context, stepId),
              target: `#wizard.${stepId}`,
            })),
          ],
          CHOOSE_ENVIRONMENT: {
            guard: ({ event }) => procedure.environment.isId(event.environmentId),
            target: '.reading',
            actions: assign(({ context, event }) => choosing(context, event.environmentId)),
          },
        },
        states: {
          reading: {
            entry: assign({ preflightProblem: undefined }),
            invoke: {
              src: 'readEverything',
              input: ({ context, event }) => ({
                choices: context.choices,
                preflight: context.preflight,
                steps: stepsToRead(context, event),
              }),
              onDone: {
                target: 'read',
                actions: assign(({ context, event }) => ({ preflight: event.output, steps: withFallen(context, event.output.readings) })),
              },
              onError: { target: 'read', actions: assign({ preflightProblem: ({ event }) => defect(event.error) }) },
            },
          },
          read: {},
        },
      },
      'hand-over': {
        ...beside,
        initial: 'telling',
        states: {
          telling: {
            on: {
              HAND_OVER_OPENED: { actions: assign({ handOver: ({ event }) => event.opened, handOverProblem: undefined }) },
              TAKE_OVER: {
                guard: ({ context }) => context.handOver !== undefined,
                target: 'reading',
                actions: assign(({ context }) => takingOver(context)),
              },
              // Put aside: nothing of it was taken.
              CANCEL: {
                guard: ({ context }) => context.handOver !== undefined,
                actions: assign({ handOver: undefined, handOverProblem: undefined }),
              },
            },
          },
          // Nothing of it counts before this account has read everything itself.
          reading: {
            invoke: {
              src: 'readAll',
              input: ({ context }) => context.choices,
              onDone: {
                target: '#wizard.recovering.returning',
                actions: assign(({ context, event }) => ({ ...compared(context, event.output), handOver: undefined })),
              },
              onError: { target: 'telling', actions: assign({ handOverProblem: ({ event }) => defect(event.error) }) },
            },
          },
        },
      },
      operations: {
        ...besideOperations,
        initial: 'list',
        exit: [assign({ operation: undefined, missing: undefined }), 'stopSigningInAgain', 'forgetSignInAgain'],
        on: {
          ...besideOperations.on,
          OPEN_OPERATION: operationIds(procedure).map((id) => ({
            guard: ({ context, event }) => event.operation === id && operationIsFree({ context }),
            target: '.running',
            reenter: true,
            actions: assign(({ context }) => opening(context, id)),
          })),
        },
        states: {
          list: {
            entry: assign({ operation: undefined }),
            on: { CHECK_AGAIN: { guard: ({ context }) => context.atEnd !== undefined, target: 'comparing' } },
          },
          // Everything is read again, to see what has changed since the end.
          comparing: {
            entry: assign({ driftProblem: undefined }),
            on: { CHECK_AGAIN: { target: 'comparing', reenter: true } },
            invoke: {
              src: 'readAll',
              input: ({ context }) => context.choices,
              onDone: { target: 'list', actions: assign(({ context, event }) => drifted(context, event.output, ports.now())) },
              onError: { target: 'list', actions: assign({ driftProblem: ({ event }) => defect(event.error) }) },
            },
          },
          running: {
            ...operation,
            on: {
              ...operation.on,
              BACK: { guard: operationIsFree, target: 'list' },
              // Asked to go on without a choice, it says which.
              NEXT: {
                guard: ({ context }) => recordIn(context, operationOf(context)).phase === 'choosing',
                actions: { type: 'sayWhatIsMissing', params: ({ context }) => ({ of: operationOf(context) }) },
              },
              CHANGE_CHOICES: {
                guard: ({ context }) => decisionsIn(procedure.decisions, operationOf(context)).length > 0,
                actions: ['clearMissing', 'toStep'],
              },
              DECIDE: {
                guard: { type: 'mayDecide', params: ({ context }) => ({ place: context.operation }) },
                target: 'running',
                reenter: true,
                actions: ['clearMissing', 'decide'],
              },
            },
          },
        },
      },
      recovering: {
        initial: 'reading',
        on: {
          CLOSE_TENANT: { target: '#wizard.start', actions: 'closeTenant' },
          SIGN_OUT: { target: '#wizard.start', actions: ['closeTenant', 'signOut'] },
        },
        states: {
          reading: {
            entry: assign({ recoveryProblem: undefined, differences: undefined }),
            invoke: {
              src: 'readAll',
              input: ({ context }) => context.choices,
              onDone: {
                target: 'compared',
                actions: assign(({ context, event }) => compared(context, event.output)),
              },
              onError: { target: 'unread', actions: assign({ recoveryProblem: ({ event }) => defect(event.error) }) },
            },
          },
          compared: {
            always: [{ guard: ({ context }) => isToBeAnswered(context), target: 'differing' }, { target: 'returning' }],
          },
          // Nothing goes on by itself: the person says what a difference means.
          differing: {
            on: {
              CHECK_AGAIN: { target: 'reading' },
              ANSWER_DRIFT: [
                { guard: ({ event }) => event.answer === 'stop', target: '#wizard.start', actions: 'closeTenant' },
                {
                  target: 'returning',
                  actions: assign(({ context, event }) => {
                    const first = context.differences?.[0]?.step
                    return event.answer === 'redo' && first ? { lastStep: first } : {}
                  }),
                },
              ],
            },
          },
          returning: {
            always: [
              // What goes on at Microsoft comes first: the environment is off meanwhile, so that earlier steps may not be readable.
              ...unsettlingSteps(procedure).map((stepId) => ({
                guard: ({ context }: { context: WizardContext }) => unsettles(procedure.actions, recordIn(context, stepId).pending),
                target: `#wizard.${stepId}`,
              })),
              {
                guard: ({ context }) => pendingOperation(context) !== undefined,
                target: '#wizard.operations.running',
                actions: assign({ operation: ({ context }) => pendingOperation(context) }),
              },
              ...toWhereItWas,
            ],
          },
          unread: { on: { CHECK_AGAIN: { target: 'reading' } } },
        },
      },
      closing: {
        entry: assign(({ context }) => ({ lastStep: 'closing' as const, ...captureBaseline(context, ports.now()) })),
        initial: 'standing',
        states: {
          standing: { on: { CHECK_AGAIN: { target: 'checking' } } },
          // Everything is read again; an end that no longer holds leads to what has changed since.
          checking: {
            entry: assign({ driftProblem: undefined }),
            invoke: {
              src: 'readAll',
              input: ({ context }) => context.choices,
              onDone: { target: 'checked', actions: assign(({ context, event }) => drifted(context, event.output, ports.now())) },
              onError: { target: '#wizard.operations', actions: assign({ driftProblem: ({ event }) => defect(event.error) }) },
            },
          },
          checked: {
            always: [{ guard: ({ context }) => mayReturn(context, 'closing'), target: 'standing' }, { target: '#wizard.operations' }],
          },
        },
        on: {
          GO_TO_PAGE: toPages(() => true),
          BACK: { target: last },
          GO_TO_STEP: stepIds(procedure).map((target) => ({ guard: ({ event }) => event.step === target, target })),
          CLOSE_TENANT: { target: 'start', actions: 'closeTenant' },
          SIGN_OUT: { target: 'start', actions: ['closeTenant', 'signOut'] },
        },
      },
    },
  })
}

export type WizardMachine = ReturnType<typeof createWizardMachine>
export type WizardSnapshot = SnapshotFrom<WizardMachine>
