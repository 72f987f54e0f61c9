import type { DisplayText } from '../../messages/message.ts'
import type { Pending } from '../../procedure/action.ts'
import type { ContradictionId } from '../../procedure/contradictions.ts'
import type { LinkId } from '../../procedure/links.ts'
import type { SourceId } from '../../procedure/source-ids.ts'
import type { WaitId } from '../../procedure/waits.ts'
import type { CatalogueId } from './finding.ts'

/** What can go wrong here and no service tells beforehand: an entry of the failure catalogue, in words. */
export interface Pitfall {
  readonly id: CatalogueId
  readonly heading: DisplayText
  /** How it shows, what it comes from, and what to do. */
  readonly text: DisplayText
  readonly source: SourceId
}

/** The words of a step: why, how by hand, from which documents. Data, so that a changed document changes one place. */
export interface Guide {
  /** The document's own words. */
  readonly title: DisplayText
  /** The title once the step is proved. */
  readonly outcome: DisplayText
  readonly what: DisplayText
  readonly why: DisplayText
  readonly whySections: readonly { readonly heading: DisplayText; readonly text: DisplayText }[]
  readonly byHand: readonly {
    readonly heading: DisplayText
    /** What has to be known before the first click: stands above them, as a warning. */
    readonly caution?: DisplayText
    readonly clicks: readonly DisplayText[]
    readonly link?: LinkId
  }[]
  /** `during`: shown only while that is waited for; absent, while anything is. */
  readonly whileYouWait: readonly { readonly heading: DisplayText; readonly text: DisplayText; readonly during?: Pending['kind'] }[]
  /** Durations that matter here, in the order in which they are met. */
  readonly waits: readonly WaitId[]
  readonly pitfalls: readonly Pitfall[]
  /** Matters of this step on which documents disagree. */
  readonly contradictions: readonly ContradictionId[]
  readonly sources: readonly SourceId[]
}
