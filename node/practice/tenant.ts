import type { Clock } from '#machines/engine/clock.ts'
import type { SignedInAccount } from '#machines/procedure/services/services.ts'
import { type Addresses, cloudAddresses, type ServiceName, serviceAt } from './addresses.ts'
import type { EnvironmentPayload } from './environment-payload.ts'
import type { HttpRequest, HttpResponse } from './exchange.ts'
import { ConnectionDropped } from './exchange.ts'
import { createFaults, type FaultRule, type Faults, insteadOf, onItsWay } from './faults.ts'
import type { Random } from './random.ts'
import type { Scenario } from './scenario.ts'
import { type Call, type Practice, type Service, ServiceRefusal } from './service.ts'
import { dataverse } from './services/dataverse.ts'
import { directory } from './services/directory.ts'
import { identity } from './services/identity/service.ts'
import { powerPlatform } from './services/power-platform.ts'
import { resourceManager } from './services/resource-manager.ts'
import { keyVault } from './services/vault-keys.ts'
import { settle } from './settling.ts'
import type { Person, TenantState, WriteRecord } from './state.ts'
import { turnedAway } from './throttling.ts'
import { audienceOf, createTokenMint, TOKEN_LIFETIME } from './tokens.ts'
import { addImported, buildState, type TenantWish } from './world.ts'

export interface PracticeTenantOptions extends TenantWish {
  readonly scenario: Scenario
  readonly clock: Clock
  readonly random: Random
  readonly addresses?: Addresses
  /** Additional environments as JSON of the admin API. */
  readonly environments?: readonly EnvironmentPayload[]
  /** Replaces all services except identity. @param request at the cloud's own address */
  readonly answers?: (request: HttpRequest) => HttpResponse
  /** Speed of the clock without sleepers; default 1. Tokens and device codes keep their real lifetime. */
  readonly pace?: number
  /** In practice milliseconds; default: an hour of real time. */
  readonly tokenLifetime?: number
  /** Other tenants of the cloud, for accounts in several. */
  readonly neighbors?: () => readonly PracticeTenant[]
  readonly faults?: readonly FaultRule[]
}

export interface PracticeTenant {
  readonly scenario: Scenario
  readonly tenantId: string
  readonly tenantDomain: string
  readonly clock: Clock
  /** Rules can be changed at any time. */
  readonly faults: Faults
  /** Answers a request. Rejects with `ConnectionDropped` for network failures and `NeverAnswered` for hangs. */
  handle(request: HttpRequest): Promise<HttpResponse>
  /**
   * A token as after signing in.
   * @param scope for example `https://management.azure.com/.default`
   * @param contexts authentication contexts that the sign-in has shown; default: none
   * @returns token and end, in milliseconds since 1970-01-01T00:00:00Z on the practice clock
   */
  tokenFor(personId: string, scope: string, contexts?: readonly string[]): { readonly token: string; readonly expiresOnTimestamp: number }
  account(personId: string): SignedInAccount
  inspect(): TenantState
  /** Current state without a copy, for frequent reads. @param read must not keep or change it */
  look<Seen>(read: (state: TenantState) => Seen): Seen
  writes(): readonly WriteRecord[]
  /** The next link fails after hours, as in the scenario of that name. */
  failNextLink(): { readonly callOff: () => void; readonly met: () => number }
}

const SERVICES: Readonly<Record<ServiceName, Service>> = {
  identity,
  'resource-manager': resourceManager,
  'power-platform': powerPlatform,
  'key-vault': keyVault,
  dataverse,
  directory,
}

export function createPracticeTenant(options: PracticeTenantOptions): PracticeTenant {
  const {
    scenario,
    clock,
    random,
    addresses,
    environments = [],
    answers,
    pace = 1,
    faults: rules,
    neighbors = () => [],
    tokenLifetime = TOKEN_LIFETIME * pace,
    ...wish
  } = options
  const state = buildState(scenario, clock.now(), random, wish)
  for (const payload of environments) addImported(state, payload)
  const mint = createTokenMint(state.tenantId, random, tokenLifetime)
  const practice: Practice = {
    state,
    clock,
    random,
    addresses: addresses ?? cloudAddresses,
    mint,
    pace,
    neighbors: () => neighbors().map((each) => each.look((its) => its)),
  }
  const faults = createFaults(rules)

  const person = (id: string): Person => {
    const found = state.people.find((entry) => entry.id === id)
    if (!found)
      throw new RangeError(
        `Nobody called '${id}' is in the practice tenant. There are ${state.people.map((entry) => entry.id).join(', ')}.`,
      )
    if (found.standing === 'outside') throw new RangeError(`${found.displayName} cannot sign in to the practice tenant.`)
    return found
  }

  return {
    scenario,
    tenantId: state.tenantId,
    tenantDomain: state.tenantDomain,
    clock,
    faults,
    handle: (request) => answer(request, practice, faults, answers),
    tokenFor(personId, scope, contexts) {
      const now = clock.now()
      const token = mint.forPerson(person(personId), audienceOf(scope) ?? scope, now, undefined, contexts)
      const claims = mint.read(token, now)
      if (typeof claims === 'string') throw new Error(`The practice tenant made a token that it does not accept: ${claims}.`)
      return { token, expiresOnTimestamp: claims.exp * 1000 }
    },
    account(personId) {
      const { objectId, userName, displayName, directoryRoles, home } = person(personId)
      return {
        objectId,
        userName,
        displayName,
        directoryRoles,
        tenantId: state.tenantId,
        tenantName: state.tenantName,
        ...(home ? { homeTenantId: home.tenantId } : {}),
      }
    },
    inspect() {
      settle(state, clock.now())
      return structuredClone(state)
    },
    look(read) {
      settle(state, clock.now())
      return read(state)
    },
    // Entries are immutable.
    writes: () => [...state.writes],
    failNextLink() {
      state.counters.linksToFail += 1
      const last = state.counters.linksToFail
      const isToCome = () => state.counters.linksToFail >= last
      return {
        callOff() {
          if (isToCome()) state.counters.linksToFail -= 1
        },
        met: () => (isToCome() ? 0 : 1),
      }
    },
  }
}

