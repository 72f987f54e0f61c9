import { oncePer } from '#machines/engine/once-per.ts'
import { byUrgency, GROUPS, type Group, groupOf, needsSomeone } from '#machines/engine/situation/listed.ts'
import { byNeed, type Placed } from '#machines/engine/step/severity.ts'
import { OWNERS, ownerOf } from '#machines/procedure/owners/owners.ts'
import type { EngagementRow, EngagementState } from '#messages/view.ts'
import { plain } from '../plain.ts'

/** Of what is as urgent. No owner means the reader. */
const placed = (row: EngagementRow): Placed => ({
  severity: 0,
  person: OWNERS.indexOf('owner' in row.state ? ownerOf(row.state.owner) : 'you'),
  step: verifiedSteps(row),
})

export function countedGroups(rows: readonly EngagementRow[]): readonly { readonly group: Group; readonly count: number }[] {
  return GROUPS.map((group) => ({ group, count: rows.filter(({ state }) => groupOf(state) === group).length })).filter(
    ({ count }) => count > 0,
  )
}

const MANY = 4

export const isWorthFiltering = (rows: readonly EngagementRow[]): boolean => rows.length >= MANY

/** Cached: the same rows are searched with each key. */
const searchable = oncePer(({ customer, tenantName = '', groups = [], environment, environmentId, tenantId, id }: EngagementRow): string =>
  plain([customer, tenantName, ...groups, environment, environmentId, tenantId, id].join(' ')),
)

export interface Wanted {
  readonly group: Group | 'all'
  readonly searched: string
  readonly ofGroup?: string | undefined
}

/** Rows of a group whose names or IDs contain every word. */
export function filtered(rows: readonly EngagementRow[], { group, searched, ofGroup }: Wanted): readonly EngagementRow[] {
  const words = plain(searched).split(/\s+/).filter(Boolean)
  return rows.filter(
    (row) =>
      (group === 'all' || groupOf(row.state) === group) &&
      (ofGroup === undefined || (row.groups ?? []).includes(ofGroup)) &&
      words.every((word) => searchable(row).includes(word)),
  )
}

/** As `filtered`, for typing: caches the last result and searches a longer text only within the shorter one's matches. */
export function filtering(): typeof filtered {
  let last: { readonly rows: readonly EngagementRow[]; readonly wanted: Wanted; readonly found: readonly EngagementRow[] } | undefined
  return (rows, wanted) => {
    const isSame = last?.rows === rows && last.wanted.group === wanted.group && last.wanted.ofGroup === wanted.ofGroup
    if (last && isSame && last.wanted.searched === wanted.searched) return last.found
    const found = filtered(last && isSame && plain(wanted.searched).startsWith(plain(last.wanted.searched)) ? last.found : rows, wanted)
    last = { rows, wanted, found }
    return found
  }
}

/** The person's groups by name. @param compare in the language's order */
export const ownGroups = (rows: readonly EngagementRow[], compare: (a: string, b: string) => number): readonly string[] =>
  [...new Set(rows.flatMap(({ groups = [] }) => groups))].sort(compare)

/** Sort keys. `status`: worst first. */
export const SORTS = ['customer', 'stage', 'status', 'owner', 'key', 'checked'] as const
export type Sort = (typeof SORTS)[number]

export interface Order {
  readonly by: Sort
  readonly descending: boolean
}

interface Comparing {
  readonly compare: (a: string, b: string) => number
  readonly now: number
}

/** @returns negative if the first comes first; unknown values come last */
const BY: Readonly<Record<Sort, (a: EngagementRow, b: EngagementRow, how: Comparing) => number>> = {
  customer: (a, b, { compare }) => compare(a.customer, b.customer) || compare(a.environment, b.environment),
  stage: (a, b) => verifiedSteps(a) - verifiedSteps(b),
  status: (a, b, { now }) => byUrgency(a, b, now) || byNeed(placed(a), placed(b)),
  owner: (a, b) => ownerOfRow(a).localeCompare(ownerOfRow(b)),
  key: (a, b) => (a.keyExpires ?? Number.MAX_VALUE) - (b.keyExpires ?? Number.MAX_VALUE),
  checked: (a, b) => (a.checkedAt ?? Number.MAX_VALUE) - (b.checkedAt ?? Number.MAX_VALUE),
}

const verifiedSteps = ({ steps }: EngagementRow): number => steps.filter((step) => step === 'verified').length

const ownerOfRow = ({ state }: EngagementRow): string => ('owner' in state ? state.owner : '\uFFFF')

/** Stable: among equals, the last saved comes first. */
export function sorted(rows: readonly EngagementRow[], { by, descending }: Order, how: Comparing): readonly EngagementRow[] {
  const sign = descending ? -1 : 1
  return rows.toSorted((a, b) => sign * BY[by](a, b, how))
}

export function keysOf(rows: readonly EngagementRow[], now: number): { readonly expired: number; readonly next?: number } {
  const ends = rows.flatMap(({ keyExpires }) => keyExpires ?? [])
  const next = Math.min(...ends.filter((at) => at > now))
  return { expired: ends.filter((at) => at <= now).length, ...(Number.isFinite(next) ? { next } : {}) }
}

export const needingSomeone = (rows: readonly EngagementRow[]): number => rows.filter(({ state }) => needsSomeone(state)).length

const UNCHECKED: readonly EngagementState['kind'][] = ['not-checked', 'not-started', 'open']

/** Number of environments with unread steps, for which it isn't known whether they need action. */
export const uncheckedOf = (rows: readonly EngagementRow[]): number => rows.filter(({ state }) => UNCHECKED.includes(state.kind)).length
