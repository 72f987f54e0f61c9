import * as z from 'zod'
import { isGuid } from '#machines/guid.ts'
import { LOCAL_ROLE_DEFINITIONS, type LocalRole, mayLocally, reachesLocally } from '../local-rbac.ts'
import { type AuthenticatedCall, bodyOf, json, type Practice, type Route, route, ServiceRefusal } from '../service.ts'
import { type LocalRoleState, same, type VaultState } from '../state.ts'
import { page, RESOURCES_PAGE } from './resource-scope.ts'
import { enter, userUnauthorized } from './vault-door.ts'

/** A Managed HSM's local roles. Source: the specification of local RBAC 7.4, and recordings of @azure/keyvault-admin. */

const PROVIDER = '/*scope/providers/Microsoft.Authorization'
const DEFINITION = 'Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions'

const assignmentBody = z.looseObject({ properties: z.looseObject({ roleDefinitionId: z.string(), principalId: z.string() }) })

const lastSegment = (id: string): string => id.split('/').at(-1) ?? ''

function hsmOf(call: AuthenticatedCall, practice: Practice, right: string, scope: string): VaultState {
  const hsm = enter(call, practice)
  if (!hsm.managedHsm) throw new ServiceRefusal(404, 'NotFound', `No resource is found under the path '${call.url.pathname}'.`)
  if (!mayLocally(practice.state, hsm, call.caller.objectId, `Microsoft.KeyVault/managedHsm/${right}/action`, scope))
    throw userUnauthorized()
  return hsm
}

const scopeOf = (call: AuthenticatedCall): string => call.part('scope') || '/'

const definitionJson = ({ id, roleName, dataActions }: LocalRole) => ({
  id: `${DEFINITION}/${id}`,
  name: id,
  type: 'Microsoft.Authorization/roleDefinitions',
  properties: {
    roleName,
    type: 'AKVBuiltInRole',
    description: '',
    assignableScopes: ['/'],
    permissions: [{ actions: [], notActions: [], dataActions, notDataActions: [] }],
  },
})

const assignmentJson = ({ name, scope, roleId, principalId }: LocalRoleState) => ({
  id: `${scope === '/' ? '' : scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
  name,
  type: 'Microsoft.Authorization/roleAssignments',
  properties: { principalId, roleDefinitionId: `${DEFINITION}/${roleId}`, scope },
})

function list(call: AuthenticatedCall, practice: Practice) {
  const scope = scopeOf(call)
  const hsm = hsmOf(call, practice, 'roleAssignments/read', '/')
  const found = practice.state.localRoles.filter(
    (entry) => same(entry.hsm, hsm.name) && (reachesLocally(entry.scope, scope) || reachesLocally(scope, entry.scope)),
  )
  return json(200, page(call, found.map(assignmentJson), RESOURCES_PAGE))
}

/** Scopes: everything, all keys, or one. */
function put(call: AuthenticatedCall, practice: Practice) {
  const { state } = practice
  const scope = scopeOf(call)
  const hsm = hsmOf(call, practice, 'roleAssignments/write', scope)
  const refuse = (code: string, message: string) => new ServiceRefusal(400, code, message)
  if (!/^\/(keys(\/[0-9a-z-]+)?)?$/i.test(scope)) throw refuse('BadParameter', `The scope '${scope}' isn't supported.`)
  const name = call.part('name')
  const { roleDefinitionId, principalId } = bodyOf(call, assignmentBody, 'BadParameter').properties
  if (!isGuid(name) || !isGuid(principalId)) throw refuse('BadParameter', 'The name and the principal ID of a role assignment are GUIDs.')
  const role = LOCAL_ROLE_DEFINITIONS.find(({ id }) => same(id, lastSegment(roleDefinitionId)))
  if (!role) throw new ServiceRefusal(404, 'RoleDefinitionNotFound', 'Requested role definition not found.')
  const wanted: LocalRoleState = { hsm: hsm.name, name, scope, roleId: role.id, principalId: principalId.toLowerCase() }
  const alike = state.localRoles.find(
    (entry) =>
      same(entry.hsm, hsm.name) && same(entry.scope, scope) && same(entry.roleId, role.id) && same(entry.principalId, wanted.principalId),
  )
  if (alike && !same(alike.name, name)) throw new ServiceRefusal(409, 'RoleAssignmentExists', 'The role assignment already exists.')
  if (!alike) state.localRoles.push(wanted)
  return json(201, assignmentJson(alike ?? wanted))
}

function named(call: AuthenticatedCall, { state }: Practice, hsm: VaultState): LocalRoleState {
  const found = state.localRoles.find((entry) => same(entry.hsm, hsm.name) && same(entry.name, call.part('name')))
  if (!found) throw new ServiceRefusal(404, 'RoleAssignmentNotFound', 'Requested role assignment not found.')
  return found
}

export const localRoleRoutes: readonly Route[] = [
  route('GET', `${PROVIDER}/roleDefinitions`, (call, practice) => {
    hsmOf(call, practice, 'roleDefinitions/read', '/')
    return json(200, page(call, LOCAL_ROLE_DEFINITIONS.map(definitionJson), 4))
  }),
  route('GET', `${PROVIDER}/roleAssignments`, list),
  route('PUT', `${PROVIDER}/roleAssignments/:name`, put),
  route('GET', `${PROVIDER}/roleAssignments/:name`, (call, practice) =>
    json(200, assignmentJson(named(call, practice, hsmOf(call, practice, 'roleAssignments/read', '/')))),
  ),
  route('DELETE', `${PROVIDER}/roleAssignments/:name`, (call, practice) => {
    const { localRoles } = practice.state
    const found = named(call, practice, hsmOf(call, practice, 'roleAssignments/delete', scopeOf(call)))
    localRoles.splice(localRoles.indexOf(found), 1)
    return json(200, assignmentJson(found))
  }),
]
