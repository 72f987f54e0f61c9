import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import * as z from 'zod'
import type { Clock } from '#machines/engine/clock.ts'
import { parsedJson } from '#machines/parsed-json.ts'
import { type Addresses, ORIGINS, serviceAt, storeOrigin } from './addresses.ts'
import type { LoopbackCertificates } from './certificates.ts'
import { ConnectionDropped, type HttpResponse, NeverAnswered } from './exchange.ts'
import { same } from './state.ts'
import { createPracticeTenant, type PracticeTenant, type PracticeTenantOptions } from './tenant.ts'

export interface PracticeServerOptions {
  readonly tenant: Omit<PracticeTenantOptions, 'addresses'>
  /** More tenants of the cloud, other companies. At shared addresses the path or the token decides. */
  readonly others?: readonly Omit<PracticeTenantOptions, 'addresses'>[]
  readonly certificates: LoopbackCertificates
  /** Port of Resource Manager, identity and Power Platform; the others take the next free ones. Zero: any. */
  readonly port: number
  /** Delay of every answer in milliseconds; default none. */
  readonly latency?: number
  /** Only for defects of the practice tenant. */
  readonly onDefect: (reason: unknown) => void
}

export interface PracticeServer {
  readonly tenant: PracticeTenant
  readonly others: readonly PracticeTenant[]
  addresses(): readonly { readonly origin: string; readonly address: string }[]
  close(): Promise<void>
}

/** Loopback only. */
const HOST = '127.0.0.1'

const LARGEST_BODY = 1024 * 1024

const PORTS_TRIED = 500

const FIRST_PORT_STANDS_FOR = [ORIGINS.resourceManager, ORIGINS.identity, ORIGINS.powerPlatform]

const SHARED: ReadonlySet<string> = new Set(Object.values(ORIGINS))

/**
 * Serves over HTTPS on this machine. Each vault, Dataverse organization and geography host gets a port when first
 * needed, because a vault can't live under a path.
 */
export async function startPracticeServer(options: PracticeServerOptions): Promise<PracticeServer> {
  const isShared = ({ headers }: IncomingMessage): boolean =>
    URL.canParse(`https://${headers.host}`) && table.behind(`https://${headers.host}`).some((origin) => SHARED.has(origin))
  const meant = (request: IncomingMessage): PracticeTenant | undefined =>
    isShared(request) ? namedBy(request, [tenant, ...others]) : undefined
  const tableOf = (owner: () => PracticeTenant, port: number): AddressTable =>
    createAddressTable(
      (wanted) => listen(options, wanted, (request, response) => respond(request, response, meant(request) ?? owner(), options)),
      port,
    )
  const table = tableOf(() => tenant, options.port)
  const but = (one: PracticeTenant) => () => [tenant, ...others].filter((each) => each !== one)
  const tenant: PracticeTenant = createPracticeTenant({ ...options.tenant, addresses: table, neighbors: () => but(tenant)() })
  await table.open()
  const tables = [table]
  const others = (options.others ?? []).map((wish) => {
    // Vaults and organizations of several tenants may share names.
    const own = tableOf(() => other, 0)
    tables.push(own)
    const other: PracticeTenant = createPracticeTenant({ ...wish, addresses: sharing(table, own), neighbors: () => but(other)() })
    return other
  })
  for (const origin of originsOf(tenant)) await table.served(origin)
  return {
    tenant,
    others,
    addresses: table.list,
    async close() {
      await Promise.all(tables.map((each) => each.close()))
    },
  }
}

/** Shared services use the first tenant's addresses. */
const sharing = (shared: Addresses, own: Addresses): Addresses => ({
  served: (origin) => (SHARED.has(origin) ? shared : own).served(origin),
  behind: (origin) => [...shared.behind(origin), ...own.behind(origin)],
})

const named = z.object({ tid: z.string() })

/** Tenant of a request: from the identity service's path, otherwise from its token. */
function namedBy({ url = '', headers }: IncomingMessage, tenants: readonly PracticeTenant[]): PracticeTenant | undefined {
  const [, first = ''] = url.split(/[/?]/)
  const inPath = tenants.find(({ tenantId, tenantDomain }) => same(tenantId, first) || same(tenantDomain, first))
  if (inPath) return inPath
  const [, payload] = /^Bearer\s+[^.\s]+\.([^.\s]+)\./i.exec(headers.authorization ?? '') ?? []
  if (payload === undefined) return undefined
  // The service reports an invalid token.
  const claims = named.safeParse(parsedJson(Buffer.from(payload, 'base64url').toString('utf8')))
  return tenants.find(({ tenantId }) => same(tenantId, claims.data?.tid ?? ''))
}

function originsOf(tenant: PracticeTenant): string[] {
  const { environments, vaults, organizations } = tenant.inspect()
  return [
    ...new Set<string>([
      ORIGINS.directory,
      ...environments.map(({ payload }) => `https://${payload.location.toLowerCase()}.api.bap.microsoft.com`),
      ...vaults.map(storeOrigin),
      ...organizations.map(({ origin }) => origin),
    ]),
  ]
}

interface Listening {
  readonly port: number
  readonly server: Server
}

