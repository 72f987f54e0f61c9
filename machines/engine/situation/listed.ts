import { defined } from '../../defined.ts'
import { DAY } from '../durations.ts'
import type { EngagementRow, EngagementState } from '../wizard/view.ts'

/* The situation in a list's words. The board, its files, and the command line order and count by it alone. */

/** Most urgent first. */
export const GROUPS = ['action', 'confirm', 'running', 'not-checked', 'ready', 'linked', 'encrypted', 'not-started'] as const
export type Group = (typeof GROUPS)[number]

const GROUP_OF: Readonly<Record<EngagementState['kind'], Group>> = {
  locked: 'action',
  'action-required': 'action',
  // The file needs attention.
  closed: 'action',
  failed: 'action',
  interrupted: 'action',
  'other-policy': 'action',
  missed: 'action',
  overdue: 'action',
  due: 'action',
  confirm: 'confirm',
  encrypting: 'running',
  managing: 'running',
  removing: 'running',
  rotating: 'running',
  registering: 'running',
  assigning: 'running',
  writing: 'running',
  'not-checked': 'not-checked',
  scheduled: 'ready',
  ready: 'ready',
  open: 'ready',
  linked: 'linked',
  encrypted: 'encrypted',
  'not-started': 'not-started',
}

type Kind = Pick<EngagementState, 'kind'>

export const groupOf = ({ kind }: Kind): Group => GROUP_OF[kind]

/** A person must act, or answer a question. */
export const needsSomeone = (state: Kind): boolean => ['action', 'confirm'].includes(groupOf(state))

/** Documented maximum. */
const LONGEST_ENCRYPTION_DAYS = 4

/** Day of an encryption, from 1; undefined beyond the documented time or after the clock was set back. */
export function dayOfEncryption(since: number, now: number): number | undefined {
  const day = Math.floor((now - since) / DAY) + 1
  return day >= 1 && day <= LONGEST_ENCRYPTION_DAYS ? day : undefined
}

type ByTime = Extract<EngagementState, { readonly kind: 'due' | 'missed' | 'overdue' }>
type RowInTime = Pick<EngagementRow, 'keyExpires' | 'rotateFrom' | 'deletion'> & {
  readonly state: Kind | Extract<EngagementState, { readonly at: number } | { readonly since: number }>
}

/** A person must rotate the key by now. */
export const isKeyDue = ({ rotateFrom = Number.POSITIVE_INFINITY }: Pick<EngagementRow, 'rotateFrom'>, now: number): boolean =>
  rotateFrom <= now

/** What a key that must be rotated comes before. Whether it's in use yet isn't always known, and it's asked about before that. */
const AFTER_A_DUE_KEY: readonly EngagementState['kind'][] = ['confirm', 'not-checked', 'ready', 'open', 'linked', 'encrypted']

function byTime({ state, keyExpires, rotateFrom }: RowInTime, now: number): ByTime | undefined {
  if (state.kind === 'scheduled' && 'at' in state && state.at <= now) return { kind: 'missed', at: state.at }
  if (state.kind === 'encrypting' && 'since' in state && state.since <= now && dayOfEncryption(state.since, now) === undefined)
    return { kind: 'overdue', since: state.since }
  if (keyExpires !== undefined && isKeyDue({ ...defined({ rotateFrom }) }, now) && AFTER_A_DUE_KEY.includes(state.kind))
    return { kind: 'due', expires: keyExpires }
  return undefined
}

/** With what time alone has made of its state. @param now milliseconds since 1970-01-01T00:00:00Z */
export function rowAt<Row extends RowInTime>(row: Row, now: number): Row {
  const state = byTime(row, now)
  return state === undefined ? row : { ...row, state }
}

/** Worse than what else needs action. */
const WORST: readonly EngagementState['kind'][] = ['locked', 'failed', 'interrupted', 'other-policy']

const rankOf = ({ kind }: Kind): number => (WORST.includes(kind) ? WORST.indexOf(kind) : WORST.length + GROUPS.indexOf(GROUP_OF[kind]))

/** By when someone must act: before the environment is deleted, or its key expires. */
const deadlineOf = ({ deletion, keyExpires, ...row }: RowInTime, now: number): number =>
  deletion?.at ?? (isKeyDue(row, now) ? keyExpires : undefined) ?? Number.MAX_VALUE

/** Worst first; of what is as bad, the nearer deadline. @param now milliseconds since 1970-01-01T00:00:00Z */
export const byUrgency = (a: RowInTime, b: RowInTime, now: number): number =>
  rankOf(a.state) - rankOf(b.state) || deadlineOf(a, now) - deadlineOf(b, now)
