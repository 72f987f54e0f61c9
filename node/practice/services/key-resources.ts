import * as z from 'zod'
import { vaultOrigin } from '../addresses.ts'
import { type AuthenticatedCall, bodyOf, json, type Practice, type Route, route } from '../service.ts'
import { type KeyState, type KeyVersionState, type RotationState, same, type VaultState, vaultId } from '../state.ts'
import { requireNameFree } from './deleted-keys.ts'
import { keyNotFound, recoveryLevel, seconds } from './key-bundle.ts'
import { vaults } from './key-vaults.ts'
import { page, RESOURCES_PAGE, requireRight, subscriptionOf } from './resource-scope.ts'
import { newVersion } from './vault-keys.ts'

/** Keys as Azure resources, independent of the vault's network and permission model. */

const TYPE = 'Microsoft.KeyVault/vaults/keys'

const putBody = z.looseObject({
  tags: z.record(z.string(), z.string()).optional(),
  properties: z.looseObject({
    kty: z.string().default('RSA'),
    keySize: z.number().int().nullish(),
    curveName: z.string().nullish(),
    keyOps: z.array(z.string()).nullish(),
    attributes: z.looseObject({ enabled: z.boolean().nullish(), nbf: z.number().nullish(), exp: z.number().nullish() }).nullish(),
  }),
})

interface Held {
  readonly vault: VaultState
  readonly key: KeyState
  readonly version: KeyVersionState
}

/** Shared by keys and versions. Azure Resource Manager includes the port in a vault's address. */
async function shownOf({ vault, key, version }: Held, { addresses }: Practice) {
  const { enabled, notBefore, expires, createdAt, updatedAt } = version
  const origin = await addresses.served(vaultOrigin(vault.name))
  const uri = `${new URL(origin).port === '' ? `${origin}:443` : origin}/keys/${key.name}`
  return {
    attributes: {
      enabled,
      ...(notBefore === undefined ? {} : { nbf: seconds(notBefore) }),
      ...(expires === undefined ? {} : { exp: seconds(expires) }),
      created: seconds(createdAt),
      updated: seconds(updatedAt),
      recoveryLevel: recoveryLevel(vault),
      exportable: false,
    },
    keyUri: uri,
    keyUriWithVersion: `${uri}/${version.version}`,
  }
}

const idOf = ({ vault, key }: Held): string => `${vaultId(vault)}/keys/${key.name}`

/** Action names differ from those in the vault. */
const rotationJson = ({ lifetimeActions, expiryTime }: RotationState) => ({
  lifetimeActions: lifetimeActions.map(({ trigger, action }) => ({ trigger, action: { type: action.type.toLowerCase() } })),
  attributes: { expiryTime },
})

async function keyJson(held: Held, practice: Practice) {
  const { vault, key, version } = held
  const { kty, n, curve, operations, tags } = version
  return {
    id: idOf(held),
    name: key.name,
    type: TYPE,
    location: vault.location,
    tags,
    properties: {
      ...(await shownOf(held, practice)),
      kty,
      keyOps: operations,
      ...(n ? { keySize: Buffer.from(n, 'base64url').length * 8 } : { curveName: curve }),
      ...(key.rotation ? { rotationPolicy: rotationJson(key.rotation) } : {}),
    },
  }
}

/** Lists of versions omit type and size. */
async function versionJson(held: Held, practice: Practice) {
  const { vault, version } = held
  return {
    id: `${idOf(held)}/versions/${version.version}`,
    name: version.version,
    type: `${TYPE}/versions`,
    location: vault.location,
    tags: version.tags,
    properties: await shownOf(held, practice),
  }
}

function vaultOf(call: AuthenticatedCall, practice: Practice, action: string): VaultState {
  subscriptionOf(call, practice)
  const vault = vaults.existing(call, practice)
  requireRight(call, practice, action, `${vaultId(vault)}/keys/${call.part('key')}`)
  return vault
}

function find({ state }: Practice, vault: VaultState, name: string): Held | undefined {
  const key = state.keys.find((entry) => same(entry.vault, vault.name) && same(entry.name, name))
  const version = key?.versions.at(-1)
  return key && version && { vault, key, version }
}

function held(call: AuthenticatedCall, practice: Practice): Held {
  const found = find(practice, vaultOf(call, practice, `${TYPE}/read`), call.part('key'))
  if (!found) throw keyNotFound(call.part('key'))
  return found
}

async function versions(call: AuthenticatedCall, practice: Practice) {
  const { vault, key } = held(call, practice)
  const value = await Promise.all(key.versions.map((version) => versionJson({ vault, key, version }, practice)))
  return json(200, page(call, value, RESOURCES_PAGE))
}

/** Creates only the first version; returns an existing key. */
async function put(call: AuthenticatedCall, practice: Practice) {
  const vault = vaultOf(call, practice, `${TYPE}/write`)
  const name = call.part('key')
  const { properties, tags } = bodyOf(call, putBody)
  const found = find(practice, vault, name)
  if (found) return json(200, await keyJson(found, practice))
  requireNameFree(practice.state, vault, name)
  const { kty, keySize, curveName, keyOps, attributes } = properties
  const version = newVersion({ kty, key_size: keySize, crv: curveName, key_ops: keyOps, attributes, tags }, vault, practice)
  const key: KeyState = { vault: vault.name, name, versions: [version] }
  practice.state.keys.push(key)
  return json(200, await keyJson({ vault, key, version }, practice))
}

function names(kind: 'keys' | 'secrets') {
  return (call: AuthenticatedCall, practice: Practice) => {
    subscriptionOf(call, practice)
    const vault = vaults.existing(call, practice)
    const type = `Microsoft.KeyVault/vaults/${kind}`
    requireRight(call, practice, `${type}/read`, vaultId(vault))
    const keys = practice.state.keys.filter((key) => same(key.vault, vault.name)).map(({ name }) => name)
    const found = kind === 'keys' ? keys : (vault.secrets ?? [])
    const value = found.map((name) => ({ id: `${vaultId(vault)}/${kind}/${name}`, name, type, location: vault.location, properties: {} }))
    return json(200, page(call, value, RESOURCES_PAGE))
  }
}

const OF_VAULT = '/subscriptions/:subscription/resourceGroups/:group/providers/Microsoft.KeyVault/vaults/:name'
const IN_VAULT = `${OF_VAULT}/keys`

export const keyResourceRoutes: readonly Route[] = [
  route('GET', `${IN_VAULT}/:key`, async (call, practice) => json(200, await keyJson(held(call, practice), practice))),
  route('GET', `${IN_VAULT}/:key/versions`, versions),
  route('PUT', `${IN_VAULT}/:key`, put),
  route('GET', IN_VAULT, names('keys')),
  route('GET', `${OF_VAULT}/secrets`, names('secrets')),
]
