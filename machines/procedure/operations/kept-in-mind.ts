import { defined } from '../../defined.ts'
import type { OperationOutline } from '../../engine/procedure.ts'
import type { Reading } from '../../engine/step/proof.ts'
import type { Choices } from '../choices.ts'
import { parseResourceId, policyId, sameId } from '../ids.ts'
import { storeOf } from '../key-store.ts'

/** Remembers the current policy: after leaving, no service names it. */
export const holdingPolicyKept: OperationOutline['opened'] = (choices, environment) => {
  const now = environment?.heldBy
  if (now === undefined) return choices
  const kept: Choices = { ...choices, heldPolicyId: now }
  return kept
}

/** A change keeps remembering the previous policy, even if another operation is viewed. */
export const policyBeforeKept: OperationOutline['opened'] = (choices, environment) => {
  const now = environment?.heldBy
  const { nextPolicyId, changedFromPolicyId }: Choices = choices
  if (now === undefined || (changedFromPolicyId !== undefined && sameId(now, nextPolicyId))) return choices
  const kept: Choices = { ...choices, heldPolicyId: now, changedFromPolicyId: now }
  return kept
}

/** After a change, the steps follow the new policy and its key. */
export function policyFollowed(choices: Choices, { environment, found }: Reading): Choices {
  const { policy, nextPolicyId } = choices
  const [place, store] = [parseResourceId(found.policyId ?? ''), storeOf(found.vaultId ?? '')]
  const isThere = sameId(environment?.heldBy, nextPolicyId) && sameId(found.policyId, nextPolicyId)
  if (!policy || !place || !store || found.keyName === undefined || !isThere) return choices
  if (sameId(policyId(policy.subscriptionId, policy.resourceGroup, policy.policyName), nextPolicyId)) return choices
  // The answer about an imported key doesn't apply to the new one.
  const { keyStore: _, keyIsImported: __, ...kept } = policy
  return {
    ...choices,
    policy: {
      ...kept,
      subscriptionId: place.subscriptionId,
      resourceGroup: place.resourceGroup,
      policyName: place.name,
      vaultName: store.vaultName,
      vaultResourceGroup: store.vaultResourceGroup,
      keyName: found.keyName,
      ...defined({ keyStore: store.keyStore }),
    },
  }
}
