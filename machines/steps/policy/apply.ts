import { policyId, vaultId } from '../../ids.ts'
import { ACCESS_SPREADS_IN, AZURE_ROLES, ROLES_THAT_READ, ROLES_THAT_WRAP } from '../../roles.ts'
import type { Answer, NewRoleAssignment, Refusal, Services } from '../../services.ts'
import { type Action, type Applied, describeAction, type Pending } from '../../step/action.ts'
import { valueIn } from '../../step/refusals.ts'

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
 * Carries out one action of step 3. Each reads first and writes only what is not as wanted, so that it can be repeated
 * after any interruption without changing anything a second time.
 */
export async function applyPolicyAction(action: Action, { azure }: Services, now: number, signal: AbortSignal): Promise<Written> {
  switch (action.kind) {
    case 'register-provider': {
      const { subscriptionId } = action
      const resourceId = `/subscriptions/${subscriptionId}/providers/Microsoft.PowerPlatform`
      const present = await azure.readProvider(subscriptionId, signal)
      if (valueIn(present)?.registrationState.toLowerCase() === 'registered') return { ok: true, resourceId, written: false }
      const asked = await azure.registerProvider(subscriptionId, signal)
      if (!asked.ok) return asked
      const registered = asked.value.registrationState.toLowerCase() === 'registered'
      return {
        ok: true,
        resourceId,
        written: true,
        ...(registered ? {} : { pending: { kind: 'provider-registration', subscriptionId, since: now } }),
      }
    }
    case 'create-resource-group': {
      const id = `/subscriptions/${action.subscriptionId}/resourceGroups/${action.name}`
      const present = await azure.readResourceGroup(action.subscriptionId, action.name, signal)
      if (present.ok) return { ok: true, resourceId: id, written: false }
      return done(await azure.createResourceGroup(action.subscriptionId, action.name, action.location, signal), () => id, true)
    }
    case 'create-vault': {
      const { subscriptionId, resourceGroup, name } = action.vault
      const present = await azure.readVault(subscriptionId, resourceGroup, name, signal)
      if (present.ok) return { ok: true, resourceId: present.value.id, written: false }
      return done(await azure.createVault(action.vault, signal), (vault) => vault.id, true)
    }
    case 'turn-on-purge-protection': {
      const present = await azure.readVault(action.subscriptionId, action.resourceGroup, action.name, signal)
      if (present.ok && present.value.purgeProtection) return { ok: true, resourceId: present.value.id, written: false }
      return done(
        await azure.turnOnPurgeProtection(action.subscriptionId, action.resourceGroup, action.name, signal),
        (vault) => vault.id,
        true,
      )
    }
    case 'create-key':
      return createKey(action, azure, signal)
    case 'create-policy': {
      const { subscriptionId, resourceGroup, name } = action.policy
      const present = await azure.readPolicy(subscriptionId, resourceGroup, name, signal)
      if (present.ok) return { ok: true, resourceId: present.value.id, written: false }
      return done(await azure.createPolicy(action.policy, signal), (policy) => policy.id, true)
    }
    case 'grant-key-access':
      return spreading(await grantKeyAccess(action, azure, signal), now)
    case 'grant-reader':
      return grantRole(
        azure,
        {
          scope: policyId(action.subscriptionId, action.policyResourceGroup, action.policyName),
          subscriptionId: action.subscriptionId,
          roleId: AZURE_ROLES.reader,
          principalId: action.principalId,
          principalType: 'User',
        },
        ROLES_THAT_READ,
        signal,
      )
    case 'enable-managed-environment':
    case 'link-environment':
      throw new Error(`Step 3 does not carry out ${action.kind}`)
  }
}

/** A role that was just given is waited out, so that the next step does not run into it hours later. */
function spreading(outcome: Written, now: number): Written {
  return outcome.ok && outcome.written
    ? { ...outcome, pending: { kind: 'access-spreading', since: now, until: now + ACCESS_SPREADS_IN } }
    : outcome
}

async function createKey(action: Of<'create-key'>, azure: Services['azure'], signal: AbortSignal): Promise<Written> {
  const vault = await azure.readVault(action.subscriptionId, action.vaultResourceGroup, action.vaultName, signal)
  if (!vault.ok) return vault
  const present = await azure.readKey(vault.value.vaultUri, action.name, signal)
  if (present.ok) return { ok: true, resourceId: present.value.id, written: false }
  return done(await azure.createKey(vault.value.vaultUri, action.name, action.size, signal), (key) => key.id, true)
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
    return done(
      await azure.addKeyAccessPolicy(action.subscriptionId, action.vaultResourceGroup, action.vaultName, principalId, signal),
      (value) => `${value.id}/accessPolicies/${principalId}`,
      true,
    )
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

async function grantRole(
  azure: Services['azure'],
  wanted: NewRoleAssignment,
  enough: readonly string[],
  signal: AbortSignal,
): Promise<Written> {
  const present = await azure.listRoleAssignments(wanted.scope, wanted.principalId, signal)
  const found = valueIn(present)?.find((assignment) => enough.includes(assignment.roleId.toLowerCase()))
  if (found) return { ok: true, resourceId: found.id, written: false }
  return done(await azure.assignRole(wanted, signal), (assignment) => assignment.id, true)
}
