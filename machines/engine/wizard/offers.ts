import { type AnyMachineSnapshot, type AnyTransitionDefinition, getNextTransitions } from 'xstate'
import { openIn } from './deciding.ts'
import type { WizardSnapshot } from './machine.ts'
import type { Heard } from './setup.ts'
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

/** A guard, with its half that needs no name. */
interface Guard {
  (when: { readonly context: unknown; readonly event: { readonly type: string } }, params: unknown): boolean
  readonly offered?: (context: unknown, params: unknown) => boolean
}

function paramsOf({ context }: AnyMachineSnapshot, { eventType, guard }: AnyTransitionDefinition) {
  const params = typeof guard === 'object' ? guard.params : undefined
  return typeof params === 'function' ? params({ context, event: { type: eventType } }) : params
}

/** What the event names is judged when it comes. */
function isTaken(snapshot: AnyMachineSnapshot, transition: AnyTransitionDefinition): boolean {
  const { guard, eventType } = transition
  if (guard === undefined || !mayBeOffered(eventType)) return guard === undefined
  const guards: Readonly<Record<string, Guard | undefined>> = snapshot.machine.implementations.guards
  const asked = guards[typeof guard === 'object' ? guard.type : String(guard)]
  const [{ context }, params] = [snapshot, paramsOf(snapshot, transition)]
  return asked?.offered?.(context, params) ?? asked?.({ context, event: { type: eventType } }, params) ?? false
}

const takenBy = (snapshot: AnyMachineSnapshot): ReadonlySet<string> =>
  new Set(getNextTransitions(snapshot).flatMap((each) => (isTaken(snapshot, each) ? [each.eventType] : [])))

/** Accepted events, except decisions. What the step's own machine hears is for that one to take, too. */
export function acceptedEvents(snapshot: AnyMachineSnapshot): WizardView['can'] {
  const step: AnyMachineSnapshot | undefined = snapshot.children['step']?.getSnapshot()
  const [heard, taken]: readonly [readonly string[], ReadonlySet<string>] = step ? [step.machine.events, takenBy(step)] : [[], new Set()]
  return [...takenBy(snapshot)].filter(mayBeOffered).filter((type) => !heard.includes(type) || taken.has(type))
}

/** The kinds of decisions that can be made at this moment. */
export const acceptedDecisions = (snapshot: WizardSnapshot): WizardView['decisions'] =>
  getNextTransitions(snapshot)
    .filter(({ eventType }) => eventType === 'DECIDE')
    .flatMap((each) => openIn(snapshot.context, paramsOf(snapshot, each).place))
    .map(({ kind }) => kind)
