import type { LifecycleOperation } from '../../engine/answer.ts'
import { DAY } from '../../engine/durations.ts'
import { type Fact, isKnownAs, wordIn } from '../../engine/fact.ts'
import type { Environment } from '../services/services.ts'

/* The earlier self-managed key (BYOK) of Dataverse is in Microsoft's key vault, so customers can't delete it.
   Source: "Migrate bring-your-own-key environments to customer-managed key" (22 May 2023). */

/** Minimum retention at Microsoft for restoring older backups, in milliseconds. */
export const EARLIER_KEY_KEPT_FOR = 28 * DAY

export type KeyManager = 'microsoft' | 'customer' | 'customer-via-microsoft'

/** Another word says nothing of whose key it is. Source: "Set-PowerAppProtectionStatus" for `Microsoft` and `Customer`. */
const MANAGERS: Readonly<Record<string, KeyManager>> = {
  microsoft: 'microsoft',
  customer: 'customer',
  customerviamicrosoft: 'customer-via-microsoft',
}

export const keyManagerOf = ({ keyManagedBy }: Environment): Fact<KeyManager> => wordIn(MANAGERS, keyManagedBy)

/** A customer's key that isn't from a policy must be of the earlier kind. */
export const hasEarlierKey = (environment: Environment): boolean =>
  environment.encryptionPolicy === undefined && isManagedByCustomer(environment)

/** Documented sign of an environment migrated from the earlier key. */
export const cameFromEarlierKey = (environment: Environment): boolean => isKnownAs(keyManagerOf(environment), 'customer-via-microsoft')

export const isManagedByCustomer = (environment: Environment): boolean =>
  isKnownAs(keyManagerOf(environment), 'customer', 'customer-via-microsoft')

/**
 * End of Microsoft's minimum retention, counted from the operation that replaced the key.
 * @param operations of the environment, newest first
 * @returns milliseconds since 1970-01-01T00:00:00Z; undefined if no end is known
 */
export function earlierKeyKeptUntil(operations: readonly LifecycleOperation[]): number | undefined {
  const replaced = operations.findLast(({ type, state }) => type.toLowerCase() === 'newcustomermanagedkey' && state === 'succeeded')
  const ended = Date.parse(replaced?.lastActionAt ?? replaced?.createdAt ?? '')
  return Number.isNaN(ended) ? undefined : ended + EARLIER_KEY_KEPT_FOR
}
