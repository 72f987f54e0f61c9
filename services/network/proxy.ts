import type { Message } from '../../machines/messages/message.ts'
import { NETWORK_CODES } from '../../machines/sign-in/network-codes.ts'
import { proxyMessages } from '../answer-messages.ts'
import { ToldError } from '../told-error.ts'

type NetworkCode = (typeof NETWORK_CODES)[keyof typeof NETWORK_CODES]

/** A proxy that does not let a request through. Its message names the proxy's host, never its user or password. */
export class ProxyFailed extends ToldError {
  override readonly name = 'ProxyFailed'
  constructor(
    readonly code: NetworkCode,
    why: Message,
  ) {
    super(why)
  }
}

/**
 * Which proxy a request goes through; nothing when it goes straight.
 * @throws ProxyFailed where a proxy is set that the wizard cannot use
 */
export type ProxyFor = (url: URL) => Promise<URL | undefined>

export interface ProxySettings {
  /** `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` are read, in capitals or not. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** What the system would do, in the form of proxy scripts: `PROXY proxy.contoso.com:8080; DIRECT`. */
  readonly system?: (address: string) => Promise<string>
  /** What an organization's policy sets, in place of environment and system: `direct` or an address, and entries as of NO_PROXY. */
  readonly managed?: { readonly proxy: string; readonly exceptions: readonly string[] }
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$|\.localhost$/i

/** A proxy elsewhere could not reach this computer's own services, whatever is set. */
export const isLoopback = ({ hostname }: URL): boolean => LOOPBACK.test(hostname)

/** Whether one entry of `NO_PROXY` names the host: `*`, a host, a domain with or without its dot, each with or without a port. */
function names(entry: string, { hostname, port }: URL): boolean {
  if (entry === '*') return true
  const [, name = '', onlyPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? []
  if (onlyPort !== undefined && onlyPort !== (port || '443')) return false
  const domain = name.replace(/^\*?\./, '').toLowerCase()
  const host = hostname.toLowerCase()
  return domain !== '' && (host === domain || host.endsWith(`.${domain}`))
}

/** Whether a proxy speaks SOCKS, in any of its versions. */
export const isSocks = ({ protocol }: URL): boolean => /^socks(?:4a?|5h?)?:$/.test(protocol)

/** Reads the address of a proxy as people write it, with or without `http://`. */
function proxyAddress(written: string): URL | undefined {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `http://${written}`
  if (!URL.canParse(whole)) return undefined
  const address = new URL(whole)
  return address.hostname !== '' && (/^https?:$/.test(address.protocol) || isSocks(address)) ? address : undefined
}

/** The schemes of the kinds of proxies that a proxy script can name. `SOCKS` alone is version 4. */
const KINDS: Readonly<Record<string, string>> = { proxy: 'http', https: 'https', socks: 'socks4', socks4: 'socks4', socks5: 'socks5' }

/** The first way that the system names and the wizard can go. */
function systemProxy(ways: string): URL | undefined {
  for (const way of ways.split(';').map((each) => each.trim())) {
    const [kind = '', host = ''] = way.split(/\s+/)
    if (/^direct$/i.test(kind)) return undefined
    const scheme = KINDS[kind.toLowerCase()]
    const address = scheme && proxyAddress(`${scheme}://${host}`)
    if (address) return address
  }
  throw new ProxyFailed(NETWORK_CODES.proxyUnsupported, proxyMessages.systemUnusable)
}

/** A policy was checked when it was read, so its address is one. */
function managedProxy({ proxy, exceptions }: NonNullable<ProxySettings['managed']>): ProxyFor {
  const address = proxy === 'direct' ? undefined : proxyAddress(proxy)
  return async (url) => (isLoopback(url) || exceptions.some((entry) => names(entry, url)) ? undefined : address)
}

/** Decides for each request which proxy it goes through. What a policy says goes before the environment, and that before the system. */
export function createProxyFor({ environment, system, managed }: ProxySettings): ProxyFor {
  if (managed) return managedProxy(managed)
  const set = (name: string): string => environment[name] || environment[name.toLowerCase()] || ''
  const written = set('HTTPS_PROXY') || set('ALL_PROXY')
  const exceptions = set('NO_PROXY')
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
  return async (url) => {
    if (isLoopback(url) || exceptions.some((entry) => names(entry, url))) return undefined
    if (written !== '') {
      const address = proxyAddress(written)
      if (address) return address
      throw new ProxyFailed(NETWORK_CODES.proxyUnsupported, proxyMessages.variableUnusable)
    }
    // Only the origin: a proxy script needs no more, and a path can hold private data.
    return system ? systemProxy(await system(`${url.origin}/`)) : undefined
  }
}
