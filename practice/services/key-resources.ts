import * as z from 'zod'
import { vaultOrigin } from '../addresses.ts'
import { type AuthenticatedCall, bodyOf, json, type Practice, type Route, route } from '../service.ts'
import { type KeyState, type KeyVersionState, same, type VaultState, vaultId } from '../state.ts'
import { requireNameFree } from './deleted-keys.ts'
import { keyNotFound, recoveryLevel, seconds } from './key-bundle.ts'
import { existingVault } from './key-vaults.ts'
import { requireRight, subscriptionOf } from './resource-scope.ts'
import { newVersion } from './vault-keys.ts'

/** Keys as resources of Azure: what is in a vault, beside the vault's own network and permission model. */

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

async function keyJson({ vault, key, version }: Held, { addresses }: Practice, ofVersion = false) {
  const id = `${vaultId(vault)}/keys/${key.name}`
  const uri = `${await addresses.served(vaultOrigin(vault.name))}/keys/${key.name}`
  const { kty, n, curve, operations, enabled, notBefore, expires, createdAt, updatedAt, tags } = version
  return {
    id: ofVersion ? `${id}/versions/${version.version}` : id,
    name: ofVersion ? version.version : key.name,
    type: ofVersion ? `${TYPE}/versions` : TYPE,
    location: vault.location,
    tags,
    properties: {
      attributes: {
        enabled,
        ...(notBefore === undefined ? {} : { nbf: seconds(notBefore) }),
        ...(expires === undefined ? {} : { exp: seconds(expires) }),
        created: seconds(createdAt),
        updated: seconds(updatedAt),
        recoveryLevel: recoveryLevel(vault),
        exportable: false,
      },
      kty,
      keyOps: operations,
      ...(n ? { keySize: Buffer.from(n, 'base64url').length * 8 } : { curveName: curve }),
      keyUri: uri,
      keyUriWithVersion: `${uri}/${version.version}`,
      ...(key.rotation
        ? { rotationPolicy: { lifetimeActions: key.rotation.lifetimeActions, attributes: { expiryTime: key.rotation.expiryTime } } }
        : {}),
    },
  }
}

/** The vault a path names, for one who may do this to its keys as resources. */
function vaultOf(call: AuthenticatedCall, practice: Practice, action: string): VaultState {
  subscriptionOf(call, practice)
  const vault = existingVault(call, practice)
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
  return json(200, { value: await Promise.all(key.versions.map((version) => keyJson({ vault, key, version }, practice, true))) })
}

/** The first version only: a key that exists is answered as it is. */
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

const IN_VAULT = '/subscriptions/:subscription/resourceGroups/:group/providers/Microsoft.KeyVault/vaults/:name/keys'

export const keyResourceRoutes: readonly Route[] = [
  route('GET', `${IN_VAULT}/:key`, async (call, practice) => json(200, await keyJson(held(call, practice), practice))),
  route('GET', `${IN_VAULT}/:key/versions`, versions),
  route('PUT', `${IN_VAULT}/:key`, put),
]
