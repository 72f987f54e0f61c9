import { z } from 'zod'
import type { Answer } from '../../machines/engine/answer.ts'
import { locationWord } from '../../machines/procedure/geography.ts'
import type { AzureService, ResourceGroup } from '../../machines/procedure/services.ts'
import { tagsObject } from '../../machines/procedure/tags.ts'
import { requestMessages } from '../answer-messages.ts'
import { anyCase, text } from '../azure/any-case.ts'
import type { Connection } from '../azure/connection.ts'
import { exchangeFor } from '../azure/exchange.ts'
import { withOptional } from '../azure/optional.ts'
import { resourceManagement } from './resource-management.ts'

const POLICY_TYPE = 'enterprisepolicies'
/** The code with which Azure refuses what is created in such a group. */
const BEING_DELETED = 'ResourceGroupBeingDeleted'

/** Reads a resource provider, as far as enterprise policies go. */
export const providerSchema = anyCase({
  namespace: text,
  registrationState: z.string().min(1),
  resourceTypes: z.array(anyCase({ resourceType: text, locations: z.array(z.string()).nullish() })).nullish(),
}).transform(({ namespace, registrationState, resourceTypes }) => ({
  namespace: namespace ?? '',
  registrationState,
  policyLocations: (resourceTypes ?? [])
    .filter(({ resourceType }) => resourceType?.toLowerCase() === POLICY_TYPE)
    .flatMap(({ locations }) => locations ?? [])
    .map(locationWord),
}))

/** Reads a resource group. One that is being deleted is still listed, with all that is in it. */
export const resourceGroupSchema = anyCase({
  name: z.string().min(1),
  location: text,
  properties: anyCase({ provisioningState: text }).nullish(),
}).transform(({ name, location, properties }) =>
  withOptional(
    { name, location: location ?? '' },
    { isBeingDeleted: properties?.provisioningState?.toLowerCase() === 'deleting' ? (true as const) : undefined },
  ),
)

type ResourceService = Pick<AzureService, 'readProvider' | 'registerProvider' | 'readResourceGroup' | 'createResourceGroup'>

/** The resource provider and resource groups. The SDK is loaded with the first call. */
export function connectResources(connection: Connection): ResourceService {
  const { clock } = connection
  const clientFor = resourceManagement(connection)

  /** Nothing can be created in a group that is being deleted: it counts as one that isn't there. */
  async function readResourceGroup(subscriptionId: string, name: string, signal?: AbortSignal): Promise<Answer<ResourceGroup>> {
    const client = await clientFor(subscriptionId)
    const read = await exchangeFor(resourceGroupSchema, () => client.resourceGroups.get(name), clock, signal)
    if (!read.ok || !read.value.isBeingDeleted) return read
    const asked = { request: `GET /subscriptions/${subscriptionId}/resourcegroups/${name}`, code: BEING_DELETED }
    return { ok: false, refusal: { ...asked, reason: 'not-found', message: requestMessages.groupBeingDeleted({ name }) } }
  }

  return {
    readResourceGroup,
    async readProvider(subscriptionId, namespace, signal) {
      const client = await clientFor(subscriptionId)
      return exchangeFor(providerSchema, () => client.providers.get(namespace), clock, signal)
    },
    async registerProvider(subscriptionId, namespace, signal) {
      const client = await clientFor(subscriptionId)
      return exchangeFor(providerSchema, () => client.providers.register(namespace), clock, signal)
    },
    async createResourceGroup(subscriptionId, { name, location, tags }, signal) {
      // A PUT on a group that exists would replace its tags, and is refused when the location differs.
      const existing = await readResourceGroup(subscriptionId, name, signal)
      if (existing.ok || existing.refusal.reason !== 'not-found') return existing
      // Azure refuses the group until the one of its name is gone.
      if (existing.refusal.code === BEING_DELETED)
        return { ok: false, refusal: { ...existing.refusal, reason: 'not-ready', retryAfterSeconds: 60 } }
      const client = await clientFor(subscriptionId)
      const wanted = tags ? { location, tags: tagsObject(tags) } : { location }
      return exchangeFor(resourceGroupSchema, () => client.resourceGroups.createOrUpdate(name, wanted), clock, signal)
    },
  }
}
