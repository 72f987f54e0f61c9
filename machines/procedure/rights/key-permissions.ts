import { sameId } from '../ids.ts'
import type { Vault } from '../services/services.ts'

/** Permissions of a policy's identity in a vault with access policies, in Azure's spelling. */
export const KEY_PERMISSIONS = ['get', 'wrapKey', 'unwrapKey'] as const

export function keyPermissionsOf(vault: Vault, principalId: string): readonly string[] | undefined {
  const entries = vault.accessPolicies.filter((entry) => sameId(entry.objectId, principalId))
  return entries.length === 0 ? undefined : entries.flatMap((entry) => entry.keyPermissions)
}

/** Required key permissions that the access policies lack. Names are case-insensitive. */
export function missingKeyPermissions(vault: Vault, principalId: string): readonly string[] {
  const has = new Set(keyPermissionsOf(vault, principalId)?.map((permission) => permission.toLowerCase()))
  return has.has('all') ? [] : KEY_PERMISSIONS.filter((permission) => !has.has(permission.toLowerCase()))
}
