/** Azure compares resource ids without case, and its services return them in changing case. */
export const sameId = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && trim(a) === trim(b)

const trim = (id: string): string => id.toLowerCase().replace(/\/+$/, '')

export const resourceGroupId = (subscriptionId: string, name: string): string => `/subscriptions/${subscriptionId}/resourceGroups/${name}`

export const vaultId = (subscriptionId: string, resourceGroup: string, name: string): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.KeyVault/vaults/${name}`

export const policyId = (subscriptionId: string, resourceGroup: string, name: string): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.PowerPlatform/enterprisePolicies/${name}`

/** The parts of an Azure resource id; nothing when it is not one of a resource in a resource group. */
export function parseResourceId(id: string): { subscriptionId: string; resourceGroup: string; type: string; name: string } | undefined {
  const match = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/([^/]+\/[^/]+)\/([^/]+)\/?$/i.exec(id)
  const [, subscriptionId, resourceGroup, type, name] = match ?? []
  return subscriptionId && resourceGroup && type && name ? { subscriptionId, resourceGroup, type, name } : undefined
}
