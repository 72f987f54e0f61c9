import type { OperationOutline } from '../../engine/procedure.ts'
import type { Reading } from '../../engine/step/proof.ts'
import { present } from '../../present.ts'
import type { Choices } from '../choices.ts'
import { parseResourceId, policyId, sameId } from '../ids.ts'
import { storeOf } from '../key-store.ts'

/** Keeps the policy in mind that holds the environment now: once it is out of it, no service names it any more. */
export const holdingPolicyKept: OperationOutline['opened'] = (choices, environment) => {
  const now = environment?.heldBy
  if (now === undefined) return choices
  const kept: Choices = { ...choices, heldPolicyId: now }
  return kept
}

/** A change that is made keeps the policy before it, which is not forgotten because another operation is looked at. */
export const policyBeforeKept: OperationOutline['opened'] = (choices, environment) => {
  const now = environment?.heldBy
  const { nextPolicyId, changedFromPolicyId }: Choices = choices
  if (now === undefined || (changedFromPolicyId !== undefined && sameId(now, nextPolicyId))) return choices
  const kept: Choices = { ...choices, heldPolicyId: now, changedFromPolicyId: now }
  return kept
}

/** Once the environment is in the policy that it was changed to, that one and its key are what the steps are about. */
export function policyFollowed(choices: Choices, { environment, found }: Reading): Choices {
  const { policy, nextPolicyId } = choices
  const [place, store] = [parseResourceId(found.policyId ?? ''), storeOf(found.vaultId ?? '')]
  const isThere = sameId(environment?.heldBy, nextPolicyId) && sameId(found.policyId, nextPolicyId)
  if (!policy || !place || !store || found.keyName === undefined || !isThere) return choices
  if (sameId(policyId(policy.subscriptionId, policy.resourceGroup, policy.policyName), nextPolicyId)) return choices
  // Whether a person brought the key before says nothing of this one.
  const { keyStore: _, keyIsImported: __, ...kept } = policy
  return {
    ...choices,
    policy: {
      ...kept,
      ...{ subscriptionId: place.subscriptionId, resourceGroup: place.resourceGroup, policyName: place.name },
      ...{ vaultName: store.vaultName, vaultResourceGroup: store.vaultResourceGroup, keyName: found.keyName },
      ...present({ keyStore: store.keyStore }),
    },
  }
}
