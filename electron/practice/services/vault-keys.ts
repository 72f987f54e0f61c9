import * as z from 'zod'
import { ORIGINS, vaultOrigin } from '../addresses.ts'
import { callerOf, type SignInProblem } from '../authentication.ts'
import { ConnectionDropped } from '../exchange.ts'
import { guid, hex, modulus } from '../random.ts'
import { mayInVault, permissionFor } from '../rights.ts'
import {
  type AuthenticatedCall,
  bodyOf,
  type Call,
  dispatch,
  json,
  type Practice,
  type Route,
  route,
  type Service,
  ServiceRefusal,
} from '../service.ts'
import { type KeyState, type KeyVersionState, same, type VaultState, vaultId } from '../state.ts'

/** Key Vault, data plane: the keys of one vault. Every vault has a host of its own. */

const AUDIENCE = 'https://vault.azure.net'

const attributes = z.looseObject({ enabled: z.boolean().nullish(), nbf: z.number().int().nullish(), exp: z.number().int().nullish() })

const createBody = z.looseObject({
  kty: z.string(),
  key_size: z.number().int().nullish(),
  crv: z.string().nullish(),
  key_ops: z.array(z.string()).nullish(),
  attributes: attributes.nullish(),
  tags: z.record(z.string(), z.string()).nullish(),
})

const updateBody = z.looseObject({
  key_ops: z.array(z.string()).nullish(),
  attributes: attributes.nullish(),
  tags: z.record(z.string(), z.string()).nullish(),
})

const ALL_OPERATIONS = ['encrypt', 'decrypt', 'sign', 'verify', 'wrapKey', 'unwrapKey']

export const keyVault: Service = {
  name: 'key-vault',
  async handle(call, practice) {
    vaultOf(call, practice)
    const login = await practice.addresses.served(ORIGINS.identity)
    const caller = callerOf(call, practice, [AUDIENCE], (problem) => signInRefusal(problem, login, practice))
    const version = call.query.get('api-version') ?? ''
    if (!/^(7\.\d(-preview(\.\d+)?)?|\d{4}-\d{2}-\d{2}(-preview)?)$/.test(version))
      throw badParameter(
        version
          ? `The specified version (${version}) is not recognized. Consider using the latest supported version (2025-07-01).`
          : 'api-version must be specified',
      )
    const answer = dispatch(routes, { ...call, caller }, practice)
    if (answer) return answer
    throw new ServiceRefusal(404, 'NotFound', `No resource is found under the path '${call.url.pathname}'.`)
  },
  refuse: (refusal) =>
    json(refusal.status, { error: { code: refusal.code, message: refusal.message, ...refusal.detail } }, refusal.headers),
  headers(call, { random, state }) {
    const vault = state.vaults.find((entry) => vaultOrigin(entry.name) === call.origin)
    return {
      'x-ms-keyvault-region': vault?.location ?? 'eastus',
      'x-ms-client-request-id': call.request.headers['x-ms-client-request-id'] ?? guid(random),
      'x-ms-request-id': guid(random),
      'x-ms-keyvault-service-version': '1.9.2633.1',
    }
  },
}

/** A vault that does not exist, or whose name is not registered yet, has no address that could be reached. */
function vaultOf(call: Call, { state }: Practice): VaultState {
  const vault = state.vaults.find((entry) => vaultOrigin(entry.name) === call.origin)
  if (vault?.provisioningState !== 'Succeeded') throw new ConnectionDropped(`getaddrinfo ENOTFOUND ${new URL(call.origin).hostname}`)
  return vault
}

function signInRefusal(problem: SignInProblem, login: string, { state }: Practice): ServiceRefusal {
  const challenge = { headers: { 'WWW-Authenticate': `Bearer authorization="${login}/${state.tenantId}", resource="${AUDIENCE}"` } }
  const message =
    typeof problem === 'object'
      ? `AKV10022: Invalid audience. Expected ${AUDIENCE}, found: ${problem.audience}.`
      : problem === 'missing'
        ? 'AKV10000: Request is missing a Bearer or PoP token.'
        : problem === 'expired'
          ? "[TokenExpired] Error validating token: 'S2S12086'."
          : `[BearerReadAccessTokenFailed] Error validating token: ${problem}.`
  return new ServiceRefusal(401, 'Unauthorized', message, challenge)
}

const badParameter = (message: string): ServiceRefusal => new ServiceRefusal(400, 'BadParameter', message)

const forbidden = (inner: string, message: string): ServiceRefusal =>
  new ServiceRefusal(403, 'Forbidden', message, { detail: { innererror: { code: inner } } })

