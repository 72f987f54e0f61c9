import type { Answer } from '../../engine/answer.ts'
import type { DisplayText } from '../../messages/message.ts'
import type { EnterprisePolicy, Environment, ListedResource, Lock, Vault } from '../services.ts'
import type { SourceId } from '../source-ids.ts'

/*
 * What the wizard created for an environment and what hangs on it: the plan of removing it, which a person carries out.
 * Decision 0215: a list and a script, and no write of the wizard.
 */

/** A change of the record that left something behind. */
export interface Created {
  /** Of the action. */
  readonly kind: string
  readonly resourceId: string
  /** The answer was lost: a reading found it afterwards, which proves nothing of who made it. */
  readonly isUnproven: boolean
}

interface Read {
  /** Azure resource ID. */
  readonly id: string
  /** Those that hold there, whether set on it or above. */
  readonly locks: Answer<readonly Lock[]>
}

/** What is read before anything is said of removing. Times in milliseconds since 1970-01-01T00:00:00Z. */
export interface RemovalFacts {
  readonly created: readonly Created[]
  /** IDs of what was chosen in step 3, whether the wizard created it or not. */
  readonly chosen: { readonly policy?: string; readonly vault?: string; readonly groups: readonly string[] }
  /** Every environment, each read by itself: the list of them names no policy. */
  readonly environments: Answer<readonly Environment[]>
  /** False where the account may not see all of them. */
  readonly seesAll: boolean
  /** Of every subscription that the account sees. */
  readonly policiesAround: Answer<readonly EnterprisePolicy[]>
  readonly policies: readonly (Read & { readonly policy: Answer<EnterprisePolicy> })[]
  readonly vaults: readonly (Read & {
    readonly vault: Answer<Vault>
    readonly keys: Answer<readonly string[]>
    readonly secrets: Answer<readonly string[]>
  })[]
  readonly groups: readonly (Read & { readonly group: Answer<unknown>; readonly resources: Answer<readonly ListedResource[]> })[]
  /** An environment was added to the policy. `until`: how long its backups need the key; absent while none says when it left. */
  readonly backups?: { readonly until?: number }
}

/** One thing of the list. */
export interface RemovalEntry {
  readonly kind: string
  /** Azure resource ID, or what stands for it. */
  readonly id: string
  readonly title: DisplayText
  /** What happens with it, what leads back, and how it is done by hand: of what is to be removed. */
  readonly happens?: DisplayText
  readonly back?: DisplayText
  readonly byHand?: DisplayText
  /** Why it stays: of what stays. */
  readonly reasons: readonly DisplayText[]
  readonly source?: { readonly id: SourceId; readonly heading: string }
  /** Names of the keys that a key vault may hold when it is removed. */
  readonly keys?: readonly string[]
}

/** The plan: in the order in which it has to be done. */
export interface Removal {
  readonly remove: readonly RemovalEntry[]
  readonly stays: readonly RemovalEntry[]
  readonly gone: readonly RemovalEntry[]
}
