import { reaches } from '../rights.ts'
import { type AuthenticatedCall, json, type Practice, type Route, route, ServiceRefusal } from '../service.ts'
import { same } from '../state.ts'
import { page, requireExisting, requireRight } from './resource-scope.ts'

/** Privileged Identity Management for Azure roles: eligible assignments, read-only. */

const TYPE = 'Microsoft.Authorization/roleEligibilityScheduleInstances'
/** Small, to expose clients that ignore the next page. */
const PAGE = 1

function list(call: AuthenticatedCall, practice: Practice) {
  const { state } = practice
  const scope = requireExisting(call, practice)
  requireRight(call, practice, `${TYPE}/read`, scope)
  const filter = call.query.get('$filter')
  if (filter && !/^\s*atScope\(\)\s*$/i.test(filter))
    throw new ServiceRefusal(400, 'UnsupportedQuery', `The filter '${filter}' is not supported. Supported filters are 'atScope()'.`)
  const found = state.eligibleRoles.filter((each) => reaches(each.scope, scope) || (!filter && reaches(scope, each.scope)))
  const value = found.map((each, index) => ({
    id: `${each.scope}/providers/${TYPE}/eligible-${index}`,
    name: `eligible-${index}`,
    type: TYPE,
    properties: {
      scope: each.scope,
      roleDefinitionId: `/subscriptions/${state.subscriptions[0]?.id}/providers/Microsoft.Authorization/roleDefinitions/${each.roleId}`,
      principalId: each.principalId,
      principalType: 'User',
      status: 'Provisioned',
      memberType: same(each.scope, scope) ? 'Direct' : 'Inherited',
      expandedProperties: {
        principal: {
          id: each.principalId,
          type: 'User',
          displayName: state.people.find(({ objectId }) => same(objectId, each.principalId))?.displayName,
        },
      },
    },
  }))
  return json(200, page(call, value, PAGE))
}

export const eligibleRoleRoutes: readonly Route[] = [
  route('GET', '/*scope/providers/Microsoft.Authorization/roleEligibilityScheduleInstances', list),
]
