/**
 * Where the services answer. The tenant thinks in the commercial cloud's own addresses; in process those are also the ones
 * it writes into its answers, over HTTPS on loopback each is a port. Only this table differs between the two.
 */
export interface Addresses {
  /** The origin to write into answers for a service of the cloud, for example for `https://kv1.vault.azure.net`. */
  served(origin: string): Promise<string>
  /** The cloud's origins that answer at this origin: several where one port serves several services, none where nothing is served. */
  behind(origin: string): readonly string[]
}

export const cloudAddresses: Addresses = {
  served: async (origin) => origin,
  behind: (origin) => [origin],
}

/** Origins of the commercial cloud. Source: api-version lists and hosts of the official admin modules and SDKs. */
export const ORIGINS = {
  identity: 'https://login.microsoftonline.com',
  resourceManager: 'https://management.azure.com',
  powerPlatform: 'https://api.bap.microsoft.com',
  directory: 'https://graph.microsoft.com',
} as const

/** Lifecycle operations are polled on the geography's own host, not on the one the request went to. */
export const regionalPowerPlatform = (location: string): string => `https://${location.toLowerCase()}.api.bap.microsoft.com`

/** What tokens for Managed HSMs are for. */
export const MANAGED_HSM_AUDIENCE = 'https://managedhsm.azure.net'

/** Where a key vault or a Managed HSM answers. */
export const storeOrigin = ({ name, managedHsm }: { readonly name: string; readonly managedHsm?: unknown }): string =>
  managedHsm ? `https://${name.toLowerCase()}.managedhsm.azure.net` : vaultOrigin(name)

export const vaultOrigin = (name: string): string => `https://${name.toLowerCase()}.vault.azure.net`

/** `key-vault` is the keys of vaults and of Managed HSMs. `directory` is Microsoft Graph, of which only looking up people and service principals is here. */
export const SERVICE_NAMES = ['identity', 'resource-manager', 'power-platform', 'key-vault', 'dataverse', 'directory'] as const

export type ServiceName = (typeof SERVICE_NAMES)[number]

/** Which service answers at an origin of the commercial cloud; nothing for a host that is none of them. */
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
