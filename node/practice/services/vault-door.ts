import { storeOrigin } from '../addresses.ts'
import { ConnectionDropped } from '../exchange.ts'
import { localActionOf, mayLocally } from '../local-rbac.ts'
import { mayInVault, permissionFor } from '../rights.ts'
import { type AuthenticatedCall, type Call, type Practice, ServiceRefusal } from '../service.ts'
import { same, type VaultState, vaultId } from '../state.ts'

export const READ_KEYS = 'Microsoft.KeyVault/vaults/keys/read'
/** Same right as reading keys in a vault; separate in a Managed HSM. */
export const READ_DELETED = 'Microsoft.KeyVault/vaults/deletedkeys/read'

/** A missing vault, or one whose name isn't registered yet, has no address. */
export function vaultOf(call: Call, { state }: Practice): VaultState {
  const vault = state.vaults.find((entry) => storeOrigin(entry) === call.origin)
  if (vault?.provisioningState !== 'Succeeded') throw new ConnectionDropped(`getaddrinfo ENOTFOUND ${new URL(call.origin).hostname}`)
  return vault
}

const forbidden = (inner: string, message: string): ServiceRefusal =>
  new ServiceRefusal(403, 'Forbidden', message, { detail: { innererror: { code: inner } } })

/** A Managed HSM's refusal without a local role. */
export const userUnauthorized = (): ServiceRefusal =>
  new ServiceRefusal(403, 'Forbidden', 'User unauthorized: no role assignment of this Managed HSM allows the action at this scope.')

const whoIs = ({ caller }: AuthenticatedCall, { state }: Practice): string =>
  `appid=${caller.clientId};oid=${caller.objectId};iss=https://sts.windows.net/${state.tenantId}/`

/** Firewall first; a Managed HSM needs activation. Its error is undocumented. */
export function enter(call: AuthenticatedCall, practice: Practice): VaultState {
  const vault = vaultOf(call, practice)
  const who = whoIs(call, practice)
  const where = `${vault.name};location=${vault.location}`
  if (same(vault.publicNetworkAccess, 'Disabled')) {
    throw forbidden(
      'ForbiddenByConnection',
      'Public network access is disabled and request is not from a trusted service nor via an approved private link.\r\nCaller: ' +
        who +
        '\r\nVault: ' +
        where,
    )
  }
  if (same(vault.networkAcls?.defaultAction, 'Deny')) {
    throw forbidden(
      'ForbiddenByFirewall',
      `Client address is not authorized and caller is not a trusted service.\r\nClient address: 203.0.113.7\r\nCaller: ${who}\r\nVault: ${where}`,
    )
  }
  if (vault.managedHsm?.activation === 'NotActivated')
    throw new ServiceRefusal(403, 'Forbidden', `The Managed HSM '${vault.name}' isn't activated. Download its security domain first.`)
  return vault
}

export function requireAccess(call: AuthenticatedCall, practice: Practice, wanted: string, listing = false): VaultState {
  const vault = enter(call, practice)
  const { caller } = call
  const who = whoIs(call, practice)
  const where = `${vault.name};location=${vault.location}`
  const name = /^\/(?:deleted)?keys\/([^/]+)/i.exec(call.url.pathname)?.[1]
  if (vault.managedHsm) {
    const scope = name ? `/keys/${name}` : '/keys'
    if (mayLocally(practice.state, vault, caller.objectId, localActionOf(wanted), scope)) return vault
    throw userUnauthorized()
  }
  const action = wanted === READ_DELETED ? READ_KEYS : wanted
  const key = /^\/keys\/([^/]+)/i.exec(call.url.pathname)?.[1]
  const resource = key ? `${vaultId(vault)}/keys/${key}` : vaultId(vault)
  if (mayInVault(practice.state, vault, caller.objectId, action, practice.clock.now(), resource, listing)) return vault
  if (vault.enableRbacAuthorization) {
    throw forbidden(
      'ForbiddenByRbac',
      `Caller is not authorized to perform action on resource.\r\nIf role assignments, deny assignments or role definitions were changed recently, please observe propagation time.\r\nCaller: ${who}\r\nAction: '${action}'\r\nResource: '${resource.toLowerCase()}'\r\nAssignment: (not found)\r\nDenyAssignmentId: null\r\nDecisionReason: null \r\nVault: ${where}\r\n`,
    )
  }
  throw forbidden(
    'ForbiddenByPolicy',
    `The user, group or application '${who}' does not have keys ${permissionFor(action, listing)} permission on key vault '${where}'. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125287`,
  )
}
