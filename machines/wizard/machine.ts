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
import type { Pending, Receipt } from '../step/action.ts'
import type { Choices } from '../step/choices.ts'
import { type Attestation, blocks, STEP_IDS, type StepId } from '../step/finding.ts'
import { createStepMachine, type StepInput, type StepMachine } from '../step/machine.ts'
import type { Ports, SignedIn, Tenant } from '../step/ports.ts'
import { defect, type Problem } from '../step/problems.ts'
import { isPlanned, isProved, isStale, type Reading } from '../step/proof.ts'
import { brokenRules, validateEnvironmentId, validateSubscriptionId } from '../steps/policy/names.ts'
import type { WizardEvent } from './events.ts'
import type { StepView } from './view.ts'

/** What is remembered of a step while another one is on screen. The reading is memory only and read anew before it counts. */
export interface StepRecord {
  /** Of the step's machine when it last spoke. */
  readonly phase: StepView['phase']
  readonly reading?: Reading | undefined
  readonly pending?: Pending | undefined
  readonly receipts: readonly Receipt[]
}

export interface WizardContext {
  readonly tenant?: Tenant | undefined
  readonly choices: Choices
  readonly browsed?: string | undefined
  readonly editing: boolean
  readonly attestations: readonly Attestation[]
  readonly steps: Readonly<Record<StepId, StepRecord>>
  readonly startProblem?: Problem | undefined
  /** The sign-in under way, or the one that was refused: what was typed stays. */
  readonly signIn?: { readonly request: SignInRequest; readonly progress?: SignInProgress } | undefined
  readonly missing?: StepView['missing'] | undefined
  readonly missingCount: number
}

const unread: StepRecord = { phase: 'reading', receipts: [] }
const nothing: Readonly<Record<StepId, StepRecord>> = { integration: unread, environment: unread, policy: unread, membership: unread }
const fresh = {
  tenant: undefined,
  choices: {},
  browsed: undefined,
  editing: false,
  attestations: [],
  steps: nothing,
  missing: undefined,
} as const

/** True when the step's last reading proves it. */
export const stepIsProved = (context: WizardContext, stepId: StepId): boolean =>
  isProved(context.steps[stepId].reading, context.attestations)

/** A step opens when every earlier one is proved. */
export const stepIsOpen = (context: WizardContext, stepId: StepId): boolean =>
  STEP_IDS.slice(0, STEP_IDS.indexOf(stepId)).every((earlier) => stepIsProved(context, earlier))

/** Why the next step does not open yet, and where the person should look. */
export function whatIsMissing(context: WizardContext, stepId: StepId): Omit<NonNullable<StepView['missing']>, 'id'> {
  const { reading, phase } = context.steps[stepId]
  if (phase === 'waiting')
    return { text: 'The operation at Microsoft has not ended yet. The step is done when the environment itself shows it.', target: 'page' }
  if (phase === 'reading' || phase === 'rechecking' || reading === undefined)
    return { text: 'The services are being read. Continue opens when that is done.', target: 'page' }
  if (phase === 'applying' || phase === 'pausing')
    return { text: 'Changes are being made. Continue opens when they are done and seen.', target: 'page' }
  if (phase === 'choosing')
    return {
      text: stepId === 'integration' ? 'Choose the environment first.' : 'Decide where the key and the policy live first.',
      target: 'form',
    }
  const finding = reading.findings.find((candidate) => blocks(candidate, context.attestations) && !isPlanned(candidate, reading.plan))
  if (finding) {
    const what =
      finding.status === 'fail' ? 'has to be put right first' : finding.attestable ? 'waits for your confirmation' : 'has to be known first'
    return { text: `“${finding.title}” ${what}.`, findingKey: finding.key, target: 'finding' }
  }
  if (reading.plan.length > 0)
    return {
      text: `${reading.plan.length === 1 ? 'One change is' : `${reading.plan.length} changes are`} still to be made. Review and apply them, or make them by hand and check again.`,
      target: 'plan',
    }
  return { text: 'What was read is too old to count. The services are being read again.', target: 'page' }
}

type StepSnapshot = SnapshotFrom<StepMachine>

