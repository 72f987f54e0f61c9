import type { DisplayText } from '../messages/message.ts'
import type { Owner } from './step/finding.ts'

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
  readonly takes: string
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
