import type * as engine from '../engine/choices.ts'
import type * as handoff from '../engine/handoff/hand-over.ts'
import type { CoverageAnswers } from './coverage/assess.ts'

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
  readonly told?: HandoffClaims
}

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
export interface PolicyChoices {
  readonly subscriptionId: string
  /** Of the policy, and of everything that is created. */
  readonly resourceGroup: string
  /** Azure region for a new group and a new vault. */
  readonly region: string
  readonly vaultName: string
  /** Where an existing vault lives, when not in `resourceGroup`. */
  readonly vaultResourceGroup: string
  readonly keyName: string
  readonly keySize: 2048 | 3072
  readonly policyName: string
  /** Object id in Entra of the Power Platform administrator who adds the environment in step 4. */
  readonly administratorObjectId: string
}
