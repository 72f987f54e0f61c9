import type { DisplayText } from '../messages/message.ts'
import type { Exchange } from './step/evidence.ts'

/* Answers of services: refusals are values with the service's text; only defects throw. */

/** Why a service refused, by what the person can do. */
export const REFUSAL_REASONS = [
  'unauthenticated', // 401: no valid sign-in for the audience
  'forbidden', // 403: the account may not
  'not-found', // 404: missing, or invisible to the account
  'busy', // 409 OperationNotStartable or empty body: another operation runs
  'conflict', // 409 otherwise, 412
  'not-ready', // 400 PrincipalNotFound and similar: works shortly
  'throttled', // 429
  'rejected', // 400, 415 and other request errors
  'unavailable', // 5xx or no answer
  'unreadable', // undocumented answer: HTML, empty, truncated, malformed
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** A service's refusal, as evidence. Its text is verbatim and untrusted: never interpreted. */
export interface Refusal {
  readonly reason: RefusalReason
  /** For example `GET /subscriptions/…/providers/Microsoft.PowerPlatform`; without query and host. */
  readonly request: string
  readonly status?: number
  /** Verbatim, for example `AuthorizationFailed`. */
  readonly code?: string
  /** A string is the service's, verbatim. A message is the wizard's own, without a readable answer. */
  readonly message: DisplayText | string
  /** First present of `x-ms-correlation-id`, `x-ms-correlation-request-id` and `x-ms-request-id`. */
  readonly correlationId?: string
  readonly retryAfterSeconds?: number
  /** The change was accepted before; a later reading was refused. */
  readonly taken?: true
  /** For busy environments: the running operation, read afterwards. */
  readonly running?: RunningOperation
  /** With 401: what the sign-in lacks. The request was not carried out. */
  readonly challenge?: Challenge
}

/** What a service asks the sign-in for, beyond what its token shows. */
export interface Challenge {
  /** `second-factor`: multifactor authentication. `sign-in`: a newer sign-in, or one from elsewhere. */
  readonly asksFor: 'second-factor' | 'sign-in'
  /** That the refused token is for, for example `https://management.azure.com/.default`. */
  readonly scope: string
  /** Base64, as sent. */
  readonly claims: string
}

export interface RunningOperation {
  readonly type: string
  readonly name?: string
  /** ISO 8601 UTC, as sent. */
  readonly since?: string
}

/** `evidence`: the underlying requests, if recorded. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T; readonly evidence?: readonly Exchange[] }
  | { readonly ok: false; readonly refusal: Refusal; readonly evidence?: readonly Exchange[] }

/** `state.id` of a lifecycle operation; undocumented words become `unknown` and stay in `stateWord`. */
export type OperationState = 'not-started' | 'running' | 'succeeded' | 'failed' | 'canceled' | 'unknown'

export interface LifecycleOperation {
  readonly id: string
  /** For example `NewCustomerManagedKey`, or `typeDisplayName` such as "Update Customer Managed Key". */
  readonly type: string
  readonly typeDisplayName?: string
  readonly state: OperationState
  readonly stateWord: string
  /** ISO 8601 UTC, as sent. */
  readonly createdAt?: string
  readonly lastActionAt?: string
  readonly requestedBy?: string
  readonly stages: readonly {
    readonly name: string
    /** Absent before the stage begins. */
    readonly stateWord?: string
    readonly firstActionAt?: string
    readonly lastActionAt?: string
  }[]
  /** Verbatim, if given. */
  readonly error?: { readonly code?: string; readonly message?: string }
  readonly retryAfterSeconds?: number
}
