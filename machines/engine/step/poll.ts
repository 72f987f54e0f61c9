import type { DisplayText } from '../../messages/message.ts'
import type { LifecycleOperation, Refusal } from '../answer.ts'
import { serviceWait } from './refusals.ts'

/** One poll of an operation that runs at a service. */
export interface Poll {
  readonly state: 'running' | 'succeeded' | 'failed'
  /** The service's own word for the state. */
  readonly stateWord: DisplayText
  readonly operation?: LifecycleOperation
  /** The environment's own words for its runtime and link, as one line. */
  readonly environmentState?: DisplayText
  /** The same for people: whether users can use it, and the service's own words apart. */
  readonly environmentNow?: { readonly users: DisplayText; readonly ownWords: readonly string[] }
  /** Why this poll was incomplete; the wait continues. */
  readonly refusal?: Refusal
  /** The service's requested pause before the next poll. */
  readonly retryAfterSeconds?: number
}

/** An operation ends before the environment shows it; after this time the difference is a finding and no longer a wait. */
export const LONGEST_SETTLING = 60 * 60_000
const FIRST_INTERVAL = 5_000
const LONGEST_INTERVAL = 60_000

/**
 * Milliseconds until the next poll: what the service asks for, never below 5 seconds and never above an hour, stepping
 * back to a minute by itself.
 * Decision 0087: neither clock alone measures a wait.
 * @param polls how many polls were made
 * @param retryAfterSeconds what the service asks for; a figure that is none counts as not asked
 */
export function nextPollDelay(polls: number, retryAfterSeconds: number | undefined): number {
  const backedOff = Math.min(FIRST_INTERVAL * 1.5 ** Math.min(polls, 12), LONGEST_INTERVAL)
  return Math.max(backedOff, serviceWait(retryAfterSeconds))
}

/** No response at all: the network, the route or the service is down. The operation itself continues. */
export const isOutOfReach = (refusal: Refusal | undefined): boolean => refusal?.reason === 'unavailable' && refusal.status === undefined

/** A look that saw nothing of the operation shows what the one before saw of it: its stages bear their own times. */
export const withWhatIsKnown = (poll: Poll, before: Poll | undefined): Poll =>
  poll.operation === undefined && poll.refusal && before?.operation ? { ...poll, operation: before.operation } : poll

/**
 * The pending operation after the clock was set back since the last poll: its times move with the clock. A clock that jumped ahead counts
 * as sleep and needs no correction.
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function onTheClockNow<Pending extends { readonly since: number; readonly until?: number }>(
  {
    pending,
    lastPollAt,
    nextPollAt,
  }: { readonly pending?: Pending | undefined; readonly lastPollAt?: number | undefined; readonly nextPollAt?: number | undefined },
  now: number,
): { readonly pending?: Pending } {
  if (!pending || lastPollAt === undefined || now >= lastPollAt) return {}
  const back = now - (nextPollAt ?? lastPollAt)
  const since = pending.since + back
  return { pending: pending.until === undefined ? { ...pending, since } : { ...pending, since, until: pending.until + back } }
}
