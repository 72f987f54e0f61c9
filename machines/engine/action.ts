import type { DisplayText } from '../messages/message.ts'
import { present } from '../present.ts'
import type { Refusal } from './answer.ts'
import { sameId } from './ids.ts'
import type { ServiceOwners } from './owners.ts'
import type { CatalogueId, Finding, Owner, Part } from './step/finding.ts'
import type { Poll } from './step/poll.ts'
import type { Fields } from './stored.ts'

/** Something that a procedure writes. Its kind says which action's object knows the rest of it. Plain JSON. */
export interface Action {
  readonly kind: string
}

/** Something the services go on with after a write was accepted, to be looked at until it ends. Plain JSON. */
export interface Pending {
  readonly kind: string
  /** Milliseconds since 1970-01-01T00:00:00Z, here and below. */
  readonly since: number
  /** Where no service can be asked, and the time is waited out. */
  readonly until?: number
}

/** What is left of a write that was made. */
export interface Receipt {
  readonly kind: string
  readonly title: DisplayText
  /** Id of the resource that now is as it should be. */
  readonly resourceId: string
  readonly at: number
  /** False when the resource already was as wanted and nothing was written. */
  readonly written: boolean
  /** Its answer was lost; a reading found it: absent before the change was sent, there afterwards. */
  readonly found?: true
  /** The wish that it fulfilled, by `wishOf`: tells whether a later plan is about the same. Absent in files of older versions. */
  readonly wish?: string
  /** What the services went on with: the change isn't made before that has succeeded. */
  readonly pending?: Pending
  /** How that ended. Absent while it runs, and in files of older versions. */
  readonly ended?: 'succeeded' | 'failed'
}

/** Whether two receipts are of one write. The newer one may know more of it. */
export const sameReceipt = (one: Receipt, other: Receipt): boolean =>
  one.kind === other.kind && one.at === other.at && sameId(one.resourceId, other.resourceId)

/** Whether a receipt is of a change that was made: one that a service only accepted is none, and one that failed there is none. */
export const isMade = ({ written, pending, ended }: Receipt, running: Pending | undefined): boolean =>
  written && ended !== 'failed' && (pending === undefined || ended === 'succeeded' || running === undefined)

export type Applied = { readonly ok: true; readonly receipt: Receipt } | { readonly ok: false; readonly refusal: Refusal }

/**
 * Whether, and until when, an action can be taken back:
 * - `yes`: at any time, without a trace that matters
 * - `while-unused`: for as long as nothing has been built on it
 * - `until-linked`: until an environment is added to the policy; afterwards it takes environments offline
 * - `with-an-outage`: only by taking the environment offline once more
 * - `no`: never
 */
export const REVERSIBLE = ['yes', 'while-unused', 'until-linked', 'with-an-outage', 'no'] as const
export type Reversible = (typeof REVERSIBLE)[number]

/** What the person reads before the write. */
export interface ActionDescription {
  /** Verb with object, for example "Create the key vault kv-contoso-cmk". */
  readonly title: DisplayText
  /** Resource type or role, as the service names it. */
  readonly resource: DisplayText
  readonly before: DisplayText
  readonly after: DisplayText
  readonly reversible: Reversible
  /** The same in words: whether and until when it can be taken back. */
  readonly undo: DisplayText
  readonly usersCutOff: boolean
  /** Documented or usual duration, in words. */
  readonly takes: DisplayText
  /** Who must run it, or someone else who holds the same rights. */
  readonly owner: Owner
}

/** What follows from a change that takes users offline or leaves what can't be undone: said in the dialog before it starts. */
export interface Harm {
  /** What the button says; absent where it is confirmed like any change. */
  readonly start?: Readonly<Record<'title' | 'now' | 'later', DisplayText>>
  /** That users are offline, and for how long. */
  readonly outage?: HarmPart
  /** What can't be undone. */
  readonly lasting: readonly HarmPart[]
  /** How to get back, and what that takes; absent where there is no way. */
  readonly back?: HarmPart
}

export interface HarmPart {
  readonly title: DisplayText
  readonly text: DisplayText
}

/** The button's words where one change of a plan has its own; a plan with several such changes is applied as a whole. */
export function startOf(harms: readonly Pick<Harm, 'start'>[]): Harm['start'] {
  const [only, ...others] = harms.flatMap(({ start }) => start ?? [])
  return others.length === 0 ? only : undefined
}

/** What services call what an action names by an ID or a code: by that, in lower case. */
export type Names = Readonly<Record<string, string>>

/** The name of something, where it is known. */
export const nameIn = (names: Names, id: string): string | undefined => {
  const key = id.toLowerCase()
  return Object.hasOwn(names, key) ? names[key] : undefined
}

