import { z } from 'zod'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import type { AzureService } from '#machines/procedure/services/services.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { inGroup, pageOf, type ResourceManager } from '../azure/resource-manager.ts'

const zoneConfig = anyCase({ properties: anyCase({ privateDnsZoneId: text }).nullish() })

export const zoneGroupPageSchema = pageOf(
  anyCase({ properties: anyCase({ privateDnsZoneConfigs: z.array(zoneConfig).nullish() }).nullish() }).transform(({ properties }) =>
    (properties?.privateDnsZoneConfigs ?? []).flatMap((config) => config.properties?.privateDnsZoneId?.split('/').at(-1) ?? []),
  ),
)

export const privateEndpointsIn = (manager: ResourceManager) =>
  ({
    async listPrivateDnsZones({ subscriptionId, resourceGroup, name }, signal) {
      const path = inGroup(subscriptionId, resourceGroup, 'Microsoft.Network/privateEndpoints', name, 'privateDnsZoneGroups')
      const groups = await manager.list(zoneGroupPageSchema, { path, version: API_VERSIONS.privateEndpoints }, signal)
      return groups.ok ? { ok: true, value: groups.value.flat() } : groups
    },
  }) satisfies Partial<AzureService>
