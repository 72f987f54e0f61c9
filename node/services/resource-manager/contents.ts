import { z } from 'zod'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import type { ContentService } from '#machines/procedure/services/content-services.ts'
import { anyCase } from '../azure/any-case.ts'
import { inGroup, pageOf, type ResourceManager } from '../azure/resource-manager.ts'
import { VAULTS } from './vault.ts'

export const resourcePageSchema = pageOf(anyCase({ id: z.string().min(1), name: z.string().min(1), type: z.string().min(1) }))

export const namePageSchema = pageOf(anyCase({ name: z.string().min(1) }).transform(({ name }) => name))

export const contentsIn = (manager: ResourceManager): ContentService => ({
  listGroupResources: (subscriptionId, resourceGroup, signal) => {
    const path = ['subscriptions', subscriptionId, 'resourceGroups', resourceGroup, 'resources']
    return manager.list(resourcePageSchema, { path, version: API_VERSIONS.resources }, signal)
  },
  listKeyNames: ({ subscriptionId, resourceGroup, name }, signal) =>
    manager.list(
      namePageSchema,
      { path: inGroup(subscriptionId, resourceGroup, VAULTS, name, 'keys'), version: API_VERSIONS.keyVault },
      signal,
    ),
  listSecretNames: ({ subscriptionId, resourceGroup, name }, signal) =>
    manager.list(
      namePageSchema,
      { path: inGroup(subscriptionId, resourceGroup, VAULTS, name, 'secrets'), version: API_VERSIONS.keyVault },
      signal,
    ),
})
