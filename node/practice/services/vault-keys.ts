import * as z from 'zod'
import { MANAGED_HSM_AUDIENCE, ORIGINS, storeOrigin } from '../addresses.ts'
import { callerOf, type SignInProblem } from '../authentication.ts'
import { guid, hex, modulus } from '../random.ts'
import {
  type AuthenticatedCall,
  bodyOf,
  dispatch,
  json,
  type Practice,
  type Route,
  route,
  type Service,
  ServiceRefusal,
} from '../service.ts'
import { type KeyState, type KeyVersionState, same, type VaultState } from '../state.ts'
import { requireKeyVaultVersion } from './api-versions.ts'
import { deletedKeyRoutes, requireNameFree } from './deleted-keys.ts'
import { attributesJson, badParameter, bundle, keyNotFound } from './key-bundle.ts'
import { rotationRoutes } from './key-rotation.ts'
import { localRoleRoutes } from './local-roles.ts'
import { page, RESOURCES_PAGE } from './resource-scope.ts'
import { READ_KEYS, requireAccess, vaultOf } from './vault-door.ts'

/** Key Vault data plane: keys of a vault or Managed HSM, each with its host. */

const audienceOf = ({ managedHsm }: VaultState): string => (managedHsm ? MANAGED_HSM_AUDIENCE : 'https://vault.azure.net')

const attributes = z.looseObject({ enabled: z.boolean().nullish(), nbf: z.number().int().nullish(), exp: z.number().int().nullish() })

const createBody = z.looseObject({
  kty: z.string(),
  key_size: z.number().int().nullish(),
  crv: z.string().nullish(),
  key_ops: z.array(z.string()).nullish(),
  attributes: attributes.nullish(),
  tags: z.record(z.string(), z.string()).nullish(),
})

const importBody = z.looseObject({
  // `key_hsm`: wrapped by the HSM vendor's tool for the exchange key.
  key: z.looseObject({ kty: z.string(), key_hsm: z.string().nullish(), n: z.string().nullish(), key_ops: z.array(z.string()).nullish() }),
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
    const audience = audienceOf(vaultOf(call, practice))
    const login = await practice.addresses.served(ORIGINS.identity)
    const caller = callerOf(call, practice, [audience], (problem) => signInRefusal(problem, audience, login, practice))
    requireKeyVaultVersion(call.query.get('api-version'))
    const answer = dispatch(routes, { ...call, caller }, practice)
    if (answer) return answer
    throw new ServiceRefusal(404, 'NotFound', `No resource is found under the path '${call.url.pathname}'.`)
  },
  refuse: (refusal) =>
    json(refusal.status, { error: { code: refusal.code, message: refusal.message, ...refusal.detail } }, refusal.headers),
  headers(call, { random, state }) {
    const vault = state.vaults.find((entry) => storeOrigin(entry) === call.origin)
    return {
      'x-ms-keyvault-region': vault?.location ?? 'eastus',
      'x-ms-client-request-id': call.request.headers['x-ms-client-request-id'] ?? guid(random),
      'x-ms-request-id': guid(random),
      'x-ms-keyvault-service-version': '1.9.2633.1',
    }
  },
}

function signInRefusal(problem: SignInProblem, audience: string, login: string, { state }: Practice): ServiceRefusal {
  const challenge = { headers: { 'WWW-Authenticate': `Bearer authorization="${login}/${state.tenantId}", resource="${audience}"` } }
  const message =
    typeof problem === 'object'
      ? `AKV10022: Invalid audience. Expected ${audience}, found: ${problem.audience}.`
      : problem === 'missing'
        ? 'AKV10000: Request is missing a Bearer or PoP token.'
        : problem === 'expired'
          ? "[TokenExpired] Error validating token: 'S2S12086'."
          : `[BearerReadAccessTokenFailed] Error validating token: ${problem}.`
  return new ServiceRefusal(401, 'Unauthorized', message, challenge)
}

function find(call: AuthenticatedCall, practice: Practice, vault: VaultState): { key: KeyState; version: KeyVersionState } {
  const name = call.part('name')
  const key = practice.state.keys.find((entry) => same(entry.vault, vault.name) && same(entry.name, name))
  const wanted = call.url.pathname.split('/')[3]
  const version = wanted ? key?.versions.find((entry) => entry.version === wanted) : key?.versions.at(-1)
  if (key && version) return { key, version }
  throw keyNotFound(wanted ? `${name}/${wanted}` : name)
}

