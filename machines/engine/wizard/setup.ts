import { assign, forwardTo, type SnapshotFrom, sendTo, setup, spawnChild, stopChild } from 'xstate'
import { type DecisionPlace, decisionsIn, isOpen } from '../decisions.ts'
import { mayReview, reviewed } from '../drift/review.ts'
import { namingGuards } from '../naming.ts'
import { isStep, type Procedure } from '../procedure.ts'
import type { Attestation, OperationId, SequenceId, StepId } from '../step/finding.ts'
import type { StepMachine } from '../step/machine.ts'
import type { Ports } from '../step/ports.ts'
import { defect } from '../step/problems.ts'
import type { Carried, Reading } from '../step/proof.ts'
import { wizardActors } from './actors.ts'
import {
  attestationOf,
  attested,
  choosing,
  isFree,
  isReached,
  isToBeCompared,
  mayChoose,
  mayReturn,
  opening,
  operationIn,
  operationIsOpen,
  operationsAreOpen,
  pageIsOpen,
  pendingOperation,
  phaseOf,
  type ReadingAll,
  recordIn,
  stepIsOpen,
  stepIsProved,
  stepIsProvedAt,
  stepOnTheWay,
  stepsBeyond,
  type TenantInput,
  type WizardContext,
} from './context.ts'
import { deciding, mayDecide } from './deciding.ts'
import type { WizardEvent } from './events.ts'
import type { EngagementEvent, HandOverEvent, SignInEvent, TenantPorts } from './from-main.ts'
import { takingOver } from './hand-over.ts'
import { keptRecord, withPreflight } from './hearing.ts'
import { afterReadingAgain, READ_AGAIN, whatIsMissing } from './missing.ts'
import { followOrder, followsOthers, notingOthers, type OtherEvent, withOther } from './others.ts'
import type { Preflight } from './preflight.ts'
import { captureBaseline, differencesIn, drifted, isAtRest, isToBeAnswered, takenUp, unsettles, withReadings } from './recovery.ts'
import { saying } from './said.ts'
import type { SidePage } from './side-pages.ts'
import { maySignInAgain, signingInAgain } from './sign-in-again.ts'
import type { StepPhase } from './view-of-step.ts'

export type Heard = WizardEvent | SignInEvent | EngagementEvent | HandOverEvent | OtherEvent

interface When {
  readonly context: WizardContext
  readonly event: Heard
}

const naming = namingGuards<WizardContext, Heard>()

/** The operation on screen: its loop is only entered with one chosen. */
export function operationOf(context: WizardContext): OperationId {
  const operation = operationIn(context)
  if (operation === undefined) throw new Error('No operation is open')
  return operation
}

/** The step or operation whose loop runs. */
const onScreen = ({ running, lastStep }: WizardContext): SequenceId => running ?? lastStep

/** The newest confirmation is the last. */
function newestAttestation({ attestations }: WizardContext): Attestation {
  const newest = attestations.at(-1)
  if (!newest) throw new Error('Nothing was confirmed')
  return newest
}

/** What continues a loop after its sign-in; others read again. */
const GOES_ON: Partial<Record<StepPhase, 'POLL_NOW' | 'SIGNED_IN'>> = { waiting: 'POLL_NOW', pausing: 'SIGNED_IN' }

