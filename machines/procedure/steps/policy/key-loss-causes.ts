import { DAY } from '#machines/engine/durations.ts'
import type { KeyVersion } from '../../services/services.ts'

// Apart from the judgments: the practice tenant and the what-if page need only these.

/** Days for which the previous version must stay enabled. Source: "Manage your customer-managed encryption key", 9 June 2025. */
export const OLD_VERSION_NEEDED_FOR_DAYS = 28

/**
 * Causes that take every environment on a key offline, in document order.
 * Source: "Lock and unlock environments through key vault access", 22 May 2025; the expired key is from "Manage your
 * customer-managed encryption key", 9 June 2025.
 */
export const KEY_LOSSES = [
  'access-removed',
  'key-disabled',
  'key-deleted',
  'vault-deleted',
  'policy-deleted',
  'key-version-disabled',
  'vault-closed',
  'vault-fenced',
  'key-expired',
] as const
export type KeyLoss = (typeof KEY_LOSSES)[number]

/** Versions that were replaced and are still needed. */
function versionsStillNeeded(versions: readonly KeyVersion[], now: number): readonly KeyVersion[] {
  const inOrder = versions.filter(({ createdAt }) => createdAt !== undefined).sort((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0))
  return inOrder.filter((_, index) => {
    const replacedAt = inOrder[index + 1]?.createdAt
    return replacedAt !== undefined && now - replacedAt < OLD_VERSION_NEEDED_FOR_DAYS * DAY
  })
}

/** Versions that were disabled while still needed after their successor's creation. */
export const versionsDisabledTooEarly = (versions: readonly KeyVersion[], now: number): readonly KeyVersion[] =>
  versionsStillNeeded(versions, now).filter(({ enabled }) => enabled === false)

/** Needed versions of which the service doesn't say whether they're enabled. */
export const versionsOfUnknownState = (versions: readonly KeyVersion[], now: number): readonly KeyVersion[] =>
  versionsStillNeeded(versions, now).filter(({ enabled }) => enabled === undefined)
