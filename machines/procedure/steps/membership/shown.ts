import type { ShownChange } from '#machines/engine/step/proof.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import type { Action } from '../../action.ts'
import { linkUnderway, type MembershipFacts, newestKeyOperation } from './facts.ts'
import { isLinkedTo } from './link.ts'
import { managing } from './managing.ts'

/** Changes that the services confirm, including a failed link, because it was accepted. */
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
    policyId: policy.id,
    policyName: policy.name,
    policySystemId: policy.systemId ?? '',
  }
  // Once added, the environment doesn't reliably show its former key.
  const added = [action, { ...action, fromEarlierKey: true as const }]
  if (isLinkedTo(environment, policy) || linkUnderway(facts, 0)) return [...managed, ...added.map((each) => ({ action: each }))]
  // A failed operation is matched by its start: an older one belongs to another request.
  const since = Date.parse(newestKeyOperation(facts)?.createdAt ?? '')
  return Number.isNaN(since) ? managed : [...managed, ...added.map((each) => ({ action: each, since }))]
}
