import { DAY } from '../engine/durations.ts'
import type { KnownWait } from '../engine/references.ts'
import type { SourceId } from './source-ids.ts'
import { messages } from './wait-messages.ts'

/** The longest documented encryption, in milliseconds: `encryption` below. */
export const ENCRYPTION_TAKES_UP_TO = 4 * DAY
/** Longest time to pick up a new key version, in milliseconds: `rotation` below. */
export const PICKED_UP_IN = DAY
/**
 * Retention of an old key, its vault and access, and of an old version, in days.
 * Source: "Manage your customer-managed encryption key" (9 June 2025), which says 30 for the one and 28 for the other:
 * the longer one is safe.
 */
export const KEPT_FOR_DAYS = 30
/** In milliseconds. */
export const KEPT_FOR = KEPT_FOR_DAYS * DAY

export const WAITS = {
  integration: { ...messages.integration, sources: ['integration-new-dataverse', 'power-platform-integration-older'] },
  'system-administrator': { ...messages.systemAdministrator, sources: ['power-platform-integration-older'] },
  'administrator-role': { ...messages.administratorRole, sources: ['erp-template'] },
  'lifecycle-services-user': { ...messages.lifecycleServicesUser, sources: ['lifecycle-services-security'] },
  migration: { ...messages.migration, sources: ['lifecycle-services-migration'] },
  'policy-identity': { ...messages.policyIdentity, sources: ['terraform-provider'] },
  'role-assignment': { ...messages.roleAssignment, sources: ['enterprise-policy-scripts'] },
  encryption: { ...messages.encryption, sources: ['power-platform-keys'] },
  rotation: { ...messages.rotation, sources: ['power-platform-keys'] },
  're-enable': { ...messages.reEnable, sources: ['lock-unlock'] },
  'old-version': { ...messages.oldVersion, sources: ['power-platform-keys'] },
  'earlier-key': {
    what: messages.earlierKeyWhat,
    takes: messages.oldVersion.takes,
    sources: ['self-managed-key-migration'],
  },
  'old-key': { ...messages.oldKey, sources: ['power-platform-keys'] },
} as const satisfies Record<string, KnownWait & { readonly sources: readonly SourceId[] }>

export type WaitId = keyof typeof WAITS

export function knownWait(id: string): KnownWait {
  const all: Readonly<Record<string, KnownWait>> = WAITS
  const wait = all[id]
  if (!wait) throw new Error(`No duration is called ${id}`)
  return wait
}