async function answer(
  request: HttpRequest,
  practice: Practice,
  faults: Faults,
  answers: PracticeTenantOptions['answers'],
): Promise<HttpResponse> {
  const { state, clock } = practice
  const called = new URL(request.url)
  // Some Azure clients write paths that begin with two slashes.
  const url = new URL(called.pathname.replaceAll(/\/{2,}/g, '/') + called.search, called.origin)
  const { origin, service } = serviceFor(url, practice)
  if (answers && service.name !== 'identity')
    return atServedAddresses(answers({ ...request, url: `${origin}${url.pathname}${url.search}` }), practice.addresses)
  state.counters.requests += 1
  settle(state, clock.now())
  const call: Call = { request, url, origin, query: url.searchParams, part: noParts }
  const fault = faults.meeting(request.method, url.pathname)
  const instead = fault && (await insteadOf(fault, service, call, practice))
  const before = changesSomething(call, service) ? all(state) : undefined
  const given = instead ?? turnedAway(practice, service, call) ?? (await handled(service, call, practice))
  if (before !== undefined) record(call, practice, given, before)
  const response = fault && !instead ? onItsWay(fault, service, given, call, practice) : given
  return {
    ...response,
    headers: { Date: new Date(clock.now()).toUTCString(), ...service.headers(call, practice), ...response.headers },
    body: request.method === 'HEAD' ? '' : response.body,
  }
}

async function atServedAddresses(response: HttpResponse, addresses: Addresses): Promise<HttpResponse> {
  const headers = JSON.stringify(response.headers)
  const named = new Set([...`${response.body} ${headers}`.matchAll(/https:\/\/[\w.-]+/g)].map(([origin]) => origin))
  const served = new Map<string, string>()
  for (const origin of named) served.set(origin, await addresses.served(origin))
  const put = (text: string): string => text.replaceAll(/https:\/\/[\w.-]+/g, (origin) => served.get(origin) ?? origin)
  return {
    ...response,
    body: put(response.body),
    headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, put(value)])),
  }
}

const noParts = (name: string): string => {
  throw new Error(`The part ${name} was asked for before the route was found.`)
}

async function handled(service: Service, call: Call, practice: Practice): Promise<HttpResponse> {
  try {
    return await service.handle(call, practice)
  } catch (reason) {
    if (reason instanceof ServiceRefusal) return service.refuse(reason, practice)
    throw reason
  }
}

/** At a shared address the path decides. */
function serviceFor(url: URL, { addresses }: Practice): { origin: string; service: Service } {
  const here = addresses.behind(url.origin).flatMap((origin) => {
    const name = serviceAt(origin)
    return name ? [{ origin, name }] : []
  })
  const named = (name: ServiceName) => here.find((entry) => entry.name === name)
  const byPath = /^\/providers\/Microsoft\.BusinessAppPlatform(\/|$)/i.test(url.pathname)
    ? named('power-platform')
    : /^\/(subscriptions|providers|tenants|metadata)(\/|$)/i.test(url.pathname)
      ? named('resource-manager')
      : named('identity')
  const found = byPath ?? here[0]
  if (!found) throw new ConnectionDropped(`getaddrinfo ENOTFOUND ${url.hostname}`)
  return { origin: found.origin, service: SERVICES[found.name] }
}

/** The name check is a POST without changes. */
const changesSomething = ({ request, url }: Call, { name }: Service): boolean =>
  !(['identity', 'directory'].includes(name) || ['GET', 'HEAD', 'OPTIONS'].includes(request.method)) &&
  !/\/checkNameAvailability$/i.test(url.pathname)

/** State without counters, for comparison. */
const all = ({ writes: _, counters: __, ...state }: TenantState): string => JSON.stringify(state)

function record({ request, url, origin }: Call, practice: Practice, response: HttpResponse, before: string): void {
  const { state, clock, mint } = practice
  if (response.status < 200 || response.status > 299) return
  const token = /^Bearer\s+(\S+)$/i.exec(request.headers['authorization'] ?? '')?.[1] ?? ''
  const claims = mint.read(token, clock.now())
  state.writes.push({
    at: clock.now(),
    method: request.method,
    origin,
    path: url.pathname,
    body: request.body,
    by: typeof claims === 'string' ? '' : claims.oid,
    status: response.status,
    changed: all(state) !== before,
  })
}
