import { DAY } from '../engine/durations.ts'
import type { DisplayText } from '../messages/message.ts'
import type { SourceId } from './source-ids.ts'

/** How long something takes that one waits for, as a document or Microsoft’s own code says it. */
export interface KnownWait {
  readonly what: DisplayText
  readonly takes: DisplayText
  readonly sources: readonly [SourceId, ...SourceId[]]
}

/** The longest documented encryption, in milliseconds: `encryption` below. */
export const ENCRYPTION_TAKES_UP_TO = 4 * DAY
/** How long the services can take to pick up a new version of a key, in milliseconds: `rotation` below. */
export const PICKED_UP_IN = DAY

/** Durations that are shown where one waits, plans or does something by hand. */
export const WAITS = {
  integration: {
    what: 'Setup of the Power Platform integration',
    takes: 'Minutes to 90 minutes',
    sources: ['integration-new-dataverse', 'power-platform-integration-older'],
  },
  'system-administrator': {
    what: 'Until Lifecycle Services sees a new System Administrator of an existing environment',
    takes: 'Up to an hour',
    sources: ['power-platform-integration-older'],
  },
  'administrator-role': {
    what: 'Until a new administrator role can provision finance and operations without a licence',
    takes: 'Up to 12 hours',
    sources: ['erp-template'],
  },
  'lifecycle-services-user': {
    what: 'Until a new user can sign in to Lifecycle Services',
    takes: 'Up to 2 business days',
    sources: ['lifecycle-services-security'],
  },
  migration: {
    what: 'Outage when an environment is migrated out of Lifecycle Services',
    takes: 'About 15 minutes for each application server',
    sources: ['lifecycle-services-migration'],
  },
  'policy-identity': {
    what: 'Until the identity of a new policy can be given a role',
    takes: 'About 90 seconds',
    sources: ['terraform-provider'],
  },
  'role-assignment': {
    what: 'Until a new role counts everywhere',
    takes: 'Up to 5 minutes',
    sources: ['enterprise-policy-scripts'],
  },
  encryption: {
    what: 'Encryption after the environment has been added',
    takes: 'Up to 4 days',
    sources: ['power-platform-keys'],
  },
  rotation: {
    what: 'Until a new version of the key is picked up',
    takes: 'Up to 24 hours',
    sources: ['power-platform-keys'],
  },
  're-enable': {
    what: 'Re-enabling an environment after its key is back',
    takes: 'Up to 5 minutes for each',
    sources: ['lock-unlock'],
  },
  'old-version': {
    what: 'For which the old version of a key has to stay enabled',
    takes: 'At least 28 days',
    sources: ['power-platform-keys'],
  },
  'old-key': {
    what: 'For which the key and its access have to stay after an environment has left the policy',
    takes: '30 days',
    sources: ['power-platform-keys'],
  },
} as const satisfies Record<string, KnownWait>

export type WaitId = keyof typeof WAITS

/** Looks a wait up as the general type. */
export const knownWait = (id: WaitId): KnownWait => WAITS[id]