/** The questions that the sequence asks before it moves. */
const guards = {
  isToBeCheckedFirst: ({ context }: When) => context.checkFirst,
  isToBePrepared: ({ context: { procedure, choices } }: When) =>
    choices.environmentId === undefined && procedure.coverage?.isAnswered(choices) === false,
  // Ignores results of a canceled sign-in.
  isSigningInAgain: ({ context }: When) => context.signInAgain?.state === 'running',
  maySignInAgain: ({ context }: When, { of }: { of: SequenceId }) => maySignInAgain(context, of),
  isSignedInAgain: ({ context, event }: When) =>
    context.signInAgain?.state === 'running' && event.type === 'SIGN_IN_ENDED' && event.signedIn.ok,
  // Moving between pages: while something is being written, the page stays with it.
  isFree: ({ context }: When) => isFree(context),
  opensPage: naming(
    'GO_TO_PAGE',
    (context, { page }: { page: SidePage }) => isFree(context) && pageIsOpen(context, page),
    (event, { page }) => event.page === page,
  ),
  opensOperation: naming(
    'OPEN_OPERATION',
    (context, { operation }: { operation: OperationId }) => isFree(context) && operationIsOpen(context, operation),
    (event, { operation }) => event.operation === operation,
  ),
  // A list opened from a step leads back to it.
  listIsOpen: ({ context }: When) => isFree(context) && operationsAreOpen(context),
  mayReturnTo: ({ context }: When, { place }: { place: WizardContext['lastStep'] }) => isFree(context) && mayReturn(context, place),
  isPastItsEnd: ({ context }: When) => !isReached(context, 'closing'),
  // If the tenant opened with the preparation, there is no page to go back to.
  mayGoBackTo: ({ context }: When, { place }: { place: WizardContext['lastStep'] }) =>
    isFree(context) && mayReturn(context, place) && Object.values(context.steps).some(({ reading }) => reading !== undefined),
  isFound: ({ context }: When) => context.found !== undefined && isFree(context),
  isFoundAtRest: ({ context }: When) => context.found !== undefined && isFree(context) && isAtRest(context.found),
  isToBeCompared: ({ context }: When) => isToBeCompared(context),
  // Guards about choices.
  mayChooseEnvironment: naming(
    'CHOOSE_ENVIRONMENT',
    (context, { step }: { step?: StepId }) => step === undefined || mayChoose(context, step),
    ({ environmentId }, _, { procedure }) => procedure.environment.isId(environmentId),
  ),
  hasNoEnvironment: ({ context }: When) => context.choices.environmentId === undefined,
  mayDecide: ({ context, event }: When, { place }: { place: DecisionPlace }) =>
    event.type === 'DECIDE' && mayDecide(context, place, event.decision),
  coverageIsAnswered: ({ context }: When) => context.procedure.coverage?.isAnswered(context.choices) === true,
  hasHandOver: ({ context }: When) => context.handOver !== undefined,
  // Guards about loops beside the screen.
  isLoopOnScreen: ({ context }: When) => context.running !== undefined,
  othersChanged: ({ context }: When) => !followsOthers(context),
  // Operations.
  hasEnd: ({ context }: When) => context.atEnd !== undefined,
  operationIsPending: ({ context }: When) => pendingOperation(context) !== undefined,
  operationWaitsForChoice: ({ context }: When) => recordIn(context, operationOf(context)).phase === 'choosing',
  // While no decision is allowed, a list to choose from would accept no choice.
  operationAsksForChoice: ({ context }: When) =>
    decisionsIn(context.procedure.decisions, operationOf(context)).some((each) => isOpen(each, context)),
  // Going on after a pause, and what changed meanwhile.
  takesEnvironmentAway: ({ context }: When, { step }: { step: StepId }) =>
    unsettles(context.procedure.actions, recordIn(context, step).pending),
  isScheduled: ({ context }: When, { step }: { step: StepId }) => recordIn(context, step).schedule !== undefined,
  isToBeAnswered: ({ context }: When) => isToBeAnswered(context),
  isToStop: ({ event }: When) => event.type === 'ANSWER_DRIFT' && event.answer === 'stop',
}

