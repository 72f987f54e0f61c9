import { DAY, HOUR } from '#machines/engine/durations.ts'
import type { KeyLoss } from '#machines/procedure/steps/policy/key-loss-causes.ts'
import { type KeyState, type MishapState, same, type TenantState, type VaultState, vaultId } from './state.ts'

/* Actions of a colleague on a key, undone a day later, because a practice tenant has no portal. */

/** The expiration date is set first, so that it can be seen before the lock. */
const EXPIRES_AFTER = HOUR

interface Place {
  readonly state: TenantState
  readonly mishap: MishapState
  readonly at: number
}

const vaultOf = ({ state, mishap }: Place): VaultState | undefined => state.vaults.find(({ name }) => same(name, mishap.vault))
const keyOf = ({ state, mishap }: Place): KeyState | undefined =>
  state.keys.find(({ vault, name }) => same(vault, mishap.vault) && same(name, mishap.key))

function changeNetwork(place: Place, network: Partial<Pick<VaultState, 'publicNetworkAccess' | 'networkAcls'>>): void {
  Object.assign(vaultOf(place) ?? {}, network)
}

const rules = (defaultAction: string, bypass: string, ipRules: readonly string[]): NonNullable<VaultState['networkAcls']> => ({
  defaultAction,
  bypass,
  ipRules: ipRules.map((value) => ({ value })),
  virtualNetworkRules: [],
})

const OPEN = { publicNetworkAccess: 'Enabled', networkAcls: rules('Allow', 'AzureServices', []) }

function withLatest(place: Place, change: (version: KeyState['versions'][number]) => void): void {
  const latest = keyOf(place)?.versions.at(-1)
  if (latest) change(latest)
}

function withFirst(place: Place, enabled: boolean): void {
  const first = keyOf(place)?.versions[0]
  if (first) first.enabled = enabled
}

function take<T>(all: T[], found: T | undefined): T | undefined {
  if (found !== undefined) all.splice(all.indexOf(found), 1)
  return found
}

function deleteKey(place: Place): void {
  const { state, at } = place
  const key = take(state.keys, keyOf(place))
  const days = vaultOf(place)?.softDeleteRetentionInDays ?? 0
  if (key) state.deletedKeys.push({ key, deletedAt: at, scheduledPurgeAt: at + days * DAY })
}

function recoverKey({ state, mishap }: Place): void {
  const deleted = take(
    state.deletedKeys,
    state.deletedKeys.find(({ key }) => same(key.vault, mishap.vault) && same(key.name, mishap.key)),
  )
  if (deleted) state.keys.push(deleted.key)
}

function removeRoles({ state, mishap }: Place): void {
  const vault = state.vaults.find(({ name }) => same(name, mishap.vault))
  const principal = state.policies.find(({ name }) => same(name, mishap.policy))?.identity.principalId
  const kept = state.roleAssignments.filter(
    ({ scope, principalId }) => !(principalId === principal && vault !== undefined && same(scope, vaultId(vault))),
  )
  state.roleAssignments.splice(0, state.roleAssignments.length, ...kept)
}

/** A recovered vault lacks its role assignments. */
function deleteVault(place: Place): void {
  const { state, at } = place
  removeRoles(place)
  const vault = take(state.vaults, vaultOf(place))
  if (vault) state.deletedVaults.push({ vault, deletedAt: at, scheduledPurgeAt: at + vault.softDeleteRetentionInDays * DAY })
}

function recoverVault({ state, mishap }: Place): void {
  const deleted = take(
    state.deletedVaults,
    state.deletedVaults.find(({ vault }) => same(vault.name, mishap.vault)),
  )
  if (deleted) state.vaults.push(deleted.vault)
}

const nothing = () => undefined

const CHANGES: Readonly<Record<KeyLoss, { readonly happen: (place: Place) => void; readonly undo: (place: Place) => void }>> = {
  'access-removed': { happen: removeRoles, undo: nothing },
  'key-disabled': {
    happen: (place) => withLatest(place, (version) => Object.assign(version, { enabled: false })),
    undo: (place) => withLatest(place, (version) => Object.assign(version, { enabled: true })),
  },
  'key-deleted': { happen: deleteKey, undo: recoverKey },
  'vault-deleted': { happen: deleteVault, undo: recoverVault },
  'policy-deleted': {
    happen: ({ state, mishap }) =>
      void take(
        state.policies,
        state.policies.find(({ name }) => same(name, mishap.policy)),
      ),
    undo: nothing,
  },
  'key-version-disabled': { happen: (place) => withFirst(place, false), undo: (place) => withFirst(place, true) },
  'vault-closed': {
    happen: (place) => changeNetwork(place, { publicNetworkAccess: 'Disabled', networkAcls: rules('Allow', 'None', []) }),
    undo: (place) => changeNetwork(place, OPEN),
  },
  'vault-fenced': {
    happen: (place) => changeNetwork(place, { networkAcls: rules('Deny', 'None', ['203.0.113.0/24']) }),
    undo: (place) => changeNetwork(place, OPEN),
  },
  'key-expired': {
    happen: (place) => withLatest(place, (version) => Object.assign(version, { expires: place.at + EXPIRES_AFTER })),
    undo: (place) =>
      withLatest(place, (version) => {
        delete version.expires
      }),
  },
}

const nextOf = ({ stage, at, undoneAt }: MishapState): number | undefined =>
  stage === 'to-come' ? at : stage === 'happened' ? undoneAt : undefined

/** Applies colleagues' actions up to a moment. @param after called after each change, with its time */
export function settleMishaps(state: TenantState, now: number, after: (at: number) => void): void {
  for (const mishap of state.mishaps) {
    for (let at = nextOf(mishap); at !== undefined && at <= now; at = nextOf(mishap)) {
      const place = { state, mishap, at }
      if (mishap.stage === 'to-come') {
        CHANGES[mishap.loss].happen(place)
        mishap.stage = 'happened'
      } else {
        CHANGES[mishap.loss].undo(place)
        mishap.stage = 'undone'
      }
      after(at)
    }
  }
}

export const isWatched = (state: TenantState, environment: string): boolean =>
  state.mishaps.some((mishap) => mishap.environment === environment && mishap.stage === 'happened')
