import { DAY } from '#machines/engine/durations.ts'
import { type AuthenticatedCall, type Call, json, type Practice, type Route, route, ServiceRefusal } from '../service.ts'
import { type DeletedKeyState, type KeyState, same, type TenantState, type VaultState } from '../state.ts'
import { bundle, keyNotFound, seconds } from './key-bundle.ts'
import { READ_DELETED, requireAccess } from './vault-door.ts'

/** Kept with their names for the vault's retention. */

const deletedIn = (state: TenantState, vault: VaultState, name: string): DeletedKeyState | undefined =>
  state.deletedKeys.find(({ key }) => same(key.vault, vault.name) && same(key.name, name))

/** A name stays taken until the deleted key is purged or recovered. */
export function requireNameFree(state: TenantState, vault: VaultState, name: string): void {
  if (!deletedIn(state, vault, name)) return
  throw new ServiceRefusal(
    409,
    'Conflict',
    `Key ${name} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the key can only be recovered or purged.`,
    { detail: { innererror: { code: 'ObjectIsDeletedButRecoverable' } } },
  )
}

const latest = (call: Call, vault: VaultState, key: KeyState): object => {
  const version = key.versions.at(-1)
  return version ? bundle(call, vault, key, version) : {}
}

const deletedJson = (call: Call, vault: VaultState, { key, deletedAt, scheduledPurgeAt }: DeletedKeyState) =>
  json(200, {
    recoveryId: `${call.url.origin}/deletedkeys/${key.name}`,
    deletedDate: seconds(deletedAt),
    scheduledPurgeDate: seconds(scheduledPurgeAt),
    ...latest(call, vault, key),
  })

function existing(call: AuthenticatedCall, { state }: Practice, vault: VaultState): DeletedKeyState {
  const deleted = deletedIn(state, vault, call.part('name'))
  if (!deleted) throw keyNotFound(call.part('name'))
  return deleted
}

function remove(call: AuthenticatedCall, practice: Practice) {
  const { state, clock } = practice
  const vault = requireAccess(call, practice, 'Microsoft.KeyVault/vaults/keys/delete')
  const key = state.keys.find((entry) => same(entry.vault, vault.name) && same(entry.name, call.part('name')))
  if (!key) throw keyNotFound(call.part('name'))
  const at = clock.now()
  const deleted = { key, deletedAt: at, scheduledPurgeAt: at + vault.softDeleteRetentionInDays * DAY }
  state.keys.splice(state.keys.indexOf(key), 1)
  state.deletedKeys.push(deleted)
  return deletedJson(call, vault, deleted)
}

function recover(call: AuthenticatedCall, practice: Practice) {
  const { state } = practice
  const vault = requireAccess(call, practice, 'Microsoft.KeyVault/vaults/keys/recover/action')
  const deleted = existing(call, practice, vault)
  state.deletedKeys.splice(state.deletedKeys.indexOf(deleted), 1)
  state.keys.push(deleted.key)
  return json(200, latest(call, vault, deleted.key))
}

export const deletedKeyRoutes: readonly Route[] = [
  route('DELETE', '/keys/:name', remove),
  route('GET', '/deletedkeys/:name', (call, practice) => {
    const vault = requireAccess(call, practice, READ_DELETED)
    return deletedJson(call, vault, existing(call, practice, vault))
  }),
  route('POST', '/deletedkeys/:name/recover', recover),
]
