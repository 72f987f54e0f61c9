import type { OperationId } from '../../engine/step/finding.ts'
import type { ShownChange } from '../../engine/step/proof.ts'
import { valueIn } from '../../engine/step/refusals.ts'
import type { Action } from '../action.ts'
import { parseResourceId } from '../ids.ts'
import { shownByMembership } from '../steps/membership/shown.ts'
import { asMembership } from './change/facts.ts'
import { accessOfNext, grantOf } from './change/plan.ts'
import type { OperationFacts } from './facts.ts'
import { hasAccess } from './kept.ts'
import { newestRevert } from './revert/facts.ts'
import { lastRotation } from './rotate/facts.ts'

const asShown = (action: Action | undefined): readonly ShownChange[] => (action ? [{ action }] : [])

/** A new version is made from the one before it. */
function rotation(facts: OperationFacts, now: number): readonly ShownChange[] {
  const [vault, key, last] = [valueIn(facts.material?.vault), valueIn(facts.material?.key), lastRotation(facts, now)]
  const place = vault && parseResourceId(vault.id)
  if (!place || !key || !last) return []
  const { subscriptionId, resourceGroup: vaultResourceGroup, name: vaultName } = place
  return asShown({
    ...{ kind: 'rotate-key', subscriptionId, vaultResourceGroup, vaultName, name: key.name, size: 3072, after: last.before.version },
  })
}

/** A removal that was begun, however it ended, told by the time at which the service began it. */
function removal(facts: OperationFacts): readonly ShownChange[] {
  const [environment, policy] = [valueIn(facts.environment), valueIn(facts.material?.policy)]
  const since = Date.parse(newestRevert(facts)?.createdAt ?? '')
  if (!environment || !policy || Number.isNaN(since)) return []
  const { id: environmentId, displayName: environmentName } = environment
  const { id: policyId, name: policyName, systemId: policySystemId = '' } = policy
  return [{ action: { kind: 'unlink-environment', environmentId, environmentName, policyId, policyName, policySystemId }, since }]
}

function ownAccess({ material }: OperationFacts): readonly ShownChange[] {
  const [policy, vault] = [valueIn(material?.policy), valueIn(material?.vault)]
  return policy && vault && material && hasAccess(material) === true ? asShown(grantOf(policy, vault)) : []
}

function accessOfBoth(facts: OperationFacts): readonly ShownChange[] {
  const policy = valueIn(facts.next?.chosen?.material.policy)
  return policy ? accessOfNext(facts).flatMap(({ vault, has }) => (has === true ? asShown(grantOf(policy, vault)) : [])) : []
}

/** Which changes of an operation after the link the services show to be made. @param now milliseconds since 1970-01-01T00:00:00Z */
export function shownByOperation(id: OperationId, facts: OperationFacts, now: number): readonly ShownChange[] {
  switch (id) {
    case 'rotate':
      return rotation(facts, now)
    case 're-enable':
      return ownAccess(facts)
    case 'revert':
      return removal(facts)
    case 'change':
      return [...accessOfBoth(facts), ...removal(facts), ...shownByMembership(asMembership(facts))]
  }
}
