import { vaultId } from '../../ids.ts'
import { ACCESS_SPREADS_IN, AZURE_ROLES, ROLES_THAT_WRAP } from '../../roles.ts'
import type { Services, Vault } from '../../services.ts'
import { missingKeyPermissions } from '../../steps/policy/key-permissions.ts'
import { WAITS } from '../../waits.ts'
import type { Definition, Written } from '../definition.ts'
import { chosen, created } from '../fields.ts'
import type { AccessSpreading } from '../pending.ts'
import { inAzure, isForbidden } from '../refusals.ts'
import { grantRole } from '../roles.ts'
import { waitedOut } from '../timed-wait.ts'
import { done } from '../writing.ts'

export interface GrantKeyAccess {
  readonly kind: 'grant-key-access'
  readonly subscriptionId: string
  readonly vaultResourceGroup: string
  readonly vaultName: string
  readonly policyResourceGroup: string
  readonly policyName: string
  /** The vault uses access policies instead of Azure roles. */
  readonly byAccessPolicy?: true
}

async function grant(
  { subscriptionId, vaultResourceGroup, vaultName, policyResourceGroup, policyName }: GrantKeyAccess,
  azure: Services['azure'],
  signal: AbortSignal,
): Promise<Written> {
  const [policy, vault] = await Promise.all([
    azure.readPolicy(subscriptionId, policyResourceGroup, policyName, signal),
    azure.readVault(subscriptionId, vaultResourceGroup, vaultName, signal),
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
    return done(await azure.addKeyAccessPolicy(subscriptionId, vaultResourceGroup, vaultName, principalId, signal), entryOf, true)
  }
  return grantRole(
    azure,
    {
      scope: vaultId(subscriptionId, vaultResourceGroup, vaultName),
      subscriptionId,
      roleId: AZURE_ROLES['key-vault-crypto-service-encryption-user'],
      principalId,
      principalType: 'ServicePrincipal',
    },
    ROLES_THAT_WRAP,
    signal,
  )
}

export const grantKeyAccess: Definition<GrantKeyAccess, AccessSpreading> = {
  kind: 'grant-key-access',
  part: 'access',
  describe: ({ policyName, vaultName, byAccessPolicy }) => ({
    title: `Let the policy ${policyName} use the key in ${vaultName}`,
    resource: byAccessPolicy ? 'Vault access policy: Get, Wrap Key, Unwrap Key' : 'Key Vault Crypto Service Encryption User',
    before: 'The policy’s identity has no access to the vault',
    after: 'It may get, wrap and unwrap keys',
    reversible: 'until-linked',
    undo: 'Yes, until an environment is added. Afterwards it takes environments offline',
    usersCutOff: false,
    takes: WAITS['role-assignment'].takes,
    owner: 'key-vault-administrator',
  }),
  fields({ subscriptionId, vaultResourceGroup, vaultName, byAccessPolicy }) {
    const id = vaultId(subscriptionId, vaultResourceGroup, vaultName)
    if (byAccessPolicy) return created(id, ['properties.accessPolicies.permissions.keys', 'get, unwrapKey, wrapKey'])
    return [chosen(id, `roleAssignments.${AZURE_ROLES['key-vault-crypto-service-encryption-user']}`)]
  },
  /** A role that was just given is waited out, so that the next step does not run into it hours later. */
  async apply(action, { azure }, now, signal) {
    const outcome = await grant(action, azure, signal)
    return outcome.ok && outcome.written
      ? { ...outcome, pending: { kind: 'access-spreading', since: now, until: now + ACCESS_SPREADS_IN } }
      : outcome
  },
  details: ({ policyName }) => [policyName],
  grantsRights: 'key-vault-administrator',
  refusals: inAzure(
    {
      id: 'F-604',
      when: isForbidden,
      says: () => ({
        meaning: 'The account may not give access to the vault. Contributor is not enough.',
        remedy:
          'Ask somebody with Owner, User Access Administrator or Key Vault Data Access Administrator on the vault to give this access, or to give you that right. Then check again.',
        owner: 'key-vault-administrator',
      }),
    },
    {
      id: 'F-602',
      when: ({ reason }) => reason === 'not-ready',
      says: () => ({
        meaning: 'The policy’s new identity is not known everywhere yet.',
        remedy: 'Wait two minutes, then apply the rest.',
        owner: 'microsoft',
      }),
    },
  ),
  wait: {
    follows: (pending) => pending.kind === 'access-spreading',
    // It names no vault, so it says of no action that it was the one.
    isOf: () => false,
    title: 'The new access is spreading',
    range:
      'A role that was just given can take up to 5 minutes to count everywhere. Nobody can ask whether it does, so the wizard waits it out.',
    takesDays: false,
    unsettles: false,
    look: async (pending, _services, now) => waitedOut(pending, 'Access is spreading', now),
  },
}
