import type { UnlinkEnvironment } from '../../../../machines/procedure/actions/unlink-environment/action.ts'
import { policyId } from '../../../../machines/procedure/ids.ts'
import { ENVIRONMENT, encrypted, environment, ok, POLICY_ID, SYSTEM_ID } from '../../facts.ts'
import { accepted, type Case, followed, linkId, says } from './case.ts'
import { type Names, SAMPLE } from './sample.ts'

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
export const sample = (names: Names): UnlinkEnvironment => ({
  kind: 'unlink-environment',
  environmentId: SAMPLE.environment,
  environmentName: names.environment,
  policyId: policyId(SAMPLE.subscription, names.group, names.policy),
  policyName: names.policy,
  policySystemId: '/regions/europe/providers/Microsoft.PowerPlatform/enterprisePolicies/s',
})

export const cases: readonly Case[] = [
  {
    when: 'it is in the policy: asks by the system id, and follows the operation',
    answers: { readEnvironment: says(ok(encrypted())), unlinkEncryptionPolicy: says(ok(accepted)) },
    reads: ['readEnvironment'],
    writes: [['unlinkEncryptionPolicy', ENVIRONMENT, SYSTEM_ID]],
    resourceId: linkId,
    pending: followed('unlink'),
  },
  {
    when: 'it is in no policy by now',
    answers: { readEnvironment: says(ok(environment())) },
    reads: ['readEnvironment'],
    writes: [],
    resourceId: linkId,
  },
  {
    when: 'another person is removing it at this moment: follows that',
    answers: { readEnvironment: says(ok(removing({ ongoingOperation: { id: 'op', type: 'RevertToMicrosoftKey' } }))) },
    reads: ['readEnvironment'],
    writes: [],
    resourceId: linkId,
    pending: followed('unlink', { id: 'op' }),
  },
  {
    when: 'it says Unlinking and names no operation: follows what the history will name',
    answers: { readEnvironment: says(ok(removing({}))) },
    reads: ['readEnvironment'],
    writes: [],
    resourceId: linkId,
    pending: followed('unlink', {}),
  },
]
