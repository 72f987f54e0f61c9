import type { DisplayText } from '../../messages/message.ts'
import type { AskedAction } from '../handoff/hand-over.ts'
import type { OperationId, Owner, SequenceId, StepId } from '../step/finding.ts'
import type { SidePage } from './side-pages.ts'
import type { FindingView, NotedRow, OperationEntry, ProblemView, ReceiptView, StepPlanView } from './view-of-step.ts'

/** Two people: what one hands to the other. */
export interface HandOverView {
  /** The handoff is being checked with the signed-in account. */
  readonly reading: boolean
  /** Steps that can be handed over, with their numbers of blocking findings and remaining changes. */
  readonly steps: readonly {
    readonly id: StepId
    readonly number: number
    readonly title: DisplayText
    readonly findings: number
    readonly changes: number
  }[]
  readonly suggested: StepId
  /** False while no environment is chosen: there is nothing to hand over yet. */
  readonly chosen: boolean
  /** Whose hand-over was taken over: it can be handed back. */
  readonly told?: { readonly by: string; readonly at: number; readonly step: StepId; readonly number: number; readonly title: DisplayText }
  /** A file that was opened; nothing of it counts. */
  readonly opened?: OpenedView
  readonly problem?: ProblemView
  readonly announcement: DisplayText
}

interface SaidView {
  readonly title: DisplayText
  readonly by: string
  readonly at: number
}

/** A hand-over before it is taken over: another person's words. */
export interface OpenedView {
  readonly purpose: 'ask' | 'hand-back'
  readonly file: string
  readonly sha256: string
  readonly from: string
  readonly madeAt: number
  readonly environment: string
  readonly step: { readonly number: number; readonly title: DisplayText }
  readonly note?: string
  readonly rows: readonly NotedRow[]
  readonly proved: readonly { readonly number: number; readonly title: DisplayText; readonly at: number }[]
  readonly findings: readonly { readonly title: DisplayText; readonly why: DisplayText; readonly remedy: DisplayText }[]
  readonly actions: readonly AskedAction[]
  readonly done: readonly ReceiptView[]
  readonly confirmed: readonly SaidView[]
  readonly gaps: readonly SaidView[]
}

/** The preparation before the first step, in parts. */
export interface PrepareView {
  readonly parts: readonly PreparePart[]
  /** Required action before the first step: the first finding, the number of others, and their owners. */
  readonly blocked?: { readonly step: number; readonly title: DisplayText; readonly more: number; readonly owners: readonly Owner[] }
  readonly announcement: DisplayText
}

/** State of a part. `not-checked`: not known yet, or unreadable. */
export type PrepareState = 'action-required' | 'confirm' | 'not-checked' | 'verified'

export interface PreparePart {
  readonly part: 'coverage' | 'checks' | 'people'
  readonly title: DisplayText
  readonly state: PrepareState
  /** The state in words: what is left, or that nothing is. */
  readonly says: DisplayText
  /** The page where it is done. */
  readonly action: { readonly title: DisplayText; readonly page: SidePage; readonly step?: StepId }
  /** Owners of the findings, if any. */
  readonly owners: readonly { readonly owner: Owner; readonly count: number }[]
  /** People and their steps. */
  readonly people: readonly {
    readonly owner: Owner
    readonly steps: readonly number[]
    readonly state: PrepareState
    /** Whose account can do it, or who handed a step over. */
    readonly who?: string
  }[]
}

/** All findings of all four steps at once, read without changing anything. */
export interface PreflightView {
  readonly reading: boolean
  readonly checkedAt?: number
  /** When a change made part of it outdated. */
  readonly oldSince?: number
  /** The environment, once one is chosen. */
  readonly chosen?: string
  /** Planned changes in one line; empty without any. */
  readonly changes: DisplayText
  /** The same, change by change. */
  readonly plans: readonly StepPlanView[]
  /** Only what a person has to do something about: severity before person before step. */
  readonly findings: readonly FoundInStep[]
  /** Owners of the findings, each with one message for all of theirs. */
  readonly owners: readonly { readonly owner: Owner; readonly count: number; readonly message: MessageView }[]
  readonly settled: readonly FindingView[]
  readonly problem?: ProblemView
  /** Why Continue didn't continue. */
  readonly missing?: { readonly id: number; readonly text: DisplayText }
  readonly announcement: DisplayText
}

/** A finding, with the place of the step that it was found in first. */
export type FoundInStep = FindingView & { readonly step: number }

/** Ready to send: names everything that one person can put right. */
export interface MessageView {
  readonly subject: DisplayText
  readonly body: DisplayText
}

/** Operations for an environment with a customer-managed key. While one is open, it is the view's `step`. */
export interface OperationsView {
  readonly open?: OperationId
  readonly list: readonly OperationEntry[]
  /** Absent: no end of this environment is on record, so that there is nothing to compare with. */
  readonly drift?: DriftView
  /** Not every step was read since the last start, or since a change. */
  readonly unchecked?: true
}

/** The baseline compared with the current state. */
export interface DriftView {
  readonly endAt: number
  readonly endBy: string
  readonly reading: boolean
  readonly comparedAt?: number
  /** Changes for the worse first. */
  readonly changes: readonly {
    readonly key: string
    readonly what: DisplayText
    readonly was: DisplayText
    readonly is: DisplayText
    /** `other`: a different value, neither better nor worse. */
    readonly turn: 'worse' | 'better' | 'other'
    /** Owner who can fix or explain it. */
    readonly owner: Owner
    /** Absent where it is in order as it is. */
    readonly remedy?: DisplayText
    /** False where it asks for action, or could not be read. */
    readonly mayAccept: boolean
    /** False for what is worse while the environment is locked. */
    readonly maySnooze: boolean
    /** Out of sight until then. Milliseconds since 1970-01-01T00:00:00Z. */
    readonly snoozed?: { readonly until: number; readonly by: string; readonly reason: string }
  }[]
  /** Changes that became part of the baseline. */
  readonly accepted: readonly {
    readonly what: DisplayText
    readonly was: DisplayText
    readonly is: DisplayText
    readonly reason: string
    readonly by: string
    readonly at: number
  }[]
  readonly problem?: ProblemView
}

/** The journal so far, and a summary of its report. */
export interface EvidenceView {
  /** Absent while no environment is chosen: there is nothing to keep a journal of. */
  readonly journal?: JournalState
  /** The report's content as counts. */
  readonly rows: readonly NotedRow[]
  readonly announcement: DisplayText
}

/** The journal's last line. A copy of its hash kept elsewhere shows whether the journal was rewritten. */
export interface JournalState {
  readonly lines: number
  readonly head: string
  /** Time of the last line, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  /** Starts that were scheduled; absent until the journal was read for them. */
  readonly schedules?: readonly ScheduledStart[]
}

/** A start that was scheduled, and how it ended; nothing where it hasn't. */
export interface ScheduledStart {
  readonly step: SequenceId
  readonly start: number
  readonly end?: { readonly how: 'started' | 'started-now' | 'canceled' | 'not-started' | 'replaced' }
}
