import type { Cloud } from '#machines/cloud/cloud.ts'

/** Container domains by cloud. Source: `storage_endpoint` of each cloud in azure-cli-core's cloud.py, prefixed with the service's name. */
const SUFFIXES: readonly (readonly [suffix: string, cloudId: string])[] = [
  ['.blob.core.windows.net', 'commercial'],
  ['.blob.core.usgovcloudapi.net', 'gcc-high'],
  ['.blob.core.chinacloudapi.cn', 'china'],
]

export interface ContainerAddress {
  readonly url: string
  readonly account: string
  readonly container: string
  readonly cloudId: string
}

const NAME = /^[a-z0-9](?:-?[a-z0-9])+$/

/**
 * Parses a container's address from the portal.
 * @param custom cloud from a file: a local one may have local containers
 * @returns undefined if invalid, or of an unknown cloud
 */
export function containerAddress(typed: string, custom?: Cloud): ContainerAddress | undefined {
  const text = typed.trim()
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const names = url.pathname.split('/').filter((name) => name !== '')
  const container = names.at(-1) ?? ''
  if (url.protocol !== 'https:' || url.username !== '' || url.search !== '' || url.hash !== '' || !NAME.test(container)) return undefined
  const plain = `${url.origin}/${names.join('/')}`
  if (custom && isLoopback(url) && isLoopback(new URL(custom.resourceManager)))
    return names.length === 2 ? { url: plain, account: names[0] ?? '', container, cloudId: custom.id } : undefined
  const found = SUFFIXES.find(([suffix]) => url.host.endsWith(suffix))
  const account = url.host.slice(0, url.host.indexOf('.'))
  if (!found || names.length !== 1 || !/^[a-z0-9]{3,24}$/.test(account) || url.host !== `${account}${found[0]}`) return undefined
  return { url: plain, account, container, cloudId: found[1] }
}

const isLoopback = ({ hostname }: URL): boolean => hostname === 'localhost' || hostname === '127.0.0.1'
