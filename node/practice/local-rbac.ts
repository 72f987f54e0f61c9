import { LOCAL_ROLE_NAMES, LOCAL_ROLES } from '#machines/procedure/rights/local-roles.ts'
import { matches, withItsGroups } from './rights.ts'
import { same, type TenantState, type VaultState } from './state.ts'

export interface LocalRole {
  readonly id: string
  readonly roleName: string
  readonly dataActions: readonly string[]
}

const HSM = 'Microsoft.KeyVault/managedHsm'
const local = (...actions: readonly string[]): readonly string[] => actions.map((action) => `${HSM}/${action}`)

const MANAGES_ROLES = local(
  ...['read', 'write', 'delete'].flatMap((verb) => [`roleAssignments/${verb}/action`, `roleDefinitions/${verb}/action`]),
)
const READS_ROLES = local('roleAssignments/read/action', 'roleDefinitions/read/action')

const role = (id: string, dataActions: readonly string[]): LocalRole => ({ id, roleName: LOCAL_ROLE_NAMES[id] ?? id, dataActions })

/** Source: a Managed HSM's answers in the test recordings of @azure/keyvault-admin, and Microsoft's table of permitted operations. */
export const LOCAL_ROLE_DEFINITIONS: readonly LocalRole[] = [
  role(LOCAL_ROLES.administrator, [
    ...MANAGES_ROLES,
    ...local('securitydomain/download/action', 'securitydomain/upload/action', 'backup/start/action', 'restore/start/action'),
  ]),
  role(LOCAL_ROLES['policy-administrator'], MANAGES_ROLES),
  role(LOCAL_ROLES['crypto-officer'], [
    ...MANAGES_ROLES,
    ...local('keys/deletedKeys/read/action', 'keys/deletedKeys/delete', 'keys/deletedKeys/recover/action'),
  ]),
  role(LOCAL_ROLES['crypto-user'], [
    ...READS_ROLES,
    ...local(
      ...['keys/read/action', 'keys/write/action', 'keys/delete', 'keys/create', 'keys/rotate/action', 'keys/import/action'],
      ...['encrypt', 'decrypt', 'wrap', 'unwrap', 'sign', 'verify'].map((what) => `keys/${what}/action`),
    ),
  ]),
  role(LOCAL_ROLES['crypto-service-encryption-user'], local('keys/read/action', 'keys/wrap/action', 'keys/unwrap/action')),
]

/** Scopes are `/`, `/keys` and `/keys/<name>`; inherited below. */
export const reachesLocally = (scope: string, target: string): boolean =>
  `${target.toLowerCase().replace(/\/+$/, '')}/`.startsWith(`${scope.toLowerCase().replace(/\/+$/, '')}/`)

/** Local roles only: Azure's roles don't count in a Managed HSM. */
export function mayLocally(state: TenantState, hsm: VaultState, principalId: string, action: string, scope: string): boolean {
  const principals = withItsGroups(state, principalId)
  return state.localRoles
    .filter(
      (assignment) =>
        same(assignment.hsm, hsm.name) &&
        principals.some((each) => same(assignment.principalId, each)) &&
        reachesLocally(assignment.scope, scope),
    )
    .flatMap(({ roleId }) => LOCAL_ROLE_DEFINITIONS.find(({ id }) => same(id, roleId)) ?? [])
    .some(({ dataActions }) => dataActions.some((pattern) => matches(pattern, action)))
}

/** A Managed HSM's names of key actions. Rotation policies have no separate right. */
const LOCAL_ACTIONS: Readonly<Record<string, string>> = {
  'keys/read': 'keys/read/action',
  'keys/create/action': 'keys/create',
  'keys/update/action': 'keys/write/action',
  'keys/delete': 'keys/delete',
  'keys/recover/action': 'keys/deletedKeys/recover/action',
  'keys/wrap/action': 'keys/wrap/action',
  'keys/unwrap/action': 'keys/unwrap/action',
  'deletedkeys/read': 'keys/deletedKeys/read/action',
  'keyrotationpolicies/read': 'keys/read/action',
  'keyrotationpolicies/write': 'keys/write/action',
}

/** @param action of a vault, for example `Microsoft.KeyVault/vaults/keys/read` */
export function localActionOf(action: string): string {
  const known = LOCAL_ACTIONS[action.replace('Microsoft.KeyVault/vaults/', '')]
  if (!known) throw new Error(`A Managed HSM has no action for ${action}.`)
  return `${HSM}/${known}`
}
