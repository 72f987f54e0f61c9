import { sameId } from './ids.ts'
import type { Vault } from './services.ts'

/** What a policy's identity needs in a vault with access policies, as Azure spells it. */
export const KEY_PERMISSIONS = ['get', 'wrapKey', 'unwrapKey'] as const

/** The key permissions that a vault's access policies give an identity, as they came; nothing when they do not speak of it. */
export function keyPermissionsOf(vault: Vault, principalId: string): readonly string[] | undefined {
  const entries = vault.accessPolicies.filter((entry) => sameId(entry.objectId, principalId))
  return entries.length === 0 ? undefined : entries.flatMap((entry) => entry.keyPermissions)
}

/** Which of the needed key permissions a vault's access policies do not give. Azure takes their names in any case. */
export function missingKeyPermissions(vault: Vault, principalId: string): readonly string[] {
  const has = new Set(keyPermissionsOf(vault, principalId)?.map((permission) => permission.toLowerCase()))
  return has.has('all') ? [] : KEY_PERMISSIONS.filter((permission) => !has.has(permission.toLowerCase()))
}
