import type { DecisionPlace } from '../decisions.ts'
import { mayBeScheduled, placeOf } from '../procedure.ts'
import type { Same } from '../same-type.ts'
import { mayChoose, phaseOf } from './context.ts'
import { currentStep } from './current-step.ts'
import { openIn } from './deciding.ts'
import type { WizardEvent } from './events.ts'
import type { WizardSnapshot } from './machine.ts'
import type { StartSnapshot } from './start.ts'
import { mayGoToPage, mayGoToStep, mayOpenOperation } from './staying.ts'
import type { WizardView } from './view.ts'

const ON_START = ['OPEN_PRACTICE', 'SIGN_IN', 'LIST_TENANTS'] as const
type Offered = Exclude<WizardView['can'][number], (typeof ON_START)[number]>
/** Events that are nothing but their type. */
type Plain = { [Type in Offered]: { type: Type } extends Extract<WizardEvent, { type: Type }> ? Type : never }[Offered]

const isInLoop = (snapshot: WizardSnapshot): boolean => currentStep(snapshot) !== undefined || snapshot.matches({ operations: 'running' })

function mayChooseEnvironment(snapshot: WizardSnapshot): boolean {
  const step = currentStep(snapshot)
  if (step === undefined) return snapshot.matches('preflight')
  return placeOf(snapshot.context.procedure, step) === 1 && mayChoose(snapshot.context, step)
}

function maySchedule({ children, context: { procedure } }: WizardSnapshot): boolean {
  const step = children.step?.getSnapshot()
  const { stepId, reading } = step?.context ?? {}
  return step?.matches('confirming') === true && stepId !== undefined && mayBeScheduled(procedure, stepId, reading?.plan ?? [])
}

function isConfirming({ children }: WizardSnapshot): boolean {
  const step = children.step?.getSnapshot()
  return step !== undefined && phaseOf(step) === 'confirming'
}

/** Whether an event that says something is taken now. What it says is judged when it comes: a name by its rule, a confirmation by the plan. */
const TAKEN: Readonly<Record<Exclude<Offered, Plain>, (snapshot: WizardSnapshot) => boolean>> = {
  CHOOSE_ENVIRONMENT: mayChooseEnvironment,
  ATTEST: (snapshot) => snapshot.matches('preflight') || isInLoop(snapshot),
  CHECK_ONE: (snapshot) => snapshot.matches('preflight'),
  REVIEW_CHANGE: (snapshot) => snapshot.matches({ operations: 'list' }) && (snapshot.context.drift?.changes.length ?? 0) > 0,
  ANSWER_DRIFT: (snapshot) => snapshot.matches({ recovering: 'differing' }),
  CONFIRM: (snapshot) => isConfirming(snapshot),
  SCHEDULE: maySchedule,
  // These name what is there, which is judged when they come.
  GO_TO_PAGE: mayGoToPage,
  GO_TO_STEP: mayGoToStep,
  OPEN_OPERATION: mayOpenOperation,
}

const OWN = ['SIGN_OUT', 'SIGN_IN_AGAIN', 'CALL_OFF_SIGN_IN', 'CLOSE_TENANT', 'TAKE_OVER', 'NEXT', 'BACK'] as const
/** Handed on to the machine of the step where one runs: then that one takes them or does not. */
const HANDED_ON = [
  ...(['CHANGE_CHOICES', 'CHECK_AGAIN', 'REVIEW_PLAN', 'CANCEL', 'CANCEL_SCHEDULE', 'START_NOW'] as const),
  ...(['STOP_AFTER_THIS', 'POLL_NOW', 'PAUSE'] as const),
] as const
/** Does not compile when an event is in neither list, or says something. */
const everyEvent: Same<Plain, (typeof OWN | typeof HANDED_ON)[number]> = true
void everyEvent

/** Accepted events on the start page. */
export const acceptedAtStart = (snapshot: StartSnapshot): WizardView['can'] => [
  ...(['CLOSE_TENANT', 'BACK'] as const).filter((type) => snapshot.can({ type })),
  ...(snapshot.matches('start') ? ON_START : []),
  ...(['CANCEL'] as const).filter((type) => snapshot.can({ type })),
]

/** Accepted events in an open tenant, except decisions. */
export function acceptedEvents(snapshot: WizardSnapshot): WizardView['can'] {
  const step = snapshot.children.step?.getSnapshot()
  const saying = (Object.keys(TAKEN) as (keyof typeof TAKEN)[]).filter((type) => TAKEN[type](snapshot))
  const own = OWN.filter((type) => snapshot.can({ type }))
  const handedOn = HANDED_ON.filter((type) => snapshot.can({ type }) && (step?.can({ type }) ?? true))
  return [...own, ...saying, ...handedOn]
}

/** Place of decisions on the current page. */
function placeNow(snapshot: WizardSnapshot): DecisionPlace | undefined {
  if (snapshot.matches({ coverage: 'answering' })) return { coverage: 'answering' }
  if (snapshot.matches({ coverage: 'assessed' })) return { coverage: 'assessed' }
  return currentStep(snapshot) ?? (snapshot.matches({ operations: 'running' }) ? snapshot.context.operation : undefined)
}

/** The kinds of decisions that can be made at this moment. */
export function acceptedDecisions(snapshot: WizardSnapshot): WizardView['decisions'] {
  const place = placeNow(snapshot)
  return place === undefined ? [] : openIn(snapshot.context, place).map(({ kind }) => kind)
}
