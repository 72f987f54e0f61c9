import type { UnlinkEnvironment } from '#machines/procedure/actions/unlink-environment/action.ts'
import { policyId } from '#machines/procedure/ids.ts'
import { ENVIRONMENT, encrypted, environment, POLICY_ID, SYSTEM_ID } from '../../facts.ts'
import { accepted, type Case, followed, leaves, linkId, writes } from './case.ts'
import { SAMPLE, type Things } from './sample.ts'

const removing = (over: object) => environment({ encryptionPolicy: { id: POLICY_ID, linkStatus: 'Unlinking' }, ...over })

export const example: UnlinkEnvironment = {
  kind: 'unlink-environment',
  environmentId: ENVIRONMENT,
  environmentName: 'contoso-prod',
  policyId: POLICY_ID,
  policyName: 'cmk-contoso',
  policySystemId: SYSTEM_ID,
}

/** The same with names as an administrator chooses them. */
export const sample = (names: Things): UnlinkEnvironment => ({
  kind: 'unlink-environment',
  environmentId: SAMPLE.environment,
  environmentName: names.environment,
  policyId: policyId(SAMPLE.subscription, names.group, names.policy),
  policyName: names.policy,
  policySystemId: '/regions/europe/providers/Microsoft.PowerPlatform/enterprisePolicies/s',
})

export const cases: readonly Case[] = [
  writes(
    'it is in the policy: asks by the system id, and follows the operation',
    { readEnvironment: encrypted(), unlinkEncryptionPolicy: accepted },
    [ENVIRONMENT, SYSTEM_ID],
    linkId,
    { pending: followed('unlink') },
  ),
  writes(
    'it names the policy by its system ID alone',
    { readEnvironment: environment({ encryptionPolicy: { systemId: SYSTEM_ID, linkStatus: 'Linked' } }), unlinkEncryptionPolicy: accepted },
    [ENVIRONMENT, SYSTEM_ID],
    linkId,
    { pending: followed('unlink') },
  ),
  leaves('it is in no policy by now', { readEnvironment: environment() }, linkId),
  leaves(
    'another person is removing it at this moment: follows that',
    { readEnvironment: removing({ ongoingOperation: { id: 'op', type: 'RevertToMicrosoftKey' } }) },
    linkId,
    { pending: followed('unlink', { id: 'op' }) },
  ),
  leaves('it says Unlinking and names no operation: follows what the history will name', { readEnvironment: removing({}) }, linkId, {
    pending: followed('unlink', {}),
  }),
]