/** The firewall comes first, then the vault's own permission model. */
function requireAccess(call: AuthenticatedCall, practice: Practice, action: string, listing = false): VaultState {
  const vault = vaultOf(call, practice)
  const { caller } = call
  const who = `appid=${caller.clientId};oid=${caller.objectId};iss=https://sts.windows.net/${practice.state.tenantId}/`
  const where = `${vault.name};location=${vault.location}`
  if (same(vault.publicNetworkAccess, 'Disabled')) {
    throw forbidden(
      'ForbiddenByConnection',
      'Public network access is disabled and request is not from a trusted service nor via an approved private link.\r\nCaller: ' +
        who +
        '\r\nVault: ' +
        where,
    )
  }
  if (same(vault.networkAcls?.defaultAction, 'Deny')) {
    throw forbidden(
      'ForbiddenByFirewall',
      `Client address is not authorized and caller is not a trusted service.\r\nClient address: 203.0.113.7\r\nCaller: ${who}\r\nVault: ${where}`,
    )
  }
  const key = /^\/keys\/([^/]+)/i.exec(call.url.pathname)?.[1]
  const resource = key ? `${vaultId(vault)}/keys/${key}` : vaultId(vault)
  if (mayInVault(practice.state, vault, caller.objectId, action, practice.clock.now(), resource, listing)) return vault
  if (vault.enableRbacAuthorization) {
    throw forbidden(
      'ForbiddenByRbac',
      `Caller is not authorized to perform action on resource.\r\nIf role assignments, deny assignments or role definitions were changed recently, please observe propagation time.\r\nCaller: ${who}\r\nAction: '${action}'\r\nResource: '${resource.toLowerCase()}'\r\nAssignment: (not found)\r\nDenyAssignmentId: null\r\nDecisionReason: null \r\nVault: ${where}\r\n`,
    )
  }
  throw forbidden(
    'ForbiddenByPolicy',
    `The user, group or application '${who}' does not have keys ${permissionFor(action, listing)} permission on key vault '${where}'. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125287`,
  )
}

const READ = 'Microsoft.KeyVault/vaults/keys/read'

/** Unix seconds. */
const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000)

/** The recovery level is an independent proof of purge protection. */
function recoveryLevel(vault: VaultState): string {
  const custom = vault.softDeleteRetentionInDays < 90 ? 'Customized' : ''
  return vault.enablePurgeProtection ? `${custom}Recoverable` : `${custom}Recoverable+Purgeable`
}

function attributesJson(version: KeyVersionState, vault: VaultState) {
  return {
    enabled: version.enabled,
    ...(version.notBefore === undefined ? {} : { nbf: seconds(version.notBefore) }),
    ...(version.expires === undefined ? {} : { exp: seconds(version.expires) }),
    created: seconds(version.createdAt),
    updated: seconds(version.updatedAt),
    recoveryLevel: recoveryLevel(vault),
    recoverableDays: vault.softDeleteRetentionInDays,
    exportable: false,
  }
}

function bundle(call: Call, vault: VaultState, key: KeyState, version: KeyVersionState) {
  const numbers = version.n
    ? { n: version.n, e: 'AQAB' }
    : { crv: version.curve, x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU', y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0' }
  return {
    key: { kid: `${call.url.origin}/keys/${key.name}/${version.version}`, kty: version.kty, key_ops: version.operations, ...numbers },
    attributes: attributesJson(version, vault),
    tags: version.tags,
  }
}

function find(call: AuthenticatedCall, practice: Practice, vault: VaultState): { key: KeyState; version: KeyVersionState } {
  const name = call.part('name')
  const key = practice.state.keys.find((entry) => same(entry.vault, vault.name) && same(entry.name, name))
  const wanted = call.url.pathname.split('/')[3]
  const version = wanted ? key?.versions.find((entry) => entry.version === wanted) : key?.versions.at(-1)
  if (key && version) return { key, version }
  throw new ServiceRefusal(
    404,
    'KeyNotFound',
    `A key with (name/id) ${wanted ? `${name}/${wanted}` : name} was not found in this key vault. If you recently deleted this key you may be able to recover it using the correct recovery command. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125182`,
  )
}

