import type { ClientRequest } from 'node:http'
import { isIP, type Socket } from 'node:net'
import { connect, type SecureContext, type TLSSocket } from 'node:tls'
import { Agent, type AgentConnectOpts } from 'agent-base'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { NETWORK_CODES } from '#machines/sign-in/network-codes.ts'
import { proxyMessages } from '../answer-messages.ts'
import { isSocks, ProxyFailed } from './proxy.ts'

/** Time limit for a proxy, in milliseconds. */
const OPEN_WITHIN = 30_000

interface Target {
  readonly host: string
  readonly port: number
}

interface Proxy {
  readonly url: URL
  readonly trust: Trust
}

/** Said with each connection, so that no variable or switch of Node.js decides. */
export const SECURE = { rejectUnauthorized: true, minVersion: 'TLSv1.2' } as const

export interface Trust {
  readonly rejectUnauthorized: true
  readonly minVersion: 'TLSv1.2'
  /** Absent: the certificate authorities that come with Node.js. */
  readonly secureContext?: SecureContext
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '')

const credentialsOf = ({ username, password }: URL) => ({ user: decodeURIComponent(username), password: decodeURIComponent(password) })

/** `Proxy-Authorization`, kept out of the address, which the package writes to its debug output. */
function authorization(url: URL): Readonly<Record<string, string>> {
  const { user, password } = credentialsOf(url)
  return user === '' ? {} : { 'Proxy-Authorization': `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` }
}

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

/** Opens a tunnel through an HTTP proxy (`CONNECT`). */
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
  // The package returns a refusing proxy's answer as the service's.
  if (status === 200) return socket
  socket.destroy()
  throw refusedBy(url.host, status, target)
}

/** The proxy resolves the name. */
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
    // Only the message: the error contains the password.
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
 * https through a proxy. The packages handle the proxy; the target's TLS is created here, because they ignore extra
 * certificate authorities, which inspecting proxies need.
 */
export class ProxyAgent extends Agent {
  readonly #proxy: Proxy

  /** @param trust for the target and an https proxy */
  constructor(url: URL, trust: Trust) {
    super({ keepAlive: true })
    this.#proxy = { url, trust }
  }

  /** Otherwise agent-base derives it from the call stack and never reuses a connection. */
  override isSecureEndpoint(): true {
    return true
  }

  override async connect(request: ClientRequest, options: AgentConnectOpts): Promise<TLSSocket> {
    const target = { host: bare(options.host ?? ''), port: Number(options.port ?? 443) }
    const proxy = this.#proxy
    const socket = await (isSocks(proxy.url) ? throughSocks(proxy, target) : throughHttp(proxy, request, target))
    // The target's TLS inside the tunnel: the proxy can't read it.
    return connect({
      socket,
      host: target.host,
      ...proxy.trust,
      ...(isIP(target.host) ? {} : { servername: target.host }),
    })
  }
}
