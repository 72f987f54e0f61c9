import { parseResourceId } from '../../ids.ts'
import type { Action } from '../../step/action.ts'
import { valueIn } from '../../step/refusals.ts'
import type { OperationFacts } from '../facts.ts'
import { hasAccess } from '../kept.ts'

/**
 * Gives the policy its access back, which is all of a lock that the wizard can undo: a key or a vault is brought back, and an
 * environment re-enabled, by hand.
 */
export function planReEnabling({ material }: OperationFacts): readonly Action[] {
  const [policy, vault] = [valueIn(material?.policy), valueIn(material?.vault)]
  const [policyPlace, vaultPlace] = [policy && parseResourceId(policy.id), vault && parseResourceId(vault.id)]
  if (!material || !policyPlace || !vaultPlace || hasAccess(material) !== false) return []
  // One change is made in one subscription.
  if (policyPlace.subscriptionId.toLowerCase() !== vaultPlace.subscriptionId.toLowerCase()) return []
  return [
    {
      kind: 'grant-key-access',
      subscriptionId: vaultPlace.subscriptionId,
      vaultResourceGroup: vaultPlace.resourceGroup,
      vaultName: vaultPlace.name,
      policyResourceGroup: policyPlace.resourceGroup,
      policyName: policyPlace.name,
      ...(vault?.roleBasedAccess ? {} : { byAccessPolicy: true as const }),
    },
  ]
}
