import type { ClientRequest } from 'node:http'
import { isIP, type Socket } from 'node:net'
import { connect, type SecureContext, type TLSSocket } from 'node:tls'
import { Agent, type AgentConnectOpts } from 'agent-base'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { NETWORK_CODES } from '../../machines/sign-in/network-codes.ts'
import { proxyMessages } from '../answer-messages.ts'
import { isSocks, ProxyFailed } from './proxy.ts'

/** How long a proxy may take to let a connection through, in milliseconds. */
const OPEN_WITHIN = 30_000

interface Target {
  readonly host: string
  readonly port: number
}

interface Proxy {
  readonly url: URL
  readonly trust: Trust
}

/** What is trusted; without a context, the certificate authorities that come with Node. */
export interface Trust {
  readonly secureContext?: SecureContext
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '')

/** User and password of a proxy whose address holds them. */
const credentialsOf = ({ username, password }: URL) => ({ user: decodeURIComponent(username), password: decodeURIComponent(password) })

/** The `Proxy-Authorization` of a proxy. It stays out of the address, which the package writes to its debug output. */
function authorization(url: URL): Readonly<Record<string, string>> {
  const { user, password } = credentialsOf(url)
  return user === '' ? {} : { 'Proxy-Authorization': `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` }
}

/** The refusal of a proxy, by the status with which it answered. */
function refusedBy(proxy: string, status: number, { host, port }: Target): ProxyFailed {
  return status === 407
    ? new ProxyFailed(NETWORK_CODES.proxyWantsSignIn, proxyMessages.wantsSignIn({ proxy }))
    : new ProxyFailed(NETWORK_CODES.proxyRefused, proxyMessages.refused({ proxy, status, target: `${host}:${port}` }))
}

const unreachable = ({ host }: URL, error: string): ProxyFailed =>
  new ProxyFailed(NETWORK_CODES.proxyUnreachable, proxyMessages.unreachable({ proxy: host, error }))

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message
}

/** Asks an HTTP proxy for a way through to the target (`CONNECT`). */
async function throughHttp({ url, trust }: Proxy, request: ClientRequest, target: Target): Promise<Socket> {
  const opening = new AbortController()
  const late = setTimeout(() => opening.abort(new Error('no answer in time')), OPEN_WITHIN)
  let status = 0
  request.once('proxyConnect', ({ statusCode }: { readonly statusCode: number }) => {
    status = statusCode
  })
  const address = new URL(url)
  address.username = ''
  address.password = ''
  const tunnel = new HttpsProxyAgent(address, {
    keepAlive: true,
    headers: authorization(url),
    signal: opening.signal,
    ...trust,
  })
  let socket: Socket
  try {
    socket = await tunnel.connect(request, { ...target, secureEndpoint: false })
  } catch (error) {
    throw unreachable(url, opening.signal.aborted ? 'ETIMEDOUT' : reasonOf(error))
  } finally {
    clearTimeout(late)
  }
  // The package hands the answer of a proxy that refuses on as though the service had given it.
  if (status === 200) return socket
  socket.destroy()
  throw refusedBy(url.host, status, target)
}

/** Asks a SOCKS proxy for a way through to the target. The proxy resolves the name. */
async function throughSocks({ url }: Proxy, target: Target): Promise<Socket> {
  const { SocksClient } = await import('socks')
  const { user, password } = credentialsOf(url)
  try {
    const { socket } = await SocksClient.createConnection({
      proxy: {
        host: bare(url.hostname),
        port: Number(url.port || 1080),
        type: url.protocol.startsWith('socks4') ? 4 : 5,
        ...(user === '' ? {} : { userId: user, password }),
      },
      command: 'connect',
      destination: target,
      timeout: OPEN_WITHIN,
    })
    return socket
  } catch (error) {
    // Only the message is passed on: the error itself holds the password.
    const why = reasonOf(error)
    if (/authentication/i.test(why))
      throw new ProxyFailed(NETWORK_CODES.proxyWantsSignIn, proxyMessages.socksWantsSignIn({ proxy: url.host, error: why }))
    if (!/rejected/i.test(why)) throw unreachable(url, why)
    const { host, port } = target
    throw new ProxyFailed(
      NETWORK_CODES.proxyRefused,
      proxyMessages.socksRefused({ proxy: url.host, target: `${host}:${port}`, error: why }),
    )
  }
}

/**
 * Reaches https addresses through a proxy. The packages speak to the proxy; the encryption of the target is made here, because they know
 * no extra certificate authorities there, and proxies that look into the traffic are just where those are needed.
 */
export class ProxyAgent extends Agent {
  readonly #proxy: Proxy

  /** @param trust for the target, and for a proxy that is reached by https */
  constructor(url: URL, trust: Trust) {
    super({ keepAlive: true })
    this.#proxy = { url, trust }
  }

  /** Without this, agent-base tells https by the stack of the call, and never finds an open way again once its request has ended. */
  override isSecureEndpoint(): true {
    return true
  }

  override async connect(request: ClientRequest, options: AgentConnectOpts): Promise<TLSSocket> {
    const target = { host: bare(options.host ?? ''), port: Number(options.port ?? 443) }
    const proxy = this.#proxy
    const socket = await (isSocks(proxy.url) ? throughSocks(proxy, target) : throughHttp(proxy, request, target))
    // The target's own encryption, inside the tunnel: the proxy finds nothing of what is sent.
    return connect({
      socket,
      host: target.host,
      ...proxy.trust,
      ...(isIP(target.host) ? {} : { servername: target.host }),
    })
  }
}
