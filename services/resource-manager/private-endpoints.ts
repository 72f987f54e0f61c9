import { z } from 'zod'
import type { AzureService } from '../../machines/procedure/services.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { restClient } from '../azure/client-options.ts'
import type { Connection } from '../azure/connection.ts'
import { exchangeFor, readPages } from '../azure/exchange.ts'
import { resourceManagerHost } from '../azure/hosts.ts'
import { withOptional } from '../azure/optional.ts'

const API_VERSION = '2024-05-01'

const zoneConfig = anyCase({ properties: anyCase({ privateDnsZoneId: text }).nullish() })

/** One page of the DNS zone groups of a private endpoint: the zones' names. */
export const zoneGroupPageSchema = anyCase({
  value: z.array(anyCase({ properties: anyCase({ privateDnsZoneConfigs: z.array(zoneConfig).nullish() }).nullish() })),
  nextLink: text,
}).transform(({ value, nextLink }) => ({
  entries: value
    .flatMap(({ properties }) => properties?.privateDnsZoneConfigs ?? [])
    .flatMap(({ properties }) => properties?.privateDnsZoneId?.split('/').at(-1) ?? []),
  nextLink,
}))

/** Private endpoints, read over the pipeline: their SDK would bring all of Azure's network with it. */
export function connectPrivateEndpoints(connection: Connection): Pick<AzureService, 'listPrivateDnsZones'> {
  const { cloud, clock } = connection
  const client = restClient(connection, cloud.resourceManagerAudience, resourceManagerHost(cloud))
  return {
    async listPrivateDnsZones({ subscriptionId, resourceGroup, name }, signal) {
      const path = [
        'subscriptions',
        subscriptionId,
        'resourceGroups',
        resourceGroup,
        'providers',
        'Microsoft.Network',
        'privateEndpoints',
        name,
      ]
      const first = `${cloud.resourceManager}/${path.map(encodeURIComponent).join('/')}/privateDnsZoneGroups?api-version=${API_VERSION}`
      return readPages(first, async (url) => {
        const page = await exchangeFor(zoneGroupPageSchema, () => client.send({ method: 'GET', url }), clock, signal)
        return page.ok
          ? { ok: true, value: withOptional({ entries: page.value.entries }, { next: page.value.nextLink || undefined }) }
          : page
      })
    },
  }
}
