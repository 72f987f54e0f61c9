import { MINUTE } from '#machines/engine/durations.ts'
import { type RoleAssignmentState, same, type TenantState, type VaultState, vaultId } from './state.ts'

/** Azure built-in role: actions on resources, and data actions on their contents. */
export interface RoleDefinition {
  readonly id: string
  readonly roleName: string
  readonly description: string
  readonly actions: readonly string[]
  readonly notActions: readonly string[]
  readonly dataActions: readonly string[]
  /** Assignable roles; absent: all, if its actions allow assigning. */
  readonly assigns?: readonly string[]
}

const vaultRead = [
  'Microsoft.Authorization/*/read',
  'Microsoft.Insights/alertRules/*',
  'Microsoft.Resources/deployments/*',
  'Microsoft.Resources/subscriptions/resourceGroups/read',
  'Microsoft.KeyVault/checkNameAvailability/read',
  'Microsoft.KeyVault/deletedVaults/read',
  'Microsoft.KeyVault/locations/*/read',
  'Microsoft.KeyVault/vaults/*/read',
  'Microsoft.KeyVault/operations/read',
]

const KEY_VAULT_DATA_ROLES = {
  administrator: '00482a5a-887f-4fb3-b363-3b7fe8e74483',
  cryptoOfficer: '14b46e9e-c2b7-41b4-b07b-48a6ebf60603',
  cryptoUser: '12338af0-0e69-4776-bea7-57ae8d297424',
  cryptoServiceEncryptionUser: 'e147488a-f6f5-4113-8e2d-b22465e65bf6',
  reader: '21090545-7ca7-4776-b22c-e363652d74d2',
} as const

const role = (
  id: string,
  roleName: string,
  description: string,
  rights: Partial<Omit<RoleDefinition, 'id' | 'roleName' | 'description'>>,
): RoleDefinition => ({
  id,
  roleName,
  description,
  actions: [],
  notActions: [],
  dataActions: [],
  ...rights,
})

