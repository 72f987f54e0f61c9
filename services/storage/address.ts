import type { Cloud } from '../../machines/cloud/cloud.ts'

/**
 * Where containers answer, by the cloud whose sign-in service gives tokens for them.
 * Source: `storage_endpoint` of each cloud in azure-cli-core's cloud.py, with the name of the service before it.
 */
const SUFFIXES: readonly (readonly [suffix: string, cloudId: string])[] = [
  ['.blob.core.windows.net', 'commercial'],
  ['.blob.core.usgovcloudapi.net', 'gcc-high'],
  ['.blob.core.chinacloudapi.cn', 'china'],
]

export interface ContainerAddress {
  /** Without a trailing slash. */
  readonly url: string
  readonly account: string
  readonly container: string
  readonly cloudId: string
}

const NAME = /^[a-z0-9](?:-?[a-z0-9])+$/

/**
 * Reads the address of a container as the portal shows it.
 * @param custom the cloud that was given as a file: one on loopback may have its containers there too
 * @returns nothing where it is none, or not of a cloud that is known
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
