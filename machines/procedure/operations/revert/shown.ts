import type { ShownChange } from '#machines/engine/step/proof.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import type { Action } from '../../action.ts'
import type { OperationFacts } from '../facts.ts'
import { newestRevert } from './facts.ts'

/** A started removal, whatever its outcome, identified by the service's start time. */
export function removalShown(facts: OperationFacts): readonly ShownChange<Action>[] {
  const [environment, policy] = [valueIn(facts.environment), valueIn(facts.policy)]
  const since = Date.parse(newestRevert(facts)?.createdAt ?? '')
  if (!environment || !policy || Number.isNaN(since)) return []
  const { id: environmentId, displayName: environmentName } = environment
  const { id: policyId, name: policyName, systemId: policySystemId = '' } = policy
  return [{ action: { kind: 'unlink-environment', environmentId, environmentName, policyId, policyName, policySystemId }, since }]
}
