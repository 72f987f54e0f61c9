import { DAY } from '../engine/durations.ts'
import type { KnownWait } from '../engine/references.ts'
import type { SourceId } from './source-ids.ts'
import { messages } from './wait-messages.ts'

/** The longest documented encryption, in milliseconds: `encryption` below. */
export const ENCRYPTION_TAKES_UP_TO = 4 * DAY
/** How long the services can take to pick up a new version of a key, in milliseconds: `rotation` below. */
export const PICKED_UP_IN = DAY
/**
 * For how many days an old key, its vault and its access are kept, and an old version of a key.
 * Source: "Manage your customer-managed encryption key" (9 June 2025), which says 30 for the one and 28 for the other: the longer one is safe.
 */
export const KEPT_FOR_DAYS = 30
/** The same in milliseconds. */
export const KEPT_FOR = KEPT_FOR_DAYS * DAY

/** Durations that are shown where one waits, plans or does something by hand. */
export const WAITS = {
  integration: {
    what: messages.integrationWhat,
    takes: messages.integrationTakes,
    sources: ['integration-new-dataverse', 'power-platform-integration-older'],
  },
  'system-administrator': {
    what: messages.systemAdministratorWhat,
    takes: messages.systemAdministratorTakes,
    sources: ['power-platform-integration-older'],
  },
  'administrator-role': {
    what: messages.administratorRoleWhat,
    takes: messages.administratorRoleTakes,
    sources: ['erp-template'],
  },
  'lifecycle-services-user': {
    what: messages.lifecycleServicesUserWhat,
    takes: messages.lifecycleServicesUserTakes,
    sources: ['lifecycle-services-security'],
  },
  migration: {
    what: messages.migrationWhat,
    takes: messages.migrationTakes,
    sources: ['lifecycle-services-migration'],
  },
  'policy-identity': {
    what: messages.policyIdentityWhat,
    takes: messages.policyIdentityTakes,
    sources: ['terraform-provider'],
  },
  'role-assignment': {
    what: messages.roleAssignmentWhat,
    takes: messages.roleAssignmentTakes,
    sources: ['enterprise-policy-scripts'],
  },
  encryption: {
    what: messages.encryptionWhat,
    takes: messages.encryptionTakes,
    sources: ['power-platform-keys'],
  },
  rotation: {
    what: messages.rotationWhat,
    takes: messages.rotationTakes,
    sources: ['power-platform-keys'],
  },
  're-enable': {
    what: messages.reEnableWhat,
    takes: messages.reEnableTakes,
    sources: ['lock-unlock'],
  },
  'old-version': {
    what: messages.oldVersionWhat,
    takes: messages.oldVersionTakes,
    sources: ['power-platform-keys'],
  },
  'earlier-key': {
    what: messages.earlierKeyWhat,
    takes: messages.oldVersionTakes,
    sources: ['self-managed-key-migration'],
  },
  'old-key': {
    what: messages.oldKeyWhat,
    takes: messages.oldKeyTakes,
    sources: ['power-platform-keys'],
  },
} as const satisfies Record<string, KnownWait & { readonly sources: readonly SourceId[] }>

export type WaitId = keyof typeof WAITS

/** A documented duration by its ID. */
export function knownWait(id: string): KnownWait {
  const all: Readonly<Record<string, KnownWait>> = WAITS
  const wait = all[id]
  if (!wait) throw new Error(`No duration is called ${id}`)
  return wait
}
