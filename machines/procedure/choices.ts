import type * as engine from '../engine/choices.ts'
import type * as handoff from '../engine/handoff/hand-over.ts'
import type { Same } from '../engine/same-type.ts'
import { flag, list, oneOf, optional, record, text, time, type Values } from '../engine/stored.ts'
import { LOCKABLE } from './actions/create-lock/lock.ts'
import type { CoverageAnswers } from './coverage/assess.ts'
import { COVERAGE_ITEM_IDS } from './coverage/item-ids.ts'
import { storedTags } from './tags.ts'

export interface Choices extends engine.Choices {
  readonly policy?: PolicyChoices
  /** Purge protection was requested for an existing vault: permanent, so never planned unasked. */
  readonly turnOnPurgeProtection?: boolean
  /** Used apps and acknowledged gaps; absent until answered. */
  readonly coverage?: CoverageAnswers
  /** Policy of the environment when an operation was opened: its retention is read through it after going back. */
  readonly heldPolicyId?: string
  /** Policy before a change: its retention applies afterwards, whatever operation is opened. */
  readonly changedFromPolicyId?: string
  /** Target policy of a change: Azure resource ID. */
  readonly nextPolicyId?: string
  readonly protection?: Protection
  /** End of the partner's access, as entered. Milliseconds since 1970-01-01T00:00:00Z. */
  readonly partnerEndsAt?: number
  readonly additionId?: string
  readonly told?: HandoffClaims
}

/** Requested protections. */
export type Protection = Values<typeof protection>

/** Claims of another person: they never override a reading. */
export interface HandoffClaims extends engine.HandoffClaims {
  /** What their word on step 3 is about. */
  readonly policy?: PolicyChoices
}

/** With the policy choices. */
export interface HandOver extends handoff.HandOver {
  readonly policy?: PolicyChoices
}

export type PolicyChoices = Values<typeof policy>

export const policy = {
  subscriptionId: text,
  /** For the policy and new resources. */
  resourceGroup: text,
  /** Azure region for a new group and a new vault. */
  region: text,
  vaultName: text,
  /** Absent for a key vault. A Managed HSM is never created here. */
  keyStore: optional(oneOf('managed-hsm')),
  /** Group of an existing vault, if it isn't `resourceGroup`. */
  vaultResourceGroup: text,
  keyName: text,
  keySize: oneOf(2048, 3072),
  /** A person imports the key from the customer's HSM; absent: the wizard creates a missing key. */
  keyIsImported: optional(oneOf(true)),
  policyName: text,
  tags: storedTags,
  /** Object ID of the Power Platform administrator of step 4, in Entra. */
  administratorObjectId: text,
  /** Reader is assigned to a group. Absent: to a person, or to a group that only the directory knows as one. */
  administratorIsGroup: optional(oneOf(true)),
}

export const protection = {
  locks: list(oneOf(...LOCKABLE)),
  /** The key is to be renewed by itself. */
  rotation: optional(oneOf(true)),
  /** Azure resource ID of the workspace. */
  auditLog: optional(text),
  mail: optional(list(text)),
}

const item = oneOf(...COVERAGE_ITEM_IDS)

export const stored = {
  chosen: { policy: optional(record(policy)) },
  choices: {
    turnOnPurgeProtection: optional(flag),
    coverage: optional(
      record({
        answers: list(item),
        unsure: optional(list(item)),
        by: text,
        at: time,
        acknowledged: list(record({ item, by: text, at: time })),
      }),
    ),
    heldPolicyId: optional(text),
    changedFromPolicyId: optional(text),
    nextPolicyId: optional(text),
    protection: optional(record(protection)),
    additionId: optional(text),
    partnerEndsAt: optional(time),
  },
}

/** Compile-time check: chosen and stored values match. */
const storedIsChosen: Same<
  Values<typeof stored.chosen & typeof stored.choices>,
  Pick<Choices, Exclude<keyof Choices, 'environmentId' | 'told'>>
> = true
void storedIsChosen