/** One field of one resource, as the service names it, before an action and after it. What is not listed stays as it is. */
export interface FieldChange {
  /** Id in Azure; for an environment the path below the admin API. */
  readonly resourceId: string
  readonly field: string
  /** Nothing when the field, or the whole resource, does not exist. */
  readonly before: FieldValue | null
  readonly after: FieldValue | null
  /** The service chooses the value, so no one knows it before; `after` then says nothing. */
  readonly chosenByService?: true
  /** Not every service shows it, or only much later. */
  readonly mayStay?: true
}

export type FieldValue = string | number | boolean

/** What is known about a refusal of one write. */
export interface KnownRefusal {
  /** Entry of the failure catalogue. */
  readonly id?: CatalogueId
  readonly when: (refusal: Refusal) => boolean
  /** What takes the place of what the refusal means in general. */
  readonly says: (refusal: Refusal) => { readonly meaning?: DisplayText; readonly remedy?: DisplayText; readonly owner?: Owner }
}

/** What one write came to: the id of the resource, whether anything was written, what continues at the service. */
export type Written<Own extends Pending = Pending> =
  | { readonly ok: true; readonly resourceId: string; readonly written: boolean; readonly pending?: Own }
  | { readonly ok: false; readonly refusal: Refusal }

/** How a record keeps what is followed: `since` and, where it is waited out, `until` are among its fields. */
export interface StoredPending {
  readonly kind: string
  readonly fields: Fields
}

/** What the services continue with after a write was accepted, and how it is followed. */
export interface WaitDefinition<Of = Action, Own extends Pending = Pending, Services = unknown> {
  /** How the record keeps what it starts. Two writes whose operations are followed alike may keep them under one kind. */
  readonly stored: StoredPending
  /** True for what a write of this kind starts, and for nothing else. */
  follows(pending: Pending): boolean
  /** True when this very action started it. */
  isOf(action: Of, pending: Own): boolean
  readonly title: DisplayText
  /** How long it takes, and what that means for users. */
  readonly range: DisplayText
  /** Days, so that the window may be closed meanwhile. */
  readonly takesDays: boolean
  /** Milliseconds, where the documents name a longest time. */
  readonly takesUpTo?: number
  /** While it runs, what is read of the environment says nothing of earlier readings. */
  readonly unsettles: boolean
  /** The service's own ID of what runs, where there is one before the first look. */
  operationId?(pending: Own): string | undefined
  /** Polls once, changing nothing. @param now milliseconds since 1970-01-01T00:00:00Z */
  poll(pending: Own, services: Services, now: number, signal: AbortSignal): Promise<Poll>
}

/** The question to a person before something is done once more that may have been done already. */
export interface AnotherEachTime extends Pick<Finding, 'id' | 'part' | 'why' | 'remedy' | 'byHand' | 'source'> {
  readonly service: string
}

/**
 * One write that a procedure can do by itself. Safe to repeat: it reads first and writes only what is not as wanted.
 *
 * Members that take an action are methods, so that the objects of all kinds fit one list. An action is only ever given to the object of
 * its own kind: it is looked up by the action's `kind`.
 */
export interface ActionDefinition<Of extends Action = Action, Own extends Pending = Pending, Services = unknown> {
  readonly kind: Of['kind']
  /** How the record keeps it, beside its kind. Its type follows from it. */
  readonly stored: Fields
  /** The part of a step that it belongs to. */
  readonly part: Part
  /** What it changes, in words for the person who confirms it. */
  describe(action: Of, names: Names): ActionDescription
  /**
   * Everything that it changes once it is through, field by field. What services note down for themselves (times, operations, who asked) is
   * not among it.
   */
  fields(action: Of): readonly [FieldChange, ...FieldChange[]]
  /** @param now milliseconds since 1970-01-01T00:00:00Z: the time from which what it starts is followed */
  apply(action: Of, services: Services, now: number, signal: AbortSignal): Promise<Written<Own>>
  /** Details that tell two wishes for one resource apart, beside the resource itself. */
  details?(action: Of): readonly string[]
  /** Milliseconds that it can take by the documents, where that is more than minutes. */
  readonly takesUpTo?: number
  /** Milliseconds to plan for, where it takes more than minutes and no document names a longest time. */
  readonly planFor?: number
  /** In place of the short words for whether it can be taken back, where they would leave out what stays. */
  readonly undoShort?: DisplayText
  /** Present where it takes users offline or leaves what can't be undone. */
  harm?(action: Of): Harm
  /** Whom to ask for a right that is missing. */
  readonly grantsRights: Owner
  /** The first that fits counts. */
  readonly refusals: readonly KnownRefusal[]
  /** Present where a repetition would create another one; every other action finds what is there and leaves it. */
  readonly createsAnother?: AnotherEachTime
  readonly wait?: WaitDefinition<Of, Own, Services>
}

export interface Actions {
  readonly all: readonly ActionDefinition[]
  /** Who to ask about the services that they write to. */
  readonly owners: ServiceOwners
  /** What is known of an action: the object of its own kind, which is all that this action may be given to. */
  definitionOf(action: Action): ActionDefinition
  /** The action that starts what the services continue with. */
  startOf(pending: Pending): ActionDefinition
  /** How something is followed that the services continue with. */
  waitOf(pending: Pending): WaitDefinition
}

