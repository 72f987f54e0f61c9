import { z } from 'zod'
import type { ContentService } from '../../machines/procedure/content-services.ts'
import { anyCase } from '../azure/any-case.ts'
import type { Connection } from '../azure/connection.ts'
import { exchangePages } from '../azure/exchange.ts'
import { keyVaultManagement } from './key-vault-management.ts'
import { resourceManagement } from './resource-management.ts'

/** One page of what a resource group holds. */
export const resourcePageSchema = anyCase({
  value: z.array(anyCase({ id: z.string().min(1), name: z.string().min(1), type: z.string().min(1) })),
}).transform(({ value }) => value.map(({ id, name, type }) => ({ id, name, type })))

/** One page of keys or secrets, of which nothing but the name is read. */
export const namePageSchema = anyCase({ value: z.array(anyCase({ name: z.string().min(1) })) }).transform(({ value }) =>
  value.map(({ name }) => name),
)

/** What is in a resource group and in a key vault. The SDKs are loaded with the first call. */
export function connectContents(connection: Connection): ContentService {
  const { clock } = connection
  const [resourcesOf, vaultsOf] = [resourceManagement(connection), keyVaultManagement(connection)]
  return {
    async listGroupResources(subscriptionId, resourceGroup, signal) {
      const { resources } = await resourcesOf(subscriptionId)
      return exchangePages(resourcePageSchema, () => resources.listByResourceGroup(resourceGroup), clock, signal)
    },
    async listKeyNames({ subscriptionId, resourceGroup, name }, signal) {
      const { keys } = await vaultsOf(subscriptionId)
      return exchangePages(namePageSchema, () => keys.list(resourceGroup, name), clock, signal)
    },
    async listSecretNames({ subscriptionId, resourceGroup, name }, signal) {
      const { secrets } = await vaultsOf(subscriptionId)
      return exchangePages(namePageSchema, () => secrets.list(resourceGroup, name), clock, signal)
    },
  }
}
