import type { Answer } from '../../engine/answer.ts'
import type { DisplayText } from '../../messages/message.ts'
import type { EnterprisePolicy, Environment, ListedResource, Lock, Vault } from '../services/services.ts'
import type { SourceId } from '../sources/source-ids.ts'

/* Created resources and their dependents: a plan for removal that a person carries out.
   Decision 0215: a list and a script, and no write of the wizard. */

export interface Created {
  readonly kind: string
  readonly resourceId: string
  /** Found by a reading after a lost answer, so its creator is unproven. */
  readonly isUnproven: boolean
}

interface Read {
  readonly id: string
  /** Locks in effect, set here or above. */
  readonly locks: Answer<readonly Lock[]>
}

/** Readings for a removal. Times in milliseconds since 1970-01-01T00:00:00Z. */
export interface RemovalFacts {
  readonly created: readonly Created[]
  /** IDs from step 3, created by the wizard or not. */
  readonly chosen: { readonly policy?: string; readonly vault?: string; readonly groups: readonly string[] }
  /** Each environment read individually, because the list doesn't name policies. */
  readonly environments: Answer<readonly Environment[]>
  /** False if the account may not see all. */
  readonly seesAll: boolean
  readonly policiesAround: Answer<readonly EnterprisePolicy[]>
  readonly policies: readonly (Read & { readonly policy: Answer<EnterprisePolicy> })[]
  readonly vaults: readonly (Read & {
    readonly vault: Answer<Vault>
    readonly keys: Answer<readonly string[]>
    readonly secrets: Answer<readonly string[]>
  })[]
  readonly groups: readonly (Read & { readonly group: Answer<unknown>; readonly resources: Answer<readonly ListedResource[]> })[]
  /** An environment was added to the policy. `until`: its backups need the key until then; absent: it is unknown when it left. */
  readonly backups?: { readonly until?: number }
}

export interface RemovalEntry {
  readonly kind: string
  readonly id: string
  readonly title: DisplayText
  /** Effect, recovery and manual steps of a removal. */
  readonly happens?: DisplayText
  readonly back?: DisplayText
  readonly byHand?: DisplayText
  readonly reasons: readonly DisplayText[]
  readonly source?: { readonly id: SourceId; readonly heading: string }
  readonly keys?: readonly string[]
}

export interface Removal {
  readonly remove: readonly RemovalEntry[]
  readonly stays: readonly RemovalEntry[]
  readonly gone: readonly RemovalEntry[]
}
