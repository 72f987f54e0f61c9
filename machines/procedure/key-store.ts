import type { Answer } from '../engine/answer.ts'
import { verbatim } from '../messages/message.ts'
import { present } from '../present.ts'
import type { PolicyChoices } from './choices.ts'
import { managedHsmId, parseResourceId, vaultId } from './ids.ts'
import { keyScope } from './local-roles.ts'
import type { AzureService, RoleAssignment, Vault } from './services.ts'

/** The product's name, which is the same in every language. */
export const MANAGED_HSM = verbatim('Managed HSM')

/** Where a key vault or a Managed HSM is: among what a person chooses, and in every action on its keys. */
export type StorePlace = Pick<PolicyChoices, 'subscriptionId' | 'vaultResourceGroup' | 'vaultName' | 'keyStore'>

/** The name of the Managed HSM, where it is one. */
export const hsmIn = (place: Pick<StorePlace, 'vaultName' | 'keyStore'> | undefined): string | undefined =>
  place?.keyStore === 'managed-hsm' ? place.vaultName : undefined

/** The same alone, for an action. */
export const storePlace = ({ subscriptionId, vaultResourceGroup, vaultName, keyStore }: StorePlace): StorePlace => ({
  ...{ subscriptionId, vaultResourceGroup, vaultName },
  ...present({ keyStore }),
})

/** Azure resource ID of a key vault or a Managed HSM. */
export const storeId = ({ subscriptionId, vaultResourceGroup, vaultName, keyStore }: StorePlace): string =>
  (keyStore === 'managed-hsm' ? managedHsmId : vaultId)(subscriptionId, vaultResourceGroup, vaultName)

/** Where the key vault or Managed HSM of an Azure resource ID is; nothing for what is no such ID. */
export function storeOf(id: string): StorePlace | undefined {
  const found = parseResourceId(id)
  if (!found) return undefined
  const { subscriptionId, resourceGroup, name, type } = found
  const isHsm = type.toLowerCase() === 'microsoft.keyvault/managedhsms'
  return { subscriptionId, vaultResourceGroup: resourceGroup, vaultName: name, ...(isHsm ? { keyStore: 'managed-hsm' as const } : {}) }
}

export const readStore = (azure: AzureService, place: StorePlace, signal: AbortSignal): Promise<Answer<Vault>> =>
  (place.keyStore === 'managed-hsm' ? azure.readManagedHsm : azure.readVault)(
    place.subscriptionId,
    place.vaultResourceGroup,
    place.vaultName,
    signal,
  )

/** Until a Managed HSM is activated, it answers nothing about keys and roles. */
export const answersForKeys = ({ managedHsm }: Vault): boolean =>
  managedHsm?.activation === undefined || managedHsm.activation.toLowerCase() === 'active'

/** The local roles that reach a principal at a key of a Managed HSM; nothing where none could be asked for. */
export async function readLocalAccess(
  azure: AzureService,
  hsm: Vault | undefined,
  keyName: string | undefined,
  principalId: string,
  signal: AbortSignal,
): Promise<Answer<readonly RoleAssignment[]> | undefined> {
  if (!hsm || keyName === undefined || !answersForKeys(hsm)) return undefined
  return azure.listLocalRoles(hsm.vaultUri, keyScope(keyName), principalId, signal)
}
