import { locationWord } from '../geography.ts'
import { sameId } from '../ids.ts'
import type { SourceId } from '../sources/source-ids.ts'
import { type Member, mayShare, onPolicy, type PolicyKey } from './members.ts'

/** Why a copy or restore fails, or can't be predicted. */
export type PairReason = 'other-key' | 'other-policy' | 'managed-differs' | 'other-region' | 'changing' | 'key-unknown' | 'managed-unknown'

export type Pair =
  | { readonly works: true }
  /** `unknown`: nothing known forbids it, but something was not read. */
  | { readonly works: false | 'unknown'; readonly reasons: readonly [PairReason, ...PairReason[]] }

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

/** Whether copy and restore work between two environments, as far as keys, Managed Environments and regions decide. Symmetric. */
export function pairOf(a: Member, b: Member): Pair {
  const region = locationWord(a.location) === locationWord(b.location) ? undefined : 'other-region'
  const reasons = [keyReason(a, b), managedReason(a, b), region] as const
  const [first, ...more] = reasons.filter((reason) => reason !== undefined)
  if (first === undefined) return { works: true }
  const forbidden = [first, ...more].some((reason) => !ONLY_UNKNOWN.includes(reason))
  return { works: forbidden ? false : 'unknown', reasons: [first, ...more] }
}

/** Environments that all work together; an unpredictable one is alone. */
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

/** Reasons between groups, each with its number of pairs. */
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
 * Environments now, with the chosen one in the policy, and with all that fit it.
 * @param chosen ID of the engagement's environment
 * @param policy the engagement's, possibly not created yet
 */
export function membersAt(moment: Moment, members: readonly Member[], chosen: string | undefined, policy: PolicyKey): readonly Member[] {
  const main = members.find(({ id }) => id === chosen)
  if (moment === 'today' || !main) return members
  return members.map((member) => (member === main || (moment === 'all' && mayShare(member, main)) ? onPolicy(member, policy) : member))
}
