import type { DisplayText } from '../../messages/message.ts'
import type { CatalogueId, ContradictionId, LinkId, Owner, Part, SourceId, WaitId } from './finding.ts'

/** A risk that no service reports in advance: an entry of the failure catalogue, in words. */
export interface Pitfall {
  readonly id: CatalogueId
  readonly heading: DisplayText
  /** Symptom, cause and remedy. */
  readonly text: DisplayText
  readonly source: SourceId
}

/** A part of a step in the list of steps. */
export interface ListedPart {
  readonly part: Part
  readonly title: DisplayText
  /** Keys of the checks that are about the part itself: without one of them it is not known to be in order. */
  readonly proof: readonly string[]
}

/** The words of a step: why, how by hand, from which documents. Data, so that a changed document changes one place. */
export interface Guide {
  /** The document's own words. */
  readonly title: DisplayText
  /** The same in the list of stages, where that is shorter. */
  readonly short?: DisplayText
  /** The title once the step is proved. */
  readonly outcome: DisplayText
  /** Where it follows another step: the button there that leads to it, and what comes then. */
  readonly after?: { readonly goOn: DisplayText; readonly next: DisplayText }
  /** The person's task, as an imperative. */
  readonly what: DisplayText
  readonly why: DisplayText
  /** The result, and whether users notice. */
  readonly happens: DisplayText
  readonly who: readonly Owner[]
  /** Absent where it is only read and confirmed. */
  readonly takes?: DisplayText
  readonly whySections: readonly { readonly heading: DisplayText; readonly text: DisplayText }[]
  readonly byHand: readonly {
    readonly heading: DisplayText
    /** Warning above the step's tasks, before the first click. */
    readonly caution?: DisplayText
    readonly clicks: readonly DisplayText[]
    readonly link?: LinkId
  }[]
  /** `during`: shown only while that is waited for; absent, while anything is. */
  readonly whileYouWait: readonly { readonly heading: DisplayText; readonly text: DisplayText; readonly during?: string }[]
  /** Durations that matter here, in the order in which they are met. */
  readonly waits: readonly WaitId[]
  readonly pitfalls: readonly Pitfall[]
  /** Matters of this step on which documents disagree. */
  readonly contradictions: readonly ContradictionId[]
  readonly sources: readonly SourceId[]
  /** In the order of the work; empty where the list of steps shows none. */
  readonly parts: readonly ListedPart[]
  /** The choice that the checks need: as a sentence, and within one. */
  readonly choice: { readonly first: DisplayText; readonly announced: DisplayText }
}

/** Beside the guide of an operation: when to choose it, and what it means. */
export interface OperationGuide extends Guide {
  readonly when?: DisplayText
  readonly usersCutOff: boolean
  readonly takes: DisplayText
}
