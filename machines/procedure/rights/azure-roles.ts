import type { Permission } from '../services/services.ts'
import { GIVES_ROLES, gives, type Right } from './permissions.ts'
import { AZURE_ROLES } from './roles.ts'

export interface AzureRole {
  readonly id: string
  readonly name: string
  readonly permission: Permission
  /** Its Azure condition limits it to assigning these roles; its patterns don't show that. */
  readonly givesOnly?: readonly string[]
}

const permission = (over: Partial<Permission>): Permission => ({
  actions: [],
  notActions: [],
  dataActions: [],
  notDataActions: [],
  ...over,
})

const READS_VAULTS = ['Microsoft.Authorization/*/read', 'Microsoft.KeyVault/vaults/*/read']

const keyVaultDataRoles: readonly AzureRole[] = [
  {
    id: AZURE_ROLES['key-vault-crypto-officer'],
    name: 'Key Vault Crypto Officer',
    permission: permission({
      actions: READS_VAULTS,
      dataActions: ['Microsoft.KeyVault/vaults/keys/*', 'Microsoft.KeyVault/vaults/keyrotationpolicies/*'],
    }),
  },
  {
    id: AZURE_ROLES['key-vault-administrator'],
    name: 'Key Vault Administrator',
    permission: permission({ actions: READS_VAULTS, dataActions: ['Microsoft.KeyVault/vaults/*'] }),
  },
]

/**
 * Roles to request, least privilege first.
 * Sources: Key Vault's guide to roles (4 April 2024) for who may create keys and assign roles on a vault; the patterns
 * are from Microsoft's list of built-in roles, reduced to what a key vault and an enterprise policy need.
 */
export const ASKED_FOR: readonly AzureRole[] = [
  ...keyVaultDataRoles,
  {
    id: '8b54135c-b56d-4d72-a534-26097cfdc8d8',
    name: 'Key Vault Data Access Administrator',
    permission: permission({ actions: [...READS_VAULTS, GIVES_ROLES.action, 'Microsoft.Authorization/roleAssignments/delete'] }),
    givesOnly: [...keyVaultDataRoles.map(({ id }) => id), AZURE_ROLES['key-vault-crypto-service-encryption-user']],
  },
  {
    id: 'f25e0fa2-a7c8-4377-a976-54943a77a395',
    name: 'Key Vault Contributor',
    permission: permission({ actions: ['Microsoft.Authorization/*/read', 'Microsoft.KeyVault/*', 'Microsoft.Resources/deployments/*'] }),
  },
  {
    id: AZURE_ROLES.contributor,
    name: 'Contributor',
    permission: permission({
      actions: ['*'],
      notActions: ['Microsoft.Authorization/*/Delete', 'Microsoft.Authorization/*/Write', 'Microsoft.Authorization/elevateAccess/Action'],
    }),
  },
  // Role Based Access Control Administrator has fewer rights, but the documents name only this one.
  {
    id: '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
    name: 'User Access Administrator',
    permission: permission({ actions: ['*/read', 'Microsoft.Authorization/*'] }),
  },
  {
    id: 'f58310d9-a9f6-439a-9e8d-f62e7b41a168',
    name: 'Role Based Access Control Administrator',
    permission: permission({ actions: ['*/read', GIVES_ROLES.action, 'Microsoft.Authorization/roleAssignments/delete'] }),
  },
  { id: AZURE_ROLES.owner, name: 'Owner', permission: permission({ actions: ['*'] }) },
]

const mayGive = ({ permission: rights, givesOnly }: AzureRole, roleId: string): boolean =>
  gives(rights, GIVES_ROLES) && (givesOnly === undefined || givesOnly.includes(roleId))

/** Roles with all of these rights. @param roleToGive ID of the role to assign: not every role can assign every other */
export function rolesThatGive(rights: readonly Right[], roleToGive?: string): readonly AzureRole[] {
  return ASKED_FOR.filter(
    (role) => rights.every((right) => gives(role.permission, right)) && (roleToGive === undefined || mayGive(role, roleToGive)),
  )
}

/** Roles that can assign this role, in their scope and below. */
export const rolesThatMayGive = (roleId: string): readonly AzureRole[] => ASKED_FOR.filter((role) => mayGive(role, roleId))
