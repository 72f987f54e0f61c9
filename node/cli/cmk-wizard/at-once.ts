import type { Clock } from '#machines/engine/clock.ts'
import { runMany } from '#machines/engine/many/run-many.ts'
import { verbatim } from '#machines/messages/message.ts'
import { throughGate } from '../../services/azure/through-gate.ts'
import { systemClock } from '../../services/identity/system-clock.ts'
import { LONG_WAIT, type SaidWaits } from './waiting.ts'

const MOST_REQUESTS = 24

export class TimeIsOver extends Error {}

export interface AtOnce {
  readonly atOnce: number
  readonly signal: AbortSignal
  /** Absent: the system's. */
  readonly clock?: Clock
  readonly waits: SaidWaits
}

export type Cut = 'canceled' | 'timed-out'

export type NoResult = { readonly state: 'failed'; readonly error: unknown } | { readonly state: Cut }

export interface Results<Result> {
  /** In the order of the items, added ones last. */
  readonly results: readonly Result[]
  readonly partial?: Cut
}

/**
 * Runs items in parallel, fairly among tenants and within each tenant's limits. A failure ends only its item; an abort
 * keeps existing results and doesn't wait for services.
 * @param laneOf the tenant
 * @param run may add items, which start before all others have ended
 * @param without result of a failed or aborted item
 */
export async function forEach<Item, Result>(
  items: readonly Item[],
  laneOf: (item: Item) => string,
  run: (item: Item, add: (items: readonly Item[]) => void) => Promise<Result>,
  without: (item: Item, why: NoResult) => Result,
  { atOnce, signal, waits, clock = systemClock }: AtOnce,
): Promise<Results<Result>> {
  const aborted = whenAborted(signal)
  const many = runMany({
    items,
    laneOf,
    clock,
    most: atOnce,
    mostInLane: atOnce,
    mostRequests: MOST_REQUESTS,
    changed({ held }) {
      for (const { lane, until } of held) if (until - clock.now() > LONG_WAIT) waits.say({ for: verbatim(lane), until })
    },
    async run(item, gate, _canceled, add) {
      signal.throwIfAborted()
      const result = await Promise.race([throughGate(gate, () => run(item, add)), aborted])
      // An aborted reading is no result.
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

/** Rejects on abort, because some services can't be cancelled. */
function whenAborted(signal: AbortSignal): Promise<never> {
  const aborted = new Promise<never>((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  aborted.catch(() => undefined)
  return aborted
}
