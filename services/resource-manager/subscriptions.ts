import { z } from 'zod'
import type { AzureService } from '../../machines/procedure/services.ts'
import { anyCase, text } from '../azure/any-case.ts'
import { clientOptions, refuseForeignHostsFirst } from '../azure/client-options.ts'
import type { Connection } from '../azure/connection.ts'
import { exchangePages } from '../azure/exchange.ts'
import { resourceManagerHost } from '../azure/hosts.ts'
import { lazily } from '../azure/lazily.ts'
import { withOptional } from '../azure/optional.ts'
import { nameText } from '../azure/service-text.ts'
import { signingIn } from '../azure/sign-in.ts'

/** One page of the subscriptions an account can see. */
export const subscriptionPageSchema = anyCase({
  value: z.array(
    anyCase({ subscriptionId: z.string().min(1), displayName: text, state: text, tenantId: text }).transform(
      ({ subscriptionId, displayName, state, tenantId }) =>
        withOptional({ id: subscriptionId, displayName: displayName || subscriptionId, state: state ?? '' }, { tenantId }),
    ),
  ),
}).transform(({ value }) => value)

/** The regions of a subscription. Source: Azure Resource Manager's "Subscriptions - List Locations", 2022-12-01. */
export const regionPageSchema = anyCase({
  value: z.array(
    anyCase({ name: z.string().min(1), displayName: text }).transform(({ name, displayName }) => ({
      name,
      displayName: nameText(displayName ?? '') || name,
    })),
  ),
}).transform(({ value }) => value)

/** Subscriptions. The SDK is loaded with the first call. */
export function connectSubscriptions(connection: Connection): Pick<AzureService, 'listSubscriptions' | 'listRegions'> {
  const { cloud, clock } = connection
  const client = lazily(async () => {
    const { SubscriptionClient } = await import('@azure/arm-resources-subscriptions')
    const allowed = resourceManagerHost(cloud)
    const made = new SubscriptionClient(signingIn(connection.credential), {
      ...clientOptions(connection, allowed),
      endpoint: cloud.resourceManager,
      credentialScopes: `${cloud.resourceManagerAudience}/.default`,
    })
    refuseForeignHostsFirst(made.pipeline, allowed)
    return made
  })
  return {
    async listSubscriptions(signal) {
      const { subscriptions } = await client()
      return exchangePages(subscriptionPageSchema, () => subscriptions.list(), clock, signal)
    },
    async listRegions(subscriptionId, signal) {
      const { subscriptions } = await client()
      return exchangePages(regionPageSchema, () => subscriptions.listLocations(subscriptionId), clock, signal)
    },
  }
}
