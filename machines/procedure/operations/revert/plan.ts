import { valueIn } from '#machines/engine/step/refusals.ts'
import type { Action } from '../../action.ts'
import { isLinkedTo } from '../../steps/membership/link.ts'
import type { OperationFacts } from '../facts.ts'
import { revertUnderway } from './facts.ts'

/** Removes the environment from its policy, unless a removal already runs. */
export function planRevert(facts: OperationFacts): readonly Action[] {
  const environment = valueIn(facts.environment)
  const policy = valueIn(facts.policy)
  if (!environment || !policy?.systemId || !isLinkedTo(environment, policy) || revertUnderway(facts, 0)) return []
  return [
    {
      kind: 'unlink-environment',
      environmentId: environment.id,
      environmentName: environment.displayName,
      policyId: policy.id,
      policyName: policy.name,
      policySystemId: policy.systemId,
    },
  ]
}
