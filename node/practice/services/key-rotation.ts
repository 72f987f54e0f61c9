import * as z from 'zod'
import { type AuthenticatedCall, bodyOf, json, type Practice, type Route, route } from '../service.ts'
import { type KeyState, type RotationState, same, type VaultState } from '../state.ts'
import { keyNotFound } from './key-bundle.ts'
import { requireAccess } from './vault-door.ts'

/** Rotation policies are stored and returned; they never create versions here. */

const ROTATION = 'Microsoft.KeyVault/vaults/keyrotationpolicies'

const rotationBody = z.looseObject({
  lifetimeActions: z
    .array(
      z.looseObject({
        trigger: z.looseObject({ timeAfterCreate: z.string().optional(), timeBeforeExpiry: z.string().optional() }),
        action: z.looseObject({ type: z.enum(['Rotate', 'Notify']) }),
      }),
    )
    .default([]),
  attributes: z.looseObject({ expiryTime: z.string().optional() }).optional(),
})

/** Default policy of a key. A Managed HSM notifies no one. */
const defaultIn = (vault: VaultState): RotationState => ({
  lifetimeActions: vault.managedHsm ? [] : [{ trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'Notify' } }],
})

function keyOf(call: AuthenticatedCall, practice: Practice, action: string): { readonly vault: VaultState; readonly key: KeyState } {
  const vault = requireAccess(call, practice, action)
  const name = call.part('name')
  const key = practice.state.keys.find((entry) => same(entry.vault, vault.name) && same(entry.name, name))
  if (!key) throw keyNotFound(name)
  return { vault, key }
}

const answer = (call: AuthenticatedCall, { vault, key }: ReturnType<typeof keyOf>) => {
  const { lifetimeActions, expiryTime } = key.rotation ?? defaultIn(vault)
  return json(200, {
    id: `${call.url.origin}/keys/${key.name}/rotationpolicy`,
    lifetimeActions,
    attributes: expiryTime === undefined ? {} : { expiryTime },
  })
}

function put(call: AuthenticatedCall, practice: Practice) {
  const found = keyOf(call, practice, `${ROTATION}/write`)
  const { lifetimeActions, attributes } = bodyOf(call, rotationBody, 'BadParameter')
  found.key.rotation = { lifetimeActions, expiryTime: attributes?.expiryTime }
  return answer(call, found)
}

export const rotationRoutes: readonly Route[] = [
  route('GET', '/keys/:name/rotationpolicy', (call, practice) => answer(call, keyOf(call, practice, `${ROTATION}/read`))),
  route('PUT', '/keys/:name/rotationpolicy', put),
]
