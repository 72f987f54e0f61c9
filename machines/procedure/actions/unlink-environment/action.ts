import type { FieldChange } from '#machines/engine/action.ts'
import { isKnownAs } from '#machines/engine/fact.ts'
import type { Stored } from '#machines/engine/stored.ts'
import { defineMessages } from '#machines/messages/message.ts'
import { inBothIds, isHeld, isLinkedTo, linkStatusOf, namesPolicy } from '../../steps/membership/link.ts'
import { ENCRYPTION_TAKES_UP_TO } from '../../waits.ts'
import type { Definition } from '../definition.ts'
import {
  alreadyRuns,
  describeMembership,
  type EnvironmentOperation,
  followed,
  followingOf,
  membership,
  namingWhatRuns,
  operationWait,
  putElsewhere,
  type Reached,
} from '../environment-operation.ts'
import { environmentPath, LINK, turned } from '../fields.ts'
import { actionMessages } from '../messages.ts'
import { inPowerPlatform } from '../refusals.ts'

export type UnlinkEnvironment = Stored<'unlink-environment', typeof membership>

/** Parses a system ID: `/regions/<location>/providers/Microsoft.PowerPlatform/enterprisePolicies/<guid>`. */
function named(systemId: string): Readonly<Record<string, string>> {
  const [, location, guid] = /^\/regions\/([^/]+)\/.*\/([^/]+)$/i.exec(systemId) ?? []
  return location === undefined || guid === undefined ? {} : { [`${LINK}.policyId`]: guid, [`${LINK}.location`]: location }
}

export const isReached: Reached = (environment, { policyId: id, policySystemId: systemId }) =>
  !namesPolicy(environment, { id, systemId }) || isKnownAs(linkStatusOf(environment), 'not-linked')

const messages = defineMessages('action.unlinkEnvironment', {
  why: {
    id: 'scripts.reason.unlinkEnvironment',
    defaultMessage:
      'Users are offline while the data goes back to the Microsoft-managed key. Keep the key, the key vault, and the access for 30 days afterward.',
  },
  title: 'Remove {environmentName} from the policy {policyName}',
  start: 'Remove the environment from the policy',
  startNow: 'Start removal now',
  startLater: 'Schedule removal',
  offline: 'Users are offline for part of the removal. Microsoft states no duration.',
  offlineText: 'Microsoft states no limit. Adding takes up to 4 days; plan at least that, our advice. Flows and integrations may not work.',
  noCancelText: 'Microsoft documents none.',
  keep: 'Keep your key for 30 more days.',
  keepText: 'Restores need the key, the key vault, and the access of the policy {policyName}.',
  back: 'The way back: add it to a policy again.',
  backText: 'This takes another outage: part of up to 4 days.',
  undo: 'Add it to a policy again: another outage of up to 4 days',
  takes: 'Not documented; plan at least 4 days',
  waitTitle: 'Microsoft is returning the environment to the Microsoft-managed key',
  waitRange: 'The duration isn’t documented; adding it can take up to four days. The environment is offline during that time.',
})

export const unlinkEnvironment: Definition<UnlinkEnvironment, EnvironmentOperation> = {
  kind: 'unlink-environment',
  stored: membership,
  why: { text: messages.why, source: 'power-platform-keys', heading: 'Remove environments from policy to return to Microsoft managed key' },
  part: 'link',
  describe: ({ environmentName, policyName }) =>
    describeMembership('unlink', {
      title: messages.title({ environmentName, policyName }),
      before: actionMessages.onYourKey,
      after: actionMessages.onMicrosoftKey,
      undo: messages.undo,
      takes: messages.takes,
    }),
  fields({ environmentId, policyId, policySystemId }) {
    const resourceId = environmentPath(environmentId)
    const gone = (field: string, before: string): FieldChange => ({ resourceId, field, before, after: null })
    return [
      gone(`${LINK}.id`, policyId),
      gone(`${LINK}.systemId`, policySystemId),
      gone(`${LINK}.linkStatus`, 'Linked'),
      ...Object.entries(named(policySystemId)).map(([field, before]) => gone(field, before)),
      { ...turned(resourceId, 'properties.protectionStatus.keyManagedBy', 'Customer', 'Microsoft'), mayStay: true },
    ]
  },
  /** Skips the write if the environment has left the policy or is leaving it. */
  async apply({ environmentId, policyId, policySystemId }, { powerPlatform }, now, signal) {
    const read = await powerPlatform.readEnvironment(environmentId, signal)
    if (!read.ok) return read
    const environment = read.value
    const resourceId = `/environments/${environmentId}/enterprisePolicies/Encryption`
    const following = followingOf({ purpose: 'unlink', environmentId, policyId, policySystemId, since: now })
    const holding = environment.encryptionPolicy
    if (!holding || !isHeld(environment)) return { ok: true, resourceId, written: false }
    if (environment.ongoingOperation?.type?.toLowerCase() === 'reverttomicrosoftkey') return alreadyRuns(environment, resourceId, following)
    if (isKnownAs(linkStatusOf(environment), 'unlinking')) return alreadyRuns(environment, resourceId, following)
    if (!isLinkedTo(environment, { id: policyId, systemId: policySystemId })) return putElsewhere(environmentId, inBothIds(holding))
    const asked = powerPlatform.unlinkEncryptionPolicy(environmentId, policySystemId, signal)
    return followed(await namingWhatRuns(asked, environmentId, powerPlatform, signal), resourceId, following)
  },
  harm: ({ policyName }) => ({
    start: { title: messages.start, now: messages.startNow, later: messages.startLater },
    outage: { title: messages.offline, text: messages.offlineText },
    lasting: [
      { title: actionMessages.noCancel, text: messages.noCancelText },
      { title: messages.keep, text: messages.keepText({ policyName }) },
    ],
    back: { title: messages.back, text: messages.backText },
  }),
  details: ({ policyName }) => [policyName],
  // No document gives the duration of a removal. An addition rewrites the same data.
  planFor: ENCRYPTION_TAKES_UP_TO,
  grantsRights: 'power-platform-administrator',
  refusals: inPowerPlatform(),
  wait: operationWait('unlink', isReached, {
    title: messages.waitTitle,
    range: messages.waitRange,
    takesDays: true,
  }),
}
