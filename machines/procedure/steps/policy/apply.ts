import { isAbsent } from '../../../engine/step/refusals.ts'
import { type Action, type Applied, describeAction, type Pending } from '../../action.ts'
import { policyId, vaultId } from '../../ids.ts'
import { ACCESS_SPREADS_IN, AZURE_ROLES, ROLES_THAT_READ, ROLES_THAT_WRAP } from '../../roles.ts'
import type { Answer, NewRoleAssignment, Refusal, ResourceProvider, Services, Vault } from '../../services.ts'
import { missingKeyPermissions } from './policy-checks.ts'

type Of<Kind extends Action['kind']> = Extract<Action, { kind: Kind }>

/** What one write came to: the id of the resource, whether anything was written, what goes on by itself. */
export type Written =
  | { readonly ok: true; readonly resourceId: string; readonly written: boolean; readonly pending?: Pending }
  | { readonly ok: false; readonly refusal: Refusal }

/** Completes what was written to the receipt that is kept. */
export function toApplied(action: Action, outcome: Written, at: number): Applied {
  if (!outcome.ok) return outcome
  const { resourceId, written, pending } = outcome
  return {
    ok: true,
    receipt: { kind: action.kind, title: describeAction(action).title, resourceId, at, written, ...(pending ? { pending } : {}) },
  }
}

const done = <T>(answer: Answer<T>, resourceId: (value: T) => string, written: boolean): Written =>
  answer.ok ? { ok: true, resourceId: resourceId(answer.value), written } : answer

/**
 * Writes what is absent. What exists is left as it is, and what could not be read is not written: in Azure a second writing
 * replaces, and a key written twice has two versions.
 */
async function createAbsent<T>(present: Answer<T>, create: () => Promise<Answer<T>>, resourceId: (value: T) => string): Promise<Written> {
  if (present.ok || !isAbsent(present)) return done(present, resourceId, false)
  return done(await create(), resourceId, true)
}

/**
 * Carries out one action of step 3. Each reads first and writes only what is not as wanted, so that it can be repeated
 * after any interruption without changing anything a second time.
 */
export async function applyPolicyAction(action: Action, { azure }: Services, now: number, signal: AbortSignal): Promise<Written> {
  switch (action.kind) {
    case 'register-provider':
      return registerProvider(action, azure, now, signal)
    case 'create-resource-group': {
      const { subscriptionId, name, location } = action
      const present = await azure.readResourceGroup(subscriptionId, name, signal)
      const create = () => azure.createResourceGroup(subscriptionId, name, location, signal)
      return createAbsent(present, create, () => `/subscriptions/${subscriptionId}/resourceGroups/${name}`)
    }
    case 'create-vault': {
      const { subscriptionId, resourceGroup, name } = action.vault
      const present = await azure.readVault(subscriptionId, resourceGroup, name, signal)
      return createAbsent(present, () => azure.createVault(action.vault, signal), idOf)
    }
    case 'turn-on-purge-protection': {
      const { subscriptionId, resourceGroup, name } = action
      const present = await azure.readVault(subscriptionId, resourceGroup, name, signal)
      if (!present.ok || present.value.purgeProtection) return done(present, idOf, false)
      return done(await azure.turnOnPurgeProtection(subscriptionId, resourceGroup, name, signal), idOf, true)
    }
    case 'create-key': {
      const vault = await azure.readVault(action.subscriptionId, action.vaultResourceGroup, action.vaultName, signal)
      if (!vault.ok) return vault
      const { vaultUri } = vault.value
      const present = await azure.readKey(vaultUri, action.name, signal)
      return createAbsent(present, () => azure.createKey(vaultUri, action.name, action.size, signal), idOf)
    }
    case 'create-policy': {
      const { subscriptionId, resourceGroup, name } = action.policy
      const present = await azure.readPolicy(subscriptionId, resourceGroup, name, signal)
      return createAbsent(present, () => azure.createPolicy(action.policy, signal), idOf)
    }
    case 'grant-key-access':
      return spreading(await grantKeyAccess(action, azure, signal), now)
    case 'grant-reader':
      return grantReader(action, azure, signal)
    case 'enable-managed-environment':
    case 'link-environment':
    case 'rotate-key':
    case 'unlink-environment':
      throw new Error(`Step 3 does not carry out ${action.kind}`)
  }
}

