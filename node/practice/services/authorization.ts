import * as z from 'zod'
import { isGuid } from '#machines/guid.ts'
import { mayAssign, principalTypeOf, ROLES, reaches, roleById, rolesAt, withItsGroups } from '../rights.ts'
import { type AuthenticatedCall, bodyOf, empty, json, type Practice, type Route, route, ServiceRefusal } from '../service.ts'
import { type RoleAssignmentState, same, type TenantState, timestamp } from '../state.ts'
import { authorizationFailed, page, requireExisting, requireRight, requireUnlocked } from './resource-scope.ts'

/** Small, to expose clients that ignore the next page. */
const PAGE = 2
const DEFINITIONS_PAGE = 8

const assignmentBody = z.looseObject({
  properties: z.looseObject({ roleDefinitionId: z.string(), principalId: z.string(), principalType: z.string().optional() }),
})

const lastSegment = (id: string): string => id.replace(/\/+$/, '').split('/').at(-1) ?? ''

const subscriptionPart = (scope: string): string => /^\/subscriptions\/[^/]+/i.exec(scope)?.[0] ?? ''

/** Limits on assignable roles appear only in a condition, in Azure's language. */
function permissionJson({ actions, notActions, dataActions, assigns }: (typeof ROLES)[number]) {
  const only = (right: string, source: string) =>
    `((!(ActionMatches{'${right}'})) OR (@${source}[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals{${assigns?.join(', ')}}))`
  const rights = 'Microsoft.Authorization/roleAssignments'
  return {
    actions,
    notActions,
    dataActions,
    notDataActions: [],
    ...(assigns
      ? { conditionVersion: '2.0', condition: `${only(`${rights}/write`, 'Request')} AND ${only(`${rights}/delete`, 'Resource')}` }
      : {}),
  }
}

function definitionJson(scope: string, role: (typeof ROLES)[number]) {
  return {
    id: `${subscriptionPart(scope)}/providers/Microsoft.Authorization/roleDefinitions/${role.id}`,
    type: 'Microsoft.Authorization/roleDefinitions',
    name: role.id,
    properties: {
      roleName: role.roleName,
      type: 'BuiltInRole',
      description: role.description,
      assignableScopes: ['/'],
      permissions: [permissionJson(role)],
    },
  }
}

function assignmentJson(assignment: RoleAssignmentState) {
  const at = timestamp(assignment.createdAt)
  return {
    id: `${assignment.scope}/providers/Microsoft.Authorization/roleAssignments/${assignment.name}`,
    type: 'Microsoft.Authorization/roleAssignments',
    name: assignment.name,
    properties: {
      roleDefinitionId: `${subscriptionPart(assignment.scope)}/providers/Microsoft.Authorization/roleDefinitions/${assignment.roleId}`,
      principalId: assignment.principalId,
      principalType: assignment.principalType,
      scope: assignment.scope,
      condition: null,
      conditionVersion: null,
      createdOn: at,
      updatedOn: at,
      createdBy: assignment.createdBy,
      updatedBy: assignment.createdBy,
      delegatedManagedIdentityResourceId: null,
      description: null,
    },
  }
}

/** Whether the directory knows an object. A new policy's identity appears late, a delegated account never. */
function inDirectory(state: TenantState, principalId: string, now: number): boolean {
  return (
    state.people.some(({ objectId, standing }) => standing === 'member' && same(objectId, principalId)) ||
    [...state.applications, ...state.groups].some(({ objectId }) => same(objectId, principalId)) ||
    state.policies.some(({ identity, principalKnownAt }) => same(identity.principalId, principalId) && principalKnownAt <= now)
  )
}

function principalNotFound(state: TenantState, principalId: string): ServiceRefusal {
  return new ServiceRefusal(
    400,
    'PrincipalNotFound',
    `Principal ${principalId.replaceAll('-', '')} does not exist in the directory ${state.tenantId}. Check that you have the correct principal ID. If you are creating this principal and then immediately assigning a role, this error might be related to a replication delay. In this case, set the role assignment principalType property to a value, such as ServicePrincipal, User, or Group.`,
  )
}