const guardsByTheClock = (ports: Ports) => ({
  opensStep: naming(
    'GO_TO_STEP',
    (context, { step }: { step: StepId }) => isFree(context) && stepIsOpen(context, step),
    (event, { step }, context) => event.step === step && stepOnTheWay(context, step, ports.now()) === step,
  ),
  // An earlier step on the way to the one that was asked for is read again first.
  opensStepOnTheWay: naming(
    'GO_TO_STEP',
    (context, { step }: { step: StepId }) => isFree(context) && stepsBeyond(context, step, ports.now()).length > 0,
    (event, { step }, context) => stepsBeyond(context, step, ports.now()).includes(event.step),
  ),
  opensNow: ({ context }: When, { step }: { step: StepId }) =>
    stepIsOpen(context, step) && stepOnTheWay(context, step, ports.now()) === step,
  mayReview: naming(
    'REVIEW_CHANGE',
    ({ drift }) => drift !== undefined && drift.changes.length > 0,
    ({ change, wish }, _, context) => mayReview(context, change, wish, ports.now()),
  ),
  leadsOn: ({ context }: When, { step, next }: { step: StepId; next: WizardContext['lastStep'] }) =>
    stepIsProvedAt(context, step, ports.now()) && isReached(context, next),
  // An end that was reached before, and is read again, leaves the page to the person.
  showsEnd: ({ context }: When, { of, snapshot }: { of: SequenceId; snapshot: SnapshotFrom<StepMachine> }) => {
    const isNews = context.atEnd === undefined || snapshot.context.lastPoll !== undefined
    if (!isNews || phaseOf(snapshot) !== 'reviewing' || isReached(context, 'closing')) return false
    return isReached(keptRecord(context, of, snapshot, ports.now()), 'closing')
  },
  attestsEnd: ({ context, event }: When, { of }: { of: SequenceId }) =>
    event.type === 'ATTEST' &&
    recordIn(context, of).phase === 'reviewing' &&
    !isReached(context, 'closing') &&
    isReached({ ...context, ...attested(context, attestationOf(context, event.key, ports.now())) }, 'closing'),
  isProvedLongAgo: ({ context }: When, { step }: { step: StepId }) =>
    stepIsProved(context, step) && !stepIsProvedAt(context, step, ports.now()),
})

/** On every page what runs at the services for something else is followed. */
export const FOLLOWED = { always: { guard: 'othersChanged', actions: ['noteOthers', 'followOthers'] } } as const

