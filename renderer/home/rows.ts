import { oncePer } from '#machines/engine/once-per.ts'
import { GROUPS, type Group, groupOf as groupOfState } from '#machines/engine/situation/listed.ts'
import { byNeed, type Placed } from '#machines/engine/step/severity.ts'
import { OWNERS, ownerOf } from '#machines/procedure/owners/owners.ts'
import type { EngagementRow, EngagementState } from '#messages/view.ts'
import { plain } from '../plain.ts'

const DAY = 86_400_000

/** A missed start, or an encryption that takes longer than documented. */
const isOverdue = ({ state }: EngagementRow, now: number): boolean =>
  (state.kind === 'scheduled' && state.at <= now) ||
  (state.kind === 'encrypting' && state.since <= now && dayOfEncryption(state.since, now) === undefined)

export const isKeyDue = ({ rotateFrom = Number.POSITIVE_INFINITY }: Pick<EngagementRow, 'rotateFrom'>, now: number): boolean =>
  rotateFrom <= now

export const expiresSoon = (row: EngagementRow, now: number): boolean =>
  (row.state.kind === 'encrypted' || row.state.kind === 'linked') && isKeyDue(row, now)

export const groupOf = (row: EngagementRow, now: number): Group =>
  isOverdue(row, now) || expiresSoon(row, now) ? 'action' : groupOfState(row.state)

/** Locked comes before everything else. */
const rank = (row: EngagementRow, now: number): number => (row.state.kind === 'locked' ? -1 : GROUPS.indexOf(groupOf(row, now)))

const placed = (row: EngagementRow, now: number): Placed => {
  const { state } = row
  // No owner means the reader.
  const person = OWNERS.indexOf('owner' in state ? ownerOf(state.owner) : 'you')
  return { severity: rank(row, now), person, step: verifiedSteps(row) }
}

export function countedGroups(rows: readonly EngagementRow[], now: number): readonly { readonly group: Group; readonly count: number }[] {
  return GROUPS.map((group) => ({ group, count: rows.filter((row) => groupOf(row, now) === group).length })).filter(
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
  /** Reference time for overdue rows. */
  readonly now: number
  readonly group: Group | 'all'
  readonly searched: string
  readonly ofGroup?: string | undefined
}

/** Rows of a group whose names or IDs contain every word. */
export function filtered(rows: readonly EngagementRow[], { now, group, searched, ofGroup }: Wanted): readonly EngagementRow[] {
  const words = plain(searched).split(/\s+/).filter(Boolean)
  return rows.filter(
    (row) =>
      (group === 'all' || groupOf(row, now) === group) &&
      (ofGroup === undefined || (row.groups ?? []).includes(ofGroup)) &&
      words.every((word) => searchable(row).includes(word)),
  )
}

/** As `filtered`, for typing: caches the last result and searches a longer text only within the shorter one's matches. */
export function filtering(): typeof filtered {
  let last: { readonly rows: readonly EngagementRow[]; readonly wanted: Wanted; readonly found: readonly EngagementRow[] } | undefined
  return (rows, wanted) => {
    const isSame =
      last?.rows === rows && last.wanted.now === wanted.now && last.wanted.group === wanted.group && last.wanted.ofGroup === wanted.ofGroup
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
  status: (a, b, { now }) => byNeed(placed(a, now), placed(b, now)),
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

export const needingSomeone = (rows: readonly EngagementRow[], now: number): number =>
  rows.filter((row) => ['action', 'confirm'].includes(groupOf(row, now))).length

const UNCHECKED: readonly EngagementState['kind'][] = ['not-checked', 'not-started', 'open']

/** Number of environments with unread steps, for which it isn't known whether they need action. */
export const uncheckedOf = (rows: readonly EngagementRow[]): number => rows.filter(({ state }) => UNCHECKED.includes(state.kind)).length

/** Documented maximum. */
const LONGEST_ENCRYPTION_DAYS = 4

/** Day of an encryption, from 1; undefined beyond the documented time or after the clock was set back. */
export function dayOfEncryption(since: number, now: number): number | undefined {
  const day = Math.floor((now - since) / DAY) + 1
  return day >= 1 && day <= LONGEST_ENCRYPTION_DAYS ? day : undefined
}
