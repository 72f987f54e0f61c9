import { defined } from '#machines/defined.ts'
import type { Answer, LifecycleOperation } from '#machines/engine/answer.ts'
import { isKnownAs } from '#machines/engine/fact.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import type { Pending } from '../../action.ts'
import type { Choices, PolicyChoices } from '../../choices.ts'
import { wordOnPolicy } from '../../chosen/chosen.ts'
import { policyId } from '../../ids.ts'
import type { KeyChain } from '../../key-chain/key-chain.ts'
import { readKeyChain } from '../../key-chain/reading.ts'
import type { Services, SignedInAccount } from '../../services/services.ts'
import { isKeyOperation } from '../environment/facts.ts'
import { isLinkedTo, linkStatusOf, namesPolicy, otherPolicy } from './link.ts'

export interface MembershipFacts extends KeyChain {
  readonly choices?: PolicyChoices
  readonly operations?: Answer<readonly LifecycleOperation[]>
  /** Source of a handed-over step 3, if the account can't read the key. */
  readonly keyTold?: { readonly by: string; readonly at: number }
  readonly account?: SignedInAccount
}

export async function observeMembership(services: Services, choices: Choices, signal: AbortSignal): Promise<MembershipFacts> {
  const { account, powerPlatform } = services
  const { environmentId, policy: chosen } = choices
  if (environmentId === undefined || chosen === undefined) return {}
  const [environment, operations, chain] = await Promise.all([
    powerPlatform.readEnvironment(environmentId, signal),
    powerPlatform.listOperations(environmentId, signal),
    readKeyChain(services, policyId(chosen.subscriptionId, chosen.resourceGroup, chosen.policyName), signal),
  ])
  const keyTold = wordOnPolicy(choices)
  return { account, choices: chosen, environment, operations, ...chain, ...defined({ keyTold }) }
}

/** Newest operation that set, or tried to set, a customer-managed key. */
export function newestKeyOperation(facts: MembershipFacts): LifecycleOperation | undefined {
  return valueIn(facts.operations)?.find((operation) => isKeyOperation(operation.type))
}

/** Whether the environment returned to Microsoft's key afterwards, so that the operation's outcome no longer matters. */
function revertedSince(facts: MembershipFacts): boolean {
  const newest = valueIn(facts.operations)?.find(
    (operation) => isKeyOperation(operation.type) || operation.type.toLowerCase() === 'reverttomicrosoftkey',
  )
  return newest?.type.toLowerCase() === 'reverttomicrosoftkey'
}

/**
 * Obstacle to adding an unlinked environment: a failed attempt, a running removal, or a word that no document has, which may mean a link.
 * Shared by finding and plan, so that they agree. Undefined for an environment that is linked, or in another policy.
 */
export function lastTry(facts: MembershipFacts): 'failed' | 'succeeded-unseen' | 'being-removed' | 'unknown-word' | undefined {
  const environment = valueIn(facts.environment)
  const policy = valueIn(facts.policy)
  if (!environment || !policy || isLinkedTo(environment, policy) || otherPolicy(environment, policy)) return undefined
  const status = linkStatusOf(environment)
  if (isKnownAs(status, 'unlinking')) return 'being-removed'
  if (isKnownAs(status, 'failed')) return 'failed'
  const newest = revertedSince(facts) ? undefined : newestKeyOperation(facts)
  if (newest?.state === 'failed' || newest?.state === 'canceled') return 'failed'
  if (newest?.state === 'unknown' || (namesPolicy(environment, policy) && status.is === 'unknown')) return 'unknown-word'
  const ofAnother = environment.encryptionPolicy !== undefined && !namesPolicy(environment, policy)
  return newest?.state === 'succeeded' && !ofAnother ? 'succeeded-unseen' : undefined
}

/** A running link, from another administrator or an earlier session: followed, not repeated. */
export function linkUnderway(facts: MembershipFacts, now: number): Pending | undefined {
  const environment = valueIn(facts.environment)
  const policy = valueIn(facts.policy)
  if (!environment || !policy || otherPolicy(environment, policy)) return undefined
  const newest = newestKeyOperation(facts)
  const runs =
    newest?.state === 'running' ||
    newest?.state === 'not-started' ||
    isKeyOperation(environment.ongoingOperation?.type) ||
    isKnownAs(linkStatusOf(environment), 'linking')
  if (!runs) return undefined
  const id = newest?.id ?? environment.ongoingOperation?.id
  const since = newest?.createdAt === undefined ? Number.NaN : Date.parse(newest.createdAt)
  return {
    kind: 'operation',
    purpose: 'link',
    environmentId: environment.id,
    policyId: policy.id,
    ...defined({ policySystemId: policy.systemId }),
    operation: id === undefined ? {} : { id },
    since: Number.isNaN(since) ? now : since,
  }
}
