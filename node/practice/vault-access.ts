import { versionsDisabledTooEarly } from '#machines/procedure/steps/policy/key-loss-causes.ts'
import { localActionOf, mayLocally } from './local-rbac.ts'
import { mayInVault } from './rights.ts'
import { policyProperties } from './services/enterprise-policies.ts'
import { type PolicyState, same, type TenantState, vaultId } from './state.ts'

/**
 * Why a policy can't encrypt with its key, in the service's words; undefined if it can. The real error codes aren't
 * public: clients must not depend on these.
 */
export function vaultProblem(state: TenantState, policy: PolicyState, at: number): { code: string; message: string } | undefined {
  const wanted = policyProperties.safeParse(policy.properties).data?.encryption?.keyVault
  const vault = state.vaults.find((entry) => same(vaultId(entry), wanted?.id))
  if (!wanted || !vault)
    return {
      code: 'KeyVaultNotFound',
      message: `The key vault '${wanted?.id ?? ''}' of enterprise policy '${policy.name}' could not be found.`,
    }
  const where = `key vault '${vault.name}'`
  if (!vault.enableSoftDelete || !vault.enablePurgeProtection) {
    return { code: 'KeyVaultNotProtected', message: `Soft delete and purge protection must be enabled on ${where}.` }
  }
  const open = !same(vault.publicNetworkAccess, 'Disabled') && !same(vault.networkAcls?.defaultAction, 'Deny')
  if (!open && !same(vault.networkAcls?.bypass, 'AzureServices')) {
    return {
      code: 'Forbidden',
      message: `Operation returned an invalid status code 'Forbidden'. ForbiddenByFirewall: ${where} does not let trusted Microsoft services in.`,
    }
  }
  if (!mayUseKey(state, policy, at)) {
    const principal = policy.identity.principalId ?? ''
    const inner = vault.enableRbacAuthorization ? 'ForbiddenByRbac' : 'ForbiddenByPolicy'
    return {
      code: 'Forbidden',
      message: `Operation returned an invalid status code 'Forbidden'. ${inner}: the identity '${principal}' of enterprise policy '${policy.name}' may not get, wrap and unwrap keys in ${where}.`,
    }
  }
  return keyProblem(state, vault.name, wanted.key.name, wanted.key.version ?? undefined, at)
}

/**
 * Whether a role assignment or an access policy lets a policy's identity use its key at a time (milliseconds since 1970).
 * The vault's firewall isn't looked at: it can shut out an identity that has every right. False where the vault is gone.
 */
export function mayUseKey(state: TenantState, policy: PolicyState, at: number): boolean {
  const wanted = policyProperties.safeParse(policy.properties).data?.encryption?.keyVault
  const vault = state.vaults.find((entry) => same(vaultId(entry), wanted?.id))
  if (!wanted || !vault) return false
  const principal = policy.identity.principalId ?? ''
  const resource = `${vaultId(vault)}/keys/${wanted.key.name}`
  return ['read', 'wrap/action', 'unwrap/action'].every((action) =>
    vault.managedHsm
      ? mayLocally(state, vault, principal, localActionOf(`Microsoft.KeyVault/vaults/keys/${action}`), `/keys/${wanted.key.name}`)
      : mayInVault(state, vault, principal, `Microsoft.KeyVault/vaults/keys/${action}`, at, resource),
  )
}

function keyProblem(
  state: TenantState,
  vault: string,
  name: string,
  pinned: string | undefined,
  at: number,
): { code: string; message: string } | undefined {
  const versions = state.keys.find((key) => same(key.vault, vault) && same(key.name, name))?.versions ?? []
  const version = pinned ? versions.find((entry) => entry.version === pinned) : versions.at(-1)
  const which = `The key '${name}' in key vault '${vault}'`
  if (!version) return { code: 'KeyNotFound', message: `${which} could not be found.` }
  if (!version.enabled) return { code: 'KeyDisabled', message: `${which} is disabled.` }
  if ((version.notBefore ?? at) > at || (version.expires ?? at + 1) <= at)
    return { code: 'KeyNotInEffect', message: `${which} is not active yet, or has expired.` }
  const size = version.n ? Buffer.from(version.n, 'base64url').length * 8 : 0
  if (!version.kty.startsWith('RSA') || ![2048, 3072].includes(size))
    return { code: 'KeyNotSupported', message: `${which} must be an RSA or RSA-HSM key of 2048 or 3072 bits.` }
  return undefined
}

/** Whether a still needed version is disabled: its successor is younger than 28 days. */
export function lacksAnOldVersion(state: TenantState, policy: PolicyState, at: number): boolean {
  const wanted = policyProperties.safeParse(policy.properties).data?.encryption?.keyVault
  const vault = state.vaults.find((entry) => same(vaultId(entry), wanted?.id))
  const key = state.keys.find((entry) => same(entry.vault, vault?.name) && same(entry.name, wanted?.key.name))
  return versionsDisabledTooEarly(key?.versions ?? [], at).length > 0
}