const idOf = ({ id }: { readonly id: string }): string => id

async function registerProvider(
  { subscriptionId }: Of<'register-provider'>,
  azure: Services['azure'],
  now: number,
  signal: AbortSignal,
): Promise<Written> {
  const resourceId = `/subscriptions/${subscriptionId}/providers/Microsoft.PowerPlatform`
  const isRegistered = ({ registrationState }: ResourceProvider) => registrationState.toLowerCase() === 'registered'
  const pending: Pending = { kind: 'provider-registration', subscriptionId, since: now }
  const present = await azure.readProvider(subscriptionId, signal)
  if (!present.ok || isRegistered(present.value)) return done(present, () => resourceId, false)
  // Asked for already, by a run that ended before it was told so, or by somebody else: it is waited for, not asked for again.
  if (present.value.registrationState.toLowerCase() === 'registering') return { ok: true, resourceId, written: false, pending }
  const asked = await azure.registerProvider(subscriptionId, signal)
  if (!asked.ok) return asked
  return { ok: true, resourceId, written: true, ...(isRegistered(asked.value) ? {} : { pending }) }
}

/** A role that was just given is waited out, so that the next step does not run into it hours later. */
function spreading(outcome: Written, now: number): Written {
  return outcome.ok && outcome.written
    ? { ...outcome, pending: { kind: 'access-spreading', since: now, until: now + ACCESS_SPREADS_IN } }
    : outcome
}

async function grantKeyAccess(action: Of<'grant-key-access'>, azure: Services['azure'], signal: AbortSignal): Promise<Written> {
  const [policy, vault] = await Promise.all([
    azure.readPolicy(action.subscriptionId, action.policyResourceGroup, action.policyName, signal),
    azure.readVault(action.subscriptionId, action.vaultResourceGroup, action.vaultName, signal),
  ])
  if (!policy.ok) return policy
  if (!vault.ok) return vault
  const { principalId } = policy.value
  if (principalId === undefined) {
    return {
      ok: false,
      refusal: {
        reason: 'not-ready',
        request: `GET ${policy.value.id}`,
        message: 'The policy names no identity yet.',
        retryAfterSeconds: 15,
      },
    }
  }
  if (!vault.value.roleBasedAccess) {
    const entryOf = ({ id }: Vault): string => `${id}/accessPolicies/${principalId}`
    if (missingKeyPermissions(vault.value, principalId).length === 0) return done(vault, entryOf, false)
    const { subscriptionId, vaultResourceGroup, vaultName } = action
    return done(await azure.addKeyAccessPolicy(subscriptionId, vaultResourceGroup, vaultName, principalId, signal), entryOf, true)
  }
  return grantRole(
    azure,
    {
      scope: vaultId(action.subscriptionId, action.vaultResourceGroup, action.vaultName),
      subscriptionId: action.subscriptionId,
      roleId: AZURE_ROLES['key-vault-crypto-service-encryption-user'],
      principalId,
      principalType: 'ServicePrincipal',
    },
    ROLES_THAT_WRAP,
    signal,
  )
}

function grantReader(action: Of<'grant-reader'>, azure: Services['azure'], signal: AbortSignal): Promise<Written> {
  const { subscriptionId, policyResourceGroup, policyName, principalId } = action
  const scope = policyId(subscriptionId, policyResourceGroup, policyName)
  const wanted: NewRoleAssignment = { scope, subscriptionId, roleId: AZURE_ROLES.reader, principalId, principalType: 'User' }
  return grantRole(azure, wanted, ROLES_THAT_READ, signal)
}

async function grantRole(
  azure: Services['azure'],
  wanted: NewRoleAssignment,
  enough: readonly string[],
  signal: AbortSignal,
): Promise<Written> {
  const present = await azure.listRoleAssignments(wanted.scope, wanted.principalId, signal)
  if (!present.ok) return present
  const found = present.value.find((assignment) => enough.includes(assignment.roleId.toLowerCase()))
  if (found) return { ok: true, resourceId: found.id, written: false }
  return done(await azure.assignRole(wanted, signal), (assignment) => assignment.id, true)
}
