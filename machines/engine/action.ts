import type { DisplayText } from '../messages/message.ts'
import type { Refusal } from './answer.ts'
import type { CatalogueId, Finding, Owner, Part } from './step/finding.ts'
import type { Look } from './step/look.ts'

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
  /** Who must run it, or somebody else who holds the same rights. */
  readonly owner: Owner
}

/** One field of one resource, as the service names it, before an action and after it. What is not listed stays as it is. */
export interface FieldChange {
  /** Id in Azure; for an environment the path below the admin API. */
  readonly resourceId: string
  readonly field: string
  /** Nothing when the field, or the whole resource, does not exist. */
  readonly before: FieldValue | null
  readonly after: FieldValue | null
  /** The service chooses the value, so nobody knows it before; `after` then says nothing. */
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
export type Written<Pending> =
  | { readonly ok: true; readonly resourceId: string; readonly written: boolean; readonly pending?: Pending }
  | { readonly ok: false; readonly refusal: Refusal }

/** What the services continue with after a write was accepted, and how it is followed. */
export interface WaitDefinition<Action, Own extends Pending, Pending, Services> {
  /** True for what a write of this kind starts, and for nothing else. */
  follows(pending: Pending): pending is Own
  /** True when this very action started it. */
  isOf(action: Action, pending: Own): boolean
  readonly title: DisplayText
  /** How long it takes, and what that means for users. */
  readonly range: DisplayText
  /** Days, so that the window may be closed meanwhile. */
  readonly takesDays: boolean
  /** While it runs, what is read of the environment says nothing of earlier readings. */
  readonly unsettles: boolean
  /** Polls once, changing nothing. @param now milliseconds since 1970-01-01T00:00:00Z */
  look(pending: Own, services: Services, now: number, signal: AbortSignal): Promise<Look>
}

/** The question to a person before something is done once more that may have been done already. */
export interface AnotherEachTime extends Pick<Finding, 'id' | 'part' | 'why' | 'remedy' | 'byHand' | 'source'> {
  /** The service that does it. */
  readonly service: string
}

/**
 * One write that the procedure can do by itself. Safe to repeat: it reads first and writes only what is not as wanted.
 *
 * Members that take an action are methods, so that the objects of all kinds fit one list. An action is only ever given to the object of
 * its own kind: whoever looks one up does so by the action's `kind`.
 */
export interface ActionDefinition<Action extends { readonly kind: string }, Own extends Pending, Pending, Services> {
  readonly kind: Action['kind']
  /** The part of a step that it belongs to. */
  readonly part: Part
  /** What it changes, in words for the person who confirms it. */
  describe(action: Action): ActionDescription
  /**
   * Everything that it changes once it is through, field by field. What services note down for themselves (times, operations, who asked) is
   * not among it.
   */
  fields(action: Action): readonly [FieldChange, ...FieldChange[]]
  /** @param now milliseconds since 1970-01-01T00:00:00Z: the time from which what it starts is followed */
  apply(action: Action, services: Services, now: number, signal: AbortSignal): Promise<Written<Own>>
  /** Details that tell two wishes for one resource apart, beside the resource itself. */
  details?(action: Action): readonly string[]
  /** Whom to ask for a right that is missing. */
  readonly grantsRights: Owner
  /** The first that fits counts. */
  readonly refusals: readonly KnownRefusal[]
  /** Present where a repetition would create another one; every other action finds what is there and leaves it. */
  readonly createsAnother?: AnotherEachTime
  readonly wait?: WaitDefinition<Action, Own, Pending, Services>
}
