import { defined } from '#machines/defined.ts'
import type { Answer } from '#machines/engine/answer.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import type { Pending } from '../../action.ts'
import type { Choices } from '../../choices.ts'
import { parseResourceId, sameId } from '../../ids.ts'
import { readKeyChain } from '../../key-chain/reading.ts'
import type { EnterprisePolicy, Services } from '../../services/services.ts'
import { linkUnderway } from '../../steps/membership/facts.ts'
import { holdingPolicy, isLinkedTo } from '../../steps/membership/link.ts'
import { type NextPolicy, type OperationFacts, observeDependents } from '../facts.ts'
import { revertUnderway } from '../revert/facts.ts'

/** Reads the old and the new policy. Between the two outages no service names the old one, so its ID is remembered from before. */
export async function observeChange(services: Services, choices: Choices, signal: AbortSignal): Promise<OperationFacts> {
  const chosenId = choices.nextPolicyId
  const isJoining = (holding: string | undefined) => chosenId !== undefined && (holding === undefined || sameId(holding, chosenId))
  const oldOf = (holding: string | undefined) => (isJoining(holding) ? choices.changedFromPolicyId : holding)
  const facts = await observeDependents(services, choices, signal, oldOf)
  const environment = valueIn(facts.environment)
  const oldId = oldOf(environment && holdingPolicy(environment))
  const place = parseResourceId(oldId ?? '')
  if (!place || oldId === undefined) return facts
  const policies = await services.azure.listPolicies(place.subscriptionId, signal)
  // The environment's current policy is no target.
  const chosen = chosenId === undefined || sameId(chosenId, oldId) ? undefined : await readNext(services, chosenId, facts.policy, signal)
  return { ...facts, next: { oldId, policies, ...defined({ chosen }) } }
}

async function readNext(
  services: Services,
  id: string,
  old: Answer<EnterprisePolicy> | undefined,
  signal: AbortSignal,
): Promise<NonNullable<NextPolicy['chosen']>> {
  const chain = await readKeyChain(services, id, signal)
  const { principalId } = valueIn(chain.policy) ?? {}
  const vaultId = valueIn(old)?.vaultId
  const accessToOld =
    vaultId === undefined || principalId === undefined ? undefined : await services.azure.listRoleAssignments(vaultId, principalId, signal)
  return { chain, ...defined({ accessToOld }) }
}

export const nextPolicy = ({ next }: OperationFacts): EnterprisePolicy | undefined => valueIn(next?.chosen?.chain.policy)

export function isChanged(facts: OperationFacts): boolean {
  const [environment, policy] = [valueIn(facts.environment), nextPolicy(facts)]
  return environment !== undefined && policy !== undefined && isLinkedTo(environment, policy)
}

export const asMembership = ({ environment, operations, next }: OperationFacts) => ({
  ...defined({ environment, operations }),
  ...(next?.chosen ? { policy: next.chosen.chain.policy } : {}),
})

/** The running outage, first or second. @param now start to assume if no service names one */
export function changeUnderway(facts: OperationFacts, now: number): Pending | undefined {
  const environment = valueIn(facts.environment)
  const holding = environment && holdingPolicy(environment)
  const toNext = holding === undefined || sameId(holding, nextPolicy(facts)?.id)
  return toNext ? linkUnderway(asMembership(facts), now) : revertUnderway(facts, now)
}
