import { oneOf, optional, type Stored } from '../../../engine/stored.ts'
import { isKeyOperation } from '../../steps/environment/facts.ts'
import { isLinkedTo, otherPolicy } from '../../steps/membership/link.ts'
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
import { busy, isForbidden, known } from '../refusals.ts'
import { messages } from './messages.ts'

const stored = {
  ...membership,
  /** It has the earlier self-managed key. */
  fromEarlierKey: optional(oneOf(true)),
}

const FROM_MICROSOFT_KEY = ['Microsoft', 'Customer'] as const
const FROM_EARLIER_KEY = ['Customer', 'CustomerViaMicrosoft'] as const

export type LinkEnvironment = Stored<'link-environment', typeof stored>

export const isReached: Reached = (environment, { policyId: id, policySystemId: systemId }) => isLinkedTo(environment, { id, systemId })

export const linkEnvironment: Definition<LinkEnvironment, EnvironmentOperation> = {
  kind: 'link-environment',
  stored,
  why: { text: messages.why, source: 'power-platform-keys' },
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
    if (isKeyOperation(environment.ongoingOperation?.type) || environment.encryptionPolicy?.linkStatus?.toLowerCase() === 'linking')
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
  refusals: [
    known(
      'F-908',
      ({ reason }) => reason === 'not-found',
      { meaning: messages.f908Meaning, remedy: messages.f908Remedy },
      'power-platform-administrator',
    ),
    known('F-701', isForbidden, { meaning: messages.f701Meaning, remedy: messages.f701Remedy }, 'power-platform-administrator'),
    busy,
  ],
  wait: operationWait('link', isReached, {
    title: messages.waitTitle,
    range: messages.waitRange,
    takesDays: true,
    takesUpTo: ENCRYPTION_TAKES_UP_TO,
  }),
}
