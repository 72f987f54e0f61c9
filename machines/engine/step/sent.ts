import type { Action } from '../action.ts'

/** A change that was sent, and whose answer does not say whether it was made. */
export interface SentChange {
  readonly action: Action
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  /** Service's start time of the newest operation of this kind shown before this one was sent. */
  readonly before?: number
  /** The service answered that the present state forbids it: only a reading that shows it at once says otherwise. */
  readonly refused?: true
}
