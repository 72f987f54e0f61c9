import type { OperationOutline } from '../../engine/procedure.ts'
import type { Choices } from '../choices.ts'
import { sameId } from '../ids.ts'

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
