import { sameId } from '../../ids.ts'
import { gives, type Right } from '../../rights/permissions.ts'
import type { EligibleRole, Lock, RoleDefinition, RoleHolder, Vault } from '../../services/services.ts'

/**
 * Actions that remove the key from the environments. Sources: "Lock and unlock environments through key vault access"
 * (22 May 2025) for the actions, Key Vault's guide to roles (4 April 2024) for the permissions.
 */
export const DEEDS = [
  'disable-key',
  'delete-key',
  'purge-key',
  // First, because a lock blocks the others for every role.
  'remove-lock',
  'delete-vault',
  'change-vault',
  'delete-policy',
  'change-access',
] as const
export type Deed = (typeof DEEDS)[number]

/** Source of a right: a role, or an access policy. */
export interface Holding {
  readonly deeds: readonly Deed[]
  /** Absent for an access policy. */
  readonly role?: string
  /** Scope of the assignment: the resource itself, or above. */
  readonly place: 'own' | 'group' | 'subscription' | 'above'
  /** `eligible`: must be activated first. `conditional`: only the service evaluates the condition. */
  readonly kind: 'active' | 'eligible' | 'conditional'
}

export interface Holder {
  readonly principalId: string
  readonly principalType: 'person' | 'group' | 'app' | 'unknown'
  /** Per Privileged Identity Management. */
  readonly name?: string
  readonly holdings: readonly Holding[]
}

export interface RolesAt {
  readonly locks?: readonly Lock[]
  readonly active: readonly RoleHolder[]
  readonly eligible: readonly EligibleRole[]
}

export interface WhoCanFacts {
  readonly vault: Vault
  readonly policyId?: string
  readonly atVault: RolesAt
  readonly atPolicy: RolesAt
  readonly definitions: readonly RoleDefinition[]
}

const manage = (action: string): Right => ({ plane: 'management', action })
const use = (action: string): Right => ({ plane: 'data', action: `Microsoft.KeyVault/vaults/keys/${action}` })

type Demands = readonly (readonly [Deed, readonly Right[]])[]

const KEY_DEEDS: Demands = [
  ['disable-key', [use('update/action')]],
  ['delete-key', [use('delete')]],
  ['purge-key', [use('purge/action')]],
]

/** Any one right suffices for an action. Purge protection prevents purging, whatever the rights. */
function demandsOf({ managedHsm, roleBasedAccess, purgeProtection }: Vault): Demands {
  const type = managedHsm ? 'managedHSMs' : 'vaults'
  const access = ['roleAssignments/write', 'roleAssignments/delete'].map((each) => manage(`Microsoft.Authorization/${each}`))
  return [
    ...(roleBasedAccess && !managedHsm ? KEY_DEEDS.filter(([deed]) => deed !== 'purge-key' || !purgeProtection) : []),
    ['delete-vault', [manage(`Microsoft.KeyVault/${type}/delete`)]],
    ['change-vault', [manage(`Microsoft.KeyVault/${type}/write`)]],
    ['change-access', roleBasedAccess || managedHsm ? access : [...access, manage('Microsoft.KeyVault/vaults/accessPolicies/write')]],
  ]
}

/** Source: "Lock your resources to protect your infrastructure" (8 March 2024). */
const LEVELS: Readonly<Record<string, readonly Deed[]>> = {
  cannotdelete: ['delete-vault', 'delete-policy'],
  readonly: ['delete-vault', 'delete-policy', 'change-vault', 'change-access'],
}
const forbiddenBy = ({ level }: Lock): readonly Deed[] => LEVELS[level.toLowerCase()] ?? []

const REMOVES_LOCKS = manage('Microsoft.Authorization/locks/delete')

/** Whether a scope includes a place. Management groups are above every subscription. */
const reaches = (scope: string, place: string): boolean =>
  !/^\/subscriptions\//i.test(scope) || `${place.toLowerCase()}/`.startsWith(`${scope.toLowerCase().replace(/\/+$/, '')}/`)

const ON_POLICY: Demands = [['delete-policy', [manage('Microsoft.PowerPlatform/enterprisePolicies/delete')]]]

function placeOf(scope: string, resourceId: string): Holding['place'] {
  if (sameId(scope, resourceId)) return 'own'
  if (/^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/?$/i.test(scope)) return 'group'
  return /^\/subscriptions\/[^/]+\/?$/i.test(scope) ? 'subscription' : 'above'
}

const TYPES: Readonly<Record<string, Holder['principalType']>> = {
  user: 'person',
  group: 'group',
  foreigngroup: 'group',
  serviceprincipal: 'app',
}

const typeOf = (type: string | undefined): Holder['principalType'] => TYPES[type?.toLowerCase() ?? ''] ?? 'unknown'

interface Found extends Omit<Holder, 'holdings'> {
  readonly holding: Holding
}

