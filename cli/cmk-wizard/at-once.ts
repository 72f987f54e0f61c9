import { type Outcome, runMany } from '../../machines/engine/many/run-many.ts'
import { throughGate } from '../../services/azure/through-gate.ts'
import { systemClock } from '../../services/identity/system-clock.ts'

/** Requests of one tenant on their way at once: two readings' worth. */
const MOST_REQUESTS = 24

export interface AtOnce {
  /** How many items are under way at once. */
  readonly atOnce: number
  readonly signal: AbortSignal
}

/**
 * Does work for each item, a few at a time, fairly among tenants and as fast as each tenant's services allow. A failure ends its item only.
 * @param laneOf the tenant
 * @param failed what an item gives that has failed
 * @throws when it is canceled
 */
export async function forEach<Item, Result>(
  items: readonly Item[],
  laneOf: (item: Item) => string,
  run: (item: Item, place: number) => Promise<Result>,
  failed: (item: Item, error: unknown) => Result,
  { atOnce, signal }: AtOnce,
): Promise<readonly Result[]> {
  signal.throwIfAborted()
  const many = runMany({
    items: items.map((item, place) => ({ item, place })),
    laneOf: ({ item }) => laneOf(item),
    run: ({ item, place }, gate) => throughGate(gate, () => run(item, place)),
    clock: systemClock,
    most: atOnce,
    mostInLane: atOnce,
    mostRequests: MOST_REQUESTS,
  })
  signal.addEventListener('abort', () => many.cancel(), { once: true })
  const outcomes = await many.finished
  signal.throwIfAborted()
  return outcomes.map((outcome) => resultOf(outcome, failed))
}

function resultOf<Item, Result>(outcome: Outcome<{ readonly item: Item }, Result>, failed: (item: Item, error: unknown) => Result): Result {
  if (outcome.state === 'done') return outcome.result
  return failed(outcome.item.item, outcome.state === 'failed' ? outcome.error : undefined)
}
