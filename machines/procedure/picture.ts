import type { Names } from '../engine/action.ts'
import type { Carried } from '../engine/step/proof.ts'
import type { NotedRow, ProblemView } from '../engine/wizard/view-of-step.ts'
import type { DisplayText } from '../messages/message.ts'
import type { PolicyChoices } from './choices.ts'
import type { KeyStanding } from './landscape/shown-key.ts'
import type { WishProtections } from './operations/protect/decisions.ts'
import type { Deed } from './operations/protect/who-can.ts'
import type { Person } from './services/services.ts'

/** Facts to choose from or to note, beside the findings. */
export type StepPicture =
  | {
      readonly kind: 'environments'
      readonly chosen?: string
      readonly environments: readonly EnvironmentRow[]
      readonly problem?: ProblemView
    }
  | { readonly kind: 'noted'; readonly rows: readonly PictureRow[]; readonly names?: TwoNames }
  | {
      readonly kind: 'policy'
      readonly form: PolicyForm
      readonly protections?: DisplayText
    }
  | { readonly kind: 'membership'; readonly rows: readonly PictureRow[]; readonly versions?: KeyVersions }
  | {
      readonly kind: 'policies'
      readonly rows: readonly PictureRow[]
      readonly chosen?: string
      readonly policies: readonly PolicyRow[]
      /** Nothing named a subscription to list: an empty list then says nothing. */
      readonly notListed?: true
      readonly problem?: ProblemView
    }
  | {
      readonly kind: 'protection'
      readonly rows: readonly PictureRow[]
      readonly holders: readonly HolderRow[]
      readonly deeds: readonly { readonly deed: Deed; readonly title: DisplayText }[]
      readonly unread: readonly DisplayText[]
      readonly protections: readonly string[]
      readonly workspaces: readonly { readonly id: string; readonly name: string; readonly location: string }[]
      readonly workspaceId?: string
      /** Proposals that are neither present, requested nor left to choose. */
      readonly proposed?: ProposedProtections
      /** Recipients of the expiration mail; absent without such an alert. */
      readonly mail?: { readonly suggested: readonly string[]; readonly emails?: readonly string[] }
    }
  | {
      readonly kind: 'targets'
      readonly rows: readonly PictureRow[]
      readonly chosen?: string
      readonly targets: readonly TargetRow[]
      readonly problem?: ProblemView
    }
  | { readonly kind: 'none' }

/** What the environment is called in finance and operations, and in Power Platform. */
export interface TwoNames {
  /** `differsFrom`: where it begins to differ, in characters; absent where the two mean the same. */
  readonly operations: { readonly name: string; readonly address: string; readonly differsFrom?: number }
  readonly platform: { readonly name: string; readonly type: string; readonly region: DisplayText }
}

/** The key's two versions, as they were read, while the previous one is needed. Times in milliseconds since 1970-01-01T00:00:00Z. */
export interface KeyVersions {
  readonly key: string
  readonly newest: VersionRow
  readonly previous: VersionRow & { readonly keepUntil: number }
  /** Key of that date's event in the calendar. */
  readonly event: string
}

export interface VersionRow {
  readonly version: string
  /** Absent where the service doesn't say so. */
  readonly createdAt?: number
  readonly isEnabled?: boolean
}

/** Counts only once a person accepts it. */
export interface ProposedProtections {
  /** Source template or pilot. */
  readonly from: DisplayText
  readonly what: readonly DisplayText[]
  readonly toChoose: readonly DisplayText[]
  /** Requests all of `what`; absent if empty. */
  readonly decision?: WishProtections
}

export interface HolderRow {
  readonly id: string
  readonly who: DisplayText
  readonly can: readonly Deed[]
  readonly from: readonly DisplayText[]
}

/** A candidate for the policy. Unread values are absent. */
export interface TargetRow {
  readonly id: string
  readonly name: string
  readonly type?: string
  readonly location?: string
  readonly standing?: KeyStanding
  readonly key?: DisplayText
}

export interface PolicyRow {
  readonly id: string
  readonly name: string
  readonly location: string
  readonly keyName?: string
  readonly fits: boolean
}

export interface EnvironmentRow {
  readonly id: string
  readonly displayName: string
  readonly sku: string
  readonly location: string
  readonly url?: string
  readonly financeAndOperationsUrl?: string
  /** Place and name in the service's words; absent if the procedure doesn't apply. */
  readonly workable?: { readonly geography: string; readonly region?: string; readonly domain?: string }
}

export interface PictureRow extends NotedRow {
  /** For rows that a page sometimes omits. */
  readonly about?: 'key-manager' | 'latest-version'
}

export interface StoreRow {
  readonly name: string
  readonly resourceGroup: string
  readonly location: string
  readonly keyStore?: 'managed-hsm'
}

export interface PolicyForm {
  readonly environmentId: string
  readonly fresh: Pick<PolicyChoices, 'vaultName' | 'policyName'>
  readonly values: PolicyChoices
  readonly chosen: boolean
  readonly problem?: ProblemView
  /** Lists of the subscription that couldn't be read: empty ones then say nothing. */
  readonly unlisted?: readonly { readonly of: 'vaults' | 'managedHsms' | 'policies'; readonly problem: ProblemView }[]
  readonly subscriptions: readonly { readonly id: string; readonly name: string; readonly state: string }[]
  readonly vaults: readonly StoreRow[]
  readonly policies: readonly { readonly name: string; readonly resourceGroup: string; readonly location: string }[]
  /** Regions of the environment's geography, its own first; the subscription's if the geography is unknown. */
  readonly regions: readonly string[]
  /** Display names by region code; a missing one has none. */
  readonly regionNames: Names
  /** Empty if unknown. */
  readonly geography: string
  readonly template?: string
  readonly from?: string
  /** Suggested for Reader. `elsewhere`: the account belongs to another tenant and can't get a role here. */
  readonly account: { readonly objectId: string; readonly displayName: string; readonly userName: string; readonly elsewhere?: true }
  /** The Reader in the values, if the name was readable. */
  readonly administrator?: Person
}

const KINDS: Readonly<Record<StepPicture['kind'], true>> = {
  environments: true,
  noted: true,
  policy: true,
  membership: true,
  policies: true,
  protection: true,
  targets: true,
  none: true,
}

export const isPicture = (carried: Carried): carried is StepPicture => Object.hasOwn(KINDS, carried.kind)