/** Actions that an assignment allows; none if the role's definition was not read. */
function foundIn(roles: RolesAt, resourceId: string, demands: Demands, definitions: readonly RoleDefinition[]): readonly Found[] {
  const all: readonly (EligibleRole & { readonly eligible?: true })[] = [
    ...roles.active,
    ...roles.eligible.map((each) => ({ ...each, eligible: true as const })),
  ]
  const locks = (roles.locks ?? []).filter((lock) => forbiddenBy(lock).length > 0)
  const permissionsOf = (roleId: string) => definitions.find(({ id }) => id === roleId)?.permissions ?? []
  const removes = ({ roleId, scope }: RoleHolder, lock: Lock): boolean =>
    reaches(scope, lock.scope) && permissionsOf(roleId).some((each) => gives(each, REMOVES_LOCKS))
  return all.flatMap((assignment) => {
    const { roleId, principalId, principalType, scope, condition, name, eligible } = assignment
    const definition = definitions.find(({ id }) => id === roleId)
    const permissions = permissionsOf(roleId)
    // Locked actions require the right to remove the lock, by this role or another.
    const kept = locks.filter((lock) => !all.some((each) => sameId(each.principalId, principalId) && removes(each, lock)))
    const given = demands
      .filter(([, rights]) => rights.some((right) => permissions.some((each) => gives(each, right))))
      .map(([deed]) => deed)
      .filter((deed) => !kept.some((lock) => forbiddenBy(lock).includes(deed)))
    const isRemover = given.length > 0 && locks.some((lock) => removes(assignment, lock))
    const deeds: readonly Deed[] = isRemover ? ['remove-lock', ...given] : given
    if (!definition || deeds.length === 0) return []
    const isConditional = condition !== undefined || permissions.some((each) => each.condition !== undefined)
    const kind = eligible ? 'eligible' : isConditional ? 'conditional' : 'active'
    return {
      principalId,
      principalType: typeOf(principalType),
      ...(name === undefined ? {} : { name }),
      holding: { deeds, role: definition.name, place: placeOf(scope, resourceId), kind },
    }
  })
}

const BY_PERMISSION: readonly (readonly [Deed, string])[] = [
  ['disable-key', 'update'],
  ['delete-key', 'delete'],
  ['purge-key', 'purge'],
]

/** Access policies decide over keys here; roles don't. */
function byAccessPolicies({ managedHsm, roleBasedAccess, accessPolicies, purgeProtection }: Vault): readonly Found[] {
  if (roleBasedAccess || managedHsm) return []
  return accessPolicies.flatMap(({ objectId, keyPermissions }) => {
    const given = new Set(keyPermissions.map((each) => each.toLowerCase()))
    const deeds = BY_PERMISSION.filter(
      ([deed, permission]) => (given.has(permission) || given.has('all')) && (deed !== 'purge-key' || !purgeProtection),
    ).map(([deed]) => deed)
    const holding: Holding = { deeds, place: 'own', kind: 'active' }
    return deeds.length === 0 ? [] : { principalId: objectId, principalType: 'unknown' as const, holding }
  })
}

const ORDER: readonly Holder['principalType'][] = ['person', 'group', 'app', 'unknown']

/** Merges the same role at the same place, reported for two resources. */
function together(holdings: readonly Holding[]): readonly Holding[] {
  const merged = new Map<string, Holding>()
  for (const each of holdings) {
    const key = JSON.stringify([each.role, each.place, each.kind])
    const deeds = new Set([...(merged.get(key)?.deeds ?? []), ...each.deeds])
    merged.set(key, { ...each, deeds: DEEDS.filter((deed) => deeds.has(deed)) })
  }
  return [...merged.values()]
}

/** People who could remove the key today, with their actions and roles. People first, then groups, then apps. */
export function whoCan({ vault, policyId, atVault, atPolicy, definitions }: WhoCanFacts): readonly Holder[] {
  const found = [
    ...foundIn(atVault, vault.id, demandsOf(vault), definitions),
    ...(policyId === undefined ? [] : foundIn(atPolicy, policyId, ON_POLICY, definitions)),
    ...byAccessPolicies(vault),
  ]
  const ids = [...new Set(found.map(({ principalId }) => principalId.toLowerCase()))]
  return ids
    .map((id): Holder => {
      const own = found.filter(({ principalId }) => sameId(principalId, id))
      const name = own.find((each) => each.name !== undefined)?.name
      const principalType = own.find((each) => each.principalType !== 'unknown')?.principalType ?? 'unknown'
      return {
        principalId: id,
        principalType,
        ...(name === undefined ? {} : { name }),
        holdings: together(own.map(({ holding }) => holding)),
      }
    })
    .sort((a, b) => ORDER.indexOf(a.principalType) - ORDER.indexOf(b.principalType))
}
