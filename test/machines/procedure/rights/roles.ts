import type { Permission } from '#machines/procedure/services/services.ts'
import { ok } from '../../facts.ts'

/** A role as Azure describes it. */
export const role = (over: Partial<Permission> = {}): Permission => ({
  actions: [],
  notActions: [],
  dataActions: [],
  notDataActions: [],
  ...over,
})

export const OWNER = role({ actions: ['*'] })
export const CONTRIBUTOR = role({
  actions: ['*'],
  notActions: ['Microsoft.Authorization/*/Delete', 'Microsoft.Authorization/*/Write', 'Microsoft.Authorization/elevateAccess/Action'],
})
export const READER = role({ actions: ['*/read'] })
export const ACCESS_ADMINISTRATOR = role({ actions: ['*/read', 'Microsoft.Authorization/*'] })
export const CRYPTO_OFFICER = role({
  actions: ['Microsoft.KeyVault/vaults/*/read'],
  dataActions: ['Microsoft.KeyVault/vaults/keys/*'],
})
export const CONDITION = "((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR (…))"

export const may = (...roles: readonly Permission[]) => ok(roles)
