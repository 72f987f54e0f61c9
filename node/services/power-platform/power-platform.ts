import type { Answer, LifecycleOperation, Refusal } from '#machines/engine/answer.ts'
import type { Clock } from '#machines/engine/clock.ts'
import { MINUTE } from '#machines/engine/durations.ts'
import { API_VERSIONS } from '#machines/procedure/services/api-versions.ts'
import type { AcceptedOperation, Environment, PowerPlatformService } from '#machines/procedure/services/services.ts'
import { answerMessages, requestMessages } from '../answer-messages.ts'
import { ENVIRONMENTS_ANSWER } from '../azure/bounded-answer.ts'
import { type RestClient, type RestRequest, restClient } from '../azure/client-options.ts'
import type { Connection } from '../azure/connection.ts'
import { exchange, exchangeFor, readAnswer } from '../azure/exchange.ts'
import { type AllowedHost, HostNotAllowed, parseAddress, powerPlatformHost } from '../azure/hosts.ts'
import { withOptional } from '../azure/optional.ts'
import { isPage, refusedHere, unreadable } from '../azure/refusal.ts'
import { readList } from '../azure/rest-list.ts'
import { retryAfterSeconds } from '../azure/retry-after.ts'
import type { Received } from '../azure/trail.ts'
import { environmentPageSchema, environmentSchema } from './environment.ts'
import { newestFirst, operationPageSchema, operationSchema } from './operation.ts'

const PROVIDER = '/providers/Microsoft.BusinessAppPlatform'
const EXPAND = 'properties/enterprisePolicies,properties.permissions'

/** Tolerance for clock differences: older operations belong to other requests. */
const CLOCK_DIFFERENCE_MS = 5 * MINUTE

interface Client {
  readonly connection: Connection
  readonly rest: RestClient
  readonly allowed: AllowedHost
}

/**
 * Power Platform admin API. Created lazily by `connectServices`.
 * Decision 0018: which route and version is asked, and why the link's is another.
 */
export function connectPowerPlatform(connection: Connection): PowerPlatformService {
  const allowed = powerPlatformHost(connection.cloud)
  const client: Client = {
    connection,
    allowed,
    rest: restClient(connection, connection.cloud.powerPlatform.audience, allowed, ENVIRONMENTS_ANSWER),
  }
  const forEnvironment = async <T>(id: string, call: (id: string) => Promise<Answer<T>>): Promise<Answer<T>> =>
    // An empty ID would list all environments; a slash would change the route.
    /^[a-z0-9-]{1,100}$/i.test(id) ? call(id) : { ok: false, refusal: refusedHere('Environment', requestMessages.noEnvironment({ id })) }
  return {
    listEnvironments: (signal) => listEnvironments(client, signal),
    readEnvironment: (id, signal) => forEnvironment(id, (known) => readEnvironment(client, known, signal)),
    enableManagedEnvironment: (id, signal) => forEnvironment(id, (known) => enableManagedEnvironment(client, known, signal)),
    linkEncryptionPolicy: (id, systemId, signal) => forEnvironment(id, (known) => setPolicy(client, known, 'link', systemId, signal)),
    unlinkEncryptionPolicy: (id, systemId, signal) => forEnvironment(id, (known) => setPolicy(client, known, 'unlink', systemId, signal)),
    readOperation: (address, signal) => readOperation(client, address, signal),
    listOperations: (id, signal) => forEnvironment(id, (known) => listOperations(client, known, signal)),
  }
}

const send = ({ rest, connection }: Client, request: RestRequest, signal: AbortSignal | undefined): Promise<Answer<Received>> =>
  exchange(() => rest.send(request), connection.clock, signal)

function addressOf({ connection }: Client, path: string, query: Readonly<Record<string, string>>): string {
  // Not URLSearchParams, whose encoding of `$` and `+` isn't verified with these services.
  const parameters = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `${connection.cloud.powerPlatform.url}${PROVIDER}${path}?${parameters.join('&')}`
}

function listEnvironments(client: Client, signal?: AbortSignal): Promise<Answer<readonly Environment[]>> {
  const { clock } = client.connection
  return readList(
    environmentPageSchema,
    client.rest,
    addressOf(client, '/scopes/admin/environments', { 'api-version': API_VERSIONS.environments }),
    clock,
    signal,
  )
}

const isExpandRefused = ({ status, code }: Refusal): boolean => status === 400 && /expand|query/i.test(code ?? '')

/** Refuses the route or version, not the person or environment. */
const isRouteRefused = (refusal: Refusal): boolean =>
  refusal.code === 'InvalidApiVersion' ||
  refusal.status === 405 ||
  (refusal.status === 404 && refusal.code !== 'EnvironmentNotFound') ||
  isExpandRefused(refusal)

