import type { EngagementRow, EngagementState } from '../../messages/view.ts'

/** What rows are filtered by, the one that needs someone most first. */
export const GROUPS = ['action', 'confirm', 'running', 'not-checked', 'ready', 'linked', 'encrypted'] as const
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
  'not-checked': 'not-checked',
  scheduled: 'ready',
  ready: 'ready',
  open: 'ready',
  linked: 'linked',
  encrypted: 'encrypted',
}

export const groupOf = ({ state }: EngagementRow): Group => BY_KIND[state.kind]

/** Locked comes before everything else that needs action. */
const rank = (row: EngagementRow): number => (row.state.kind === 'locked' ? -1 : GROUPS.indexOf(groupOf(row)))

/** The worst first; among equals the order stays, which is the last saved first. */
export const worstFirst = (rows: readonly EngagementRow[]): readonly EngagementRow[] => rows.toSorted((a, b) => rank(a) - rank(b))

/** How many rows each filter shows, for those that show any. */
export function countedGroups(rows: readonly EngagementRow[]): readonly { readonly group: Group; readonly count: number }[] {
  return GROUPS.map((group) => ({ group, count: rows.filter((row) => groupOf(row) === group).length })).filter(({ count }) => count > 0)
}

/** With so many rows a person looks for one instead of seeing it. */
const MANY = 4

export const isWorthFiltering = (rows: readonly EngagementRow[]): boolean => rows.length >= MANY

/** Without accents and case: nobody types them to find something. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Those of a group in whose names or IDs every word is found. */
export function filtered(rows: readonly EngagementRow[], group: Group | 'all', searched: string): readonly EngagementRow[] {
  const words = plain(searched).split(/\s+/).filter(Boolean)
  return rows.filter((row) => {
    const { customer, environment, environmentId, tenantId, id } = row
    const text = plain([customer, environment, environmentId, tenantId, id].join(' '))
    return (group === 'all' || groupOf(row) === group) && words.every((word) => text.includes(word))
  })
}

/** How many environments need someone now. */
export const needingSomeone = (rows: readonly EngagementRow[]): number =>
  rows.filter((row) => ['action', 'confirm'].includes(groupOf(row))).length

const DAY = 86_400_000
/** As documented. */
const LONGEST_ENCRYPTION_DAYS = 4

/** The day of an encryption, counted from 1; nothing once it takes longer than documented, or where a clock was put back. */
export function dayOfEncryption(since: number, now: number): number | undefined {
  const day = Math.floor((now - since) / DAY) + 1
  return day >= 1 && day <= LONGEST_ENCRYPTION_DAYS ? day : undefined
}
