import { hasAnyRole, may, reaches } from '../rights.ts'
import { type AuthenticatedCall, json, type Practice, type Route, route, ServiceRefusal } from '../service.ts'
import { groupId, same } from '../state.ts'
import { actionGroups } from './alerts.ts'
import { workspaces } from './audit-logs.ts'
import { policies } from './enterprise-policies.ts'
import { vaults } from './key-vaults.ts'
import { managedHsms } from './managed-hsms.ts'
import { groupOf, page, requireRight, subscriptionOf } from './resource-scope.ts'

const TYPES = [vaults, managedHsms, policies, actionGroups, workspaces]

type ListedResource = ReturnType<(typeof TYPES)[number]['listed']>[number]

/** Supported clauses of `$filter`, joined by `and`. */
function filterOf(text: string | null): (resource: ListedResource) => boolean {
  if (!text) return () => true
  const terms = text.split(/\s+and\s+/i).map((term) => {
    const found = /^\s*(resourceType|name)\s+eq\s+'([^']*)'\s*$/i.exec(term)
    if (!found) throw new ServiceRefusal(400, 'InvalidFilterInQueryString', `Invalid $filter '${text}' specified in the query string.`)
    return { byType: same(found[1], 'resourceType'), value: found[2] ?? '' }
  })
  return ({ type, name }) => terms.every(({ byType, value }) => same(byType ? type : name, value))
}

function list(call: AuthenticatedCall, practice: Practice, within: string) {
  const { state } = practice
  if (!hasAnyRole(state, call.caller.objectId, within))
    requireRight(call, practice, 'Microsoft.Resources/subscriptions/resources/read', within)
  const wanted = filterOf(call.query.get('$filter'))
  const found = TYPES.flatMap(({ listed }) => listed(state)).filter(
    (resource) =>
      reaches(within, resource.id) && wanted(resource) && may(state, call.caller.objectId, `${resource.type}/read`, resource.id),
  )
  return json(200, page(call, found, 100))
}

const IN_SUBSCRIPTION = '/subscriptions/:subscription'

export const resourceListRoutes: readonly Route[] = [
  route('GET', `${IN_SUBSCRIPTION}/resources`, (call, practice) =>
    list(call, practice, `/subscriptions/${subscriptionOf(call, practice).id}`),
  ),
  route('GET', `${IN_SUBSCRIPTION}/resourceGroups/:group/resources`, (call, practice) =>
    list(call, practice, groupId(groupOf(call, practice))),
  ),
]
