import { oncePer } from '../../machines/engine/once-per.ts'
import { byNeed, type Placed } from '../../machines/engine/step/severity.ts'
import { OWNERS, ownerOf } from '../../machines/procedure/owners.ts'
import type { EngagementRow, EngagementState } from '../../messages/view.ts'
import { plain } from '../plain.ts'

const DAY = 86_400_000

/** What rows are filtered by, the one that needs someone most first. */
export const GROUPS = ['action', 'confirm', 'running', 'not-checked', 'ready', 'linked', 'encrypted', 'not-started'] as const
export type Group = (typeof GROUPS)[number]

const BY_KIND: Readonly<Record<EngagementState['kind'], Group>> = {
  locked: 'action',
  'action-required': 'action',
  // Someone has to do something about the file.
  closed: 'action',
  confirm: 'confirm',
  encrypting: 'running',
  managing: 'running',
  removing: 'running',
  rotating: 'running',
  registering: 'running',
  assigning: 'running',
  interrupted: 'action',
  'not-checked': 'not-checked',
  scheduled: 'ready',
  ready: 'ready',
  open: 'ready',
  linked: 'linked',
  encrypted: 'encrypted',
  'not-started': 'not-started',
}

/** Its time has passed: a start that wasn't made, or an encryption that takes longer than documented. */
const isOverdue = ({ state }: EngagementRow, now: number): boolean =>
  (state.kind === 'scheduled' && state.at <= now) ||
  (state.kind === 'encrypting' && state.since <= now && dayOfEncryption(state.since, now) === undefined)

/** A person must rotate the key by now. */
export const isKeyDue = ({ rotateFrom = Number.POSITIVE_INFINITY }: Pick<EngagementRow, 'rotateFrom'>, now: number): boolean =>
  rotateFrom <= now

/** The same of an environment that uses its key. */
export const expiresSoon = (row: EngagementRow, now: number): boolean =>
  (row.state.kind === 'encrypted' || row.state.kind === 'linked') && isKeyDue(row, now)

export const groupOf = (row: EngagementRow, now: number): Group =>
  isOverdue(row, now) || expiresSoon(row, now) ? 'action' : BY_KIND[row.state.kind]

/** Locked comes before everything else that needs action. */
const rank = (row: EngagementRow, now: number): number => (row.state.kind === 'locked' ? -1 : GROUPS.indexOf(groupOf(row, now)))

const placed = (row: EngagementRow, now: number): Placed => {
  const { state } = row
  // What names no owner is for the reader.
  const person = OWNERS.indexOf('owner' in state ? ownerOf(state.owner) : 'you')
  return { severity: rank(row, now), person, step: verifiedSteps(row) }
}

/** How many rows each filter shows, for those that show any. */
export function countedGroups(rows: readonly EngagementRow[], now: number): readonly { readonly group: Group; readonly count: number }[] {
  return GROUPS.map((group) => ({ group, count: rows.filter((row) => groupOf(row, now) === group).length })).filter(
    ({ count }) => count > 0,
  )
}

/** With so many rows a person looks for one instead of seeing it. */
const MANY = 4

export const isWorthFiltering = (rows: readonly EngagementRow[]): boolean => rows.length >= MANY

/** What is searched of a row. Made once for each: the same rows are searched with each key. */
const searchable = oncePer(({ customer, tenantName = '', groups = [], environment, environmentId, tenantId, id }: EngagementRow): string =>
  plain([customer, tenantName, ...groups, environment, environmentId, tenantId, id].join(' ')),
)

/** What the list shows of all rows. */
export interface Wanted {
  /** What has become overdue by then needs someone. */
  readonly now: number
  readonly group: Group | 'all'
  readonly searched: string
  /** Of the groups that a person put customers in; absent: all. */
  readonly ofGroup?: string | undefined
}

/** Those of a group in whose names or IDs every word is found. */
export function filtered(rows: readonly EngagementRow[], { now, group, searched, ofGroup }: Wanted): readonly EngagementRow[] {
  const words = plain(searched).split(/\s+/).filter(Boolean)
  return rows.filter(
    (row) =>
      (group === 'all' || groupOf(row, now) === group) &&
      (ofGroup === undefined || (row.groups ?? []).includes(ofGroup)) &&
      words.every((word) => searchable(row).includes(word)),
  )
}

/**
 * As `filtered`, for a person who types: the same question is answered once, and a longer text is looked for only where the shorter one was
 * found.
 */
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

/** Every group that a person put a customer in, by name. @param compare in the order of the language */
export const ownGroups = (rows: readonly EngagementRow[], compare: (a: string, b: string) => number): readonly string[] =>
  [...new Set(rows.flatMap(({ groups = [] }) => groups))].sort(compare)

/** What the list is ordered by. `status`: the worst first. */
export const SORTS = ['customer', 'stage', 'status', 'owner', 'key', 'checked'] as const
export type Sort = (typeof SORTS)[number]

export interface Order {
  readonly by: Sort
  readonly descending: boolean
}

interface Comparing {
  /** Names, in the order of the language. */
  readonly compare: (a: string, b: string) => number
  readonly now: number
}

/** @returns below zero where the first one comes first; what isn't known comes last */
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

/** In an order. Among equals the order stays, which is the last saved first. */
export function sorted(rows: readonly EngagementRow[], { by, descending }: Order, how: Comparing): readonly EngagementRow[] {
  const sign = descending ? -1 : 1
  return rows.toSorted((a, b) => sign * BY[by](a, b, how))
}

/** How many keys have expired, and when the next one does. */
export function keysOf(rows: readonly EngagementRow[], now: number): { readonly expired: number; readonly next?: number } {
  const ends = rows.flatMap(({ keyExpires }) => keyExpires ?? [])
  const next = Math.min(...ends.filter((at) => at > now))
  return { expired: ends.filter((at) => at <= now).length, ...(Number.isFinite(next) ? { next } : {}) }
}

/** How many environments need someone now. */
export const needingSomeone = (rows: readonly EngagementRow[], now: number): number =>
  rows.filter((row) => ['action', 'confirm'].includes(groupOf(row, now))).length

const UNCHECKED: readonly EngagementState['kind'][] = ['not-checked', 'not-started', 'open']

/** Of how many it isn’t known whether they need someone: some of their steps weren’t read. */
export const uncheckedOf = (rows: readonly EngagementRow[]): number => rows.filter(({ state }) => UNCHECKED.includes(state.kind)).length

/** As documented. */
const LONGEST_ENCRYPTION_DAYS = 4

/** The day of an encryption, counted from 1; nothing once it takes longer than documented, or where a clock was put back. */
export function dayOfEncryption(since: number, now: number): number | undefined {
  const day = Math.floor((now - since) / DAY) + 1
  return day >= 1 && day <= LONGEST_ENCRYPTION_DAYS ? day : undefined
}
