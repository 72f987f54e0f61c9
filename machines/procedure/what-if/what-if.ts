import type { Finding } from '../../engine/step/finding.ts'
import type { DisplayText } from '../../messages/message.ts'
import { accessByHand, byHandOf } from '../operations/re-enable/way-back.ts'
import type { ContradictionId } from '../sources/contradictions.ts'
import type { SourceId } from '../sources/source-ids.ts'
import type { KeyLossReading } from '../steps/policy/key-loss.ts'
import { KEY_LOSSES, type KeyLoss } from '../steps/policy/key-loss-causes.ts'
import { messages as keyLossMessages } from '../steps/policy/key-loss-messages.ts'
import { messages } from './messages.ts'

/** Times in milliseconds since 1970-01-01T00:00:00Z. */
export interface WhatIfFacts {
  /** Absent if unread. */
  readonly losses?: readonly KeyLossReading[]
  /** `never`: read and without expiration; absent: unread. */
  readonly expires?: number | 'never'
  /** ID of the Managed HSM, if the key is in one. */
  readonly hsm?: string
  readonly findings?: readonly Pick<Finding, 'key' | 'status' | 'title'>[]
}

export type Judged = Pick<Finding, 'status' | 'title'>

export interface WhatIf {
  readonly loss: KeyLoss
  readonly title: DisplayText
  readonly noticed: DisplayText
  /** `lost`: it has happened. */
  readonly state: KeyLossReading['state']
  readonly seen?: DisplayText
  /** Steps to restore the key, then the environment. */
  readonly back: readonly DisplayText[]
  readonly protectedBy: DisplayText
  readonly protection?: Judged
  readonly sources: readonly SourceId[]
  /** Documents disagree on whether it can happen. */
  readonly contradiction?: ContradictionId
}

interface Known {
  readonly title: DisplayText
  /** Key of the check that judges the protection. */
  readonly judgedBy: string
  readonly protectedBy: DisplayText
  readonly sources: readonly SourceId[]
  readonly contradiction?: ContradictionId
}

/** Source of every cause: "Lock and unlock environments through key vault access" (22 May 2025). */
const KNOWN: Readonly<Record<KeyLoss, Known>> = {
  'access-removed': {
    title: messages.accessRemoved,
    judgedBy: 'protect-lock-vault',
    protectedBy: messages.protect.access,
    sources: ['lock-unlock', 'resource-locks'],
  },
  'key-disabled': {
    title: messages.keyDisabled,
    judgedBy: 'protect-who-can',
    protectedBy: messages.protect.key,
    sources: ['lock-unlock', 'resource-locks'],
  },
  'key-deleted': {
    title: messages.keyDeleted,
    judgedBy: 'purge-protection',
    protectedBy: messages.protect.keyDeleted,
    sources: ['lock-unlock', 'soft-delete', 'resource-locks'],
  },
  'vault-deleted': {
    title: messages.vaultDeleted,
    judgedBy: 'protect-lock-vault',
    protectedBy: messages.protect.vault,
    sources: ['lock-unlock', 'soft-delete', 'resource-locks'],
  },
  'policy-deleted': {
    title: messages.policyDeleted,
    judgedBy: 'protect-lock-policy',
    protectedBy: messages.protect.policy,
    sources: ['resource-locks'],
    contradiction: 'policy-deletion',
  },
  'key-version-disabled': {
    title: messages.keyVersionDisabled,
    judgedBy: 'protect-who-can',
    protectedBy: messages.protect.version,
    sources: ['lock-unlock', 'power-platform-keys'],
  },
  'vault-closed': {
    title: messages.vaultClosed,
    judgedBy: 'vault-reachable',
    protectedBy: messages.protect.network,
    sources: ['lock-unlock', 'vault-network'],
    contradiction: 'vault-network',
  },
  'vault-fenced': {
    title: messages.vaultFenced,
    judgedBy: 'vault-reachable',
    protectedBy: messages.protect.network,
    sources: ['lock-unlock', 'vault-network'],
  },
  'key-expired': {
    title: messages.keyExpired,
    judgedBy: 'key-renewed',
    protectedBy: messages.protect.expiry,
    sources: ['power-platform-keys'],
  },
}

/** A deleted policy can't be restored, so there is nothing to re-enable. */
function wayBack(loss: KeyLoss, hsm: string | undefined): readonly DisplayText[] {
  if (loss === 'policy-deleted') return [byHandOf(loss, hsm)]
  const key = loss === 'access-removed' ? [] : [byHandOf(loss, hsm)]
  const access = loss === 'access-removed' || loss === 'vault-deleted' ? accessByHand(hsm) : []
  return [...key, ...access, keyLossMessages.keyLoss.reEnable]
}

function noticed(loss: KeyLoss, expires: WhatIfFacts['expires']): DisplayText {
  if (loss !== 'key-expired' || expires === undefined) return messages.noWarning
  return expires === 'never' ? messages.noDate : messages.onDate({ at: expires })
}

export const PROTECTION_CHECKS: readonly string[] = [...new Set(Object.values(KNOWN).map(({ judgedBy }) => judgedBy))]

/** Documented causes in document order, with effect and state. */
export function whatIf({ losses, expires, findings, hsm }: WhatIfFacts): readonly WhatIf[] {
  return KEY_LOSSES.map((loss) => {
    const read = losses?.find((each) => each.loss === loss)
    const { judgedBy, ...known } = KNOWN[loss]
    const judged = findings?.find(({ key }) => key === judgedBy)
    return {
      loss,
      ...known,
      ...(judged ? { protection: { status: judged.status, title: judged.title } } : {}),
      noticed: noticed(loss, expires),
      state: read?.state ?? 'unknown',
      ...(read ? { seen: read.seen } : {}),
      back: wayBack(loss, hsm),
    }
  })
}
