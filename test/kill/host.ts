import { get } from 'node:http'
import { createInterface } from 'node:readline'
import type { TokenCredential } from '@azure/core-auth'
import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline'
import * as z from 'zod'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import { createKeysHost } from '#node/host/customer-managed-keys.ts'
import { createPracticeClock, type PracticeClock } from '#node/practice/clock.ts'
import { sitBefore } from '#node/practice/presenting/walk/person.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import { thisRun } from '#node/records/engagement/this-run.ts'
import { connectServices } from '#node/services/azure/services.ts'
import { keepingTokens } from '#node/services/identity/kept-tokens.ts'
import type { Identity } from '#node/services/open-tenant.ts'
import type { Container } from '#node/services/storage/container.ts'
import { goingOn, wayOf } from '../faults/afterwards.ts'
import { type Told, whoHasItFixed } from '../faults/person.ts'
import { shapeOf } from '../faults/shape.ts'
import { leapingTime } from '../leaping-time.ts'
import { Instants, watchFiles } from './instants.ts'
import { afterAKill } from './person.ts'
import { asked, FAILED, MEANT_FOR, type Order, type Said, SIGN_IN, TIME } from './walk.ts'

/**
 * The process that is killed: the wizard as main holds it, without a window. The tenant and its clock are in another process, and
 * live on. When it has come to the end of a walk it can be asked for another, as a person opens another engagement.
 */

const say = (line: Said): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

/** Microsoft's own client over a socket, to where the tenant answers. */
function over(address: string, clock: PracticeClock, instants: Instants): HttpClient {
  const client = createDefaultHttpClient()
  return {
    sendRequest(request) {
      const meant = new URL(request.url)
      request.headers.set(MEANT_FOR, meant.origin)
      request.headers.set(TIME, String(clock.now()))
      request.url = address + meant.pathname + meant.search
      request.allowInsecureConnection = true
      return instants.at('request', `${request.method} ${shapeOf(meant.pathname)}`, async () => {
        try {
          return await client.sendRequest(request)
        } finally {
          // A request that is tried again goes the same way once more.
          request.url = meant.href
        }
      })
    },
  }
}

const account = z.object({
  objectId: z.string(),
  userName: z.string(),
  displayName: z.string(),
  tenantId: z.string(),
  tenantName: z.string(),
  directoryRoles: z.array(z.string()),
})
const token = z.object({ token: z.string(), expiresOnTimestamp: z.number() })

async function ask<Answer>(address: string, path: string, clock: PracticeClock, shape: z.ZodType<Answer>): Promise<Answer> {
  const text = await new Promise<string>((resolve, reject) => {
    get(address + path, { headers: { [MEANT_FOR]: SIGN_IN, [TIME]: String(clock.now()) } }, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => {
        body += chunk
      })
      response.on('end', () => resolve(body))
    }).on('error', reject)
  })
  return shape.parse(JSON.parse(text))
}

function identityAt({ address }: Order, clock: PracticeClock, instants: Instants): Identity {
  return {
    async signIn() {
      const signedIn = await ask(address, '/account', clock, account)
      const cloud = CLOUDS.commercial
      const credential: TokenCredential = {
        getToken: (scopes) => ask(address, `/token?scope=${encodeURIComponent(String(scopes))}`, clock, token),
      }
      const services = connectServices({
        cloud,
        clock,
        account: signedIn,
        random: Math.random,
        credential: keepingTokens(credential, () => clock.now()),
        httpClient: over(address, clock, instants),
      })
      // The same pauses in each walk: with drawn ones a role is sometimes given at the fifth try, and sometimes at the sixth.
      const random = (): number => 0.5
      return { ok: true, open: { cloud, clock, services, tenant: { account: signedIn, cloud: cloud.name }, random } }
    },
    listTenants: () => Promise.reject(new Error('The tenant is known.')),
    signOut: async () => undefined,
    holdSecret: () => undefined,
  }
}

async function storeOfTheTeam(folder: string, at: NonNullable<Order['team']>, clock: PracticeClock, instants: Instants) {
  // Its client is large, and each process that is started loads what is named above.
  const [{ teamStore }, { containerAt }] = await Promise.all([
    import('#node/records/team/team-store.ts'),
    import('../node/records/team/azurite.ts'),
  ])
  const store = teamStore({ container: watched(containerAt(at), instants), folder, holding: thisRun(), now: () => clock.now() })
  await store.connect()
  return store
}

/** Each request to the store is a place where it can be killed. */
function watched(container: Container, instants: Instants): Container {
  const at =
    <Given extends readonly unknown[], Result>(name: string, ask: (...given: Given) => Promise<Result>) =>
    (...given: Given): Promise<Result> =>
      instants.at('request', `store ${name}`, () => ask(...given))
  return {
    largestAppend: container.largestAppend,
    protection: at('protection', container.protection),
    list: at('list', container.list),
    head: at('head', container.head),
    read: at('read', container.read),
    put: at('put', container.put),
    remove: at('remove', container.remove),
    createLog: at('createLog', container.createLog),
    append: at('append', container.append),
    describe: at('describe', container.describe),
    acquire: at('acquire', container.acquire),
    renew: at('renew', container.renew),
    release: at('release', container.release),
    breakLease: at('breakLease', container.breakLease),
  }
}

const FIVE_MINUTES = 5 * 60_000

/** @returns what closes the walk's wizard */
async function walk(asked: Order): Promise<() => Promise<void>> {
  const way = wayOf(asked.walk)
  const clock = createPracticeClock(leapingTime)
  clock.advance(asked.now - clock.now())
  const instants = new Instants(asked.instant, (each) => {
    if (asked.tellPlaces) say({ say: 'place', ...each, at: clock.now() })
  })
  watchFiles(asked.folder, instants)
  const host = createKeysHost({
    openPractice: () => Promise.reject(new Error('Nothing is practised here.')),
    identity: identityAt(asked, clock, instants),
    scenarios: [],
    store: asked.team
      ? await storeOfTheTeam(asked.folder, asked.team, clock, instants)
      : engagementStore(asked.folder, thisRun(), () => clock.now()),
    wall: () => clock.now(),
  })
  say({ say: 'begun' })
  const putRight = ({ title }: Told): void => {
    say({ say: 'told', title })
    // A person doesn't select "Check again" in the same instant: some messages ask to wait five minutes.
    clock.advance(FIVE_MINUTES)
  }
  const [onReturn, further] = [afterAKill(host, say), goingOn(way)]
  // It stays where it ended until it is asked to stop, or killed.
  void sitBefore(
    host,
    whoHasItFixed(way.scenario, putRight, (view) => onReturn(view) ?? further(view)),
  ).then((end) => say({ say: 'end', view: host.view(), ...(end.end === 'lost' ? { why: end.why } : {}) }))
  return () => host.stop()
}

async function walkWhenAsked(): Promise<void> {
  let close = async (): Promise<void> => undefined
  for await (const line of createInterface({ input: process.stdin })) {
    const next = asked.parse(JSON.parse(line))
    if (next === 'stop') {
      await close()
      say({ say: 'stopped' })
    } else close = await walk(next)
  }
  process.exit(0)
}

process.once('uncaughtException', (error) => {
  console.error(error)
  process.exit(FAILED)
})

// The bundle is a CommonJS script, which awaits nothing at its top.
void walkWhenAsked()