interface AddressTable extends Addresses {
  open(): Promise<void>
  list(): { origin: string; address: string }[]
  close(): Promise<void>
}

const addressOf = (port: number): string => `https://localhost:${port}`

function createAddressTable(start: (wanted: number) => Promise<Listening>, firstPort: number): AddressTable {
  const ports = new Map<string, Promise<number>>()
  const known = new Map<string, number>()
  const servers: Server[] = []
  let next = firstPort

  async function take(origins: readonly string[]): Promise<number> {
    const { port, server } = await start(next)
    servers.push(server)
    if (next !== 0) next = port + 1
    for (const origin of origins) known.set(origin, port)
    return port
  }
  // Sequential, so that ports are assigned in order.
  let queue: Promise<unknown> = Promise.resolve()
  function portFor(origins: readonly string[]): Promise<number> {
    const taking = queue.then(() => take(origins))
    queue = taking.catch(() => undefined)
    for (const origin of origins) ports.set(origin, taking)
    return taking
  }

  return {
    async open() {
      await portFor(FIRST_PORT_STANDS_FOR)
    },
    async served(origin) {
      // An organization's API host is an alias.
      const canonical = origin.toLowerCase().replace('.api.crm', '.crm')
      if (!serviceAt(canonical)) return origin
      return addressOf(await (ports.get(canonical) ?? portFor([canonical])))
    },
    behind(origin) {
      const port = Number(new URL(origin).port)
      return [...known].flatMap(([name, taken]) => (taken === port ? [name] : []))
    },
    list: () => [...known].map(([origin, port]) => ({ origin, address: addressOf(port) })),
    async close() {
      await Promise.all(
        servers.map((server) => {
          const closed = new Promise<void>((resolve) => server.close(() => resolve()))
          server.closeAllConnections()
          return closed
        }),
      )
    },
  }
}

/** Listens on a port or the next free one. The first port is the person's choice and isn't replaced. */
async function listen(
  options: PracticeServerOptions,
  wanted: number,
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Listening> {
  const last = wanted === options.port ? wanted : Math.min(65_535, wanted + PORTS_TRIED)
  for (let port = wanted; ; port++) {
    const { certificate: cert, key } = options.certificates
    // A connection closed here just as the next request leaves costs a pause, for which a practice clock that stands still never ends.
    const server = createServer({ cert, key, keepAliveTimeout: 0 }, handle)
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, HOST, () => resolve())
      })
      const address = server.address()
      return { port: typeof address === 'object' && address ? address.port : port, server }
    } catch (reason) {
      if (port >= last || !isTaken(reason)) throw reason
    }
  }
}

const isTaken = (reason: unknown): boolean =>
  reason instanceof Error && 'code' in reason && (reason.code === 'EADDRINUSE' || reason.code === 'EACCES')

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  tenant: PracticeTenant,
  { latency = 0, onDefect }: PracticeServerOptions,
): Promise<void> {
  try {
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency))
    // Rejects DNS rebinding: another site's page would send its own host.
    const host = request.headers.host ?? ''
    if (!/^(localhost|127\.0\.0\.1|\[::1\]):\d+$/i.test(host))
      return send(response, plain(421, `This is a practice tenant for this machine; it does not answer for '${host}'.`))
    const body = await read(request)
    if (body === undefined) return send(response, plain(413, 'The request body is too large for a practice tenant.'))
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
    )
    const answer = await tenant.handle({ method: request.method ?? 'GET', url: `https://${host}${request.url ?? '/'}`, headers, body })
    await (answer.slow === undefined ? send(response, answer) : sendSlowly(response, answer, tenant.clock))
  } catch (reason) {
    if (reason instanceof ConnectionDropped) {
      request.socket.destroy()
      return
    }
    if (reason instanceof NeverAnswered) return
    onDefect(reason)
    send(response, plain(500, 'The practice tenant failed inside. Its own output says more.'))
  }
}

const plain = (status: number, body: string): HttpResponse => ({ status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body })

function send(response: ServerResponse, { status, headers, body, cut }: HttpResponse): void {
  if (response.headersSent || response.destroyed) return
  if (cut) {
    sendHalf(response, { status, headers, body })
    return
  }
  response.writeHead(status, { ...headers })
  response.end(body)
}

/** Headers at once, then a tenth at a time. */
async function sendSlowly(response: ServerResponse, { status, headers, body, slow = 0 }: HttpResponse, clock: Clock): Promise<void> {
  const bytes = Buffer.from(body)
  const tenth = Math.max(1, Math.ceil(bytes.length / 10))
  response.writeHead(status, { ...headers, 'Content-Length': bytes.length })
  for (let from = 0; from < bytes.length && !response.destroyed; from += tenth) {
    await clock.sleep(slow / 10)
    response.write(bytes.subarray(from, from + tenth))
  }
  response.end()
}

/** Announces the full length, sends half and closes. */
function sendHalf(response: ServerResponse, { status, headers, body }: HttpResponse): void {
  const bytes = Buffer.from(body || ' ')
  response.writeHead(status, { ...headers, 'Content-Length': bytes.length + 1 })
  response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => response.destroy())
}

async function read(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    size += bytes.length
    if (size > LARGEST_BODY) return undefined
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}
