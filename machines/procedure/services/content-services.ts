import type { Answer } from '../../engine/answer.ts'
import type { ResourcePlace } from './key-store-services.ts'

export interface ListedResource {
  readonly id: string
  readonly name: string
  /** `Microsoft.KeyVault/vaults`, … */
  readonly type: string
}

/** Azure port for the contents of resource groups and key vaults. */
export interface ContentService {
  listGroupResources(subscriptionId: string, resourceGroup: string, signal?: AbortSignal): Promise<Answer<readonly ListedResource[]>>
  /** All key names, including those of certificates. Not affected by the vault's network. */
  listKeyNames(vault: ResourcePlace, signal?: AbortSignal): Promise<Answer<readonly string[]>>
  /** All secret names, including those of certificates; never a value. */
  listSecretNames(vault: ResourcePlace, signal?: AbortSignal): Promise<Answer<readonly string[]>>
}
