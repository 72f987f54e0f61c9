import { z } from 'zod'
import type { Answer } from '../../machines/engine/answer.ts'
import { locationWord } from '../../machines/procedure/geography.ts'
import type { AzureService, ResourceGroup } from '../../machines/procedure/services.ts'
import { tagsObject } from '../../machines/procedure/tags.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { clientOptions, refuseForeignHostsFirst } from '../azure/client-options.ts'
import type { Connection } from '../azure/connection.ts'
import { exchangeFor } from '../azure/exchange.ts'
import { resourceManagerHost } from '../azure/hosts.ts'
import { lazilyEach } from '../azure/lazily.ts'
import { signingIn } from '../azure/sign-in.ts'

const PROVIDER = 'Microsoft.PowerPlatform'
const POLICY_TYPE = 'enterprisepolicies'

/** Reads a resource provider, as far as enterprise policies go. */
export const providerSchema = anyCase({
  namespace: text,
  registrationState: z.string().min(1),
  resourceTypes: z.array(anyCase({ resourceType: text, locations: z.array(z.string()).nullish() })).nullish(),
}).transform(({ namespace, registrationState, resourceTypes }) => ({
  namespace: namespace ?? PROVIDER,
  registrationState,
  policyLocations: (resourceTypes ?? [])
    .filter(({ resourceType }) => resourceType?.toLowerCase() === POLICY_TYPE)
    .flatMap(({ locations }) => locations ?? [])
    .map(locationWord),
}))

/** Reads a resource group. */
export const resourceGroupSchema = anyCase({ name: z.string().min(1), location: text }).transform(({ name, location }) => ({
  name,
  location: location ?? '',
}))

type ResourceService = Pick<AzureService, 'readProvider' | 'registerProvider' | 'readResourceGroup' | 'createResourceGroup'>

/** The resource provider and resource groups. The SDK is loaded with the first call. */
export function connectResources(connection: Connection): ResourceService {
  const { cloud, clock } = connection
  const clientFor = lazilyEach(async (subscriptionId) => {
    const { ResourceManagementClient } = await import('@azure/arm-resources')
    const allowed = resourceManagerHost(cloud)
    const client = new ResourceManagementClient(signingIn(connection.credential), subscriptionId, {
      ...clientOptions(connection, allowed),
      endpoint: cloud.resourceManager,
      credentialScopes: `${cloud.resourceManagerAudience}/.default`,
    })
    refuseForeignHostsFirst(client.pipeline, allowed)
    return client
  })

  async function readResourceGroup(subscriptionId: string, name: string, signal?: AbortSignal): Promise<Answer<ResourceGroup>> {
    const client = await clientFor(subscriptionId)
    return exchangeFor(resourceGroupSchema, () => client.resourceGroups.get(name), clock, signal)
  }

  return {
    readResourceGroup,
    async readProvider(subscriptionId, signal) {
      const client = await clientFor(subscriptionId)
      return exchangeFor(providerSchema, () => client.providers.get(PROVIDER), clock, signal)
    },
    async registerProvider(subscriptionId, signal) {
      const client = await clientFor(subscriptionId)
      return exchangeFor(providerSchema, () => client.providers.register(PROVIDER), clock, signal)
    },
    async createResourceGroup(subscriptionId, { name, location, tags }, signal) {
      // A PUT on a group that exists would replace its tags, and is refused when the location differs.
      const existing = await readResourceGroup(subscriptionId, name, signal)
      if (existing.ok || existing.refusal.reason !== 'not-found') return existing
      const client = await clientFor(subscriptionId)
      const wanted = tags ? { location, tags: tagsObject(tags) } : { location }
      return exchangeFor(resourceGroupSchema, () => client.resourceGroups.createOrUpdate(name, wanted), clock, signal)
    },
  }
}
