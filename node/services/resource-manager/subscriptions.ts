import { z } from 'zod'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import type { AzureService } from '#machines/procedure/services/services.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { withOptional } from '../azure/optional.ts'
import { pageOf, type ResourceManager } from '../azure/resource-manager.ts'
import { nameText } from '../azure/service-text.ts'

export const subscriptionPageSchema = pageOf(
  anyCase({ subscriptionId: z.string().min(1), displayName: text, state: text, tenantId: text }).transform(
    ({ subscriptionId, displayName, state, tenantId }) =>
      withOptional({ id: subscriptionId, displayName: nameText(displayName ?? '') || subscriptionId, state: state ?? '' }, { tenantId }),
  ),
)

/** Source: Azure Resource Manager's "Subscriptions - List Locations", 2022-12-01. */
export const regionPageSchema = pageOf(
  anyCase({ name: z.string().min(1), displayName: text }).transform(({ name, displayName }) => ({
    name,
    displayName: nameText(displayName ?? '') || name,
  })),
)

export const subscriptionsIn = (manager: ResourceManager) =>
  ({
    listSubscriptions: (signal) =>
      manager.list(subscriptionPageSchema, { path: ['subscriptions'], version: API_VERSIONS.subscriptions }, signal),
    listRegions: (subscriptionId, signal) =>
      manager.list(regionPageSchema, { path: ['subscriptions', subscriptionId, 'locations'], version: API_VERSIONS.subscriptions }, signal),
  }) satisfies Partial<AzureService>
