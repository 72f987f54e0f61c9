import { idKey, sameId } from '../engine/ids.ts'

export { sameId }

/** A policy by its two ids: the one Azure gives its place and name, and the one Power Platform gives the policy itself. */
export interface PolicyIds {
  readonly id?: string | undefined
  /** `/regions/<location>/providers/Microsoft.PowerPlatform/enterprisePolicies/<guid>` */
  readonly systemId?: string | undefined
}

/** The GUID alone says which policy it is; services may spell the location before it in more than one way. */
const systemGuid = (systemId: string): string | undefined => idKey(systemId).split('/').at(-1)

/**
 * Whether two services speak of one policy. `recreated`: of two that had the same place and name one after the other. Azure's id
 * is then the same, the system id is not. Where one of them gives no system id, Azure's id decides.
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

/** The parts of an Azure resource id; nothing when it is not one of a resource in a resource group. */
export function parseResourceId(id: string): { subscriptionId: string; resourceGroup: string; type: string; name: string } | undefined {
  const match = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/([^/]+\/[^/]+)\/([^/]+)\/?$/i.exec(id)
  const [, subscriptionId, resourceGroup, type, name] = match ?? []
  return subscriptionId && resourceGroup && type && name ? { subscriptionId, resourceGroup, type, name } : undefined
}
