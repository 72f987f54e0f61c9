import type { Answer, LifecycleOperation } from '../../../engine/answer.ts'
import { valueIn } from '../../../engine/step/refusals.ts'
import { present } from '../../../present.ts'
import type { Pending } from '../../action.ts'
import type { Choices, PolicyChoices } from '../../choices.ts'
import { wordOnPolicy } from '../../chosen/chosen.ts'
import { readStore, storeId, storeOf } from '../../key-store.ts'
import { readKeyIn } from '../../reading-keys.ts'
import type { EnterprisePolicy, Environment, RoleAssignment, Services, SignedInAccount } from '../../services.ts'
import { isKeyOperation } from '../environment/facts.ts'
import type { KeyLifetime } from '../policy/key-expiry.ts'
import { isLinkedTo, linkStatusOf, namesPolicy, otherPolicy } from './link.ts'

const FAILED = ['linkfailed', 'failed']

/** What step 4 reads. */
export interface MembershipFacts {
  readonly choices?: PolicyChoices
  readonly environment?: Answer<Environment>
  readonly policy?: Answer<EnterprisePolicy>
  readonly operations?: Answer<readonly LifecycleOperation[]>
  /** Assignments that reach the policy's identity at the vault: how long it has had them. */
  readonly keyAccess?: Answer<readonly RoleAssignment[]>
  /** How long the policy's key lasts. A vault that could not be read answers for its key. */
  readonly keyLifetime?: KeyLifetime
  /** Whose word step 3 rests on, where the account may not read the key itself. */
  readonly keyTold?: { readonly by: string; readonly at: number }
  /** Who is signed in, and with which roles in the directory. */
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
    // A Managed HSM doesn't say since when its roles hold.
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
    ...present({ keyAccess, keyLifetime, keyTold }),
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

/** The newest operation that put, or tried to put, a customer-managed key on the environment. */
export function newestKeyOperation(facts: MembershipFacts): LifecycleOperation | undefined {
  return valueIn(facts.operations)?.find((operation) => isKeyOperation(operation.type))
}

/** True when the environment went back to the Microsoft key after its last key operation: how that one ended then says nothing of today. */
function revertedSince(facts: MembershipFacts): boolean {
  const newest = valueIn(facts.operations)?.find(
    (operation) => isKeyOperation(operation.type) || operation.type.toLowerCase() === 'reverttomicrosoftkey',
  )
  return newest?.type.toLowerCase() === 'reverttomicrosoftkey'
}

/**
 * What stands between an environment that is not linked and adding it: how the last try ended, or that it is being removed.
 * The finding and the plan both ask here, so that they cannot disagree. For an environment that is linked, or in another
 * policy, it says nothing.
 */
export function lastTry(facts: MembershipFacts): 'failed' | 'succeeded-unseen' | 'being-removed' | undefined {
  const environment = valueIn(facts.environment)
  const policy = valueIn(facts.policy)
  if (!environment || !policy || isLinkedTo(environment, policy) || otherPolicy(environment, policy)) return undefined
  const status = linkStatusOf(environment)
  if (status === 'unlinking') return 'being-removed'
  if (FAILED.includes(status)) return 'failed'
  const newest = revertedSince(facts) ? undefined : newestKeyOperation(facts)
  if (newest?.state === 'failed' || newest?.state === 'canceled') return 'failed'
  const ofAnother = environment.encryptionPolicy !== undefined && !namesPolicy(environment, policy)
  return newest?.state === 'succeeded' && !ofAnother ? 'succeeded-unseen' : undefined
}

/**
 * A link operation that runs already: started by another administrator, or before this wizard was opened. It is followed,
 * not repeated.
 */
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
    ...present({ policySystemId: policy.systemId }),
    operation: id === undefined ? {} : { id },
    since: Number.isNaN(since) ? now : since,
  }
}