function newVersion(body: z.infer<typeof createBody>, vault: VaultState, { clock, random }: Practice): KeyVersionState {
  const type = body.kty.toUpperCase()
  if (!['RSA', 'RSA-HSM', 'EC', 'EC-HSM'].includes(type)) throw badParameter(`Invalid value for property kty: '${body.kty}'.`)
  if (type.endsWith('-HSM') && vault.sku !== 'premium')
    throw badParameter(`Hardware-protected keys need a premium vault; '${vault.name}' is a standard vault.`)
  const size = body.key_size ?? 2048
  if (type.startsWith('RSA') && ![2048, 3072, 4096].includes(size)) throw badParameter(`RSA key size ${size} is not supported.`)
  const at = clock.now()
  return {
    version: hex(random, 32),
    kty: type,
    ...(type.startsWith('RSA') ? { n: modulus(random, size / 8) } : { curve: body.crv ?? 'P-256' }),
    operations: body.key_ops ?? (type.startsWith('RSA') ? ALL_OPERATIONS : ['sign', 'verify']),
    enabled: body.attributes?.enabled ?? true,
    ...(body.attributes?.nbf ? { notBefore: body.attributes.nbf * 1000 } : {}),
    ...(body.attributes?.exp ? { expires: body.attributes.exp * 1000 } : {}),
    createdAt: at,
    updatedAt: at,
    tags: body.tags ?? {},
  }
}

/** Creating a key that exists makes a new version of it. */
function create(call: AuthenticatedCall, practice: Practice) {
  const { state } = practice
  const vault = requireAccess(call, practice, 'Microsoft.KeyVault/vaults/keys/create/action')
  const name = call.part('name')
  if (!/^[0-9a-z-]{1,127}$/i.test(name)) throw badParameter(`The request URI contains an invalid name: ${name}`)
  const version = newVersion(bodyOf(call, createBody, 'BadParameter'), vault, practice)
  const key = state.keys.find((entry) => same(entry.vault, vault.name) && same(entry.name, name)) ?? {
    vault: vault.name,
    name,
    versions: [],
  }
  if (key.versions.length === 0) state.keys.push(key)
  key.versions.push(version)
  return json(200, bundle(call, vault, key, version))
}

function read(call: AuthenticatedCall, practice: Practice) {
  const vault = requireAccess(call, practice, READ)
  const { key, version } = find(call, practice, vault)
  return json(200, bundle(call, vault, key, version))
}

function update(call: AuthenticatedCall, practice: Practice) {
  const vault = requireAccess(call, practice, 'Microsoft.KeyVault/vaults/keys/update/action')
  const { key, version } = find(call, practice, vault)
  const body = bodyOf(call, updateBody, 'BadParameter')
  version.enabled = body.attributes?.enabled ?? version.enabled
  if (body.attributes?.nbf) version.notBefore = body.attributes.nbf * 1000
  if (body.attributes?.exp) version.expires = body.attributes.exp * 1000
  version.tags = body.tags ?? version.tags
  version.updatedAt = practice.clock.now()
  return json(200, bundle(call, vault, key, version))
}

function listKeys(call: AuthenticatedCall, practice: Practice) {
  const vault = requireAccess(call, practice, READ, true)
  const keys = practice.state.keys.filter((key) => same(key.vault, vault.name))
  const value = keys.flatMap((key) =>
    key.versions
      .slice(-1)
      .map((version) => ({ kid: `${call.url.origin}/keys/${key.name}`, attributes: attributesJson(version, vault), tags: version.tags })),
  )
  return json(200, { value, nextLink: null })
}

function listVersions(call: AuthenticatedCall, practice: Practice) {
  const vault = requireAccess(call, practice, READ, true)
  const key = practice.state.keys.find((entry) => same(entry.vault, vault.name) && same(entry.name, call.part('name')))
  const value = (key?.versions ?? []).map((version) => ({
    kid: `${call.url.origin}/keys/${key?.name}/${version.version}`,
    attributes: attributesJson(version, vault),
    tags: version.tags,
  }))
  return json(200, { value, nextLink: null })
}

/** No rotation policy is kept here; this is what a key without one answers. */
function rotationPolicy(call: AuthenticatedCall, practice: Practice) {
  const vault = requireAccess(call, practice, 'Microsoft.KeyVault/vaults/keyrotationpolicies/read')
  const name = call.part('name')
  if (!practice.state.keys.some((entry) => same(entry.vault, vault.name) && same(entry.name, name)))
    throw new ServiceRefusal(404, 'KeyNotFound', `A key with (name/id) ${name} was not found in this key vault.`)
  return json(200, {
    id: `${call.url.origin}/keys/${name}/rotationpolicy`,
    lifetimeActions: [{ trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'Notify' } }],
    attributes: {},
  })
}

const routes: readonly Route[] = [
  route('POST', '/keys/:name/create', create),
  route('GET', '/keys', listKeys),
  route('GET', '/keys/:name/versions', listVersions),
  route('GET', '/keys/:name/rotationpolicy', rotationPolicy),
  route('GET', '/keys/:name', read),
  route('GET', '/keys/:name/:version', read),
  route('PATCH', '/keys/:name', update),
  route('PATCH', '/keys/:name/:version', update),
]
