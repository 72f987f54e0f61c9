import { z } from 'zod'
import { anyCase, text } from '../azure/any-case.ts'
import { restClient } from '../azure/client-options.ts'
import type { Connection } from '../azure/connection.ts'
import { exchangeFor } from '../azure/exchange.ts'
import { resourceManagerHost } from '../azure/hosts.ts'

const tenants = anyCase({ value: z.array(anyCase({ tenantId: text, displayName: text, defaultDomain: text })) })

/**
 * The directory's name as its people know it, from Azure Resource Manager's list of the account's tenants.
 * @returns nothing when it may not be read: the name is optional, and the sign-in works without it
 */
export async function readTenantName(connection: Connection, tenantId: string, signal: AbortSignal): Promise<string | undefined> {
  const { cloud, clock } = connection
  const client = restClient(connection, cloud.resourceManagerAudience, resourceManagerHost(cloud))
  const url = `${cloud.resourceManager}/tenants?api-version=2022-12-01`
  const answer = await exchangeFor(tenants, () => client.send({ method: 'GET', url }), clock, signal)
  const found = answer.ok ? answer.value.value.find((tenant) => tenant.tenantId?.toLowerCase() === tenantId.toLowerCase()) : undefined
  return found?.displayName || found?.defaultDomain || undefined
}
