import { idKey } from '#machines/engine/ids.ts'
import { policyId } from '#machines/procedure/ids.ts'
import { endOf } from '#node/practice/operations.ts'
import { policyProperties } from '#node/practice/services/enterprise-policies.ts'
import { LINKED_AFTER } from '#node/practice/settling.ts'
import { groupId, vaultId as idOfVault, type OperationState, type PolicyState, same, type TenantState } from '#node/practice/state.ts'
import { mayUseKey, vaultProblem } from '#node/practice/vault-access.ts'
import { accountIn, type TrueAccount } from './account.ts'

/** A policy as the tenant has it, by its name. */
export interface TruePolicy {
  readonly name: string
  /** As IDs are compared, here and below. */
  readonly id: string
  readonly vaultId: string
  readonly vault: string
  readonly key: string
  /** A role assignment or an access policy lets it use its key, whatever its vault's firewall does. */
  readonly mayUseKey: boolean
  /** The key can be used with it. */
  readonly works: boolean
}

/** State of the tenant at a moment, for one environment: read directly, not through a service. */
export interface Truth {
  readonly policies: readonly TruePolicy[]
  /** The policy that the environment names, in any state. */
  readonly held: TruePolicy | undefined
  readonly linkStatus: string | undefined
  /** Running change of the environment's key. */
  readonly running: 'link' | 'unlink' | undefined
  /** How the changes of its key ended that are over, and from when the environment says so. Milliseconds since 1970-01-01T00:00:00Z. */
  readonly ended: readonly { readonly what: 'link' | 'unlink'; readonly how: 'succeeded' | 'failed'; readonly at: number }[]
  readonly isIntegrated: boolean
  readonly isLocked: boolean
  /** `vault/key`, of keys whose newest version is enabled. */
  readonly keys: readonly string[]
  /** Locked resources, as normalized IDs. */
  readonly locked: readonly string[]
  /** When keys expire, by their newest versions. Milliseconds since 1970-01-01T00:00:00Z. */
  readonly expiries: readonly number[]
  /** All operations of the environment, as they are. */
  readonly operations: readonly { readonly id: string; readonly createdAt: number; readonly state: 'running' | 'succeeded' | 'failed' }[]
  /** Something that was to begin by itself has not begun in its time. */
  readonly isOverdue: boolean
  /** A service said, and it wasn't so, that something isn't there, in a reading that still counts: it is believed. */
  readonly isToldGone: boolean
  /** Who is signed in; nothing before that, and where the tenant doesn't know the account. */
  readonly account: TrueAccount | undefined
  /** Where rights in Azure can be given. */
  readonly azure: readonly string[]
}

/** Facts from outside of the tenant's state. */
export interface Beside {
  /** The signed-in account, as the window names it. */
  readonly account?: string | undefined
  readonly isOverdue?: boolean
  readonly isToldGone?: boolean
}

function truePolicy(state: TenantState, policy: PolicyState, now: number): TruePolicy {
  const wanted = policyProperties.safeParse(policy.properties).data?.encryption?.keyVault
  const vaultId = idKey(wanted?.id ?? '')
  return {
    name: policy.name,
    id: idKey(policyId(policy.subscriptionId, policy.resourceGroup, policy.name)),
    vaultId,
    vault: vaultId.split('/').at(-1) ?? '',
    key: wanted?.key.name ?? '',
    mayUseKey: mayUseKey(state, policy, now),
    works: vaultProblem(state, policy, now) === undefined,
  }
}

const kindOf = ({ purpose: { kind } }: OperationState): 'link' | 'unlink' | undefined =>
  kind === 'link' || kind === 'unlink' ? kind : undefined

/** A policy that the environment still names, and that is another one, or none, by now. */
const goneBy = (id: string | undefined): TruePolicy | undefined =>
  id === undefined
    ? undefined
    : { name: id.split('/').at(-1) ?? '', id: idKey(id), vaultId: '', vault: '', key: '', mayUseKey: false, works: false }

/** @param state as `inspect` gives it @param now the tenant's time in milliseconds since 1970-01-01T00:00:00Z */
export function truthOf(state: TenantState, environmentId: string | undefined, now: number, beside: Beside = {}): Truth {
  const environment = state.environments.find(({ payload }) => same(payload.name, environmentId))
  const link = environment?.payload.properties.enterprisePolicies?.customerManagedKeys
  const held = state.policies.find((policy) => same(policy.systemId, link?.systemId))
  const own = state.operations.filter((each) => same(each.environment, environmentId))
  const running = own.find((each) => !each.settled && kindOf(each))
  const organization = state.organizations.find((each) => same(each.environment, environmentId))
  return {
    policies: state.policies.map((policy) => truePolicy(state, policy, now)),
    held: held ? truePolicy(state, held, now) : goneBy(link?.id),
    linkStatus: link?.linkStatus?.toLowerCase(),
    // For a while after the operation the environment itself still says that it is being linked.
    running: (running && kindOf(running)) ?? (link?.linkStatus?.toLowerCase() === 'linking' ? 'link' : undefined),
    ended: own.flatMap((each) => {
      const what = kindOf(each)
      return what && each.settled
        ? [
            {
              what,
              how: each.fails ? ('failed' as const) : ('succeeded' as const),
              at: endOf(each) + (each.fails || what === 'unlink' ? 0 : LINKED_AFTER),
            },
          ]
        : []
    }),
    isIntegrated: organization?.integrated === true,
    // With its key back it stays off until a person re-enables it.
    isLocked: environment?.locked === true || environment?.later.some(({ change }) => change === 're-enabled') === true,
    keys: state.keys.filter(({ versions }) => versions.at(-1)?.enabled).map(({ vault, name }) => `${vault}/${name}`.toLowerCase()),
    locked: state.locks.map(({ scope }) => idKey(scope)),
    expiries: state.keys.flatMap(({ versions }) => versions.at(-1)?.expires ?? []),
    operations: own.map(({ id, createdAt, fails, settled }) => ({
      id,
      createdAt,
      state: settled ? (fails ? ('failed' as const) : ('succeeded' as const)) : ('running' as const),
    })),
    isOverdue: beside.isOverdue === true,
    isToldGone: beside.isToldGone === true,
    account: beside.account === undefined ? undefined : accountIn(state, beside.account, environmentId),
    azure: [
      ...state.subscriptions.map(({ id }) => `/subscriptions/${id}`),
      ...state.resourceGroups.map(groupId),
      ...state.vaults.map((vault) => idOfVault(vault)),
    ],
  }
}