const refuse = (code: string, message: string): ServiceRefusal => new ServiceRefusal(400, code, message)

function wantedAssignment(call: AuthenticatedCall, practice: Practice): RoleAssignmentState {
  const { state, clock } = practice
  const scope = requireExisting(call, practice)
  const name = call.part('name')
  if (!isGuid(name))
    throw refuse('InvalidRoleAssignmentId', `The role assignment ID '${name}' is not valid. The role assignment ID must be a GUID.`)
  const { properties } = bodyOf(call, assignmentBody)
  const role = roleById(lastSegment(properties.roleDefinitionId))
  if (!role)
    throw refuse(
      'RoleDefinitionDoesNotExist',
      `The specified role definition with ID '${lastSegment(properties.roleDefinitionId)}' does not exist.`,
    )
  if (!mayAssign(state, call.caller.objectId, role.id, scope, 'write')) {
    throw authorizationFailed(
      call,
      'Microsoft.Authorization/roleAssignments/write',
      `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
    )
  }
  const principalId = properties.principalId.toLowerCase()
  if (!isGuid(principalId))
    throw refuse(
      'InvalidPrincipalId',
      `A valid principal ID must be provided for role assignment: '${properties.principalId}' is not a GUID.`,
    )
  if (!inDirectory(state, principalId, clock.now())) throw principalNotFound(state, principalId)
  const type = principalTypeOf(state, principalId)
  if (properties.principalType !== undefined && !same(properties.principalType, type)) {
    throw refuse(
      'UnmatchedPrincipalType',
      `The PrincipalId '${principalId.replaceAll('-', '')}' has type '${type}', which is different from specified PrincipalType '${properties.principalType}'.`,
    )
  }
  return { name, scope, roleId: role.id, principalId, principalType: type, createdAt: clock.now(), createdBy: call.caller.objectId }
}

function putAssignment(call: AuthenticatedCall, practice: Practice) {
  const { roleAssignments } = practice.state
  const wanted = wantedAssignment(call, practice)
  const alike = (entry: RoleAssignmentState) =>
    same(entry.scope, wanted.scope) && same(entry.roleId, wanted.roleId) && same(entry.principalId, wanted.principalId)
  const sameName = roleAssignments.find((entry) => same(entry.name, wanted.name))
  if (sameName && alike(sameName)) return json(200, assignmentJson(sameName))
  if (sameName)
    throw refuse('RoleAssignmentUpdateNotPermitted', 'Tenant ID, application ID, principal ID, and scope are not allowed to be updated.')
  const already = roleAssignments.find(alike)
  if (already)
    throw new ServiceRefusal(
      409,
      'RoleAssignmentExists',
      `The role assignment already exists. The ID of the existing role assignment is ${already.name.replaceAll('-', '')}.`,
    )
  roleAssignments.push(wanted)
  return json(201, assignmentJson(wanted))
}

/** Supported clauses of `$filter`, joined by `and`. */
function filterOf(text: string | null): { principalId?: string; withGroups: boolean; atScope: boolean } {
  if (!text) return { withGroups: false, atScope: false }
  let atScope = false
  let withGroups = false
  let principalId: string | undefined
  for (const term of text.split(/\s+and\s+/i)) {
    const principal = /^\s*(?:principalId\s+eq\s+'([^']*)'|assignedTo\('([^']*)'\))\s*$/i.exec(term)
    if (principal) {
      principalId = principal[1] ?? principal[2] ?? ''
      withGroups = principal[2] !== undefined
    } else if (/^\s*atScope\(\)\s*$/i.test(term)) atScope = true
    else
      throw new ServiceRefusal(
        400,
        'UnsupportedQuery',
        `The filter '${text}' is not supported. Supported filters are either 'atScope()' or 'principalId eq '{value}'' or 'assignedTo('{value}')'.`,
      )
  }
  return principalId === undefined ? { withGroups, atScope } : { principalId, withGroups, atScope }
}

/** At, above and below the scope; `atScope()` excludes those below. */
function listAssignments(call: AuthenticatedCall, practice: Practice) {
  const { state } = practice
  const scope = requireExisting(call, practice)
  requireRight(call, practice, 'Microsoft.Authorization/roleAssignments/read', scope)
  const { principalId, withGroups, atScope } = filterOf(call.query.get('$filter'))
  const principals = principalId === undefined ? undefined : withGroups ? withItsGroups(state, principalId) : [principalId]
  const found = state.roleAssignments.filter(
    (entry) =>
      (reaches(entry.scope, scope) || (!atScope && reaches(scope, entry.scope))) &&
      (principals === undefined || principals.some((each) => same(entry.principalId, each))),
  )
  const { value, nextLink } = page(call, found, PAGE)
  return json(200, { value: value.map(assignmentJson), ...(nextLink ? { nextLink } : {}) })
}

function assignmentOf(call: AuthenticatedCall, practice: Practice): RoleAssignmentState | undefined {
  const scope = requireExisting(call, practice)
  return practice.state.roleAssignments.find((entry) => same(entry.scope, scope) && same(entry.name, call.part('name')))
}

function readAssignment(call: AuthenticatedCall, practice: Practice) {
  requireRight(call, practice, 'Microsoft.Authorization/roleAssignments/read', call.part('scope'))
  const assignment = assignmentOf(call, practice)
  if (!assignment) throw new ServiceRefusal(404, 'RoleAssignmentNotFound', `The role assignment '${call.part('name')}' is not found.`)
  return json(200, assignmentJson(assignment))
}

function deleteAssignment(call: AuthenticatedCall, practice: Practice) {
  const { state } = practice
  const assignment = assignmentOf(call, practice)
  if (!assignment) return empty(204)
  if (!mayAssign(state, call.caller.objectId, assignment.roleId, assignment.scope, 'delete')) {
    throw authorizationFailed(
      call,
      'Microsoft.Authorization/roleAssignments/delete',
      `${assignment.scope}/providers/Microsoft.Authorization/roleAssignments/${assignment.name}`,
    )
  }
  requireUnlocked(practice, assignment.scope)
  state.roleAssignments.splice(state.roleAssignments.indexOf(assignment), 1)
  return json(200, assignmentJson(assignment))
}

function listDefinitions(call: AuthenticatedCall, practice: Practice) {
  const scope = call.part('scope')
  requireRight(call, practice, 'Microsoft.Authorization/roleDefinitions/read', scope)
  const filter = call.query.get('$filter')
  const wanted = /roleName\s+eq\s+'([^']*)'/i.exec(filter ?? '')?.[1]
  const found = ROLES.filter(({ roleName }) => wanted === undefined || same(roleName, wanted))
  return json(
    200,
    page(
      call,
      found.map((role) => definitionJson(scope, role)),
      DEFINITIONS_PAGE,
    ),
  )
}

function readDefinition(call: AuthenticatedCall, practice: Practice) {
  const scope = call.part('scope')
  requireRight(call, practice, 'Microsoft.Authorization/roleDefinitions/read', scope)
  const role = roleById(call.part('name'))
  if (!role)
    throw new ServiceRefusal(
      404,
      'RoleDefinitionDoesNotExist',
      `The specified role definition with ID '${call.part('name')}' does not exist.`,
    )
  return json(200, definitionJson(scope, role))
}

function permissions(call: AuthenticatedCall, practice: Practice) {
  const scope = requireExisting(call, practice)
  requireRight(call, practice, 'Microsoft.Authorization/permissions/read', scope)
  return json(200, page(call, rolesAt(practice.state, call.caller.objectId, scope).map(permissionJson), PAGE))
}

const PROVIDER = '/*scope/providers/Microsoft.Authorization'

export const authorizationRoutes: readonly Route[] = [
  route('GET', `${PROVIDER}/roleAssignments`, listAssignments),
  route('GET', `${PROVIDER}/roleAssignments/:name`, readAssignment),
  route('PUT', `${PROVIDER}/roleAssignments/:name`, putAssignment),
  route('DELETE', `${PROVIDER}/roleAssignments/:name`, deleteAssignment),
  route('GET', `${PROVIDER}/roleDefinitions`, listDefinitions),
  route('GET', `${PROVIDER}/roleDefinitions/:name`, readDefinition),
  route('GET', `${PROVIDER}/permissions`, permissions),
]
