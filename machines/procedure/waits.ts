import { DAY } from '../engine/durations.ts'
import type { KnownWait } from '../engine/references.ts'
import { defineMessages } from '../messages/message.ts'
import type { SourceId } from './sources/source-ids.ts'

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

const messages = defineMessages('wait', {
  integration: {
    what: 'Power Platform integration setup',
    takes: 'Minutes to 90 minutes',
  },
  systemAdministrator: {
    what: 'Until Lifecycle Services recognizes a new System Administrator of an existing environment',
    takes: 'Up to an hour',
  },
  administratorRole: {
    what: 'Until a new admin role can provision finance and operations without a license',
    takes: 'Up to 12 hours',
  },
  lifecycleServicesUser: {
    what: 'Until a new user can sign in to Lifecycle Services',
    takes: 'Up to 2 business days',
  },
  migration: {
    what: 'Outage when an environment migrates from Lifecycle Services',
    takes: 'About 15 minutes for each application server',
  },
  policyIdentity: {
    what: 'Until you can assign a role to a new policy’s identity',
    takes: 'About 90 seconds',
  },
  roleAssignment: {
    what: 'Until a new role assignment takes effect',
    takes: 'Up to 5 minutes, by Microsoft’s scripts',
  },
  encryption: {
    what: 'Encryption after you add the environment',
    takes: 'Up to 4 days',
  },
  rotation: {
    what: 'Until a new key version takes effect',
    takes: 'Up to 24 hours',
  },
  reEnable: {
    what: 'Re-enabling an environment after its key is restored',
    takes: 'Up to 5 minutes for each',
  },
  oldVersion: {
    what: 'Keep the old key version enabled',
    takes: 'At least 28 days',
  },
  earlierKeyWhat: { id: 'wait.earlierKey.what', defaultMessage: 'Microsoft keeps an earlier, self-managed key (BYOK) for restores' },
  oldKey: {
    what: 'Keep the key and its access after an environment leaves the policy',
    takes: '30 days',
  },
})

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
