import type { Answer } from '../engine/answer.ts'
import type { ResourcePlace } from './key-store-services.ts'

/** A resource in a list of all that a resource group holds. */
export interface ListedResource {
  readonly id: string
  readonly name: string
  /** `Microsoft.KeyVault/vaults`, … */
  readonly type: string
}

/** The part of the Azure port that is about what a resource group and a key vault hold, whatever its kind. */
export interface ContentService {
  listGroupResources(subscriptionId: string, resourceGroup: string, signal?: AbortSignal): Promise<Answer<readonly ListedResource[]>>
  /** Names of all keys in a key vault, those of its certificates included. The vault's network doesn't shut this out. */
  listKeyNames(vault: ResourcePlace, signal?: AbortSignal): Promise<Answer<readonly string[]>>
  /** Names of all secrets in it, those of its certificates included; never what is in one. */
  listSecretNames(vault: ResourcePlace, signal?: AbortSignal): Promise<Answer<readonly string[]>>
}