export function newVersion(body: z.infer<typeof createBody>, vault: VaultState, { clock, random }: Practice): KeyVersionState {
  const type = body.kty.toUpperCase()
  if (!['RSA', 'RSA-HSM', 'EC', 'EC-HSM'].includes(type)) throw badParameter(`Invalid value for property kty: '${body.kty}'.`)
  if (vault.managedHsm && !type.endsWith('-HSM')) throw badParameter(`Managed HSM keeps no keys of the type ${type}.`)
  if (type.endsWith('-HSM') && vault.sku !== 'premium' && !vault.managedHsm)
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

/** Creating an existing key adds a version. */
function create(call: AuthenticatedCall, practice: Practice) {
  const vault = requireAccess(call, practice, 'Microsoft.KeyVault/vaults/keys/create/action')
  const name = call.part('name')
  if (!/^[0-9a-z-]{1,127}$/i.test(name)) throw badParameter(`The request URI contains an invalid name: ${name}`)
  requireNameFree(practice.state, vault, name)
  return added(call, practice, vault, newVersion(bodyOf(call, createBody, 'BadParameter'), vault, practice))
}

function added(call: AuthenticatedCall, { state: { keys } }: Practice, vault: VaultState, version: KeyVersionState) {
  const name = call.part('name')
  const existing = keys.find((entry) => same(entry.vault, vault.name) && same(entry.name, name))
  const key = existing ?? { vault: vault.name, name, versions: [] }
  if (!existing) keys.push(key)
  key.versions.push(version)
  return json(200, bundle(call, vault, key, version))
}

/** Not unwrapped: every import is a key of 3072 bits. */
function importKey(call: AuthenticatedCall, practice: Practice) {
  const { state } = practice
  const vault = requireAccess(call, practice, 'Microsoft.KeyVault/vaults/keys/import/action')
  const name = call.part('name')
  requireNameFree(state, vault, name)
  const { key: given, attributes: wanted, tags } = bodyOf(call, importBody, 'BadParameter')
  const exchange = state.keys.some(
    (each) =>
      same(each.vault, vault.name) && each.versions.some(({ kty, operations }) => kty === 'RSA-HSM' && operations.join() === 'import'),
  )
  if (!given.key_hsm) throw badParameter('Only keys that an HSM wrapped are imported here.')
  if (!exchange) throw badParameter('The key is wrapped with no key exchange key of this vault.')
  const body = { kty: 'RSA-HSM', key_size: 3072, key_ops: given.key_ops, attributes: wanted, tags }
  return added(call, practice, vault, newVersion(body, vault, practice))
}

function read(call: AuthenticatedCall, practice: Practice) {
  const vault = requireAccess(call, practice, READ_KEYS)
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
  const vault = requireAccess(call, practice, READ_KEYS, true)
  const keys = practice.state.keys.filter((key) => same(key.vault, vault.name))
  const value = keys.flatMap((key) =>
    key.versions
      .slice(-1)
      .map((version) => ({ kid: `${call.url.origin}/keys/${key.name}`, attributes: attributesJson(version, vault), tags: version.tags })),
  )
  return json(200, { value, nextLink: null })
}

function listVersions(call: AuthenticatedCall, practice: Practice) {
  const vault = requireAccess(call, practice, READ_KEYS, true)
  const key = practice.state.keys.find((entry) => same(entry.vault, vault.name) && same(entry.name, call.part('name')))
  const value = (key?.versions ?? []).map((version) => ({
    kid: `${call.url.origin}/keys/${key?.name}/${version.version}`,
    attributes: attributesJson(version, vault),
    tags: version.tags,
  }))
  return json(200, { nextLink: null, ...page(call, value, RESOURCES_PAGE) })
}

const routes: readonly Route[] = [
  route('POST', '/keys/:name/create', create),
  route('GET', '/keys', listKeys),
  route('GET', '/keys/:name/versions', listVersions),
  ...localRoleRoutes,
  ...rotationRoutes,
  ...deletedKeyRoutes,
  route('GET', '/keys/:name', read),
  route('GET', '/keys/:name/:version', read),
  route('PUT', '/keys/:name', importKey),
  route('PATCH', '/keys/:name', update),
  route('PATCH', '/keys/:name/:version', update),
]