/** All actions by their kinds. @param definitions one for each kind */
export function actionsOf(definitions: readonly ActionDefinition[], owners: ServiceOwners): Actions {
  function startOf(pending: Pending): ActionDefinition {
    const found = definitions.find(({ wait }) => wait?.follows(pending))
    if (!found) throw new Error(`No action starts ${pending.kind}`)
    return found
  }
  return {
    all: definitions,
    owners,
    definitionOf({ kind }) {
      const found = definitions.find((each) => each.kind === kind)
      if (!found) throw new Error(`No action is of the kind ${kind}`)
      return found
    },
    startOf,
    waitOf(pending) {
      const { kind, wait } = startOf(pending)
      if (!wait) throw new Error(`Nothing follows what ${kind} starts`)
      return wait
    },
  }
}

/** Whether it is of a kind that this procedure has: a file can hold another's. */
export const knowsAction = ({ all }: Pick<Actions, 'all'>, { kind }: Action): boolean => all.some((each) => each.kind === kind)

/** The same for what the services continue with. */
export const knowsPending = ({ all }: Pick<Actions, 'all'>, pending: Pending): boolean => all.some(({ wait }) => wait?.follows(pending))

/** Unlike any other action's: names the same wish for the same resource. */
export const actionKey = (action: Action): string => JSON.stringify(action)

/** Case-blind: services give the same id in changing case, and two names that differ in case alone name one thing. */
export const sameAction = (a: Action, b: Action): boolean => actionKey(a).toLowerCase() === actionKey(b).toLowerCase()

/** Two plans are the same when they hold the same wishes in the same order. */
export const samePlan = (a: readonly Action[], b: readonly Action[]): boolean =>
  a.length === b.length &&
  a.every((action, index) => {
    const other = b[index]
    return other !== undefined && sameAction(action, other)
  })

/** Says what an action changes, in words for the person who confirms it. @param names of what it names by ID, as far as they are known */
export const describeAction = (actions: Actions, action: Action, names: Names = {}): ActionDescription =>
  actions.definitionOf(action).describe(action, names)

/** Everything that an action changes once it is through, field by field: what a person may hold against the tenant afterwards. */
export const fieldChanges = (actions: Actions, action: Action): readonly [FieldChange, ...FieldChange[]] =>
  actions.definitionOf(action).fields(action)

const detailsOf = (actions: Actions, action: Action): readonly string[] => actions.definitionOf(action).details?.(action) ?? []
const resourceOf = (actions: Actions, action: Action): string => fieldChanges(actions, action)[0].resourceId

/** What a change is about, whatever its details are: two that agree in it are one wish. */
export const wishOf = (actions: Actions, action: Action): string =>
  [action.kind, resourceOf(actions, action), ...detailsOf(actions, action)].join('\n').toLowerCase()

/** True when both are the same change to the same resource. */
export const sameWish = (actions: Actions, a: Action, b: Action): boolean => wishOf(actions, a) === wishOf(actions, b)

/**
 * True when what is there holds all of what was asked for: the same resource with each of the details, beside others where there are more.
 * @param there a change that a reading shows to be made
 */
export function holdsWish(actions: Actions, there: Action, asked: Action): boolean {
  if (there.kind !== asked.kind) return false
  const namesOf = (action: Action) => [resourceOf(actions, action), ...detailsOf(actions, action)].map((name) => name.toLowerCase())
  const [[where, ...has], [of, ...wanted]] = [namesOf(there), namesOf(asked)]
  return where === of && wanted.every((name) => has.includes(name))
}

/** A plan that cuts users off or cannot be taken back is confirmed by typing the environment's name. */
export const needsTypedName = (actions: Actions, plan: readonly Action[]): boolean =>
  plan.some((action) => {
    const { reversible, usersCutOff } = describeAction(actions, action)
    return reversible === 'no' || usersCutOff
  })

/** Whether a plan takes users offline: then it is also said when. */
export const takesUsersOffline = (actions: Actions, plan: readonly Action[]): boolean =>
  plan.some((action) => describeAction(actions, action).usersCutOff)

/**
 * Carries out one action: one write, safe to repeat.
 * @param now the time the receipt bears, milliseconds since 1970-01-01T00:00:00Z
 */
export async function apply(actions: Actions, action: Action, services: unknown, now: () => number, signal: AbortSignal): Promise<Applied> {
  const outcome = await actions.definitionOf(action).apply(action, services, now(), signal)
  if (!outcome.ok) return outcome
  const { resourceId, written, pending } = outcome
  const receipt = {
    kind: action.kind,
    title: describeAction(actions, action).title,
    resourceId,
    at: now(),
    written,
    wish: wishOf(actions, action),
  }
  return { ok: true, receipt: { ...receipt, ...present({ pending }) } }
}
