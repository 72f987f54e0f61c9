import { z } from 'zod'
import type { Answer } from '#machines/engine/answer.ts'
import { locationWord } from '#machines/procedure/geography.ts'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import type { AzureService, ResourceGroup } from '#machines/procedure/services/services.ts'
import { tagsObject } from '#machines/procedure/tags.ts'
import { requestMessages } from '../answer-messages.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { withOptional } from '../azure/optional.ts'
import type { ResourceManager } from '../azure/resource-manager.ts'

const POLICY_TYPE = 'enterprisepolicies'
const BEING_DELETED = 'ResourceGroupBeingDeleted'

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

/** Groups being deleted are still listed. */
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

export function resourcesIn(manager: ResourceManager) {
  const of = (subscriptionId: string, ...rest: readonly string[]) => ({
    path: ['subscriptions', subscriptionId, ...rest],
    version: API_VERSIONS.resources,
  })
  const group = (subscriptionId: string, name: string) => of(subscriptionId, 'resourcegroups', name)

  /** A group being deleted counts as missing, because nothing can be created in it. */
  async function readResourceGroup(subscriptionId: string, name: string, signal?: AbortSignal): Promise<Answer<ResourceGroup>> {
    const read = await manager.get(resourceGroupSchema, group(subscriptionId, name), signal)
    if (!read.ok || !read.value.isBeingDeleted) return read
    const asked = { request: `GET /subscriptions/${subscriptionId}/resourcegroups/${name}`, code: BEING_DELETED }
    return { ok: false, refusal: { ...asked, reason: 'not-found', message: requestMessages.groupBeingDeleted({ name }) } }
  }

  return {
    readResourceGroup,
    readProvider: (subscriptionId, namespace, signal) => manager.get(providerSchema, of(subscriptionId, 'providers', namespace), signal),
    registerProvider: (subscriptionId, namespace, signal) =>
      manager.post(providerSchema, of(subscriptionId, 'providers', namespace, 'register'), undefined, signal),
    async createResourceGroup(subscriptionId, { name, location, tags }, signal) {
      // A PUT on an existing group would replace its tags, and fails for another location.
      const existing = await readResourceGroup(subscriptionId, name, signal)
      if (existing.ok || existing.refusal.reason !== 'not-found') return existing
      // Azure refuses the name until the old group is gone.
      if (existing.refusal.code === BEING_DELETED)
        return { ok: false, refusal: { ...existing.refusal, reason: 'not-ready', retryAfterSeconds: 60 } }
      const wanted = tags ? { location, tags: tagsObject(tags) } : { location }
      return manager.put(resourceGroupSchema, group(subscriptionId, name), wanted, signal)
    },
  } satisfies Partial<AzureService>
}
