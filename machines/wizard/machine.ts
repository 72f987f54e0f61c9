import {
  assertEvent,
  assign,
  type EventObject,
  enqueueActions,
  forwardTo,
  fromCallback,
  fromPromise,
  type SnapshotFrom,
  setup,
} from 'xstate'
import type { SignInProgress, SignInRequest } from '../sign-in/sign-in.ts'
import { STEP_IDS, type StepId } from '../step/finding.ts'
import { createStepMachine, type StepInput } from '../step/machine.ts'
import type { Ports, SignedIn, Tenant } from '../step/ports.ts'
import { defect, type Problem } from '../step/problems.ts'
import { isStale, type Reading } from '../step/proof.ts'
import { brokenRules, validateEnvironmentId, validateSubscriptionId } from '../steps/policy/names.ts'
import {
  attestationOf,
  attested,
  attestedBefore,
  choosing,
  fresh,
  mayChoose,
  mayLeave,
  mayReturn,
  recordOf,
  stepIsOpen,
  stepIsProved,
  stepsToRead,
  type WizardContext,
} from './context.ts'
import { acknowledging, mayAcknowledge, mayUse, usingApps } from './coverage-answers.ts'
import type { WizardEvent } from './events.ts'
import { whatIsMissing } from './missing.ts'
import { type Preflight, readEverything } from './preflight.ts'
import { SIDE_PAGES, type SidePage } from './side-pages.ts'

function couldNotOpen(error: unknown): Problem {
  return {
    title: 'The practice tenant could not be opened',
    meaning: error instanceof Error ? error.message : String(error),
    remedy: 'Choose a scenario from the list and open it again.',
    owner: 'you',
  }
}

/** What a sign-in tells the sequence. These come from main alone: the contract with the window does not know them. */
export type SignInEvent =
  | { readonly type: 'SIGN_IN_PROGRESS'; readonly progress: SignInProgress }
  | { readonly type: 'SIGN_IN_ENDED'; readonly signedIn: SignedIn }

/** Starts a sign-in and tells how it goes; what is returned calls it off. */
function signIn(ports: Ports, request: SignInRequest, tell: (event: SignInEvent) => void): () => void {
  const abort = new AbortController()
  ports
    .signIn(request, (progress) => tell({ type: 'SIGN_IN_PROGRESS', progress }), abort.signal)
    .catch((error: unknown): SignedIn => ({ ok: false, problem: defect(error) }))
    .then((signedIn) => tell({ type: 'SIGN_IN_ENDED', signedIn }))
  return () => abort.abort(new Error('The sign-in was called off.'))
}

