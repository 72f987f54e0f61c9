import type { Message } from '#machines/messages/message.ts'
import { NETWORK_CODES } from '#machines/sign-in/network-codes.ts'
import { proxyMessages } from '../answer-messages.ts'
import { ToldError } from '../told-error.ts'

type NetworkCode = (typeof NETWORK_CODES)[keyof typeof NETWORK_CODES]

/** Names the proxy's host, never its user or password. */
export class ProxyFailed extends ToldError {
  override readonly name = 'ProxyFailed'
  constructor(
    readonly code: NetworkCode,
    why: Message,
  ) {
    super(why)
  }
}

/** Proxy of a request; undefined if direct. @throws ProxyFailed for an unusable proxy */
export type ProxyFor = (url: URL) => Promise<URL | undefined>

export interface ProxySettings {
  /** `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` in any case. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The system's answer in the format of proxy scripts: `PROXY proxy.contoso.com:8080; DIRECT`. */
  readonly system?: (address: string) => Promise<string>
  /** Organization's policy, replaces environment and system: `direct` or an address, with NO_PROXY entries. */
  readonly managed?: { readonly proxy: string; readonly exceptions: readonly string[] }
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$|\.localhost$/i

/** A remote proxy can't reach local services. */
export const isLoopback = ({ hostname }: URL): boolean => LOOPBACK.test(hostname)

/** Matches a `NO_PROXY` entry: `*`, a host, or a domain with or without its dot, each with an optional port. */
function names(entry: string, { hostname, port }: URL): boolean {
  if (entry === '*') return true
  const [, name = '', onlyPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? []
  if (onlyPort !== undefined && onlyPort !== (port || '443')) return false
  const domain = name.replace(/^\*?\./, '').toLowerCase()
  const host = hostname.toLowerCase()
  return domain !== '' && (host === domain || host.endsWith(`.${domain}`))
}

/** Any version of SOCKS. */
export const isSocks = ({ protocol }: URL): boolean => /^socks(?:4a?|5h?)?:$/.test(protocol)

/** With or without `http://`. */
function proxyAddress(written: string): URL | undefined {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `http://${written}`
  if (!URL.canParse(whole)) return undefined
  const address = new URL(whole)
  return address.hostname !== '' && (/^https?:$/.test(address.protocol) || isSocks(address)) ? address : undefined
}

/** Proxy scripts' kinds by scheme. `SOCKS` alone is version 4. */
const KINDS: Readonly<Record<string, string>> = { proxy: 'http', https: 'https', socks: 'socks4', socks4: 'socks4', socks5: 'socks5' }

/** The first supported entry. */
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

/** Valid, because the policy was checked when read. */
function managedProxy({ proxy, exceptions }: NonNullable<ProxySettings['managed']>): ProxyFor {
  const address = proxy === 'direct' ? undefined : proxyAddress(proxy)
  return async (url) => (isLoopback(url) || exceptions.some((entry) => names(entry, url)) ? undefined : address)
}

/** Precedence: policy, environment, system. */
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
    // Only the origin: a path can contain private data.
    return system ? systemProxy(await system(`${url.origin}/`)) : undefined
  }
}
