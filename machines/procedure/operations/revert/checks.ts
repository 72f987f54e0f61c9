import type { Check, Observation } from '../../../engine/step/finding.ts'
import { couldNotRead, refusalOf, valueIn } from '../../../engine/step/refusals.ts'
import { judgeAdministrator } from '../../rights/directory-roles.ts'
import { idle } from '../../steps/environment/checks.ts'
import { howItEnded } from '../../steps/membership/checks.ts'
import type { OperationFacts } from '../facts.ts'
import { lackingOf, stillKept } from '../kept.ts'
import { recreatedCheck } from '../recreated.ts'
import { isReverted, keptUntil, newestRevert, revertUnderway } from './facts.ts'
import { planRevert } from './plan.ts'

function removed(facts: OperationFacts): Observation | undefined {
  const environment = valueIn(facts.environment)
  if (!environment || revertUnderway(facts, 0)) return undefined
  const { encryptionPolicy: present, keyManagedBy } = environment
  const seen = `Policy ${present?.id ?? 'none'}, status ${present?.linkStatus ?? 'not given'}. Key managed by: ${keyManagedBy ?? 'not given'}.`
  if (isReverted(facts))
    return { status: 'pass', title: 'The environment names no encryption policy: it is on the Microsoft-managed key', seen }
  const newest = newestRevert(facts)
  const failed = newest?.state === 'failed' || newest?.state === 'canceled'
  return {
    status: 'fail',
    title: failed ? 'Removing the environment did not finish' : 'The environment is encrypted with your key',
    seen: failed ? `${howItEnded(newest)} ${seen}` : seen,
    putRightBy: ['unlink-environment'],
  }
}

function readable({ environment, material }: OperationFacts): Observation | undefined {
  const refusal = refusalOf(environment)
  if (refusal) return couldNotRead('The environment', refusal, 'power-platform-administrator')
  const ofPolicy = refusalOf(material?.policy)
  if (ofPolicy) return couldNotRead('The policy', ofPolicy)
  const policy = valueIn(material?.policy)
  if (!policy) return undefined
  return policy.systemId
    ? { status: 'pass', title: 'The account can read the environment and the policy', seen: policy.id }
    : { status: 'fail', title: `The policy ${policy.name} has no system id`, seen: policy.id, owner: 'microsoft' }
}

export const revertChecks: readonly Check<OperationFacts>[] = [
  recreatedCheck('revert'),
  {
    key: 'revert-readable',
    id: 'F-907',
    part: 'policy',
    owner: 'power-platform-administrator',
    why: 'Both the environment and its policy must be readable by the account that removes the one from the other.',
    remedy: 'Ask for Power Platform administrator, and for Reader on the policy, then sign in again.',
    link: 'admin-center-environment',
    source: 'power-platform-keys',
    look: readable,
  },
  {
    key: 'revert-may-remove',
    id: 'F-907',
    part: 'link',
    owner: 'power-platform-administrator',
    why: 'Only a Power Platform administrator or a Dynamics 365 administrator with Reader on the policy can remove an environment from it.',
    remedy: 'Sign in as a Power Platform administrator of the tenant that owns the environment, then check again.',
    link: 'admin-center-environment',
    source: 'power-platform-keys',
    look: (facts) =>
      planRevert(facts).length === 0
        ? undefined
        : judgeAdministrator(facts.account, valueIn(facts.environment), 'remove the environment from the policy'),
  },
  {
    key: 'revert-idle',
    id: 'F-803',
    part: 'link',
    owner: 'power-platform-administrator',
    why: 'An environment runs one operation at a time.',
    remedy: 'Wait until it has ended, then check again.',
    link: 'admin-center-environment',
    source: 'terraform-provider',
    look: (facts) => (planRevert(facts).length === 0 ? undefined : idle(facts)),
  },
  {
    key: 'revert-key-usable',
    id: 'F-A01',
    part: 'key',
    owner: 'key-vault-administrator',
    why: 'What is encrypted with your key can only be read, and put on another key, with your key.',
    remedy: 'Restore the access to the key first, then check again.',
    link: 'azure-vault',
    source: 'lock-unlock',
    look: ({ material, ...facts }) => {
      if (!material || planRevert({ ...facts, material }).length === 0) return undefined
      const lacking = lackingOf(material)
      const seen = valueIn(material.key)?.id ?? 'The key was not read.'
      return lacking.length === 0
        ? { status: 'pass', title: 'Nothing that was read shuts the service out of the key', seen }
        : { status: 'fail', title: `The service cannot use the key: ${lacking.join('; ')}`, seen }
    },
  },
  {
    key: 'revert-done',
    id: 'F-A08',
    part: 'link',
    owner: 'power-platform-administrator',
    why: 'The environment is switched off while it goes back to the Microsoft-managed key. To renew a key, rotate it instead: that cuts nobody off.',
    remedy: 'Remove the environment from the policy, then check again.',
    byHand: [
      'In the admin center, open Policies, Enterprise policies, the policy, Edit policy.',
      'Select Remove environment, choose it, Continue, Save.',
    ],
    link: 'admin-center',
    source: 'power-platform-keys',
    look: removed,
  },
  {
    key: 'revert-kept',
    id: 'F-A04',
    part: 'key',
    owner: 'key-vault-administrator',
    why: 'Restores of backups from before need the old key, its vault and the policy’s access to it for 30 days.',
    remedy: 'Bring back what is missing: recover the vault or the key from soft delete, enable the key, give the access again.',
    link: 'azure-vault',
    source: 'power-platform-keys',
    look: (facts, now) =>
      isReverted(facts) && facts.material
        ? stillKept(facts.material, keptUntil(facts), now, 'the key, its vault and the policy’s access')
        : undefined,
  },
]
