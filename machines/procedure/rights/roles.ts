import { MINUTE } from '../../engine/durations.ts'
import { LOCAL_ROLE_NAMES } from './local-roles.ts'

/** IDs of built-in roles, the same in every tenant. Source: Microsoft's list of Azure built-in roles, seen in many public files. */
export const AZURE_ROLES = {
  'key-vault-crypto-service-encryption-user': 'e147488a-f6f5-4113-8e2d-b22465e65bf6',
  reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
  owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  'key-vault-crypto-user': '12338af0-0e69-4776-bea7-57ae8d297424',
  'key-vault-crypto-officer': '14b46e9e-c2b7-41b4-b07b-48a6ebf60603',
  'key-vault-administrator': '00482a5a-887f-4fb3-b363-3b7fe8e74483',
} as const

const ROLE_NAMES: Readonly<Record<string, string>> = {
  ...LOCAL_ROLE_NAMES,
  [AZURE_ROLES['key-vault-crypto-service-encryption-user']]: 'Key Vault Crypto Service Encryption User',
  [AZURE_ROLES.reader]: 'Reader',
  [AZURE_ROLES.contributor]: 'Contributor',
  [AZURE_ROLES.owner]: 'Owner',
  [AZURE_ROLES['key-vault-crypto-user']]: 'Key Vault Crypto User',
  [AZURE_ROLES['key-vault-crypto-officer']]: 'Key Vault Crypto Officer',
  [AZURE_ROLES['key-vault-administrator']]: 'Key Vault Administrator',
}

/** The portal's role name, or the ID if unknown. */
export const roleName = (id: string): string => ROLE_NAMES[id.toLowerCase()] ?? id

/**
 * Maximum time for a role assignment to take effect, in milliseconds. Source: Microsoft's enterprise policy scripts (13
 * May 2026) say up to 5 minutes.
 * Decision 0027: waited for, not warned of, because each attempt causes an outage.
 */
export const ACCESS_SPREADS_IN = 5 * MINUTE

/** Roles that can read keys, wrap and unwrap. Microsoft names the first; the others grant more than needed. */
export const ROLES_THAT_WRAP: readonly string[] = [
  AZURE_ROLES['key-vault-crypto-service-encryption-user'],
  AZURE_ROLES['key-vault-crypto-user'],
  AZURE_ROLES['key-vault-crypto-officer'],
  AZURE_ROLES['key-vault-administrator'],
]

export const ROLES_THAT_READ: readonly string[] = [AZURE_ROLES.reader, AZURE_ROLES.contributor, AZURE_ROLES.owner]
