import type { LinkEnvironment } from '../../../../machines/procedure/actions/link-environment/action.ts'
import { policyId } from '../../../../machines/procedure/ids.ts'
import { ENVIRONMENT, encrypted, environment, ok, POLICY_ID, SYSTEM_ID } from '../../facts.ts'
import { accepted, type Case, followed, linkId, says } from './case.ts'
import { type Names, SAMPLE } from './sample.ts'

const linking = (over: object) => environment({ encryptionPolicy: { id: POLICY_ID, linkStatus: 'Linking' }, ...over })

export const example: LinkEnvironment = {
  kind: 'link-environment',
  environmentId: ENVIRONMENT,
  environmentName: 'contoso-prod',
  policyId: POLICY_ID,
  policyName: 'cmk-contoso',
  policySystemId: SYSTEM_ID,
}

/** The same with names as an administrator chooses them. */
export const sample = (names: Names): LinkEnvironment => ({
  kind: 'link-environment',
  environmentId: SAMPLE.environment,
  environmentName: names.environment,
  policyId: policyId(SAMPLE.subscription, names.group, names.policy),
  policyName: names.policy,
  policySystemId: 'unknown until the policy exists',
})

export const cases: readonly Case[] = [
  {
    when: 'it is in no policy: asks by the system id, and follows the operation',
    answers: { readEnvironment: says(ok(environment())), linkEncryptionPolicy: says(ok(accepted)) },
    reads: ['readEnvironment'],
    writes: [['linkEncryptionPolicy', ENVIRONMENT, SYSTEM_ID]],
    resourceId: linkId,
    pending: followed('link'),
  },
  {
    when: 'an earlier try failed',
    answers: {
      readEnvironment: says(ok(environment({ encryptionPolicy: { id: POLICY_ID, linkStatus: 'LinkFailed' } }))),
      linkEncryptionPolicy: says(ok({})),
    },
    reads: ['readEnvironment'],
    writes: [['linkEncryptionPolicy', ENVIRONMENT, SYSTEM_ID]],
    resourceId: linkId,
    pending: followed('link', {}),
  },
  {
    when: 'it is linked by now, the id in another case',
    answers: { readEnvironment: says(ok(encrypted({ encryptionPolicy: { id: POLICY_ID.toUpperCase(), linkStatus: 'linked' } }))) },
    reads: ['readEnvironment'],
    writes: [],
    resourceId: linkId,
  },
  {
    when: 'another person is adding it at this moment: follows that',
    answers: { readEnvironment: says(ok(linking({ ongoingOperation: { id: 'op', type: 'NewCustomerManagedKey' } }))) },
    reads: ['readEnvironment'],
    writes: [],
    resourceId: linkId,
    pending: followed('link', { id: 'op' }),
  },
  {
    when: 'it says Linking and names no operation: follows what the history will name',
    answers: { readEnvironment: says(ok(linking({}))) },
    reads: ['readEnvironment'],
    writes: [],
    resourceId: linkId,
    pending: followed('link', {}),
  },
]
