import type { LinkEnvironment } from '#machines/procedure/actions/link-environment/action.ts'
import { policyId } from '#machines/procedure/ids.ts'
import { ENVIRONMENT, encrypted, environment, POLICY_ID, SYSTEM_ID } from '../../facts.ts'
import { accepted, type Case, followed, leaves, linkId, writes } from './case.ts'
import { SAMPLE, type Things } from './sample.ts'

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
export const sample = (names: Things): LinkEnvironment => ({
  kind: 'link-environment',
  environmentId: SAMPLE.environment,
  environmentName: names.environment,
  policyId: policyId(SAMPLE.subscription, names.group, names.policy),
  policyName: names.policy,
  policySystemId: 'unknown until the policy exists',
})

export const cases: readonly Case[] = [
  writes(
    'it is in no policy: asks by the system id, and follows the operation',
    { readEnvironment: environment(), linkEncryptionPolicy: accepted },
    [ENVIRONMENT, SYSTEM_ID],
    linkId,
    { pending: followed('link') },
  ),
  writes(
    'an earlier try failed',
    { readEnvironment: environment({ encryptionPolicy: { id: POLICY_ID, linkStatus: 'LinkFailed' } }), linkEncryptionPolicy: {} },
    [ENVIRONMENT, SYSTEM_ID],
    linkId,
    { pending: followed('link', {}) },
  ),
  leaves(
    'it is linked by now, the id in another case',
    { readEnvironment: encrypted({ encryptionPolicy: { id: POLICY_ID.toUpperCase(), linkStatus: 'linked' } }) },
    linkId,
  ),
  leaves(
    'another person is adding it at this moment: follows that',
    { readEnvironment: linking({ ongoingOperation: { id: 'op', type: 'NewCustomerManagedKey' } }) },
    linkId,
    { pending: followed('link', { id: 'op' }) },
  ),
  leaves('it says Linking and names no operation: follows what the history will name', { readEnvironment: linking({}) }, linkId, {
    pending: followed('link', {}),
  }),
]
