import type { Finding } from '../../engine/step/finding.ts'
import type { DisplayText } from '../../messages/message.ts'
import type { ContradictionId } from '../contradictions.ts'
import { accessByHand, byHandOf } from '../operations/re-enable/way-back.ts'
import type { SourceId } from '../source-ids.ts'
import { KEY_LOSSES, type KeyLoss, type KeyLossReading } from '../steps/policy/key-loss.ts'
import { messages as keyLossMessages } from '../steps/policy/key-loss-messages.ts'
import { messages } from './messages.ts'

/** What is known of the key when it is asked what would happen. Times in milliseconds since 1970-01-01T00:00:00Z. */
export interface WhatIfFacts {
  /** Each cause as it was read last; absent where nothing was read. */
  readonly losses?: readonly KeyLossReading[]
  /** When the key expires: `never` where it was read and has no date, absent where it was not read. */
  readonly expires?: number | 'never'
  /** Name of the Managed HSM that the key is in. */
  readonly hsm?: string
  /** What was found, each check's newest. */
  readonly findings?: readonly Pick<Finding, 'key' | 'status' | 'title'>[]
}

/** A finding, as far as it tells whether a protection is there. */
export type Judged = Pick<Finding, 'status' | 'title'>

/** One cause of a lock: what it would do, and how it stands. */
export interface WhatIf {
  readonly loss: KeyLoss
  readonly title: DisplayText
  /** When anyone would learn of it. */
  readonly noticed: DisplayText
  /** `lost`: it has happened. */
  readonly state: KeyLossReading['state']
  /** What was read of it. */
  readonly seen?: DisplayText
  /** What brings the key back, in order, and then the environment. */
  readonly back: readonly DisplayText[]
  readonly protectedBy: DisplayText
  /** The finding that says whether that protection is there, as it was read last. */
  readonly protection?: Judged
  readonly sources: readonly SourceId[]
  /** Documents disagree on whether it can happen. */
  readonly contradiction?: ContradictionId
}

interface Known {
  readonly title: DisplayText
  /** The check that looks at what protects, by its key. */
  readonly judgedBy: string
  readonly protectedBy: DisplayText
  readonly sources: readonly SourceId[]
  readonly contradiction?: ContradictionId
}

/** That each of these locks the environments is from "Lock and unlock environments through key vault access" (22 May 2025). */
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

/** A deleted policy does not come back, so that nothing can be re-enabled. */
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

/** The checks that look at what protects, by their keys. */
export const PROTECTION_CHECKS: readonly string[] = [...new Set(Object.values(KNOWN).map(({ judgedBy }) => judgedBy))]

/** Every documented cause of a lock, in the order of the document, with what it would do and whether it has happened. */
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
