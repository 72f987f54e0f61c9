import type * as engine from '../engine/choices.ts'
import type * as handoff from '../engine/handoff/hand-over.ts'
import type { Same } from '../engine/same-type.ts'
import { flag, list, oneOf, optional, record, text, time, type Values } from '../engine/stored.ts'
import { LOCKABLE } from './actions/create-lock/lock.ts'
import type { CoverageAnswers } from './coverage/assess.ts'
import { COVERAGE_ITEM_IDS } from './coverage/item-ids.ts'
import { storedTags } from './tags.ts'

/** What the person decides in this procedure. */
export interface Choices extends engine.Choices {
  readonly policy?: PolicyChoices
  /** The person asked for purge protection on an existing vault: permanent, so it is never planned unasked. */
  readonly turnOnPurgeProtection?: boolean
  /** Which apps are used, and which gaps of the key's reach were acknowledged; absent until it is answered. */
  readonly coverage?: CoverageAnswers
  /** The policy that held the environment when an operation was opened: what is kept after going back is read through it. */
  readonly heldPolicyId?: string
  /** The policy that held it when a change was opened: what is kept after the change, whatever is opened meanwhile. */
  readonly changedFromPolicyId?: string
  /** The policy that the environment is to be changed to: Azure resource id. */
  readonly nextPolicyId?: string
  /** What is to keep the key from being lost. */
  readonly protection?: Protection
  /** When the partner's access to this tenant ends, as a person entered it. Milliseconds since 1970-01-01T00:00:00Z. */
  readonly partnerEndsAt?: number
  /** The other environment that is added to the policy, or was last. */
  readonly additionId?: string
  readonly told?: HandoffClaims
}

/** What a person wants the key to be protected by. */
export type Protection = Values<typeof protection>

/** What was taken over from another person: their word, which never stands against what is read here. */
export interface HandoffClaims extends engine.HandoffClaims {
  /** What their word on step 3 is about. */
  readonly policy?: PolicyChoices
}

/** A step handed over, with where the key and the policy live. */
export interface HandOver extends handoff.HandOver {
  readonly policy?: PolicyChoices
}

/** Where the key and the policy live: names of things that exist, or that are to be created. */
export type PolicyChoices = Values<typeof policy>

const policy = {
  subscriptionId: text,
  /** Of the policy, and of everything that is created. */
  resourceGroup: text,
  /** Azure region for a new group and a new vault. */
  region: text,
  vaultName: text,
  /** Absent for a key vault. A Managed HSM is never created here, so it exists. */
  keyStore: optional(oneOf('managed-hsm')),
  /** Where an existing vault lives, when not in `resourceGroup`. */
  vaultResourceGroup: text,
  keyName: text,
  keySize: oneOf(2048, 3072),
  /** A key from the customer's own HSM, which a person imports; absent: the wizard creates one where there is none. */
  keyIsImported: optional(oneOf(true)),
  policyName: text,
  /** Of what the wizard creates. */
  tags: storedTags,
  /** Object id in Entra of the Power Platform administrator who adds the environment in step 4. */
  administratorObjectId: text,
  /** Reader goes to a group. Absent: to a person, or to a group that only the directory knows for one. */
  administratorIsGroup: optional(oneOf(true)),
}

const protection = {
  /** What is to be locked against being deleted. */
  locks: list(oneOf(...LOCKABLE)),
  /** The key is to be renewed by itself. */
  rotation: optional(oneOf(true)),
  /** Azure resource ID of the workspace that the audit log is to go to. */
  auditLog: optional(text),
  /** Who gets mail before the key expires. */
  mail: optional(list(text)),
}

const item = oneOf(...COVERAGE_ITEM_IDS)

/** How the record keeps it. */
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

/** Does not compile when what is chosen and what is kept of it differ. */
const storedIsChosen: Same<
  Values<typeof stored.chosen & typeof stored.choices>,
  Pick<Choices, Exclude<keyof Choices, 'environmentId' | 'told'>>
> = true
void storedIsChosen
