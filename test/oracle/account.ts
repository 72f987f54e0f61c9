import { LOCAL_RIGHTS } from '#machines/procedure/rights/local-roles.ts'
import { localActionOf, mayLocally } from '#node/practice/local-rbac.ts'
import { administersPowerPlatform, matches, may, permissionFor, rolesAt } from '#node/practice/rights.ts'
import { same, type TenantState, type VaultState, vaultId } from '#node/practice/state.ts'

/** The signed-in account and its rights in the tenant at a moment, by its role assignments, not by a service's list. */
export interface TrueAccount {
  /** It may put the environment on another key. */
  readonly administers: boolean
  /** This tenant is its home. */
  readonly isAtHome: boolean
  /** @param id of a resource, or of one that is to be created */
  may(action: string, id: string): boolean
  /** Inside a key vault or Managed HSM, by what counts there. */
  mayInside(actions: readonly string[], vault: VaultPlace): boolean
  /** May give access to what is inside. */
  mayGiveAccess(vault: VaultPlace): boolean
  /** May take the key from the environments on it. */
  mayTakeKey(vault: VaultPlace): boolean
}

/** By its name, and where it is or will be. */
export interface VaultPlace {
  readonly name: string
  readonly id: string
}

const ROLES_WRITE = 'Microsoft.Authorization/roleAssignments/write'

/** Nothing of the state is kept that changes in place: a truth is of its moment. */
const kept = (state: TenantState): TenantState => ({
  ...state,
  roleAssignments: [...state.roleAssignments],
  localRoles: [...state.localRoles],
  vaults: state.vaults.map((vault) => ({ ...vault })),
})

const isShut = ({ publicNetworkAccess, networkAcls }: VaultState): boolean =>
  same(publicNetworkAccess, 'Disabled') || same(networkAcls?.defaultAction, 'Deny')

/** @param name as the window names the account */
export function accountIn(now: TenantState, name: string, environmentId: string | undefined): TrueAccount | undefined {
  const person = now.people.find(({ userName }) => same(userName, name))
  const app = now.applications.find(({ clientId, displayName }) => same(clientId, name) || same(displayName, name))
  const who = person ?? app
  if (!who) return undefined
  const state = kept(now)
  const { objectId, directoryRoles } = who
  const named = now.environments.find(({ payload }) => same(payload.name, environmentId))?.payload.properties.permissions
  const given = named === undefined || named === null ? true : Object.keys(named).some((each) => same(each, 'ManageProtectionKeys'))
  const can = (action: string, id: string) => may(state, objectId, action, id)
  const vaultOf = ({ name: vault }: VaultPlace) => state.vaults.find((each) => same(each.name, vault))
  const inHsm = (hsm: VaultState, action: string) => mayLocally(state, hsm, objectId, action, '/keys')
  /** By roles, which a vault that is to be created inherits. */
  const byRole = (action: string, id: string) =>
    rolesAt(state, objectId, id).some(({ dataActions }) => dataActions.some((pattern) => matches(pattern, action)))
  const byPolicy = ({ accessPolicies }: VaultState, permission: string) =>
    accessPolicies
      .filter((each) => same(each.objectId, objectId))
      .some(({ permissions: { keys = [] } }) => keys.some((each) => same(each, permission) || same(each, 'all')))
  const inside = (action: string, place: VaultPlace): boolean => {
    const vault = vaultOf(place)
    if (vault?.managedHsm) return inHsm(vault, localActionOf(action))
    return vault?.enableRbacAuthorization === false
      ? byPolicy(vault, permissionFor(action))
      : byRole(action, vault ? vaultId(vault) : place.id)
  }
  return {
    administers: given && administersPowerPlatform(directoryRoles) && (app === undefined || app.managesPowerPlatform),
    isAtHome: person === undefined || person.standing === 'member',
    may: can,
    mayInside(actions, place) {
      const vault = vaultOf(place)
      // Beside the network of the vault, keys are made through Azure.
      if (vault && isShut(vault) && actions.every((action) => can(action.replace(/create\/action$/, 'write'), vaultId(vault)))) return true
      return actions.every((action) => inside(action, place))
    },
    mayGiveAccess(place) {
      const vault = vaultOf(place)
      if (vault?.managedHsm) return inHsm(vault, LOCAL_RIGHTS.giveRoles)
      const id = vault ? vaultId(vault) : place.id
      return can(vault?.enableRbacAuthorization === false ? 'Microsoft.KeyVault/vaults/accessPolicies/write' : ROLES_WRITE, id)
    },
    mayTakeKey(place) {
      const vault = vaultOf(place)
      const type = vault?.managedHsm ? 'managedHSMs' : 'vaults'
      const id = vault ? vaultId(vault) : place.id
      return (
        [`Microsoft.KeyVault/${type}/delete`, ...(vault?.managedHsm ? [] : ['Microsoft.KeyVault/vaults/write', ROLES_WRITE])].some(
          (action) => can(action, id),
        ) ||
        (vault?.managedHsm
          ? [LOCAL_RIGHTS.changeKeys, LOCAL_RIGHTS.deleteKeys, LOCAL_RIGHTS.giveRoles].some((action) => inHsm(vault, action))
          : ['update/action', 'delete'].some((action) => inside(`Microsoft.KeyVault/vaults/keys/${action}`, place)))
      )
    },
  }
}
