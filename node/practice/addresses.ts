/**
 * Addresses of the services. The tenant uses the commercial cloud's; in process they appear in its answers, over HTTPS
 * on loopback each is replaced by a port.
 */
export interface Addresses {
  served(origin: string): Promise<string>
  /** The cloud's origins at a local origin: several if a port is shared, none if nothing is served. */
  behind(origin: string): readonly string[]
}

export const cloudAddresses: Addresses = {
  served: async (origin) => origin,
  behind: (origin) => [origin],
}

/** Source: API version lists and hosts of the official admin modules and SDKs. */
export const ORIGINS = {
  identity: 'https://login.microsoftonline.com',
  resourceManager: 'https://management.azure.com',
  powerPlatform: 'https://api.bap.microsoft.com',
  directory: 'https://graph.microsoft.com',
} as const

/** Operations are polled on the geography's own host. */
export const regionalPowerPlatform = (location: string): string => `https://${location.toLowerCase()}.api.bap.microsoft.com`

export const MANAGED_HSM_AUDIENCE = 'https://managedhsm.azure.net'

export const storeOrigin = ({ name, managedHsm }: { readonly name: string; readonly managedHsm?: unknown }): string =>
  managedHsm ? `https://${name.toLowerCase()}.managedhsm.azure.net` : vaultOrigin(name)

export const vaultOrigin = (name: string): string => `https://${name.toLowerCase()}.vault.azure.net`

/** `key-vault`: keys of vaults and Managed HSMs. `directory`: Microsoft Graph, only for people and service principals. */
export const SERVICE_NAMES = ['identity', 'resource-manager', 'power-platform', 'key-vault', 'dataverse', 'directory'] as const

export type ServiceName = (typeof SERVICE_NAMES)[number]

export function serviceAt(origin: string): ServiceName | undefined {
  const host = new URL(origin).hostname
  if (origin === ORIGINS.identity) return 'identity'
  if (origin === ORIGINS.resourceManager) return 'resource-manager'
  if (origin === ORIGINS.directory) return 'directory'
  if (host === 'api.bap.microsoft.com' || host.endsWith('.api.bap.microsoft.com')) return 'power-platform'
  if (host.endsWith('.vault.azure.net') || host.endsWith('.managedhsm.azure.net')) return 'key-vault'
  if (/\.crm\d*\.dynamics\.com$/.test(host)) return 'dataverse'
  return undefined
}
