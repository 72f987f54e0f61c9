import { CLOUDS } from '../../cloud/cloud.ts'

const SERVICES: readonly (readonly [suffix: string, service: string])[] = Object.values(CLOUDS).flatMap(
  ({ resourceManager, powerPlatform, keyVault, managedHsm, dataverse, graph }) => [
    [resourceManager.replace('https://', ''), 'azure'],
    [powerPlatform.url.replace('https://', ''), 'power-platform'],
    [powerPlatform.hostSuffix, 'power-platform'],
    [`.${keyVault.dnsSuffix}`, 'key-vault'],
    ...(managedHsm ? [[`.${managedHsm.dnsSuffix}`, 'managed-hsm'] as const] : []),
    ...dataverse.hostSuffixes.map((suffix) => [suffix, 'dataverse'] as const),
    ...(graph === undefined ? [] : [[graph.replace('https://', ''), 'graph'] as const]),
  ],
)

export function serviceOf(url: string): string {
  const { host } = new URL(url)
  return SERVICES.find(([suffix]) => (suffix.startsWith('.') ? host.endsWith(suffix) : host === suffix))?.[1] ?? 'other'
}

const PSEUDONYM = /^(?:name-\d+|(?:Default-)?00000000-0000-4000-8000-[0-9a-f]{12}|0{16}[0-9a-f]{16})$/i

/** Operation without IDs, for example `GET azure /subscriptions/{}/locations`. @param url with pseudonyms */
export function operationOf(method: string, url: string): string {
  // The reading without admin rights has the same answer.
  const path = decodeURIComponent(new URL(url).pathname)
    .replaceAll(/\/{2,}/g, '/')
    .replace(/\/$/, '')
    .toLowerCase()
    .replace('/scopes/admin/', '/')
  const segments = path
    .split('/')
    .map((segment, index, all) => (PSEUDONYM.test(segment) || all[index - 1] === 'locations' ? '{}' : segment))
  const last = segments.lastIndexOf('providers')
  // Locks, roles and similar extensions have the same path at every scope.
  const isExtension = last > 0 && (segments.indexOf('providers') < last || segments[last + 1] === 'microsoft.authorization')
  return `${method} ${serviceOf(url)} ${isExtension ? `{}/${segments.slice(last).join('/')}` : segments.join('/')}`
}
