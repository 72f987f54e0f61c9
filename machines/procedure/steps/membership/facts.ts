import { defined } from '#machines/defined.ts'
import type { Answer, LifecycleOperation } from '#machines/engine/answer.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import type { Pending } from '../../action.ts'
import type { Choices, PolicyChoices } from '../../choices.ts'
import { wordOnPolicy } from '../../chosen/chosen.ts'
import { readStore, storeId, storeOf } from '../../key-store.ts'
import type { EnterprisePolicy, Environment, RoleAssignment, Services, SignedInAccount } from '../../services/services.ts'
import { isKeyOperation } from '../environment/facts.ts'
import type { KeyLifetime } from '../policy/key-expiry.ts'
import { readKeyIn } from '../reading-keys.ts'
import { isLinkedTo, isStatusKnown, linkStatusOf, namesPolicy, otherPolicy } from './link.ts'

const FAILED = ['linkfailed', 'failed']

export interface MembershipFacts {
  readonly choices?: PolicyChoices
  readonly environment?: Answer<Environment>
  readonly policy?: Answer<EnterprisePolicy>
  readonly operations?: Answer<readonly LifecycleOperation[]>
  /** Assignments of the policy's identity at the vault, with their age. */
  readonly keyAccess?: Answer<readonly RoleAssignment[]>
  /** Lifetime of the policy's key; an unreadable vault's refusal stands for it. */
  readonly keyLifetime?: KeyLifetime
  /** Source of a handed-over step 3, if the account can't read the key. */
  readonly keyTold?: { readonly by: string; readonly at: number }
  readonly account?: SignedInAccount
}

export async function observeMembership(
  { account, azure, powerPlatform }: Services,
  choices: Choices,
  signal: AbortSignal,
): Promise<MembershipFacts> {
  const { environmentId, policy: chosen } = choices
  if (environmentId === undefined || chosen === undefined) return {}
  const [environment, operations, policy] = await Promise.all([
    powerPlatform.readEnvironment(environmentId, signal),
    powerPlatform.listOperations(environmentId, signal),
    azure.readPolicy(chosen.subscriptionId, chosen.resourceGroup, chosen.policyName, signal),
  ])
  const { principalId, vaultId: keptIn, keyName } = valueIn(policy) ?? {}
  const [keyAccess, keyLifetime] = await Promise.all([
    // A Managed HSM doesn't tell the age of its assignments.
    principalId === undefined || chosen.keyStore ? undefined : azure.listRoleAssignments(storeId(chosen), principalId, signal),
    keptIn === undefined || keyName === undefined ? undefined : readKeyLifetime(azure, keptIn, keyName, signal),
  ])
  const keyTold = wordOnPolicy(choices)
  return {
    account,
    choices: chosen,
    environment,
    operations,
    policy,
    ...defined({ keyAccess, keyLifetime, keyTold }),
  }
}

async function readKeyLifetime(
  azure: Services['azure'],
  id: string,
  keyName: string,
  signal: AbortSignal,
): Promise<KeyLifetime | undefined> {
  const place = storeOf(id)
  if (!place) return undefined
  const vault = await readStore(azure, place, signal)
  if (!vault.ok) return { key: vault }
  const { key, keyVersions, keyRotation } = await readKeyIn(azure, place, vault.value.vaultUri, keyName, signal)
  return { vault, key, keyVersions, keyRotation }
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
  if (status === 'unlinking') return 'being-removed'
  if (FAILED.includes(status)) return 'failed'
  const newest = revertedSince(facts) ? undefined : newestKeyOperation(facts)
  if (newest?.state === 'failed' || newest?.state === 'canceled') return 'failed'
  if (newest?.state === 'unknown' || (namesPolicy(environment, policy) && !isStatusKnown(environment))) return 'unknown-word'
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
    linkStatusOf(environment) === 'linking'
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
