import type { ShownChange } from '../../../engine/step/proof.ts'
import { valueIn } from '../../../engine/step/refusals.ts'
import type { Action } from '../../action.ts'
import { linkUnderway, type MembershipFacts, newestKeyOperation } from './facts.ts'
import { isLinkedTo } from './link.ts'
import { managing } from './managing.ts'

/** Which changes of step 4 the services show to be made: also a link whose operation failed, because the change itself was taken. */
export function shownByMembership(facts: MembershipFacts): readonly ShownChange<Action>[] {
  const environment = valueIn(facts.environment)
  const policy = valueIn(facts.policy)
  if (!environment) return []
  const { id: environmentId, displayName: environmentName } = environment
  const managed: readonly ShownChange<Action>[] =
    managing(environment) === 'managed' ? [{ action: { kind: 'enable-managed-environment', environmentId, environmentName } }] : []
  if (!policy) return managed
  const action = {
    ...({ kind: 'link-environment', environmentId, environmentName } as const),
    ...{ policyId: policy.id, policyName: policy.name, policySystemId: policy.systemId ?? '' },
  }
  // Once it is added, the environment doesn't say for certain which key it had before.
  const added = [action, { ...action, fromEarlierKey: true as const }]
  if (isLinkedTo(environment, policy) || linkUnderway(facts, 0)) return [...managed, ...added.map((each) => ({ action: each }))]
  // One that ended otherwise is told by the time at which the service began it: an older one is not the one that was sent.
  const since = Date.parse(newestKeyOperation(facts)?.createdAt ?? '')
  return Number.isNaN(since) ? managed : [...managed, ...added.map((each) => ({ action: each, since }))]
}
