import { json, type Route, route } from '../service.ts'
import { type PrivateEndpointState, same, type VaultState, vaultId } from '../state.ts'
import { page, RESOURCES_PAGE, requireRight, resourceNotFound, subscriptionOf } from './resource-scope.ts'

/** Microsoft.Network: private endpoints of vaults, and their DNS zones. */

const TYPE = 'Microsoft.Network/privateEndpoints'

export function connectionJson(vault: VaultState, { id, status }: PrivateEndpointState) {
  const state = { status, description: status === 'Pending' ? 'Please approve' : '', actionsRequired: 'None' }
  return {
    id: `${vaultId(vault)}/privateEndpointConnections/${id.split('/').at(-1)}`,
    properties: { privateEndpoint: { id }, privateLinkServiceConnectionState: state, provisioningState: 'Succeeded' },
  }
}

export const privateEndpointRoutes: readonly Route[] = [
  route(
    'GET',
    '/subscriptions/:subscription/resourceGroups/:group/providers/Microsoft.Network/privateEndpoints/:name/privateDnsZoneGroups',
    (call, practice) => {
      const { id: subscription } = subscriptionOf(call, practice)
      const [group, name] = [call.part('group'), call.part('name')]
      const id = `/subscriptions/${subscription}/resourceGroups/${group}/providers/${TYPE}/${name}`
      requireRight(call, practice, `${TYPE}/privateDnsZoneGroups/read`, id)
      const endpoint = practice.state.vaults.flatMap(({ privateEndpoints = [] }) => privateEndpoints).find((each) => same(each.id, id))
      if (!endpoint) throw resourceNotFound(TYPE, name, group)
      const { zones } = endpoint
      const zoneId = (zone: string) =>
        `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Network/privateDnsZones/${zone}`
      const configs = zones.map((zone) => ({
        name: zone.replaceAll('.', '-'),
        properties: { privateDnsZoneId: zoneId(zone), recordSets: [] },
      }))
      const groups =
        zones.length === 0
          ? []
          : [
              {
                name: 'default',
                id: `${id}/privateDnsZoneGroups/default`,
                properties: { provisioningState: 'Succeeded', privateDnsZoneConfigs: configs },
              },
            ]
      return json(200, page(call, groups, RESOURCES_PAGE))
    },
  ),
]