/** The sequence: one state for each documented step, in the document's own order. It holds no rule of a step, and no client. */
export function createWizardMachine(ports: Ports) {
  const stepOf = (stepId: StepId, { context }: { context: WizardContext }): StepInput => {
    const { reading, pending } = context.steps[stepId]
    const { choices, attestations, editing, browsed } = context
    return {
      stepId,
      choices,
      attestations,
      editing,
      ...(browsed === undefined ? {} : { browsed }),
      ...(reading ? { reading } : {}),
      ...(pending ? { pending } : {}),
    }
  }

  const machine = setup({
    types: { context: {} as WizardContext, events: {} as WizardEvent | SignInEvent, children: {} as { step: 'step'; signIn: 'signIn' } },
    actors: {
      step: createStepMachine(ports),
      openPractice: fromPromise<Tenant, string>(({ input, signal }) => ports.openPractice(input, signal)),
      readEverything: fromPromise<Preflight, Pick<WizardContext, 'choices' | 'preflight'> & { readonly steps: readonly StepId[] }>(
        ({ input, signal }) => readEverything(ports, input.choices, input.steps, input.preflight, signal),
      ),
      signIn: fromCallback<EventObject, SignInRequest, EventObject>(({ input, sendBack }) => signIn(ports, input, sendBack)),
    },
    actions: {
      toStep: forwardTo('step'),
      clearMissing: assign({ missing: undefined }),
      closeTenant: () => ports.closeTenant(),
      signOut: () => void ports.signOut(),
      sayWhatIsMissing: assign(({ context }, { stepId }: { stepId: StepId }) => {
        const id = context.missingCount + 1
        return { missingCount: id, missing: { id, ...whatIsMissing(context, stepId) } }
      }),
    },
  })

  const toPages = (free: (from: { context: WizardContext }) => boolean) =>
    SIDE_PAGES.map((page) => ({
      guard: ({ context, event }: { context: WizardContext; event: { readonly page: SidePage } }) =>
        event.page === page && free({ context }),
      target: `#wizard.${page}`,
    }))

  function step<Id extends StepId>(stepId: Id, next: string, back: string | undefined) {
    const isNow = ({ context }: { context: WizardContext }) => stepIsProved(context, stepId)
    const free = ({ context }: { context: WizardContext }) => mayLeave(context, stepId)
    return machine.createStateConfig({
      invoke: {
        id: 'step',
        src: 'step',
        input: ({ context }) => stepOf(stepId, { context }),
        onSnapshot: {
          actions: assign(({ context, event }) => {
            const before = context.steps[stepId]
            const record = recordOf(event.snapshot, before)
            // “It is being read” is over when it has been read; what has to be put right stays until the person acts.
            const over = context.missing?.target === 'page' && record.phase !== before.phase && record.phase !== 'reading'
            return { steps: { ...context.steps, [stepId]: record }, ...(over ? { missing: undefined } : {}) }
          }),
        },
      },
      entry: assign({ lastStep: stepId }),
      exit: assign({ missing: undefined, editing: false, browsed: undefined }),
      on: {
        CHECK_AGAIN: { actions: ['clearMissing', 'toStep'] },
        CHANGE_CHOICES: { actions: ['clearMissing', 'toStep'] },
        REVIEW_PLAN: { actions: ['clearMissing', 'toStep'] },
        CONFIRM: { actions: 'toStep' },
        CANCEL: { actions: 'toStep' },
        STOP_AFTER_THIS: { actions: 'toStep' },
        LOOK_NOW: { actions: 'toStep' },
        ATTEST: {
          actions: enqueueActions(({ context, event, enqueue }) => {
            const attestation = attestationOf(context, event.key, ports.now())
            enqueue.assign(attested(context, attestation))
            enqueue.sendTo('step', { type: 'ATTEST', attestation })
          }),
        },
        NEXT: [
          { guard: ({ context }) => isNow({ context }) && !isStale(context.steps[stepId].reading as Reading, ports.now()), target: next },
          {
            // Too old to count: read again, and say so. Nothing moves on by itself.
            guard: isNow,
            actions: enqueueActions(({ context, enqueue }) => {
              const id = context.missingCount + 1
              enqueue.assign({
                missingCount: id,
                missing: {
                  id,
                  text: 'What was read is more than 15 minutes old and is being read again. Continue when it is there.',
                  target: 'page',
                },
              })
              enqueue.sendTo('step', { type: 'CHECK_AGAIN' })
            }),
          },
          { actions: { type: 'sayWhatIsMissing', params: { stepId } } },
        ],
        ...(back === undefined ? {} : { BACK: { guard: free, target: back } }),
        GO_TO_STEP: STEP_IDS.filter((target) => target !== stepId).map((target) => ({
          guard: ({ context, event }) => event.step === target && mayLeave(context, stepId) && stepIsOpen(context, target),
          target: `#wizard.${target}`,
        })),
        GO_TO_PAGE: toPages(free),
        CLOSE_TENANT: { guard: free, target: '#wizard.start', actions: 'closeTenant' },
        SIGN_OUT: { guard: free, target: '#wizard.start', actions: ['closeTenant', 'signOut'] },
      },
    })
  }

  /** A page beside the steps: it may be left at any time, for the step that was on screen or for any open one. */
  function sidePage() {
    return machine.createStateConfig({
      on: {
        // What was read meanwhile may have closed the step that was on screen: then the last one that is open.
        BACK: [...STEP_IDS, 'closing' as const].reverse().map((place) => ({
          guard: ({ context }: { context: WizardContext }) => mayReturn(context, place),
          target: `#wizard.${place}`,
        })),
        GO_TO_STEP: STEP_IDS.map((target) => ({
          guard: ({ context, event }) => event.step === target && stepIsOpen(context, target),
          target: `#wizard.${target}`,
        })),
        GO_TO_PAGE: toPages(() => true),
        CLOSE_TENANT: { target: '#wizard.start', actions: 'closeTenant' },
        SIGN_OUT: { target: '#wizard.start', actions: ['closeTenant', 'signOut'] },
      },
    })
  }

  const beside = sidePage()
  const integration = step('integration', 'environment', undefined)
  const policy = step('policy', 'membership', 'environment')

  return machine.createMachine({
    id: 'wizard',
    context: { ...fresh, missingCount: 0 },
    initial: 'start',
    states: {
      start: {
        entry: assign(fresh),
        on: {
          OPEN_PRACTICE: {
            target: 'connecting',
            actions: assign({ signIn: undefined, checkFirst: ({ event }) => event.checkFirst === true }),
          },
          SIGN_IN: {
            target: 'signingIn',
            actions: assign({ signIn: ({ event }) => ({ request: event.request }), checkFirst: ({ event }) => event.checkFirst === true }),
          },
        },
      },
      signingIn: {
        entry: assign({ startProblem: undefined }),
        invoke: {
          id: 'signIn',
          src: 'signIn',
          input: ({ event }) => {
            assertEvent(event, 'SIGN_IN')
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
              actions: assign({ signIn: undefined, tenant: ({ event }) => (event.signedIn.ok ? event.signedIn.tenant : undefined) }),
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
      opened: { always: [{ guard: ({ context }) => context.checkFirst, target: 'preflight' }, { target: 'integration' }] },
      integration: {
        ...integration,
        on: {
          ...integration.on,
          CHOOSE_ENVIRONMENT: {
            guard: ({ context, event }) => mayChoose(context, 'integration') && validateEnvironmentId(event.environmentId) === undefined,
            target: 'integration',
            reenter: true,
            actions: assign(({ context, event }) => choosing(context, event.environmentId)),
          },
        },
      },
      environment: step('environment', 'policy', 'integration'),
      policy: {
        ...policy,
        on: {
          ...policy.on,
          BROWSE_SUBSCRIPTION: {
            guard: ({ context, event }) => mayChoose(context, 'policy') && validateSubscriptionId(event.subscriptionId) === undefined,
            target: 'policy',
            reenter: true,
            actions: assign({ editing: true, browsed: ({ event }) => event.subscriptionId }),
          },
          CHOOSE_POLICY: {
            guard: ({ context, event }) => mayChoose(context, 'policy') && Object.keys(brokenRules(event.policy)).length === 0,
            target: 'policy',
            reenter: true,
            actions: assign({
              attestations: ({ context }) => attestedBefore(context, 'policy'),
              choices: ({ context, event }) => ({
                ...(context.choices.environmentId === undefined ? {} : { environmentId: context.choices.environmentId }),
                ...(context.choices.coverage === undefined ? {} : { coverage: context.choices.coverage }),
                policy: event.policy,
              }),
            }),
          },
          TURN_ON_PURGE_PROTECTION: {
            guard: ({ context }) => mayChoose(context, 'policy') && context.choices.policy !== undefined,
            target: 'policy',
            reenter: true,
            actions: assign({ choices: ({ context }) => ({ ...context.choices, turnOnPurgeProtection: true }) }),
          },
        },
      },
      membership: step('membership', 'closing', 'policy'),
      coverage: {
        ...beside,
        initial: 'opening',
        states: {
          opening: {
            always: [{ guard: ({ context }) => context.choices.coverage !== undefined, target: 'assessed' }, { target: 'answering' }],
          },
          answering: {
            on: {
              USE_APPS: {
                guard: ({ event }) => mayUse(event.apps),
                target: 'assessed',
                actions: assign(({ context, event }) => usingApps(context, event.apps, ports.now())),
              },
              CANCEL: { guard: ({ context }) => context.choices.coverage !== undefined, target: 'assessed' },
            },
          },
          assessed: {
            on: {
              CHANGE_CHOICES: { target: 'answering' },
              ACKNOWLEDGE_GAP: {
                guard: ({ context, event }) => mayAcknowledge(context, event.item),
                actions: assign(({ context, event }) => acknowledging(context, event.item, ports.now())),
              },
            },
          },
        },
      },
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
              actions: { type: 'sayWhatIsMissing', params: { stepId: 'integration' } },
            },
            ...[...STEP_IDS].reverse().map((stepId) => ({
              guard: ({ context }: { context: WizardContext }) => stepIsOpen(context, stepId),
              target: `#wizard.${stepId}`,
            })),
          ],
          CHOOSE_ENVIRONMENT: {
            guard: ({ event }) => validateEnvironmentId(event.environmentId) === undefined,
            target: '.reading',
            actions: assign(({ context, event }) => choosing(context, event.environmentId)),
          },
        },
        states: {
          reading: {
            entry: assign({ preflightProblem: undefined }),
            invoke: {
              src: 'readEverything',
              input: ({ context: { choices, preflight }, event }) => ({ choices, preflight, steps: stepsToRead(preflight, event) }),
              onDone: { target: 'read', actions: assign({ preflight: ({ event }) => event.output }) },
              onError: { target: 'read', actions: assign({ preflightProblem: ({ event }) => defect(event.error) }) },
            },
          },
          read: {},
        },
      },
      closing: {
        entry: assign({ lastStep: 'closing' }),
        on: {
          GO_TO_PAGE: toPages(() => true),
          BACK: { target: 'membership' },
          GO_TO_STEP: STEP_IDS.map((target) => ({ guard: ({ event }) => event.step === target, target })),
          CLOSE_TENANT: { target: 'start', actions: 'closeTenant' },
          SIGN_OUT: { target: 'start', actions: ['closeTenant', 'signOut'] },
        },
      },
    },
  })
}

export type WizardMachine = ReturnType<typeof createWizardMachine>
export type WizardSnapshot = SnapshotFrom<WizardMachine>
