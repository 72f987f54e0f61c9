import type { AccessToken, TokenCredential } from '@azure/core-auth'
import { createHttpHeaders, type HttpClient, RestError } from '@azure/core-rest-pipeline'
import { CLOUDS } from '../../../machines/cloud/cloud.ts'
import type { Clock } from '../../../machines/engine/clock.ts'
import type { Services, SignedInAccount } from '../../../machines/procedure/services.ts'
import type { Connection } from '../../../services/azure/connection.ts'
import { connectServices } from '../../../services/azure/services.ts'

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
export const PLACE = { subscriptionId: SUBSCRIPTION, resourceGroup: 'rg', name: 'kv1' }
export const ENVIRONMENT = 'dddddddd-0000-4000-8000-000000000001'
export const OPERATION_ADDRESS =
  'https://europe.api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform/lifecycleOperations/op1?api-version=2023-06-01'

type PortCall = readonly [name: string, call: (services: Services, signal?: AbortSignal) => Promise<unknown>]

/** Every call of every port, with arguments that are in order. */
export const PORT_CALLS: readonly PortCall[] = [
  ['listEnvironments', ({ powerPlatform }, signal) => powerPlatform.listEnvironments(signal)],
  ['readEnvironment', ({ powerPlatform }, signal) => powerPlatform.readEnvironment(ENVIRONMENT, signal)],
  ['enableManagedEnvironment', ({ powerPlatform }, signal) => powerPlatform.enableManagedEnvironment(ENVIRONMENT, signal)],
  ['linkEncryptionPolicy', ({ powerPlatform }, signal) => powerPlatform.linkEncryptionPolicy(ENVIRONMENT, '/regions/europe/x', signal)],
  ['unlinkEncryptionPolicy', ({ powerPlatform }, signal) => powerPlatform.unlinkEncryptionPolicy(ENVIRONMENT, '/regions/europe/x', signal)],
  ['readOperation', ({ powerPlatform }, signal) => powerPlatform.readOperation(OPERATION_ADDRESS, signal)],
  ['listOperations', ({ powerPlatform }, signal) => powerPlatform.listOperations(ENVIRONMENT, signal)],
  ['readIntegration', ({ dataverse }, signal) => dataverse.readIntegration('https://contoso.crm4.dynamics.com/', signal)],
  ['searchPeople', ({ directory }, signal) => directory.searchPeople('Avery', signal)],
  ['searchGroups', ({ directory }, signal) => directory.searchGroups('Keys', signal)],
  ['readPerson', ({ directory }, signal) => directory.readPerson(PRINCIPAL, signal)],
  ['readGroupName', ({ directory }, signal) => directory.readGroupName(PRINCIPAL, signal)],
  ['listGroupMembers', ({ directory }, signal) => directory.listGroupMembers(PRINCIPAL, signal)],
  ['listSubscriptions', ({ azure }, signal) => azure.listSubscriptions(signal)],
  ['listRegions', ({ azure }, signal) => azure.listRegions(SUBSCRIPTION, signal)],
  ['readProvider', ({ azure }, signal) => azure.readProvider(SUBSCRIPTION, signal)],
  ['registerProvider', ({ azure }, signal) => azure.registerProvider(SUBSCRIPTION, signal)],
  ['readResourceGroup', ({ azure }, signal) => azure.readResourceGroup(SUBSCRIPTION, 'rg', signal)],
  ['createResourceGroup', ({ azure }, signal) => azure.createResourceGroup(SUBSCRIPTION, { name: 'rg', location: 'westeurope' }, signal)],
  ['listVaults', ({ azure }, signal) => azure.listVaults(SUBSCRIPTION, signal)],
  ['readVault', ({ azure }, signal) => azure.readVault(SUBSCRIPTION, 'rg', 'kv1', signal)],
  [
    'createVault',
    ({ azure }, signal) =>
      azure.createVault(
        { subscriptionId: SUBSCRIPTION, resourceGroup: 'rg', name: 'kv1', location: 'westeurope', tenantId: account.tenantId },
        signal,
      ),
  ],
  ['turnOnPurgeProtection', ({ azure }, signal) => azure.turnOnPurgeProtection(SUBSCRIPTION, 'rg', 'kv1', signal)],
  ['addKeyAccessPolicy', ({ azure }, signal) => azure.addKeyAccessPolicy(SUBSCRIPTION, 'rg', 'kv1', PRINCIPAL, signal)],
  ['readKey', ({ azure }, signal) => azure.readKey('https://kv1.vault.azure.net/', 'cmk-key', signal)],
  [
    'createKey',
    ({ azure }, signal) => azure.createKey('https://kv1.vault.azure.net/', 'cmk-key', { size: 2048, inHardware: false }, signal),
  ],
  ['listManagedHsms', ({ azure }, signal) => azure.listManagedHsms(SUBSCRIPTION, signal)],
  ['readManagedHsm', ({ azure }, signal) => azure.readManagedHsm(SUBSCRIPTION, 'rg', 'hsm1', signal)],
  ['listLocalRoles', ({ azure }, signal) => azure.listLocalRoles('https://hsm1.managedhsm.azure.net/', '/keys', PRINCIPAL, signal)],
  ['readLocalPermissions', ({ azure }, signal) => azure.readLocalPermissions('https://hsm1.managedhsm.azure.net/', '/keys', signal)],
  [
    'assignLocalRole',
    ({ azure }, signal) =>
      azure.assignLocalRole('https://hsm1.managedhsm.azure.net/', { scope: '/keys', roleId: PRINCIPAL, principalId: PRINCIPAL }, signal),
  ],
  ['readVaultName', ({ azure }, signal) => azure.readVaultName(SUBSCRIPTION, 'kv1', signal)],
  ['listKeyVersions', ({ azure }, signal) => azure.listKeyVersions('https://kv1.vault.azure.net/', 'cmk-key', signal)],
  ['readKeyRotation', ({ azure }, signal) => azure.readKeyRotation('https://kv1.vault.azure.net/', 'cmk-key', signal)],
  ['readKeyResource', ({ azure }, signal) => azure.readKeyResource(PLACE, 'cmk-key', signal)],
  ['listKeyResourceVersions', ({ azure }, signal) => azure.listKeyResourceVersions(PLACE, 'cmk-key', signal)],
  ['createKeyResource', ({ azure }, signal) => azure.createKeyResource(PLACE, 'cmk-key', 3072, signal)],
  ['listPrivateDnsZones', ({ azure }, signal) => azure.listPrivateDnsZones({ ...PLACE, name: 'pe1' }, signal)],
  ['readDeletedKey', ({ azure }, signal) => azure.readDeletedKey('https://kv1.vault.azure.net/', 'cmk-key', signal)],
  [
    'createKeyVersion',
    ({ azure }, signal) => azure.createKeyVersion('https://kv1.vault.azure.net/', 'cmk-key', { size: 3072, inHardware: false }, signal),
  ],
  ['listPolicies', ({ azure }, signal) => azure.listPolicies(SUBSCRIPTION, signal)],
  ['readPolicy', ({ azure }, signal) => azure.readPolicy(SUBSCRIPTION, 'rg', 'policy', signal)],
  [
    'createPolicy',
    ({ azure }, signal) =>
      azure.createPolicy(
        { subscriptionId: SUBSCRIPTION, resourceGroup: 'rg', name: 'policy', location: 'europe', vaultId: VAULT_ID, keyName: 'cmk-key' },
        signal,
      ),
  ],
  ['listRoleAssignments', ({ azure }, signal) => azure.listRoleAssignments(VAULT_ID, PRINCIPAL, signal)],
  ['readPermissions', ({ azure }, signal) => azure.readPermissions(VAULT_ID, signal)],
  [
    'assignRole',
    ({ azure }, signal) =>
      azure.assignRole(
        {
          scope: VAULT_ID,
          subscriptionId: SUBSCRIPTION,
          roleId: 'e147488a-f6f5-4113-8e2d-b22465e65bf6',
          principalId: PRINCIPAL,
          principalType: 'ServicePrincipal',
        },
        signal,
      ),
  ],
]

/** Calls that an answer may satisfy without a body: the service accepted a long operation. */
export const ACCEPTING_CALLS: ReadonlySet<string> = new Set(['enableManagedEnvironment', 'linkEncryptionPolicy', 'unlinkEncryptionPolicy'])
