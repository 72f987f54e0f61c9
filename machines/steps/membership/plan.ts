import type { Action } from '../../step/action.ts'
import { valueIn } from '../../step/refusals.ts'
import { isManaged, otherPolicy } from './checks.ts'
import { isLinkedTo, linkUnderway, type MembershipFacts, newestKeyOperation } from './facts.ts'

/** What is still to be written in step 4. A link that runs already, or that is waiting to be seen, is not asked for again. */
export function planMembership(facts: MembershipFacts): readonly Action[] {
  const environment = valueIn(facts.environment)
  const policy = valueIn(facts.policy)
  if (!environment || !policy?.systemId) return []
  if (isLinkedTo(environment, policy.id) || otherPolicy(environment, policy) || linkUnderway(facts, 0)) return []
  const { id: environmentId, displayName: environmentName } = environment
  const actions: Action[] = isManaged(environment) ? [] : [{ kind: 'enable-managed-environment', environmentId, environmentName }]
  if (newestKeyOperation(facts)?.state === 'succeeded' && environment.encryptionPolicy === undefined && !revertedSince(facts))
    return actions
  return [
    ...actions,
    {
      kind: 'link-environment',
      environmentId,
      environmentName,
      policyId: policy.id,
      policyName: policy.name,
      policySystemId: policy.systemId,
    },
  ]
}

/** True when the environment went back to the Microsoft key after its last key operation: an old success then says nothing of today. */
function revertedSince(facts: MembershipFacts): boolean {
  const newest = valueIn(facts.operations)?.find((operation) =>
    ['newcustomermanagedkey', 'reverttomicrosoftkey'].includes(operation.type.toLowerCase()),
  )
  return newest?.type.toLowerCase() === 'reverttomicrosoftkey'
}
