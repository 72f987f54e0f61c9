import type { Names } from '../engine/action.ts'
import type { Carried } from '../engine/step/proof.ts'
import type { NotedRow, ProblemView } from '../engine/wizard/view-of-step.ts'
import type { DisplayText } from '../messages/message.ts'
import type { PolicyChoices } from './choices.ts'
import type { KeyStanding } from './landscape/shown-key.ts'
import type { WishProtections } from './operations/protect/decisions.ts'
import type { Deed } from './operations/protect/who-can.ts'
import type { Person } from './services.ts'

/** What a step shows besides findings: the facts a person picks from or notes down. */
export type StepPicture =
  | {
      readonly kind: 'environments'
      readonly chosen?: string
      readonly environments: readonly EnvironmentRow[]
      readonly problem?: ProblemView
    }
  | { readonly kind: 'noted'; readonly rows: readonly PictureRow[] }
  | {
      readonly kind: 'policy'
      readonly form: PolicyForm
      /** That a template or a pilot proposes protections for the key, and which one. */
      readonly protections?: DisplayText
    }
  | { readonly kind: 'membership'; readonly rows: readonly PictureRow[] }
  | {
      readonly kind: 'policies'
      readonly rows: readonly PictureRow[]
      readonly chosen?: string
      readonly policies: readonly PolicyRow[]
      readonly problem?: ProblemView
    }
  | {
      readonly kind: 'protection'
      readonly rows: readonly PictureRow[]
      /** Who could take the key away today, and where that comes from. */
      readonly holders: readonly HolderRow[]
      /** What of it anyone can do, as the columns of that list. */
      readonly deeds: readonly { readonly deed: Deed; readonly title: DisplayText }[]
      /** What the list leaves out. */
      readonly unread: readonly DisplayText[]
      /** Keys of the findings that are each about one protection. */
      readonly protections: readonly string[]
      /** Where the audit log could go. */
      readonly workspaces: readonly { readonly id: string; readonly name: string; readonly location: string }[]
      /** The one that was chosen. */
      readonly workspaceId?: string
      /** What a template or a pilot proposes and isn't there, wished or left to choose. */
      readonly proposed?: ProposedProtections
      /** Who gets mail before the key expires; absent where there is no such alert. */
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

/** Protections that are proposed. None is a wish before the person says so. */
export interface ProposedProtections {
  /** By which template, or after which pilot. */
  readonly from: DisplayText
  readonly what: readonly DisplayText[]
  /** What belongs to this tenant and is chosen on the page. */
  readonly toChoose: readonly DisplayText[]
  /** Wishes all of `what`; absent where that is nothing. */
  readonly decision?: WishProtections
}

/** Someone who could take the key away. */
export interface HolderRow {
  /** Object ID. */
  readonly id: string
  readonly who: DisplayText
  readonly can: readonly Deed[]
  readonly from: readonly DisplayText[]
}

/** Another environment that could be added to the policy. What was not read is not there. */
export interface TargetRow {
  readonly id: string
  readonly name: string
  /** As the service names it, for example `Sandbox`. */
  readonly type?: string
  readonly location?: string
  readonly standing?: KeyStanding
  /** With which key it is encrypted. */
  readonly key?: DisplayText
}

/** An encryption policy that the environment could be changed to. */
export interface PolicyRow {
  readonly id: string
  readonly name: string
  readonly location: string
  readonly keyName?: string
  /** In the environment's geography. */
  readonly fits: boolean
}

export interface EnvironmentRow {
  readonly id: string
  readonly displayName: string
  readonly sku: string
  readonly location: string
  readonly url?: string
  readonly financeAndOperationsUrl?: string
  /** Where it is and what it is called, in the service's words; absent where this procedure can't be carried out for it. */
  readonly workable?: { readonly geography: string; readonly region?: string; readonly domain?: string }
}

export interface PictureRow extends NotedRow {
  /** For rows that a page leaves out at times. */
  readonly about?: 'key-manager' | 'latest-version'
}

/** A key vault or a Managed HSM to choose. */
export interface StoreRow {
  readonly name: string
  readonly resourceGroup: string
  readonly location: string
  readonly keyStore?: 'managed-hsm'
}

export interface PolicyForm {
  /** What is typed into the form is for this environment and for no other. */
  readonly environmentId: string
  /** Names that are free in the subscription, for a new vault and a new policy. */
  readonly fresh: Pick<PolicyChoices, 'vaultName' | 'policyName'>
  /** What stands in the form: the person's choices, else the suggestion. */
  readonly values: PolicyChoices
  readonly chosen: boolean
  /** Why there are no subscriptions to choose from, where the service refused to list them. */
  readonly problem?: ProblemView
  readonly subscriptions: readonly { readonly id: string; readonly name: string; readonly state: string }[]
  /** Key vaults and Managed HSMs of the chosen subscription. */
  readonly vaults: readonly StoreRow[]
  /** Encryption policies of the chosen subscription. */
  readonly policies: readonly { readonly name: string; readonly resourceGroup: string; readonly location: string }[]
  /** Azure regions of the environment's geography, the environment's own region first; the subscription's where the geography isn't known. */
  readonly regions: readonly string[]
  /** What Azure calls them and those of the vaults, by their codes; a code that is missing has no other name. */
  readonly regionNames: Names
  /** Empty where nothing tells it. */
  readonly geography: string
  /** The template that new names come from. */
  readonly template?: string
  /** The environment whose choices are proposed. */
  readonly from?: string
  /** Whose object id is suggested for Reader. `elsewhere`: the account belongs to another tenant, and nothing can be given to its id. */
  readonly account: { readonly objectId: string; readonly displayName: string; readonly userName: string; readonly elsewhere?: true }
  /** Who gets Reader by the values, where their name could be read. */
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

/** A picture of this procedure, by its kind: whatever a reading shows was put there by this procedure's own steps. */
export const isPicture = (carried: Carried): carried is StepPicture => Object.hasOwn(KINDS, carried.kind)
