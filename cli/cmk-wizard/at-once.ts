import type { Clock } from '../../machines/engine/clock.ts'
import { runMany } from '../../machines/engine/many/run-many.ts'
import { throughGate } from '../../services/azure/through-gate.ts'
import { systemClock } from '../../services/identity/system-clock.ts'

/** Requests of one tenant on their way at once: two readings' worth. */
const MOST_REQUESTS = 24

/** The reason of a signal by which the time for the whole command is over. */
export class TimeIsOver extends Error {}

export interface AtOnce {
  /** How many items are under way at once. */
  readonly atOnce: number
  readonly signal: AbortSignal
  /** Absent: the system's. */
  readonly clock?: Clock
}

/** Why the rest has no result: the person stopped the command, or its time is over. */
export type Cut = 'canceled' | 'timed-out'

/** Why an item has no result of its own. */
export type NoResult = { readonly state: 'failed'; readonly error: unknown } | { readonly state: Cut }

export interface Results<Result> {
  /** In the order of the items, those that were added last. */
  readonly results: readonly Result[]
  /** Something has no result because of it. */
  readonly partial?: Cut
}

/**
 * Does work for each item, a few at a time, fairly among tenants and as fast as each tenant's services allow. A failure ends its item only;
 * what was cut short keeps the results that were there, and waits for no service.
 * @param laneOf the tenant
 * @param run may add items that it finds: work on them begins before every other item has ended
 * @param without what an item gives that has failed or was cut short
 */
export async function forEach<Item, Result>(
  items: readonly Item[],
  laneOf: (item: Item) => string,
  run: (item: Item, add: (items: readonly Item[]) => void) => Promise<Result>,
  without: (item: Item, why: NoResult) => Result,
  { atOnce, signal, clock = systemClock }: AtOnce,
): Promise<Results<Result>> {
  const aborted = whenAborted(signal)
  const many = runMany({
    ...{ items, laneOf, clock, most: atOnce, mostInLane: atOnce, mostRequests: MOST_REQUESTS },
    async run(item, gate, _canceled, add) {
      signal.throwIfAborted()
      const result = await Promise.race([throughGate(gate, () => run(item, add)), aborted])
      // A reading that was cut short is none.
      signal.throwIfAborted()
      return result
    },
  })
  const cancel = () => many.cancel()
  if (signal.aborted) cancel()
  signal.addEventListener('abort', cancel, { once: true })
  const outcomes = await many.finished
  signal.removeEventListener('abort', cancel)
  const cut: Cut = signal.reason instanceof TimeIsOver ? 'timed-out' : 'canceled'
  const results = outcomes.map((outcome) => {
    if (outcome.state === 'done') return outcome.result
    return without(outcome.item, outcome.state === 'failed' ? { state: 'failed', error: outcome.error } : { state: cut })
  })
  return { results, ...(outcomes.some(({ state }) => state === 'canceled') ? { partial: cut } : {}) }
}

/** Rejects when the signal is aborted: some services hear of no cancellation. */
function whenAborted(signal: AbortSignal): Promise<never> {
  const aborted = new Promise<never>((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  aborted.catch(() => undefined)
  return aborted
}