/** Setup of the sequence: its actors, guards and actions by name. */
export const wizardSetup = (procedure: Procedure, ports: TenantPorts) =>
  setup({
    types: {
      context: {} as WizardContext,
      events: {} as Heard,
      input: {} as TenantInput,
      children: {} as { step: 'step'; signInAgain: 'signInAgain'; others: 'followOthers' },
    },
    actors: wizardActors(procedure, ports),
    guards: {
      ...guards,
      ...guardsByTheClock(ports),
    },
    actions: {
      // The tenant, and the sign-in to it.
      closeTenant: () => ports.closeTenant(),
      signOut: () => void ports.signOut(),
      signInAgain: spawnChild('signInAgain', { id: 'signInAgain', input: ({ context }) => signingInAgain(context, onScreen(context)) }),
      noteSigningInAgain: assign({ signInAgain: { state: 'running' } }),
      noteProgressAgain: assign(({ event }) =>
        event.type === 'SIGN_IN_PROGRESS' ? { signInAgain: { state: 'running', progress: event.progress } } : {},
      ),
      noteRefusalAgain: assign(({ event }) =>
        event.type === 'SIGN_IN_ENDED' && !event.signedIn.ok ? { signInAgain: { state: 'refused', problem: event.signedIn.problem } } : {},
      ),
      takeSignIn: assign(({ event }) =>
        event.type === 'SIGN_IN_ENDED' && event.signedIn.ok ? { tenant: event.signedIn.tenant, signInAgain: undefined } : {},
      ),
      stopSigningInAgain: stopChild('signInAgain'),
      forgetSignInAgain: assign({ signInAgain: undefined }),
      // The loop of a step or an operation.
      toStep: forwardTo('step'),
      comeOnScreen: assign((_, { of }: { of: SequenceId }) => ({ running: of })),
      leaveScreen: assign({ running: undefined }),
      noteOthers: assign(({ context }) => notingOthers(context)),
      forgetOthers: assign({ following: [], others: {} }),
      followOthers: sendTo('others', ({ context }: When) => followOrder(context)),
      keepOther: assign(({ context, event }) => (event.type === 'OTHER_SEEN' ? withOther(context, event, ports.now()) : {})),
      keepRecord: assign(({ context }, { of, snapshot }: { of: SequenceId; snapshot: SnapshotFrom<StepMachine> }) =>
        afterReadingAgain(context, keptRecord(context, of, snapshot, ports.now()), of),
      ),
      // The loop on screen decides which reading the page shows.
      handReading: sendTo('step', ({ context }: When) => ({ type: 'READ_BESIDE', reading: recordIn(context, onScreen(context)).reading })),
      attest: assign(({ context, event }) => {
        if (event.type !== 'ATTEST') return {}
        const attestation = attestationOf(context, event.key, ports.now())
        return { ...attested(context, attestation), ...saying(context, { attestation }) }
      }),
      attestInStep: sendTo('step', ({ context }: When) => ({ type: 'ATTEST', attestation: newestAttestation(context) })),
      readAgain: sendTo('step', { type: 'CHECK_AGAIN' }),
      goOn: sendTo('step', ({ context }: When) => ({
        type: GOES_ON[recordIn(context, onScreen(context)).phase] ?? 'CHECK_AGAIN',
      })),
      rememberStep: assign((_, { step }: { step: StepId }) => ({ lastStep: step })),
      leaveStep: assign({ missing: undefined, browsed: undefined }),
      clearMissing: assign({ missing: undefined }),
      sayWhatIsMissing: assign(({ context }, { of }: { of: SequenceId }) => {
        const id = context.missingCount + 1
        return { missingCount: id, missing: { id, ...whatIsMissing(context, of) } }
      }),
      sayReadAgain: assign(({ context }) => {
        const id = context.missingCount + 1
        return { missingCount: id, missing: { id, ...READ_AGAIN } }
      }),
      // Actions for choices.
      chooseEnvironment: assign(({ context, event }) =>
        event.type === 'CHOOSE_ENVIRONMENT' ? choosing(context, event.environmentId) : {},
      ),
      decide: assign(({ context, event }) => {
        if (event.type !== 'DECIDE') return {}
        const at = ports.now()
        return { ...deciding(context, event.decision, at), ...saying(context, { decision: event.decision, at }) }
      }),
      // Pages beside the steps.
      noteHandingOver: assign(({ event }) => ({
        handingOver: event.type === 'GO_TO_PAGE' && event.step !== undefined && isStep(procedure, event.step) ? event.step : undefined,
      })),
      noteHandOver: assign(({ event }) => (event.type === 'HAND_OVER_OPENED' ? { handOver: event.opened } : {})),
      takeOver: assign(({ context }) => takingOver(context)),
      takeReadings: assign(({ context }, { readings }: { readings: readonly Reading[] }) => ({
        steps: withReadings(context, readings),
      })),
      forgetHandOver: assign({ handOver: undefined }),
      forgetProblem: assign(({ context }, { of }: { of: ReadingAll }) => ({ problems: { ...context.problems, [of]: undefined } })),
      noteProblem: assign(({ context }, { of, error }: { of: ReadingAll; error: unknown }) => ({
        problems: { ...context.problems, [of]: defect(error) },
      })),
      notePreflight: assign(({ context }, { preflight }: { preflight: Preflight }) => withPreflight(context, preflight, ports.now())),
      noteLandscape: assign((_, { carried }: { carried: Carried }) => ({ landscape: { readAt: ports.now(), carried } })),
      noteLandscapeProblem: assign((_, { error }: { error: unknown }) => ({
        landscape: { readAt: ports.now(), carried: { kind: 'none' }, problem: defect(error) },
      })),
      openOperation: assign(({ context, event }) => (event.type === 'OPEN_OPERATION' ? opening(context, event.operation) : {})),
      openPendingOperation: assign(({ context }) => ({ running: pendingOperation(context) })),
      // Going on after a pause, and what changed meanwhile.
      noteFound: assign(({ event }) => (event.type === 'ENGAGEMENT_FOUND' ? { found: event.remembered } : {})),
      takeUp: assign(({ context }) =>
        context.found ? { ...takenUp(context, context.found), found: undefined, takenUpAt: ports.now() } : {},
      ),
      forgetRemembered: assign({ remembered: undefined }),
      answerDrift: assign(({ context, event }) => {
        const first = differencesIn(context)[0]?.step
        return event.type === 'ANSWER_DRIFT' && event.answer === 'redo' && first ? { lastStep: first } : {}
      }),
      noteDrift: assign(({ context }, { readings }: { readings: readonly Reading[] }) => drifted(context, readings, ports.now())),
      review: assign(({ context, event }) => {
        const made = event.type === 'REVIEW_CHANGE' ? reviewed(context, event.change, event.wish, ports.now()) : {}
        return made.atEnd ? { ...made, ...saying(context, { reviewed: made.atEnd }) } : made
      }),
      noteEnd: assign(({ context }) => ({ lastStep: 'closing' as const, ...captureBaseline(context, ports.now()) })),
    },
  })
