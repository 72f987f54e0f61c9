import type { DisplayText } from '../messages/message.ts'
import type { Exchange } from './step/evidence.ts'

/* What services answer: a refusal is a value with the service's own words, and only a defect of this program throws. */

/** Why a service did not do what was asked, sorted by what the person can do about it. */
export const REFUSAL_REASONS = [
  'unauthenticated', // 401: the sign-in is missing, expired, or for another audience
  'forbidden', // 403: the account may not
  'not-found', // 404: does not exist, or the account may not see it
  'busy', // 409 OperationNotStartable or empty body: another operation runs
  'conflict', // 409 otherwise, 412
  'not-ready', // 400 PrincipalNotFound and the like: will work shortly
  'throttled', // 429
  'rejected', // 400, 415 and other refusals of the request itself
  'unavailable', // 5xx, or no answer at all
  'unreadable', // an answer that is not what the service documents: HTML, empty, cut, malformed
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** A service's refusal, as evidence. Text of the service is verbatim and untrusted: shown as text, never interpreted. */
export interface Refusal {
  readonly reason: RefusalReason
  /** What was asked, for example `GET /subscriptions/…/providers/Microsoft.PowerPlatform`; no query secrets, no host secrets. */
  readonly request: string
  readonly status?: number
  /** The service's code, verbatim, for example `AuthorizationFailed`. */
  readonly code?: string
  /** The service's message, verbatim as a string. A message of the wizard's own where the service gave no answer, or none that can be read. */
  readonly message: DisplayText | string
  /** `x-ms-correlation-id`, `x-ms-correlation-request-id` or `x-ms-request-id`, whichever the service sent. */
  readonly correlationId?: string
  readonly retryAfterSeconds?: number
  /** The service had taken the change before this: what was refused is a reading of it. */
  readonly taken?: true
  /** Of a refusal because the environment is busy: what runs there, read after the refusal. */
  readonly running?: RunningOperation
}

/** An operation that keeps an environment busy. */
export interface RunningOperation {
  readonly type: string
  /** As the service names it to people. */
  readonly name?: string
  /** ISO 8601 UTC, as the service sent it. */
  readonly since?: string
}

/** What a service answered. `evidence`: the requests it was read from, where they are recorded. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T; readonly evidence?: readonly Exchange[] }
  | { readonly ok: false; readonly refusal: Refusal; readonly evidence?: readonly Exchange[] }

/** `state.id` of a lifecycle operation, tolerant: an undocumented word is `unknown` and kept in `stateWord`. */
export type OperationState = 'not-started' | 'running' | 'succeeded' | 'failed' | 'canceled' | 'unknown'

export interface LifecycleOperation {
  readonly id: string
  /** For example `NewCustomerManagedKey`; `typeDisplayName` where given, for example "Update Customer Managed Key". */
  readonly type: string
  readonly typeDisplayName?: string
  readonly state: OperationState
  /** The service's own word. */
  readonly stateWord: string
  /** ISO 8601 UTC, as the service sent it. */
  readonly createdAt?: string
  readonly lastActionAt?: string
  readonly requestedBy?: string
  readonly stages: readonly {
    readonly name: string
    /** The service's own word; absent for a stage that has not begun. */
    readonly stateWord?: string
    readonly firstActionAt?: string
    readonly lastActionAt?: string
  }[]
  /** Error of a failed operation where the service gave one, verbatim. */
  readonly error?: { readonly code?: string; readonly message?: string }
  readonly retryAfterSeconds?: number
}
