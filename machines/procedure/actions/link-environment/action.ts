import { isKnownAs } from '#machines/engine/fact.ts'
import { oneOf, optional, type Stored } from '#machines/engine/stored.ts'
import { defineMessages } from '#machines/messages/message.ts'
import { isKeyOperation } from '../../steps/environment/facts.ts'
import { isLinkedTo, linkStatusOf, otherPolicy } from '../../steps/membership/link.ts'
import { ENCRYPTION_TAKES_UP_TO, WAITS } from '../../waits.ts'
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
import { chosen, created, environmentPath, LINK, turned } from '../fields.ts'
import { actionMessages } from '../messages.ts'
import { inPowerPlatform, isForbidden, known } from '../refusals.ts'

const stored = {
  ...membership,
  /** It has the earlier self-managed key. */
  fromEarlierKey: optional(oneOf(true)),
}

const FROM_MICROSOFT_KEY = ['Microsoft', 'Customer'] as const
const FROM_EARLIER_KEY = ['Customer', 'CustomerViaMicrosoft'] as const

export type LinkEnvironment = Stored<'link-environment', typeof stored>

export const isReached: Reached = (environment, { policyId: id, policySystemId: systemId }) => isLinkedTo(environment, { id, systemId })

export const messages = defineMessages('action.linkEnvironment', {
  why: {
    id: 'scripts.reason.linkEnvironment',
    defaultMessage:
      'Users are offline for part of the encryption, which takes up to 4 days. Plan for all of it. Then the environment names the policy.',
  },
  title: 'Add {environmentName} to the policy {policyName}',
  undo: 'Remove it from the policy: a second outage, and keep the key for 30 days',
  start: 'Start encryption',
  startNow: 'Start encryption now',
  startLater: 'Schedule encryption',
  offline: 'Users are offline for part of up to 4 days. Plan for all four.',
  offlineText: 'Microsoft disables the environment; it can be back sooner. Flows and integrations may not work.',
  dependent: 'Your data then depends on your key. If the key is lost, so is the data.',
  dependentText: 'Never delete the key of the policy {policyName}, its versions, or the key store.',
  noCancelText: 'Microsoft documents none. If it fails, run this step again: it resumes.',
  back: 'The way back: return to the Microsoft-managed key.',
  backText: 'This takes another outage; Microsoft states no duration. Keep your key for 30 more days.',
  onEarlierKey: 'Encrypted with the earlier, self-managed key (BYOK)',
  undoFromEarlierKey: 'Not back to the earlier key: removing it leads to the Microsoft-managed key, with a second outage',
  f908Meaning:
    'The service can’t find the environment, the policy, or the connection between them. A user reported this answer on September 7, 2023, without a cause.',
  f908Remedy:
    'Check the IDs and regions of the environment and the policy, and the account’s role. Then check again. If this continues, give Microsoft support the correlation ID.',
  f701Meaning:
    'The account can’t add the environment. You need Power Platform Administrator or Dynamics 365 Administrator, and Reader on the policy.',
  f701Remedy: 'Ask for what’s missing; the error details below might name it. Sign in again, then check again.',
  waitTitle: 'Microsoft is encrypting the environment',
  waitRange: 'Up to four days. The environment is disabled for part of that time and comes back automatically.',
})

export const linkEnvironment: Definition<LinkEnvironment, EnvironmentOperation> = {
  kind: 'link-environment',
  stored,
  why: { text: messages.why, source: 'power-platform-keys', heading: 'Add an environment to the enterprise policy to encrypt data' },
  part: 'link',
  describe: ({ environmentName, policyName, fromEarlierKey }) =>
    describeMembership('link', {
      title: messages.title({ environmentName, policyName }),
      before: fromEarlierKey ? messages.onEarlierKey : actionMessages.onMicrosoftKey,
      after: actionMessages.onYourKey,
      undo: fromEarlierKey ? messages.undoFromEarlierKey : messages.undo,
      takes: WAITS.encryption.takes,
    }),
  fields({ environmentId, policyId, policySystemId, fromEarlierKey }) {
    const id = environmentPath(environmentId)
    const [before, after] = fromEarlierKey ? FROM_EARLIER_KEY : FROM_MICROSOFT_KEY
    return [
      ...created(id, [`${LINK}.id`, policyId], { [`${LINK}.systemId`]: policySystemId, [`${LINK}.linkStatus`]: 'Linked' }),
      chosen(id, `${LINK}.policyId`),
      chosen(id, `${LINK}.location`),
      // According to public payloads of the admin API, it stays "Microsoft" in some tenants.
      {
        ...turned(id, 'properties.protectionStatus.keyManagedBy', before, after),
        mayStay: true,
      },
    ]
  },
  async apply({ environmentId, policyId, policySystemId }, { powerPlatform }, now, signal) {
    const read = await powerPlatform.readEnvironment(environmentId, signal)
    if (!read.ok) return read
    const environment = read.value
    const policy = { id: policyId, systemId: policySystemId }
    const resourceId = `/environments/${environmentId}/enterprisePolicies/Encryption`
    const following = followingOf({ purpose: 'link', environmentId, policyId, policySystemId, since: now })
    if (isLinkedTo(environment, policy)) return { ok: true, resourceId, written: false }
    const other = otherPolicy(environment, policy)
    if (other !== undefined) return putElsewhere(environmentId, other)
    if (isKeyOperation(environment.ongoingOperation?.type) || isKnownAs(linkStatusOf(environment), 'linking'))
      return alreadyRuns(environment, resourceId, following)
    const asked = powerPlatform.linkEncryptionPolicy(environmentId, policySystemId, signal)
    return followed(await namingWhatRuns(asked, environmentId, powerPlatform, signal), resourceId, following)
  },
  harm: ({ policyName, fromEarlierKey }) => ({
    start: { title: messages.start, now: messages.startNow, later: messages.startLater },
    outage: { title: messages.offline, text: messages.offlineText },
    lasting: [
      { title: messages.dependent, text: messages.dependentText({ policyName }) },
      { title: actionMessages.noCancel, text: messages.noCancelText },
    ],
    back: { title: messages.back, text: fromEarlierKey ? messages.undoFromEarlierKey : messages.backText },
  }),
  details: ({ policyName }) => [policyName],
  takesUpTo: ENCRYPTION_TAKES_UP_TO,
  grantsRights: 'power-platform-administrator',
  refusals: inPowerPlatform(
    known(
      'F-908',
      ({ reason }) => reason === 'not-found',
      { meaning: messages.f908Meaning, remedy: messages.f908Remedy },
      'power-platform-administrator',
    ),
    known('F-701', isForbidden, { meaning: messages.f701Meaning, remedy: messages.f701Remedy }, 'power-platform-administrator'),
  ),
  wait: operationWait('link', isReached, {
    title: messages.waitTitle,
    range: messages.waitRange,
    takesDays: true,
    takesUpTo: ENCRYPTION_TAKES_UP_TO,
  }),
}
