import type { AccessToken, TokenCredential } from '@azure/core-auth'
import { createHttpHeaders, type HttpClient, RestError } from '@azure/core-rest-pipeline'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import type { Clock } from '#machines/engine/clock.ts'
import type { Services, SignedInAccount } from '#machines/procedure/services/services.ts'
import type { Connection } from '#node/services/azure/connection.ts'
import { connectServices } from '#node/services/azure/services.ts'

export interface Seen {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Reply {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** The connection breaks instead of an answer. */
export const BROKEN = 'broken'

export type Answering = (request: Seen) => Reply | typeof BROKEN | Promise<Reply | typeof BROKEN>

/** Answers requests in process; a string body goes out as it is, anything else as JSON. */
export function standIn(answer: Answering): { readonly httpClient: HttpClient; readonly seen: Seen[] } {
  const seen: Seen[] = []
  const httpClient: HttpClient = {
    async sendRequest(request) {
      const headers = request.headers.toJSON()
      const known: Seen = {
        method: request.method,
        url: new URL(request.url),
        headers,
        body: typeof request.body === 'string' ? request.body : '',
      }
      seen.push(known)
      const reply = await answer(known)
      if (reply === BROKEN) throw new RestError('read ECONNRESET', { code: 'ECONNRESET', request })
      const text = typeof reply.body === 'string' ? reply.body : reply.body === undefined ? '' : JSON.stringify(reply.body)
      return {
        request,
        status: reply.status,
        headers: createHttpHeaders({ 'content-type': 'application/json', ...reply.headers }),
        bodyAsText: text,
      }
    },
  }
  return { httpClient, seen }
}

/** Sleeps take no time, and the clock is later by as much as was slept. */
export function leapingClock(start = Date.UTC(2026, 0, 5, 9)): Clock & { readonly slept: number[] } {
  let now = start
  const slept: number[] = []
  return {
    slept,
    now: () => now,
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted()
      slept.push(milliseconds)
      now += Math.max(0, milliseconds)
    },
  }
}

export const account: SignedInAccount = {
  objectId: 'aaaaaaaa-0000-4000-8000-000000000001',
  userName: 'avery@contoso.com',
  displayName: 'Avery',
  tenantId: 'bbbbbbbb-0000-4000-8000-000000000001',
  tenantName: 'Contoso',
  directoryRoles: [],
}

/** A token that says which scopes it was asked for, so that a test can see who would have got it. */
export function credentialFor(asked: string[] = []): TokenCredential {
  return {
    async getToken(scopes): Promise<AccessToken> {
      const scope = [scopes].flat().join(' ')
      asked.push(scope)
      return { token: `for ${scope}`, expiresOnTimestamp: Date.now() + 3_600_000 }
    },
  }
}

export interface Bench {
  readonly services: Services
  readonly seen: Seen[]
  readonly slept: number[]
  readonly scopes: string[]
  readonly clock: Clock
}

/** The real clients, answered by a function. */
export function bench(answer: Answering, changes: Partial<Connection> = {}): Bench {
  const clock = leapingClock()
  const scopes: string[] = []
  const { httpClient, seen } = standIn(answer)
  const services = connectServices({
    cloud: CLOUDS.commercial,
    credential: credentialFor(scopes),
    account,
    clock,
    random: () => 0.5,
    httpClient,
    ...changes,
  })
  return { services, seen, slept: clock.slept, scopes, clock }
}

/** Key Vault answers its first request with the challenge that tells the client which token it wants. */
export const challenge: Reply = {
  status: 401,
  headers: {
    'WWW-Authenticate':
      'Bearer authorization="https://login.microsoftonline.com/bbbbbbbb-0000-4000-8000-000000000001", resource="https://vault.azure.net"',
  },
  body: { error: { code: 'Unauthorized', message: 'AKV10000: Request is missing a Bearer or PoP token.' } },
}

export const isVault = ({ url }: Seen): boolean => url.host.endsWith('.vault.azure.net')
export const isUnauthenticated = ({ headers }: Seen): boolean =>
  !Object.keys(headers).some((name) => name.toLowerCase() === 'authorization')

export const SUBSCRIPTION = '11111111-2222-4333-8444-555555555555'
export const PRINCIPAL = 'cccccccc-0000-4000-8000-000000000001'
export const VAULT_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv1`
export const ENVIRONMENT = 'dddddddd-0000-4000-8000-000000000001'
export const OPERATION_ADDRESS =
  'https://europe.api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform/lifecycleOperations/op1?api-version=2023-06-01'

/** Calls that an answer may satisfy without a body: the service accepted a long operation. */
export const ACCEPTING_CALLS: ReadonlySet<string> = new Set(['enableManagedEnvironment', 'linkEncryptionPolicy', 'unlinkEncryptionPolicy'])
