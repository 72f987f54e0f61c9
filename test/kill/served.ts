import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createPracticeClock, type PracticeClock } from '#node/practice/clock.ts'
import { ConnectionDropped } from '#node/practice/exchange.ts'
import { seededRandom } from '#node/practice/random.ts'
import type { Scenario } from '#node/practice/scenario.ts'
import { createPracticeTenant, type PracticeTenant } from '#node/practice/tenant.ts'
import { leapingTime } from '../leaping-time.ts'
import { MEANT_FOR, SIGN_IN, TIME } from './walk.ts'

/** A link of five minutes has all stages that one of a day has, and less of the same look. In milliseconds. */
const LINK_DURATION = 5 * 60_000

/** The practice tenant on loopback, in a process that is never killed. */
export interface ServedTenant {
  readonly tenant: PracticeTenant
  readonly clock: PracticeClock
  readonly address: string
  /** Called after a request was carried out, before its answer leaves. */
  carriedOut?: (request: { readonly method: string; readonly path: string }) => void
  close(): void
}

/** @param seed what the tenant draws its ids from */
export async function serve(scenario: Scenario, seed: string): Promise<ServedTenant> {
  const clock = createPracticeClock(leapingTime)
  const tenant = createPracticeTenant({ scenario, clock, random: seededRandom(seed), linkDuration: LINK_DURATION })
  const server = createServer((request, response) => {
    respond(request, response, served).catch((error: unknown) => {
      // No host of that name, a vault for example whose name is not known everywhere yet: the connection breaks.
      if (!(error instanceof ConnectionDropped)) console.error(error)
      request.socket.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const listening = server.address()
  if (typeof listening !== 'object' || listening === null) throw new Error('The tenant is not served.')
  const served: ServedTenant = {
    tenant,
    clock,
    address: `http://127.0.0.1:${listening.port}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
  return served
}

async function respond(request: IncomingMessage, response: ServerResponse, served: ServedTenant): Promise<void> {
  const { tenant, clock } = served
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  const { [MEANT_FOR]: origin = '', [TIME]: time = '', ...rest } = headers
  // Its time is the caller's time: what is slept there has passed here.
  clock.advance(Math.max(0, Number(time) - clock.now()))
  const url = new URL(`${origin}${request.url}`)
  if (origin === SIGN_IN) {
    const answer =
      url.pathname === '/account'
        ? tenant.account(tenant.scenario.person)
        : tenant.tokenFor(tenant.scenario.person, url.searchParams.get('scope') ?? '')
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    return
  }
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const method = request.method ?? 'GET'
  const answer = await tenant.handle({ method, url: url.href, headers: rest, body: Buffer.concat(chunks).toString('utf8') })
  served.carriedOut?.({ method, path: url.pathname })
  response.writeHead(answer.status, { ...answer.headers }).end(answer.body)
}
