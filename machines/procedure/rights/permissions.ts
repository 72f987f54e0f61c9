import type { Permission } from '../services/services.ts'

/** A right to act on a resource, or on its contents. */
export interface Right {
  readonly plane: 'management' | 'data'
  /** For example `Microsoft.KeyVault/vaults/write`. */
  readonly action: string
}

/** `under-condition`: a role grants it under a condition that only the service evaluates. */
export type Verdict = 'yes' | 'under-condition' | 'no'

/** Whether an Azure pattern covers an action. `*` stands for any text including slashes, any number of times; case-insensitive. */
export function covers(pattern: string, action: string): boolean {
  const [first = '', ...rest] = pattern.toLowerCase().split('*')
  const text = action.toLowerCase()
  const last = rest.pop()
  if (last === undefined) return text === first
  if (!text.startsWith(first)) return false
  let from = first.length
  for (const part of rest) {
    const at = text.indexOf(part, from)
    if (at === -1) return false
    from = at + part.length
  }
  // The last part must not overlap the earlier ones.
  return text.length - last.length >= from && text.endsWith(last)
}

/** The pattern that grants a right, and the one in the same role that excludes it. */
export interface Decision {
  readonly givenBy: string
  readonly takenBy?: string
}

/** A role's statement about a right; undefined if none. */
export function decisionOf(role: Permission, { plane, action }: Right): Decision | undefined {
  const [given, taken] = plane === 'management' ? [role.actions, role.notActions] : [role.dataActions, role.notDataActions]
  const isCovering = (pattern: string) => covers(pattern, action)
  const givenBy = given.find(isCovering)
  const takenBy = taken.find(isCovering)
  if (givenBy === undefined) return undefined
  return takenBy === undefined ? { givenBy } : { givenBy, takenBy }
}

/** Whether this role grants the right. An exclusion applies only within its own role. */
export function gives(role: Permission, right: Right): boolean {
  const decision = decisionOf(role, right)
  return decision !== undefined && decision.takenBy === undefined
}

export function allows(roles: readonly Permission[], right: Right): Verdict {
  const giving = roles.filter((role) => gives(role, right))
  if (giving.some(({ condition }) => condition === undefined)) return 'yes'
  return giving.length > 0 ? 'under-condition' : 'no'
}

const WORST: readonly Verdict[] = ['no', 'under-condition', 'yes']

/** The worst verdict over these rights. */
export function allowsAll(roles: readonly Permission[], rights: readonly Right[]): Verdict {
  const verdicts = rights.map((right) => allows(roles, right))
  return WORST.find((verdict) => verdicts.includes(verdict)) ?? 'yes'
}

const MANAGES: Right = { plane: 'management', action: 'Microsoft.Resources/deployments/write' }
export const GIVES_ROLES: Right = { plane: 'management', action: 'Microsoft.Authorization/roleAssignments/write' }

/** Looks like Contributor under any name: can create everything, but assign no role. */
export const looksLikeContributor = (roles: readonly Permission[]): boolean =>
  allows(roles, MANAGES) === 'yes' && allows(roles, GIVES_ROLES) === 'no'
