import { sameId, vaultId } from '../../ids.ts'
import type {
  Answer,
  EnterprisePolicy,
  Environment,
  LifecycleOperation,
  RoleAssignment,
  Services,
  SignedInAccount,
} from '../../services.ts'
import type { Pending } from '../../step/action.ts'
import type { Choices, PolicyChoices } from '../../step/choices.ts'
import { valueIn } from '../../step/refusals.ts'
import { isKeyOperation } from '../environment/facts.ts'

/** What step 4 reads. */
export interface MembershipFacts {
  readonly choices?: PolicyChoices
  readonly environment?: Answer<Environment>
  readonly policy?: Answer<EnterprisePolicy>
  readonly operations?: Answer<readonly LifecycleOperation[]>
  /** Assignments that reach the policy's identity at the vault: how long it has had them. */
  readonly keyAccess?: Answer<readonly RoleAssignment[]>
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
  const principalId = valueIn(policy)?.principalId
  const keyAccess =
    principalId === undefined
      ? undefined
      : await azure.listRoleAssignments(vaultId(chosen.subscriptionId, chosen.vaultResourceGroup, chosen.vaultName), principalId, signal)
  return { account, choices: chosen, environment, operations, policy, ...(keyAccess ? { keyAccess } : {}) }
}

/** Case-blind: the environment says that it is linked to this policy. The one proof that counts. */
export function isLinkedTo(environment: Environment, policyId: string): boolean {
  return sameId(environment.encryptionPolicy?.id, policyId) && environment.encryptionPolicy?.linkStatus?.toLowerCase() === 'linked'
}

/** The newest operation that put, or tried to put, a customer-managed key on the environment. */
export function newestKeyOperation(facts: MembershipFacts): LifecycleOperation | undefined {
  return valueIn(facts.operations)?.find((operation) => isKeyOperation(operation.type))
}

/**
 * A link operation that runs already: started by another administrator, or before this wizard was opened. It is followed,
 * not repeated.
 */
export function linkUnderway(facts: MembershipFacts, now: number): Pending | undefined {
  const environment = valueIn(facts.environment)
  const policy = valueIn(facts.policy)
  if (!environment || !policy) return undefined
  const newest = newestKeyOperation(facts)
  const runs =
    newest?.state === 'running' ||
    newest?.state === 'not-started' ||
    isKeyOperation(environment.ongoingOperation?.type) ||
    environment.encryptionPolicy?.linkStatus?.toLowerCase() === 'linking'
  if (!runs) return undefined
  const id = newest?.id ?? environment.ongoingOperation?.id
  const since = newest?.createdAt === undefined ? Number.NaN : Date.parse(newest.createdAt)
  return {
    kind: 'operation',
    purpose: 'link',
    environmentId: environment.id,
    policyId: policy.id,
    operation: id === undefined ? {} : { id },
    since: Number.isNaN(since) ? now : since,
  }
}