/** Source: Azure built-in roles, IDs from public code; reduced to what a key vault and an enterprise policy need. */
export const ROLES: readonly RoleDefinition[] = [
  role('8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'Owner', 'Manages everything, access included.', { actions: ['*'] }),
  role('b24988ac-6180-42a0-ab88-20f7382dd24c', 'Contributor', 'Manages everything, but gives nobody access.', {
    actions: ['*'],
    notActions: ['Microsoft.Authorization/*/Delete', 'Microsoft.Authorization/*/Write', 'Microsoft.Authorization/elevateAccess/Action'],
  }),
  role('acdd72a7-3385-48ef-bd42-f606fba81ae7', 'Reader', 'Views everything, changes nothing.', { actions: ['*/read'] }),
  role('18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', 'User Access Administrator', 'Manages access to resources.', {
    actions: ['*/read', 'Microsoft.Authorization/*', 'Microsoft.Support/*'],
  }),
  role('f58310d9-a9f6-439a-9e8d-f62e7b41a168', 'Role Based Access Control Administrator', 'Manages access by assigning roles.', {
    actions: [
      'Microsoft.Authorization/roleAssignments/write',
      'Microsoft.Authorization/roleAssignments/delete',
      '*/read',
      'Microsoft.Support/*',
    ],
  }),
  role('f25e0fa2-a7c8-4377-a976-54943a77a395', 'Key Vault Contributor', 'Manages vaults, but not what is in them.', {
    actions: [
      'Microsoft.Authorization/*/read',
      'Microsoft.KeyVault/*',
      'Microsoft.Resources/deployments/*',
      'Microsoft.Resources/subscriptions/resourceGroups/read',
    ],
    notActions: [
      'Microsoft.KeyVault/locations/deletedVaults/purge/action',
      'Microsoft.KeyVault/hsmPools/*',
      'Microsoft.KeyVault/managedHsms/*',
    ],
  }),
  role('8b54135c-b56d-4d72-a534-26097cfdc8d8', 'Key Vault Data Access Administrator', 'Assigns the data roles of Key Vault, no others.', {
    actions: [
      'Microsoft.Authorization/roleAssignments/write',
      'Microsoft.Authorization/roleAssignments/delete',
      'Microsoft.Authorization/*/read',
      'Microsoft.Resources/subscriptions/read',
      'Microsoft.Resources/subscriptions/resourceGroups/read',
      'Microsoft.KeyVault/vaults/*/read',
    ],
    assigns: Object.values(KEY_VAULT_DATA_ROLES),
  }),
  role(
    KEY_VAULT_DATA_ROLES.administrator,
    'Key Vault Administrator',
    'Does everything inside a vault, but does not manage the vault itself.',
    { actions: vaultRead, dataActions: ['Microsoft.KeyVault/vaults/*'] },
  ),
  role(
    KEY_VAULT_DATA_ROLES.cryptoOfficer,
    'Key Vault Crypto Officer',
    'Does everything with the keys of a vault, but gives nobody access.',
    {
      actions: vaultRead,
      dataActions: ['Microsoft.KeyVault/vaults/keys/*', 'Microsoft.KeyVault/vaults/keyrotationpolicies/*'],
    },
  ),
  role(KEY_VAULT_DATA_ROLES.cryptoUser, 'Key Vault Crypto User', 'Uses the keys of a vault.', {
    dataActions: [
      'Microsoft.KeyVault/vaults/keys/read',
      'Microsoft.KeyVault/vaults/keys/update/action',
      'Microsoft.KeyVault/vaults/keys/backup/action',
      'Microsoft.KeyVault/vaults/keys/encrypt/action',
      'Microsoft.KeyVault/vaults/keys/decrypt/action',
      'Microsoft.KeyVault/vaults/keys/wrap/action',
      'Microsoft.KeyVault/vaults/keys/unwrap/action',
      'Microsoft.KeyVault/vaults/keys/sign/action',
      'Microsoft.KeyVault/vaults/keys/verify/action',
    ],
  }),
  role(
    KEY_VAULT_DATA_ROLES.cryptoServiceEncryptionUser,
    'Key Vault Crypto Service Encryption User',
    'Reads the metadata of keys, wraps and unwraps with them.',
    {
      actions: [
        'Microsoft.EventGrid/eventSubscriptions/write',
        'Microsoft.EventGrid/eventSubscriptions/read',
        'Microsoft.EventGrid/eventSubscriptions/delete',
      ],
      dataActions: [
        'Microsoft.KeyVault/vaults/keys/read',
        'Microsoft.KeyVault/vaults/keys/wrap/action',
        'Microsoft.KeyVault/vaults/keys/unwrap/action',
      ],
    },
  ),
  role(KEY_VAULT_DATA_ROLES.reader, 'Key Vault Reader', 'Reads metadata of a vault and of what is in it.', {
    actions: vaultRead,
    dataActions: ['Microsoft.KeyVault/vaults/*/read', 'Microsoft.KeyVault/vaults/secrets/readMetadata/action'],
  }),
]

/** Delay of role assignments at a vault: a minute here, up to five by the documentation. */
export const VAULT_PROPAGATION = MINUTE

export function matches(pattern: string, action: string): boolean {
  const parts = pattern
    .toLowerCase()
    .split('*')
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`).test(action.toLowerCase())
}

export function reaches(scope: string, target: string): boolean {
  const outer = scope.toLowerCase().replace(/\/+$/, '')
  const inner = target.toLowerCase().replace(/\/+$/, '')
  return inner === outer || inner.startsWith(`${outer}/`)
}

export const roleById = (id: string): RoleDefinition | undefined => ROLES.find((entry) => same(entry.id, id))

export function principalTypeOf({ people, groups }: TenantState, principalId: string): 'User' | 'Group' | 'ServicePrincipal' {
  const has = (objects: readonly { readonly objectId: string }[]) => objects.some(({ objectId }) => same(objectId, principalId))
  if (has(people)) return 'User'
  return has(groups) ? 'Group' : 'ServicePrincipal'
}

/** A principal with its groups. A partner's account has none, because the directory has no object for it. */
export const withItsGroups = ({ groups }: TenantState, principalId: string): readonly string[] => [
  principalId,
  ...groups.filter(({ members }) => members.some((member) => same(member, principalId))).map(({ objectId }) => objectId),
]

/** Assignments of a principal, its groups, or its partner group. */
function assignmentsOf(state: TenantState, principalId: string): RoleAssignmentState[] {
  const partnerGroup = state.people.find(({ objectId }) => same(objectId, principalId))?.partnerGroup
  const principals = [...withItsGroups(state, principalId), ...(partnerGroup === undefined ? [] : [partnerGroup])]
  return state.roleAssignments.filter((assignment) => principals.some((each) => same(assignment.principalId, each)))
}

/** Includes inherited roles. */
export function rolesAt(state: TenantState, principalId: string, scope: string): RoleDefinition[] {
  return assignmentsOf(state, principalId)
    .filter((assignment) => reaches(assignment.scope, scope))
    .flatMap((assignment) => roleById(assignment.roleId) ?? [])
}

/** @param action for example `Microsoft.KeyVault/vaults/write` */
export function may(state: TenantState, principalId: string, action: string, scope: string): boolean {
  return rolesAt(state, principalId, scope).some(
    ({ actions, notActions }) =>
      actions.some((pattern) => matches(pattern, action)) && !notActions.some((pattern) => matches(pattern, action)),
  )
}

/** Whether a principal has any role in or below a scope, which makes the subscription visible. */
export function hasAnyRole(state: TenantState, principalId: string, scope: string): boolean {
  return assignmentsOf(state, principalId).some((assignment) => reaches(scope, assignment.scope) || reaches(assignment.scope, scope))
}

/** Whether a principal may assign or remove a role at a scope. */
export function mayAssign(state: TenantState, principalId: string, roleId: string, scope: string, action: 'write' | 'delete'): boolean {
  const needed = `Microsoft.Authorization/roleAssignments/${action}`
  return rolesAt(state, principalId, scope).some(
    (entry) =>
      entry.actions.some((pattern) => matches(pattern, needed)) &&
      !entry.notActions.some((pattern) => matches(pattern, needed)) &&
      (!entry.assigns || entry.assigns.some((id) => same(id, roleId))),
  )
}

const PERMISSION_OF_ACTION: Readonly<Record<string, string>> = {
  'Microsoft.KeyVault/vaults/keys/read': 'get',
  'Microsoft.KeyVault/vaults/keys/create/action': 'create',
  'Microsoft.KeyVault/vaults/keys/update/action': 'update',
  'Microsoft.KeyVault/vaults/keys/import/action': 'import',
  'Microsoft.KeyVault/vaults/keys/delete': 'delete',
  'Microsoft.KeyVault/vaults/keys/recover/action': 'recover',
  'Microsoft.KeyVault/vaults/keys/wrap/action': 'wrapkey',
  'Microsoft.KeyVault/vaults/keys/unwrap/action': 'unwrapkey',
  'Microsoft.KeyVault/vaults/keyrotationpolicies/read': 'getrotationpolicy',
  'Microsoft.KeyVault/vaults/keyrotationpolicies/write': 'setrotationpolicy',
}

/** Access-policy permission for a data action; listing keys is separate. */
export const permissionFor = (action: string, listing = false): string => (listing ? 'list' : (PERMISSION_OF_ACTION[action] ?? action))

/**
 * Whether a principal may act within a vault, by its permission model.
 * @param at time of the request: newer assignments don't count yet
 * @param resource ID of the key or vault
 */
export function mayInVault(
  state: TenantState,
  vault: VaultState,
  principalId: string,
  action: string,
  at: number,
  resource = vaultId(vault),
  listing = false,
): boolean {
  if (!vault.enableRbacAuthorization) {
    const permission = permissionFor(action, listing)
    return vault.accessPolicies
      .filter((policy) => same(policy.objectId, principalId))
      .some((policy) => (policy.permissions.keys ?? []).some((granted) => same(granted, permission) || same(granted, 'all')))
  }
  return assignmentsOf(state, principalId)
    .filter((assignment) => assignment.createdAt + VAULT_PROPAGATION <= at && reaches(assignment.scope, resource))
    .flatMap((assignment) => roleById(assignment.roleId) ?? [])
    .some(({ dataActions }) => dataActions.some((pattern) => matches(pattern, action)))
}

/** Power Platform, Dynamics 365 and Global Administrator. */
export const ADMINISTRATOR_ROLES = {
  powerPlatform: '11648597-926c-4cf3-9c36-bcebb0ba8dcc',
  dynamics365: '44367163-eba1-44c3-98af-f5787879f96a',
  global: '62e90394-69f5-4237-9190-012177145e10',
} as const

export const administersPowerPlatform = (directoryRoles: readonly string[]): boolean =>
  Object.values(ADMINISTRATOR_ROLES).some((administrator) => directoryRoles.some((held) => same(held, administrator)))
