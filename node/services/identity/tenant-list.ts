import { z } from 'zod'
import { defined } from '#machines/defined.ts'
import type { Answer } from '#machines/engine/answer.ts'
import { sameId } from '#machines/engine/ids.ts'
import { isGuid } from '#machines/guid.ts'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import type { ReachableTenant } from '#machines/sign-in/sign-in.ts'
import { offeredTenants } from '#machines/sign-in/tenants.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { restClient } from '../azure/client-options.ts'
import type { Connection } from '../azure/connection.ts'
import { resourceManagerHost } from '../azure/hosts.ts'
import { readList } from '../azure/rest-list.ts'
import { nameText } from '../azure/service-text.ts'

const entry = anyCase({ tenantId: text, displayName: text, defaultDomain: text })
const page = anyCase({ value: z.array(entry), nextLink: text })

/** From Azure Resource Manager's list; entries without an ID are useless. */
export async function readTenants(connection: Connection, signal: AbortSignal): Promise<Answer<readonly ReachableTenant[]>> {
  const { cloud, clock } = connection
  const client = restClient(connection, cloud.resourceManagerAudience, resourceManagerHost(cloud))
  const answer = await readList(page, client, `${cloud.resourceManager}/tenants?api-version=${API_VERSIONS.subscriptions}`, clock, signal)
  if (!answer.ok) return answer
  const tenants = answer.value.flatMap(({ tenantId, displayName, defaultDomain }) =>
    tenantId && isGuid(tenantId) ? [{ id: tenantId, ...defined({ name: seen(displayName), domain: seen(defaultDomain) }) }] : [],
  )
  return { ...answer, value: offeredTenants(tenants) }
}

const seen = (name: string | null | undefined): string | undefined => nameText(name ?? '') || undefined

/** The directory's display name. @returns undefined if unreadable: the name is optional */
export async function readTenantName(connection: Connection, tenantId: string, signal: AbortSignal): Promise<string | undefined> {
  const answer = await readTenants(connection, signal)
  const found = answer.ok ? answer.value.find(({ id }) => sameId(id, tenantId)) : undefined
  return found && (found.name ?? found.domain)
}