async function readEnvironment(client: Client, id: string, signal?: AbortSignal): Promise<Answer<Environment>> {
  const { clock } = client.connection
  const read = (url: string) => exchangeFor(environmentSchema, () => client.rest.send({ method: 'GET', url }), clock, signal)
  const answer = await read(
    addressOf(client, `/scopes/admin/environments/${id}`, { $expand: EXPAND, 'api-version': API_VERSIONS.environments }),
  )
  if (answer.ok || !isRouteRefused(answer.refusal)) return answer
  // Without it, an environment in a policy may look like one outside.
  const expand: Readonly<Record<string, string>> = isExpandRefused(answer.refusal) ? {} : { $expand: EXPAND }
  const unscoped = await read(addressOf(client, `/environments/${id}`, { ...expand, 'api-version': API_VERSIONS.unscopedEnvironments }))
  return unscoped.ok ? unscoped : answer
}

async function enableManagedEnvironment(client: Client, id: string, signal?: AbortSignal): Promise<Answer<AcceptedOperation>> {
  const url = addressOf(client, `/environments/${id}/governanceConfiguration`, { 'api-version': API_VERSIONS.governance })
  const body = { protectionLevel: 'Standard', settings: { extendedSettings: {} } }
  return startOperation(client, id, { method: 'POST', url, body }, signal)
}

function setPolicy(
  client: Client,
  id: string,
  verb: 'link' | 'unlink',
  systemId: string,
  signal?: AbortSignal,
): Promise<Answer<AcceptedOperation>> {
  // Only the unscoped route: the administrator's scope answers 404 here (PowerPlatform-EnterprisePolicies, pull request 165).
  const url = addressOf(client, `/environments/${id}/enterprisePolicies/Encryption/${verb}`, { 'api-version': API_VERSIONS.link })
  return startOperation(client, id, { method: 'POST', url, body: { SystemId: systemId } }, signal)
}

/** Last path part after `lifecycleOperations` or `operations`. */
function operationIdOf(address: URL): string | undefined {
  return /\/(?:lifecycleOperations|operations)\/([^/]+)\/?$/i.exec(address.pathname)?.[1]
}

/**
 * Operation of a 202, from `Operation-Location` or `Location` in any case. Drops addresses outside this cloud's hosts, which polling would
 * refuse; the environment's list still has the operation.
 */
function acceptedFrom(received: Received, allowed: AllowedHost, clock: Clock): AcceptedOperation {
  const addresses = [received.header('operation-location'), received.header('location')].map((value) => parseAddress(value ?? ''))
  const address = addresses.find((url) => url && allowed(url))
  return withOptional(
    {},
    {
      address: address?.toString(),
      id: address && operationIdOf(address),
      retryAfterSeconds: retryAfterSeconds(received.header('retry-after'), clock.now(), received.header('date')),
    },
  )
}

async function startOperation(client: Client, id: string, request: RestRequest, signal?: AbortSignal): Promise<Answer<AcceptedOperation>> {
  const { clock } = client.connection
  const startedAt = clock.now()
  const answer = await send(client, request, signal)
  if (!answer.ok) return answer
  if (isPage(answer.value)) return { ok: false, refusal: unreadable(answer.value, answerMessages.page, clock) }
  const accepted = acceptedFrom(answer.value, client.allowed, clock)
  if (accepted.address !== undefined || answer.value.status === 204) return { ok: true, value: accepted }
  return { ok: true, value: withOptional(accepted, { id: await newestOperation(client, id, startedAt, signal) }) }
}

/** The started operation, if the service named none. An accepted request stays accepted even if this is unreadable. */
async function newestOperation(client: Client, id: string, startedAt: number, signal?: AbortSignal): Promise<string | undefined> {
  const operations = await listOperations(client, id, signal)
  const newest = operations.ok ? operations.value[0] : undefined
  if (!newest?.createdAt || Date.parse(newest.createdAt) < startedAt - CLOCK_DIFFERENCE_MS) return undefined
  return newest.id
}

async function readOperation(client: Client, address: string, signal?: AbortSignal): Promise<Answer<LifecycleOperation>> {
  const { clock } = client.connection
  const url = parseAddress(address)
  if (!url || !client.allowed(url))
    return { ok: false, refusal: refusedHere(`GET ${url?.pathname ?? 'operation'}`, new HostNotAllowed(url?.host ?? '').why) }
  const answer = await send(client, { method: 'GET', url: url.toString() }, signal)
  if (!answer.ok) return answer
  const received = answer.value
  const wait = { retryAfterSeconds: retryAfterSeconds(received.header('retry-after'), clock.now(), received.header('date')) }
  if (received.status === 202 && received.text.trim() === '') {
    // 202 without content means "not done yet".
    return {
      ok: true,
      value: withOptional({ id: operationIdOf(url) ?? '', type: '', state: 'running' as const, stateWord: '202', stages: [] }, wait),
    }
  }
  const operation = readAnswer(received, operationSchema, clock)
  return operation.ok ? { ok: true, value: withOptional(operation.value, wait) } : operation
}

async function listOperations(client: Client, id: string, signal?: AbortSignal): Promise<Answer<readonly LifecycleOperation[]>> {
  const { clock } = client.connection
  const first = addressOf(client, '/lifecycleOperations', { 'api-version': API_VERSIONS.operations, $filter: `environment eq '${id}'` })
  const operations = await readList(operationPageSchema, client.rest, first, clock, signal)
  return operations.ok ? { ok: true, value: newestFirst(operations.value) } : operations
}
