import { type AnyMachineSnapshot, type AnyTransitionDefinition, getNextTransitions } from 'xstate'
import { openIn } from './deciding.ts'
import type { WizardSnapshot } from './machine.ts'
import type { Heard } from './setup.ts'
import type { StartSnapshot } from './start.ts'
import type { WizardView } from './view.ts'

type Offered = WizardView['can'][number]

/** Main's own events, and decisions, which are offered by their kind. */
const NOT_OFFERED = [
  ...(['SIGN_IN_PROGRESS', 'SIGN_IN_ENDED', 'TENANTS_LISTED', 'RESUME', 'ENGAGEMENT_FOUND', 'HAND_OVER_OPENED', 'OTHER_SEEN'] as const),
  'DECIDE',
] as const satisfies readonly Exclude<Heard['type'], Offered>[]

/** XState's own events are in lower case. */
const mayBeOffered = (type: string): type is Exclude<Heard['type'], (typeof NOT_OFFERED)[number]> =>
  /^[A-Z]/.test(type) && !(NOT_OFFERED as readonly string[]).includes(type)

/** A transition's guard, asked for its event: what that names is judged when it comes. */
interface AskedGuard {
  (when: { readonly context: unknown; readonly event: { readonly type: string } }, params: unknown): boolean
  readonly offered?: (context: unknown, params: unknown) => boolean
}

function paramsOf({ context }: AnyMachineSnapshot, { eventType, guard }: AnyTransitionDefinition) {
  const params = typeof guard === 'object' ? guard.params : undefined
  return typeof params === 'function' ? params({ context, event: { type: eventType } }) : params
}

/** Every guard has a name. */
function isTaken(snapshot: AnyMachineSnapshot, transition: AnyTransitionDefinition): boolean {
  const { guard, eventType } = transition
  const guards: Readonly<Record<string, AskedGuard | undefined>> = snapshot.machine.implementations.guards
  const asked = guards[typeof guard === 'object' ? guard.type : String(guard)]
  const [{ context }, params] = [snapshot, paramsOf(snapshot, transition)]
  return asked?.offered?.(context, params) ?? asked?.({ context, event: { type: eventType } }, params) ?? guard === undefined
}

const takenBy = (snapshot: AnyMachineSnapshot): ReadonlySet<string> =>
  new Set(getNextTransitions(snapshot).flatMap((each) => (mayBeOffered(each.eventType) && isTaken(snapshot, each) ? [each.eventType] : [])))

/** Accepted events on the start page. */
export const acceptedAtStart = (snapshot: StartSnapshot): WizardView['can'] => [...takenBy(snapshot)].filter(mayBeOffered)

/** Accepted events in an open tenant, except decisions. What the step's own machine hears is for that one to take, too. */
export function acceptedEvents(snapshot: WizardSnapshot): WizardView['can'] {
  const step = snapshot.children.step?.getSnapshot()
  const taken = [...takenBy(snapshot)].filter(mayBeOffered)
  if (step === undefined) return taken
  const [heard, inStep]: readonly [readonly string[], ReadonlySet<string>] = [step.machine.events, takenBy(step)]
  return taken.filter((type) => !heard.includes(type) || inStep.has(type))
}

/** The kinds of decisions that can be made at this moment. */
export const acceptedDecisions = (snapshot: WizardSnapshot): WizardView['decisions'] =>
  getNextTransitions(snapshot)
    .filter(({ eventType }) => eventType === 'DECIDE')
    .flatMap((each) => openIn(snapshot.context, paramsOf(snapshot, each).place))
    .map(({ kind }) => kind)
