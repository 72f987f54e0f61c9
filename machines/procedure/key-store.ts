import { defined } from '../defined.ts'
import type { Answer } from '../engine/answer.ts'
import { oneOf, optional, text, type Values } from '../engine/stored.ts'
import { verbatim } from '../messages/message.ts'
import { managedHsmId, parseResourceId, vaultId } from './ids.ts'
import { keyScope } from './rights/local-roles.ts'
import type { AzureService, RoleAssignment, Vault } from './services/services.ts'

export const MANAGED_HSM = verbatim('Managed HSM')

/** Stored with an action. */
export const inVault = { subscriptionId: text, vaultResourceGroup: text, vaultName: text }
export const inStore = { ...inVault, keyStore: optional(oneOf('managed-hsm')) }

export type StorePlace = Values<typeof inStore>

/** Name of the Managed HSM, if it is one. */
export const hsmIn = (place: Pick<StorePlace, 'vaultName' | 'keyStore'> | undefined): string | undefined =>
  place?.keyStore === 'managed-hsm' ? place.vaultName : undefined

/** ID of the Managed HSM, if it is one. */
export const hsmIdIn = (place: StorePlace | undefined): string | undefined =>
  hsmIn(place) === undefined ? undefined : place && storeId(place)

export const storePlace = ({ subscriptionId, vaultResourceGroup, vaultName, keyStore }: StorePlace): StorePlace => ({
  subscriptionId,
  vaultResourceGroup,
  vaultName,
  ...defined({ keyStore }),
})

/** Azure resource ID of a key vault or a Managed HSM. */
export const storeId = ({ subscriptionId, vaultResourceGroup, vaultName, keyStore }: StorePlace): string =>
  (keyStore === 'managed-hsm' ? managedHsmId : vaultId)(subscriptionId, vaultResourceGroup, vaultName)

/** Undefined for other IDs. */
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

/** A Managed HSM answers about keys and roles only after activation. */
export const answersForKeys = ({ managedHsm }: Vault): boolean =>
  managedHsm?.activation === undefined || managedHsm.activation.toLowerCase() === 'active'

/** Local roles of a principal at a Managed HSM's key; undefined if they can't be asked for. */
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
