import type { Practice } from '../service.ts'
import { type EligibleRoleState, same } from '../state.ts'
import { onScopes } from './resource.ts'

/** Privileged Identity Management for Azure roles: eligible assignments, read-only. */

const TYPE = 'Microsoft.Authorization/roleEligibilityScheduleInstances'

const nameOf = ({ principalId, roleId }: EligibleRoleState): string => `eligible-${principalId}-${roleId}`
const idOf = (eligible: EligibleRoleState): string => `${eligible.scope}/providers/${TYPE}/${nameOf(eligible)}`

function eligibleJson(eligible: EligibleRoleState, { state }: Practice, scope: string) {
  const { principalId, roleId } = eligible
  const displayName = state.people.find(({ objectId }) => same(objectId, principalId))?.displayName
  return {
    id: idOf(eligible),
    name: nameOf(eligible),
    type: TYPE,
    properties: {
      scope: eligible.scope,
      roleDefinitionId: `/subscriptions/${state.subscriptions[0]?.id}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`,
      principalId,
      principalType: 'User',
      status: 'Provisioned',
      memberType: same(eligible.scope, scope) ? 'Direct' : 'Inherited',
      expandedProperties: { principal: { id: principalId, type: 'User', displayName } },
    },
  }
}

export const eligibleRoleRoutes = onScopes<EligibleRoleState>(
  { type: TYPE, list: ({ eligibleRoles }) => eligibleRoles, id: idOf, shown: eligibleJson },
  ({ scope }) => scope,
)
