import { defined } from '../defined.ts'
import type { DisplayText } from '../messages/message.ts'
import type { Refusal } from './answer.ts'
import { sameId } from './ids.ts'
import type { ServiceOwners } from './owners.ts'
import type { CatalogueId, Finding, Owner, Part } from './step/finding.ts'
import type { Poll } from './step/poll.ts'
import type { Fields } from './stored.ts'

/** A write of a procedure, as plain JSON; its kind finds its definition. */
export interface Action {
  readonly kind: string
}

/** An accepted operation to poll, as plain JSON. */
export interface Pending {
  readonly kind: string
  /** Milliseconds since 1970-01-01T00:00:00Z, here and below. */
  readonly since: number
  /** End of a wait that no service can report. */
  readonly until?: number
}

export interface Receipt {
  readonly kind: string
  readonly title: DisplayText
  readonly resourceId: string
  readonly at: number
  /** False: already as wanted. */
  readonly written: boolean
  /** The answer was lost; readings before and after show the change. */
  readonly found?: true
  /** Fulfilled wish by `wishOf`, to match later plans. Absent in older files. */
  readonly wish?: string
  /** Running operation: the change counts once it succeeds. */
  readonly pending?: Pending
  /** Absent while running, and in older files. */
  readonly ended?: 'succeeded' | 'failed'
}

/** Same write; the newer receipt may know more. */
export const sameReceipt = (one: Receipt, other: Receipt): boolean =>
  one.kind === other.kind && one.at === other.at && sameId(one.resourceId, other.resourceId)

/** Whether a receipt proves a change, not just an accepted or failed operation. */
export const isMade = ({ written, pending, ended }: Receipt, running: Pending | undefined): boolean =>
  written && ended !== 'failed' && (pending === undefined || ended === 'succeeded' || running === undefined)

export type Applied = { readonly ok: true; readonly receipt: Receipt } | { readonly ok: false; readonly refusal: Refusal }

/**
 * Whether an action can be undone:
 * - `yes`: any time, without consequences
 * - `while-unused`: until something depends on it
 * - `until-linked`: until an environment is added to the policy; then with downtime
 * - `with-an-outage`: only with another outage
 * - `no`: never
 */
export const REVERSIBLE = ['yes', 'while-unused', 'until-linked', 'with-an-outage', 'no'] as const
export type Reversible = (typeof REVERSIBLE)[number]

export interface ActionDescription {
  /** For example "Create the key vault kv-contoso-cmk". */
  readonly title: DisplayText
  /** In the service's words. */
  readonly resource: DisplayText
  readonly before: DisplayText
  readonly after: DisplayText
  readonly reversible: Reversible
  readonly undo: DisplayText
  readonly usersCutOff: boolean
  readonly takes: DisplayText
  /** Or another person with the same rights. */
  readonly owner: Owner
}

/** Impact of downtime or an irreversible change, for the confirmation. */
export interface Harm {
  readonly start?: Readonly<Record<'title' | 'now' | 'later', DisplayText>>
  readonly outage?: HarmPart
  readonly lasting: readonly HarmPart[]
  readonly back?: HarmPart
}

export interface HarmPart {
  readonly title: DisplayText
  readonly text: DisplayText
}

/** Button label of a single serious change; plans with several are applied as a whole. */
export function startOf(harms: readonly Pick<Harm, 'start'>[]): Harm['start'] {
  const [only, ...others] = harms.flatMap(({ start }) => start ?? [])
  return others.length === 0 ? only : undefined
}

/** Display names by lower-case ID or code. */
export type Names = Readonly<Record<string, string>>

export const nameIn = (names: Names, id: string): string | undefined => {
  const key = id.toLowerCase()
  return Object.hasOwn(names, key) ? names[key] : undefined
}

/** A field before and after an action. Unlisted fields stay. */
export interface FieldChange {
  /** Azure ID; for an environment the admin API path. */
  readonly resourceId: string
  readonly field: string
  /** Null: the field or resource doesn't exist. */
  readonly before: FieldValue | null
  readonly after: FieldValue | null
  /** Unknown beforehand; `after` is then empty. */
  readonly chosenByService?: true
  /** Some services show it late or never. */
  readonly mayStay?: true
}

export type FieldValue = string | number | boolean

export interface KnownRefusal {
  readonly id?: CatalogueId
  readonly when: (refusal: Refusal) => boolean
  readonly says: (refusal: Refusal) => { readonly meaning?: DisplayText; readonly remedy?: DisplayText; readonly owner?: Owner }
}

/** Result of a write: resource, whether written, running operation. */
export type Written<Own extends Pending = Pending> =
  | { readonly ok: true; readonly resourceId: string; readonly written: boolean; readonly pending?: Own }
  | { readonly ok: false; readonly refusal: Refusal }

/** Stored form; contains `since`, and `until` for fixed waits. */
export interface StoredPending {
  readonly kind: string
  readonly fields: Fields
}

