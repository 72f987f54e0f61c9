import { idKey, sameId } from '../engine/ids.ts'

export { sameId }

/** Azure's ID is the policy's place and name; Power Platform's system ID is the policy itself. */
export interface PolicyIds {
  readonly id?: string | undefined
  /** `/regions/<location>/providers/Microsoft.PowerPlatform/enterprisePolicies/<guid>` */
  readonly systemId?: string | undefined
}

/** Only the GUID identifies the policy; services spell its location differently. */
const systemGuid = (systemId: string): string | undefined => idKey(systemId).split('/').at(-1)

/**
 * Compares policies of two services. `recreated`: same place and name, one after the other, so that Azure's ID is the
 * same and the system ID isn't. Without both system IDs, Azure's ID decides.
 */
export function comparePolicies(a: PolicyIds, b: PolicyIds): 'same' | 'recreated' | 'other' {
  const { systemId: ofA } = a
  const { systemId: ofB } = b
  const sameSystem = ofA === undefined || ofB === undefined ? undefined : systemGuid(ofA) === systemGuid(ofB)
  if (sameId(a.id, b.id)) return sameSystem === false ? 'recreated' : 'same'
  return sameSystem && (a.id === undefined || b.id === undefined) ? 'same' : 'other'
}

export const resourceGroupId = (subscriptionId: string, name: string): string => `/subscriptions/${subscriptionId}/resourceGroups/${name}`

export const vaultId = (subscriptionId: string, resourceGroup: string, name: string): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.KeyVault/vaults/${name}`

export const managedHsmId = (subscriptionId: string, resourceGroup: string, name: string): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.KeyVault/managedHSMs/${name}`

export const policyId = (subscriptionId: string, resourceGroup: string, name: string): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.PowerPlatform/enterprisePolicies/${name}`

/** Undefined for IDs outside a resource group. */
export function parseResourceId(id: string): { subscriptionId: string; resourceGroup: string; type: string; name: string } | undefined {
  const match = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/([^/]+\/[^/]+)\/([^/]+)\/?$/i.exec(id)
  const [, subscriptionId, resourceGroup, type, name] = match ?? []
  return subscriptionId && resourceGroup && type && name ? { subscriptionId, resourceGroup, type, name } : undefined
}
