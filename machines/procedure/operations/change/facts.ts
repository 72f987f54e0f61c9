import { defined } from '#machines/defined.ts'
import type { Answer } from '#machines/engine/answer.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import type { Pending } from '../../action.ts'
import type { Choices } from '../../choices.ts'
import { parseResourceId, sameId } from '../../ids.ts'
import type { EnterprisePolicy, Services } from '../../services/services.ts'
import { linkUnderway } from '../../steps/membership/facts.ts'
import { holdingPolicy, isLinkedTo } from '../../steps/membership/link.ts'
import { type NextPolicy, type OperationFacts, observeOperation, readKeyMaterial } from '../facts.ts'
import { revertUnderway } from '../revert/facts.ts'

/** Reads the old and the new policy. Between the two outages no service names the old one, so its ID is remembered from before. */
export async function observeChange(services: Services, choices: Choices, signal: AbortSignal): Promise<OperationFacts> {
  const facts = await observeOperation(services, choices, signal)
  const environment = valueIn(facts.environment)
  const holding = environment && holdingPolicy(environment)
  const chosenId = choices.nextPolicyId
  const oldId = chosenId !== undefined && (holding === undefined || sameId(holding, chosenId)) ? choices.changedFromPolicyId : holding
  const place = parseResourceId(oldId ?? '')
  if (!place || oldId === undefined) return facts
  const policies = await services.azure.listPolicies(place.subscriptionId, signal)
  const material = sameId(oldId, valueIn(facts.material?.policy)?.id) ? facts.material : await readKeyMaterial(services, oldId, signal)
  // The environment's current policy is no target.
  const chosen =
    chosenId === undefined || sameId(chosenId, oldId) ? undefined : await readNext(services, chosenId, material?.policy, signal)
  return { ...facts, ...defined({ material }), next: { oldId, policies, ...defined({ chosen }) } }
}

async function readNext(
  services: Services,
  id: string,
  old: Answer<EnterprisePolicy> | undefined,
  signal: AbortSignal,
): Promise<NonNullable<NextPolicy['chosen']>> {
  const material = await readKeyMaterial(services, id, signal)
  const { principalId } = valueIn(material.policy) ?? {}
  const vaultId = valueIn(old)?.vaultId
  const accessToOld =
    vaultId === undefined || principalId === undefined ? undefined : await services.azure.listRoleAssignments(vaultId, principalId, signal)
  return { material, ...defined({ accessToOld }) }
}

export const nextPolicy = ({ next }: OperationFacts): EnterprisePolicy | undefined => valueIn(next?.chosen?.material.policy)

export function isChanged(facts: OperationFacts): boolean {
  const [environment, policy] = [valueIn(facts.environment), nextPolicy(facts)]
  return environment !== undefined && policy !== undefined && isLinkedTo(environment, policy)
}

export const asMembership = ({ environment, operations, next }: OperationFacts) => ({
  ...defined({ environment, operations }),
  ...(next?.chosen ? { policy: next.chosen.material.policy } : {}),
})

/** The running outage, first or second. @param now start to assume if no service names one */
export function changeUnderway(facts: OperationFacts, now: number): Pending | undefined {
  const environment = valueIn(facts.environment)
  const holding = environment && holdingPolicy(environment)
  const toNext = holding === undefined || sameId(holding, nextPolicy(facts)?.id)
  return toNext ? linkUnderway(asMembership(facts), now) : revertUnderway(facts, now)
}
