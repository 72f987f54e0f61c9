import type { LifecycleOperation } from '../engine/answer.ts'
import { DAY } from '../engine/durations.ts'
import type { Environment } from './services.ts'

/*
 * The earlier self-managed key (BYOK) of Dataverse. Its key is in a key vault of Microsoft's, so no one here can delete it.
 * Source: "Migrate bring-your-own-key environments to customer-managed key" (22 May 2023).
 */

/** How long Microsoft keeps the earlier key at least, so that a backup from before can be restored, in milliseconds. */
export const EARLIER_KEY_KEPT_FOR = 28 * DAY

/** A key that is not Microsoft's, without a policy that would bring it, can only be of the earlier kind. */
export const hasEarlierKey = ({ keyManagedBy, encryptionPolicy }: Environment): boolean =>
  keyManagedBy !== undefined && keyManagedBy.toLowerCase() !== 'microsoft' && encryptionPolicy === undefined

/** What the document says an environment that came from the earlier key shows. */
export const cameFromEarlierKey = ({ keyManagedBy }: Environment): boolean => keyManagedBy?.toLowerCase() === 'customerviamicrosoft'

/**
 * Until when Microsoft keeps the earlier key at least, by the end of the operation that replaced it.
 * @param operations of the environment, newest first
 * @returns milliseconds since 1970-01-01T00:00:00Z; nothing where the services name no such end
 */
export function earlierKeyKeptUntil(operations: readonly LifecycleOperation[]): number | undefined {
  const replaced = operations.findLast(({ type, state }) => type.toLowerCase() === 'newcustomermanagedkey' && state === 'succeeded')
  const ended = Date.parse(replaced?.lastActionAt ?? replaced?.createdAt ?? '')
  return Number.isNaN(ended) ? undefined : ended + EARLIER_KEY_KEPT_FOR
}
