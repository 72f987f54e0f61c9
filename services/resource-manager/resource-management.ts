import type { ResourceManagementClient } from '@azure/arm-resources'
import { clientOptions, refuseForeignHostsFirst } from '../azure/client-options.ts'
import type { Connection } from '../azure/connection.ts'
import { resourceManagerHost } from '../azure/hosts.ts'
import { lazilyEach } from '../azure/lazily.ts'
import { signingIn } from '../azure/sign-in.ts'

/** The client of resource groups and providers, one for each subscription. The SDK is loaded with the first call. */
export const resourceManagement = (connection: Connection): ((subscriptionId: string) => Promise<ResourceManagementClient>) =>
  lazilyEach(async (subscriptionId) => {
    const { ResourceManagementClient } = await import('@azure/arm-resources')
    const { cloud } = connection
    const allowed = resourceManagerHost(cloud)
    const client = new ResourceManagementClient(signingIn(connection.credential), subscriptionId, {
      ...clientOptions(connection, allowed),
      endpoint: cloud.resourceManager,
      credentialScopes: `${cloud.resourceManagerAudience}/.default`,
    })
    refuseForeignHostsFirst(client.pipeline, allowed)
    return client
  })
