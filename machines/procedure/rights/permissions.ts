import type { Permission } from '../services.ts'

/** Something that can be allowed: to do something to a resource, or to what is inside it. */
export interface Right {
  readonly plane: 'management' | 'data'
  /** For example `Microsoft.KeyVault/vaults/write`. */
  readonly action: string
}

/** `under-condition`: some role gives it, but only under a condition, which is in a language that only the service evaluates. */
export type Verdict = 'yes' | 'under-condition' | 'no'

/**
 * Whether a pattern of Azure's covers an action. `*` stands for any text, slashes included, anywhere and as often as it likes; letter
 * case does not count.
 */
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
  // What is left for the last part must not begin before the others end.
  return text.length - last.length >= from && text.endsWith(last)
}

/** The pattern by which a role gives a right, and the one by which the same role takes it away again. */
export interface Decision {
  readonly givenBy: string
  readonly takenBy?: string
}

/** What one role says of a right; nothing when it does not speak of it. */
export function decisionOf(role: Permission, { plane, action }: Right): Decision | undefined {
  const [given, taken] = plane === 'management' ? [role.actions, role.notActions] : [role.dataActions, role.notDataActions]
  const isCovering = (pattern: string) => covers(pattern, action)
  const givenBy = given.find(isCovering)
  const takenBy = taken.find(isCovering)
  if (givenBy === undefined) return undefined
  return takenBy === undefined ? { givenBy } : { givenBy, takenBy }
}

/** True when this one role gives the right. What a role takes away it takes away from itself only: another role may still give it. */
export function gives(role: Permission, right: Right): boolean {
  const decision = decisionOf(role, right)
  return decision !== undefined && decision.takenBy === undefined
}

/** Whether roles together give a right. */
export function allows(roles: readonly Permission[], right: Right): Verdict {
  const giving = roles.filter((role) => gives(role, right))
  if (giving.some(({ condition }) => condition === undefined)) return 'yes'
  return giving.length > 0 ? 'under-condition' : 'no'
}

const WORST: readonly Verdict[] = ['no', 'under-condition', 'yes']

/** Whether roles together give every one of these rights: the worst of the single verdicts. */
export function allowsAll(roles: readonly Permission[], rights: readonly Right[]): Verdict {
  const verdicts = rights.map((right) => allows(roles, right))
  return WORST.find((verdict) => verdicts.includes(verdict)) ?? 'yes'
}

const MANAGES: Right = { plane: 'management', action: 'Microsoft.Resources/deployments/write' }
export const GIVES_ROLES: Right = { plane: 'management', action: 'Microsoft.Authorization/roleAssignments/write' }

/** True for what Contributor looks like, by whatever name: everything may be made there, and no one may be given a role. */
export const looksLikeContributor = (roles: readonly Permission[]): boolean =>
  allows(roles, MANAGES) === 'yes' && allows(roles, GIVES_ROLES) === 'no'
