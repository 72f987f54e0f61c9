import type { KeyVaultManagementClient } from '@azure/arm-keyvault'
import { clientOptions, refuseForeignHostsFirst } from '../azure/client-options.ts'
import type { Connection } from '../azure/connection.ts'
import { resourceManagerHost } from '../azure/hosts.ts'
import { lazilyEach } from '../azure/lazily.ts'
import { signingIn } from '../azure/sign-in.ts'

export type ClientFor = (subscriptionId: string) => Promise<KeyVaultManagementClient>

/** The client of Key Vault's management plane, one for each subscription. The SDK is loaded with the first call. */
export const keyVaultManagement = (connection: Connection): ClientFor =>
  lazilyEach(async (subscriptionId) => {
    const { KeyVaultManagementClient } = await import('@azure/arm-keyvault')
    const { cloud } = connection
    const allowed = resourceManagerHost(cloud)
    const client = new KeyVaultManagementClient(signingIn(connection.credential), subscriptionId, {
      ...clientOptions(connection, allowed),
      endpoint: cloud.resourceManager,
      credentials: { scopes: [`${cloud.resourceManagerAudience}/.default`] },
    })
    refuseForeignHostsFirst(client.pipeline, allowed)
    return client
  })
