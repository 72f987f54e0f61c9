import { request as plainRequest } from 'node:http'
import { Agent, type AgentOptions, type RequestOptions, request as secureRequest } from 'node:https'
import { isIP, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect, type TLSSocket } from 'node:tls'
import { NETWORK_CODES } from '../../machines/sign-in/network-codes.ts'
import { ProxyFailed } from './proxy.ts'

/** How long a proxy may take to let a connection through, in milliseconds. */
const OPEN_WITHIN = 30_000

type Target = { readonly host: string; readonly port: number }

/** The `Proxy-Authorization` of a proxy whose address holds user and password. */
function authorization({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === '') return {}
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` }
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '')

/** The refusal of a proxy, by the status with which it answered. */
function refusedBy(proxy: string, status: number, { host, port }: Target): ProxyFailed {
  return status === 407
    ? new ProxyFailed(NETWORK_CODES.proxyWantsSignIn, `The proxy ${proxy} answered 407: it wants a sign-in of its own.`)
    : new ProxyFailed(NETWORK_CODES.proxyRefused, `The proxy ${proxy} answered ${status} when asked for ${host}:${port}.`)
}

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : error.name)

/** Asks a proxy for a way through to the target (HTTP `CONNECT`). */
function openTunnel(proxy: URL, target: Target, ca: AgentOptions['ca']): Promise<Socket> {
  const secure = proxy.protocol === 'https:'
  const authority = `${isIP(target.host) === 6 ? `[${target.host}]` : target.host}:${target.port}`
  return new Promise((resolve, reject) => {
    const request = (secure ? secureRequest : plainRequest)({
      host: bare(proxy.hostname),
      port: proxy.port || (secure ? 443 : 80),
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...authorization(proxy) },
      agent: false,
      timeout: OPEN_WITHIN,
      ...(secure ? { ca } : {}),
    })
    const fail = (why: string): void =>
      reject(new ProxyFailed(NETWORK_CODES.proxyUnreachable, `The proxy ${proxy.host} could not be reached (${why}).`))
    request.once('connect', (response, socket) => {
      socket.setTimeout(0)
      if (response.statusCode === 200) return resolve(socket)
      socket.destroy()
      reject(refusedBy(proxy.host, response.statusCode ?? 0, target))
    })
    // Some proxies answer a refusal like any other request, with a page.
    request.once('response', (response) => {
      response.destroy()
      reject(refusedBy(proxy.host, response.statusCode ?? 0, target))
    })
    request.once('timeout', () => request.destroy(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })))
    request.once('error', (error) => fail(codeOf(error)))
    request.end()
  })
}

/**
 * Reaches https addresses through a proxy. The SDKs have an agent for this as well, but it does not know extra certificate
 * authorities, and proxies that look into the traffic are just where those are needed.
 */
export class TunnelAgent extends Agent {
  readonly #proxy: URL
  readonly #ca: AgentOptions['ca']

  constructor(proxy: URL, options: AgentOptions) {
    super(options)
    this.#proxy = proxy
    this.#ca = options.ca
  }

  override createConnection(options: RequestOptions, callback?: (error: Error | null, stream: Duplex) => void): undefined {
    const target = { host: bare(options.host ?? ''), port: Number(options.port ?? 443) }
    openTunnel(this.#proxy, target, this.#ca).then(
      (socket) => callback?.(null, this.#secure(socket, target)),
      (error: Error) => callback?.(error, new Socket().destroy()),
    )
  }

  /** The target's own encryption, inside the tunnel: the proxy sees nothing of what is sent. */
  #secure(socket: Socket, { host }: Target): TLSSocket {
    return connect({ socket, host, ca: this.#ca, ...(isIP(host) ? {} : { servername: host }) })
  }
}
