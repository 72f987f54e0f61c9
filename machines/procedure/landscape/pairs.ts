import { locationWord } from '../geography.ts'
import { sameId } from '../ids.ts'
import type { SourceId } from '../source-ids.ts'
import { type Member, mayShare, onPolicy, type PolicyKey } from './members.ts'

/** Why a copy or a restore from one environment to another doesn't work, or why no one can tell. */
export type PairReason = 'other-key' | 'other-policy' | 'managed-differs' | 'other-region' | 'changing' | 'key-unknown' | 'managed-unknown'

export type Pair =
  | { readonly works: true }
  /** `unknown`: nothing is known to forbid it, and something was not read. */
  | { readonly works: false | 'unknown'; readonly reasons: readonly [PairReason, ...PairReason[]] }

/** The document each reason rests on. */
export const REASON_SOURCES: Readonly<Record<PairReason, SourceId>> = {
  'other-key': 'power-platform-keys',
  'other-policy': 'power-platform-keys',
  'managed-differs': 'managed-environment',
  'other-region': 'copy-environment',
  changing: 'terraform-provider',
  'key-unknown': 'power-platform-keys',
  'managed-unknown': 'managed-environment',
}

const ONLY_UNKNOWN: readonly PairReason[] = ['changing', 'key-unknown', 'other-policy', 'managed-unknown']

function keyReason({ key: a }: Member, { key: b }: Member): PairReason | undefined {
  if (a.kind === 'changing' || b.kind === 'changing') return 'changing'
  if (a.kind === 'unknown' || b.kind === 'unknown') return 'key-unknown'
  if (a.kind === 'policy' && b.kind === 'policy') {
    if (sameId(a.id, b.id)) return undefined
    if (a.keyId === undefined || b.keyId === undefined) return 'other-policy'
    return sameId(a.keyId, b.keyId) ? undefined : 'other-key'
  }
  if (a.kind !== b.kind) return 'other-key'
  return a.kind === 'self-managed' ? 'key-unknown' : undefined
}

function managedReason({ managed: a }: Member, { managed: b }: Member): PairReason | undefined {
  if (a === 'unknown' || b === 'unknown') return 'managed-unknown'
  return a === b ? undefined : 'managed-differs'
}

/**
 * Whether one of two environments can be copied onto the other, or a backup of one restored to the other: as far as keys, Managed
 * Environments and regions decide it, which is the same in both directions.
 */
export function pairOf(a: Member, b: Member): Pair {
  const region = locationWord(a.location) === locationWord(b.location) ? undefined : 'other-region'
  const reasons = [keyReason(a, b), managedReason(a, b), region] as const
  const [first, ...more] = reasons.filter((reason) => reason !== undefined)
  if (first === undefined) return { works: true }
  const forbidden = [first, ...more].some((reason) => !ONLY_UNKNOWN.includes(reason))
  return { works: forbidden ? false : 'unknown', reasons: [first, ...more] }
}

/** Environments any two of which work together; one that no one can tell anything of stands alone. */
export type Group = readonly [Member, ...Member[]]

export function groupsOf(members: readonly Member[]): readonly Group[] {
  const groups: [Member, ...Member[]][] = []
  for (const member of members) {
    const group = groups.find(([first]) => pairOf(first, member).works === true)
    if (group) group.push(member)
    else groups.push([member])
  }
  return groups
}

/** Why environments of different groups don't work together, each reason once, with how many pairs it keeps apart. */
export function reasonsBetween(groups: readonly Group[]): readonly { readonly reason: PairReason; readonly pairs: number }[] {
  const counts = new Map<PairReason, number>()
  groups.forEach((group, index) => {
    for (const other of groups.slice(index + 1)) {
      const pair = pairOf(group[0], other[0])
      if (pair.works === true) continue
      for (const reason of pair.reasons) counts.set(reason, (counts.get(reason) ?? 0) + group.length * other.length)
    }
  })
  return [...counts].map(([reason, pairs]) => ({ reason, pairs }))
}

export const MOMENTS = ['today', 'after', 'all'] as const
export type Moment = (typeof MOMENTS)[number]

/**
 * The environments as they are, once the chosen one is in the policy, and once each that the policy can hold is.
 * @param chosen ID of the environment that the engagement is about
 * @param policy the engagement’s, which may be yet to be created
 */
export function membersAt(moment: Moment, members: readonly Member[], chosen: string | undefined, policy: PolicyKey): readonly Member[] {
  const main = members.find(({ id }) => id === chosen)
  if (moment === 'today' || !main) return members
  return members.map((member) => (member === main || (moment === 'all' && mayShare(member, main)) ? onPolicy(member, policy) : member))
}
