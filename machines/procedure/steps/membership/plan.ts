import { valueIn } from '#machines/engine/step/refusals.ts'
import type { Action } from '../../action.ts'
import { hasEarlierKey } from '../earlier-key.ts'
import { lastTry, linkUnderway, type MembershipFacts } from './facts.ts'
import { isLinkedTo, otherPolicy } from './link.ts'
import { managing } from './managing.ts'

/** Remaining writes of step 4. A link that runs or waits to be confirmed isn't repeated. */
export function planMembership(facts: MembershipFacts): readonly Action[] {
  const environment = valueIn(facts.environment)
  const policy = valueIn(facts.policy)
  if (!environment || !policy?.systemId) return []
  if (isLinkedTo(environment, policy) || otherPolicy(environment, policy) || linkUnderway(facts, 0)) return []
  const { id: environmentId, displayName: environmentName } = environment
  const toManage = managing(environment) === 'not-managed'
  const actions: Action[] = toManage ? [{ kind: 'enable-managed-environment', environmentId, environmentName }] : []
  const last = lastTry(facts)
  if (last === 'succeeded-unseen' || last === 'being-removed' || last === 'unknown-word') return actions
  return [
    ...actions,
    {
      kind: 'link-environment',
      environmentId,
      environmentName,
      policyId: policy.id,
      policyName: policy.name,
      policySystemId: policy.systemId,
      ...(hasEarlierKey(environment) ? { fromEarlierKey: true as const } : {}),
    },
  ]
}