export interface WaitDefinition<Of = Action, Own extends Pending = Pending, Services = unknown> {
  /** Stored form. Writes with the same operations may share a kind. */
  readonly stored: StoredPending
  follows(pending: Pending): boolean
  isOf(action: Of, pending: Own): boolean
  readonly title: DisplayText
  /** In place of the title, in the list of steps. */
  readonly short?: DisplayText
  readonly range: DisplayText
  /** The window may be closed meanwhile. */
  readonly takesDays: boolean
  /** Milliseconds, if documented. */
  readonly takesUpTo?: number
  /** Meanwhile the environment's state proves nothing about earlier readings. */
  readonly unsettles: boolean
  /** The service's operation ID, if known before the first poll. */
  operationId?(pending: Own): string | undefined
  /** Polls once without changes. @param now milliseconds since 1970-01-01T00:00:00Z */
  poll(pending: Own, services: Services, now: number, signal: AbortSignal): Promise<Poll>
}

/** Question before repeating a change that may have happened. */
export interface AnotherEachTime extends Pick<Finding, 'id' | 'part' | 'why' | 'remedy' | 'byHand' | 'source'> {
  readonly service: string
}

/**
 * A write of a procedure. Safe to repeat: it reads first and writes only differences.
 * Methods, so that all kinds fit one list; an action is only passed to the definition of its `kind`.
 */
export interface ActionDefinition<Of extends Action = Action, Own extends Pending = Pending, Services = unknown> {
  readonly kind: Of['kind']
  readonly stored: Fields
  readonly part: Part
  describe(action: Of, names: Names): ActionDescription
  /** All changed fields, except services' own notes (times, operations, requesters). */
  fields(action: Of): readonly [FieldChange, ...FieldChange[]]
  /** @param now start of polling, milliseconds since 1970-01-01T00:00:00Z */
  apply(action: Of, services: Services, now: number, signal: AbortSignal): Promise<Written<Own>>
  /** Details that distinguish wishes for one resource. */
  details?(action: Of): readonly string[]
  /** Documented milliseconds, if more than minutes. */
  readonly takesUpTo?: number
  /** Milliseconds to plan for, if more than minutes and undocumented. */
  readonly planFor?: number
  /** Replaces the short text on reversibility where it would be incomplete. */
  readonly undoShort?: DisplayText
  harm?(action: Of): Harm
  readonly grantsRights: Owner
  /** The first match counts. */
  readonly refusals: readonly KnownRefusal[]
  /** Present if repeating would create another; other actions are idempotent. */
  readonly createsAnother?: AnotherEachTime
  readonly wait?: WaitDefinition<Of, Own, Services>
}

export interface Actions {
  readonly all: readonly ActionDefinition[]
  readonly owners: ServiceOwners
  definitionOf(action: Action): ActionDefinition
  startOf(pending: Pending): ActionDefinition
  waitOf(pending: Pending): WaitDefinition
}

/** @param definitions one per kind */
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

/** A file may contain another procedure's kinds. */
export const knowsAction = ({ all }: Pick<Actions, 'all'>, { kind }: Action): boolean => all.some((each) => each.kind === kind)

/** As `knowsAction`, for operations. */
export const knowsPending = ({ all }: Pick<Actions, 'all'>, pending: Pending): boolean => all.some(({ wait }) => wait?.follows(pending))

export const actionKey = (action: Action): string => JSON.stringify(action)

/** Case-insensitive, as service IDs are. */
export const sameAction = (a: Action, b: Action): boolean => actionKey(a).toLowerCase() === actionKey(b).toLowerCase()

export const samePlan = (a: readonly Action[], b: readonly Action[]): boolean =>
  a.length === b.length &&
  a.every((action, index) => {
    const other = b[index]
    return other !== undefined && sameAction(action, other)
  })

export const describeAction = (actions: Actions, action: Action, names: Names = {}): ActionDescription =>
  actions.definitionOf(action).describe(action, names)

export const fieldChanges = (actions: Actions, action: Action): readonly [FieldChange, ...FieldChange[]] =>
  actions.definitionOf(action).fields(action)

const detailsOf = (actions: Actions, action: Action): readonly string[] => actions.definitionOf(action).details?.(action) ?? []
const resourceOf = (actions: Actions, action: Action): string => fieldChanges(actions, action)[0].resourceId

/** Identity of a change: kind, resource and details, in lower case. */
export const wishOf = (actions: Actions, action: Action): string =>
  [action.kind, resourceOf(actions, action), ...detailsOf(actions, action)].join('\n').toLowerCase()

export const sameWish = (actions: Actions, a: Action, b: Action): boolean => wishOf(actions, a) === wishOf(actions, b)

/** Whether a change includes all requested details. @param there a change shown by a reading */
export function holdsWish(actions: Actions, there: Action, asked: Action): boolean {
  if (there.kind !== asked.kind) return false
  const namesOf = (action: Action) => [resourceOf(actions, action), ...detailsOf(actions, action)].map((name) => name.toLowerCase())
  const [[where, ...has], [of, ...wanted]] = [namesOf(there), namesOf(asked)]
  return where === of && wanted.every((name) => has.includes(name))
}

/** For downtime or irreversible changes. */
export const needsTypedName = (actions: Actions, plan: readonly Action[]): boolean =>
  plan.some((action) => {
    const { reversible, usersCutOff } = describeAction(actions, action)
    return reversible === 'no' || usersCutOff
  })

/** Plans with downtime state its time. */
export const takesUsersOffline = (actions: Actions, plan: readonly Action[]): boolean =>
  plan.some((action) => describeAction(actions, action).usersCutOff)

/** Executes a write, safe to repeat. @param now time of the receipt, milliseconds since 1970-01-01T00:00:00Z */
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
  return { ok: true, receipt: { ...receipt, ...defined({ pending }) } }
}