/** The phase of the step on screen, from its machine's state. */
export function phaseOf(step: StepSnapshot): StepView['phase'] {
  if (step.matches('observing')) return 'reading'
  if (step.matches('choosing')) return 'choosing'
  if (step.matches('confirming')) return 'confirming'
  if (step.matches('rechecking')) return 'rechecking'
  if (step.matches('applying')) return 'applying'
  if (step.matches('pausing')) return 'pausing'
  if (step.matches('waiting')) return 'waiting'
  if (step.matches('stopped')) return 'stopped'
  return 'reviewing'
}

/** A choice starts the step's machine anew, so none is taken while it writes, confirms or waits. */
const CHOOSING: readonly StepView['phase'][] = ['reading', 'choosing', 'reviewing', 'stopped']

const mayChoose = (context: WizardContext, stepId: StepId): boolean => CHOOSING.includes(context.steps[stepId].phase)

/** What was confirmed of the steps before this one. Another choice here makes what was confirmed here, and after, say nothing. */
function attestedBefore(context: WizardContext, stepId: StepId): readonly Attestation[] {
  const earlier = STEP_IDS.slice(0, STEP_IDS.indexOf(stepId)).flatMap((each) => context.steps[each].reading?.findings ?? [])
  return context.attestations.filter((attestation) => earlier.some((finding) => finding.key === attestation.key))
}

const WRITING: readonly StepView['phase'][] = ['rechecking', 'applying', 'pausing']

/**
 * Receipts of a step: what its present run has, on top of earlier runs. A run's receipts are recognised by their time, so
 * that a snapshot seen twice adds nothing.
 */
function mergeReceipts(before: readonly Receipt[], run: readonly Receipt[]): readonly Receipt[] {
  return [
    ...before,
    ...run.filter(
      (receipt) => !before.some((each) => each.kind === receipt.kind && each.at === receipt.at && each.resourceId === receipt.resourceId),
    ),
  ]
}

function recordOf(snapshot: StepSnapshot, before: StepRecord): StepRecord {
  const { context } = snapshot
  return {
    phase: phaseOf(snapshot),
    reading: context.reading,
    pending: context.pending,
    receipts: mergeReceipts(before.receipts, context.receipts),
  }
}

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

  function step<Id extends StepId>(stepId: Id, next: string, back: string | undefined) {
    const isNow = ({ context }: { context: WizardContext }) => stepIsProved(context, stepId)
    const mayLeave = ({ context }: { context: WizardContext }) => !WRITING.includes(context.steps[stepId].phase)
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
            const attestation = { key: event.key, by: context.tenant?.account.userName ?? 'unknown account', at: ports.now() }
            enqueue.assign({
              missing: undefined,
              attestations: [...context.attestations.filter((each) => each.key !== event.key), attestation],
            })
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
        ...(back === undefined ? {} : { BACK: { guard: mayLeave, target: back } }),
        GO_TO_STEP: STEP_IDS.filter((target) => target !== stepId).map((target) => ({
          guard: ({ context, event }) => event.step === target && mayLeave({ context }) && stepIsOpen(context, target),
          target: `#wizard.${target}`,
        })),
        CLOSE_TENANT: { guard: mayLeave, target: '#wizard.start', actions: 'closeTenant' },
        SIGN_OUT: { guard: mayLeave, target: '#wizard.start', actions: ['closeTenant', 'signOut'] },
      },
    })
  }

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
          OPEN_PRACTICE: { target: 'connecting', actions: assign({ signIn: undefined }) },
          SIGN_IN: { target: 'signingIn', actions: assign({ signIn: ({ event }) => ({ request: event.request }) }) },
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
              target: 'integration',
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
          onDone: { target: 'integration', actions: assign({ tenant: ({ event }) => event.output }) },
          onError: { target: 'start', actions: assign({ startProblem: ({ event }) => couldNotOpen(event.error) }) },
        },
        on: { CLOSE_TENANT: { target: 'start', actions: 'closeTenant' } },
      },
      integration: {
        ...integration,
        on: {
          ...integration.on,
          CHOOSE_ENVIRONMENT: {
            guard: ({ context, event }) => mayChoose(context, 'integration') && validateEnvironmentId(event.environmentId) === undefined,
            target: 'integration',
            reenter: true,
            // Another environment: nothing that was seen or confirmed of the one before may count for this one.
            actions: assign(({ context, event }) =>
              event.environmentId === context.choices.environmentId
                ? { editing: false }
                : {
                    choices: { environmentId: event.environmentId },
                    attestations: [],
                    steps: { ...nothing, integration: { ...context.steps.integration, pending: undefined } },
                  },
            ),
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
      closing: {
        on: {
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
