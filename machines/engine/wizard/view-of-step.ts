import type { DisplayText } from '../../messages/message.ts'
import type { ActionDescription, FieldChange, Harm } from '../action.ts'
import type { Refusal } from '../answer.ts'
import type { CatalogueId, FindingStatus, LinkId, Offer, OperationId, Owner, Part, SequenceId, SourceId, StepId } from '../step/finding.ts'
import type { MaintenanceWindow } from '../step/maintenance-window.ts'
import type { Unstarted } from '../step/scheduled.ts'

export type StepPhase =
  | 'reading'
  | 'choosing'
  | 'reviewing'
  | 'confirming'
  | 'scheduled'
  | 'rechecking'
  | 'applying'
  | 'pausing'
  | 'waiting'
  | 'stopped'

export interface StepView {
  readonly id: SequenceId
  /** Its place in the document’s order; absent for an operation after the link. */
  readonly place?: { readonly number: number; readonly of: number }
  /** The document's own words; when the step is proved, its outcome. */
  readonly title: DisplayText
  /** An operation's own title, while it is followed. */
  readonly of?: DisplayText
  /** Name of the environment that it is about, where that isn’t the one that everything is about. */
  readonly about?: string
  readonly task: TaskView
  readonly phase: StepPhase
  /** True when the findings hold nothing that blocks and nothing is planned. */
  readonly proved: boolean
  readonly checkedAt?: number
  /** The findings are of before a change, and stay until the person checks again. Milliseconds since 1970-01-01T00:00:00Z. */
  readonly oldSince?: number
  readonly findings: readonly FindingView[]
  readonly plan: readonly ActionView[]
  /** "8 changes, about 6 minutes, no downtime"; empty without planned changes. */
  readonly planSummary: DisplayText
  /** The plan takes users offline: it can be saved for those who approve it. */
  readonly requestable?: true
  /** The button's own label, if a change has one. */
  readonly starts?: DisplayText
  /** Present while confirming. */
  readonly confirmation?: {
    readonly typedName?: string
    readonly irreversible: boolean
    readonly usersCutOff: boolean
    /** Permanent effects on users and data, one entry per change with any. */
    readonly harms: readonly Omit<Harm, 'start'>[]
    /** The button's own label, if one change has one. */
    readonly start?: Harm['start']
    /** The first change of this environment in a real tenant. */
    readonly first?: true
    /** Confirmed findings that are repeated here, as sentences. */
    readonly cautions: readonly DisplayText[]
    /** Present where a maintenance window has to be stated: how long the plan can take by the documents, in milliseconds. */
    readonly timeNeeded?: number
    /** No document says when it is over at the latest: the time needed is one to plan for. */
    readonly openEnded?: true
    /** It can start now or later. `chosen`: what the person asked for. */
    readonly starts?: { readonly chosen?: 'later' }
  }
  /** Present while the start is left to the wizard. */
  readonly schedule?: OutageView
  /** Was scheduled and did not start: users may have been told of it. */
  readonly unstarted?: OutageView & Pick<Unstarted, 'how'> & { readonly isNews?: true }
  /** The confirmed window, while the plan is carried out. */
  readonly window?: MaintenanceWindow
  /** Plans of the steps after this one, as far as they can be foreseen. */
  readonly later: readonly StepPlanView[]
  /** Present while applying, pausing or waiting: every action of the plan with its state. */
  readonly progress: readonly ProgressView[]
  /** Present while a try was refused and the next one is to come. */
  readonly retry?: RetryView
  /** Changes in this step since the tenant was opened. */
  readonly receipts: readonly ReceiptView[]
  readonly wait?: WaitView
  /** What a service said of the last run, which it ended without success. */
  readonly ended?: EndedView
  readonly problem?: ProblemView
  /** Why Continue didn't continue. A new `id` for each press, so that the focus moves each time. */
  readonly missing?: {
    readonly id: number
    readonly text: DisplayText
    readonly findingKey?: string
    readonly target: 'finding' | 'plan' | 'form' | 'page'
    /** Continue has everything read again because the last check was too old, or it has been read and nothing is missing. */
    readonly rereading?: 'underway' | 'passed'
  }
  /** Operations that can be opened from here, and lead back. */
  readonly optional?: readonly OperationEntry[]
  readonly guide: GuideView
}

/** An operation to open. */
export interface OperationEntry {
  readonly id: OperationId
  readonly title: DisplayText
  /** Its purpose, where it is offered after a step. */
  readonly when?: DisplayText
  readonly usersCutOff: boolean
  readonly takes: DisplayText
  /** Its running operation, or its changes so far. */
  readonly state?: DisplayText
}

/** The person's task on the page. */
export interface TaskView {
  /** In one line. */
  readonly now: DisplayText
  /** Key of the one finding in the way, which the task is. */
  readonly finding?: string
  /** The step where that is done, if it isn't this one. */
  readonly goTo?: StepId
  /** Of a verified step: what says so, and the button to where `NEXT` leads. */
  readonly done?: { readonly verified: DisplayText; readonly goOn: DisplayText }
  /** Absent while there is nothing for them to do. */
  readonly about?: {
    readonly why: DisplayText
    /** Absent, as who does it, while something is in the way: that has an owner of its own. */
    readonly happens?: DisplayText
    readonly who?: readonly Owner[]
    readonly takes?: DisplayText
    /** Possible starts, if they can be chosen. */
    readonly starts?: DisplayText
  }
}

/** A name or a value to note down. */
export interface NotedRow {
  readonly label: DisplayText
  readonly value: DisplayText
  readonly copyable: boolean
  /** ID at the service, for copying; the name is for reading. */
  readonly id?: DisplayText
  readonly hint?: DisplayText
  /** Rarely needed: the page collapses it. */
  readonly minor?: true
}

export interface FindingView {
  readonly key: string
  readonly id: CatalogueId
  readonly part: Part
  readonly status: FindingStatus
  readonly title: DisplayText
  readonly seen: DisplayText
  readonly why: DisplayText
  readonly remedy: DisplayText
  readonly owner: Owner
  readonly byHand: readonly DisplayText[]
  readonly link?: { readonly id: LinkId; readonly title: DisplayText }
  readonly source: SourceView
  readonly refusal?: Refusal
  /** True when an action in the plan puts it right. */
  readonly planned: boolean
  /** The button that does it here, for what is never planned unasked. */
  readonly offer?: Offer
  readonly attestable: boolean
  /** True: it is acknowledged where the offer leads. */
  readonly toAcknowledge?: true
  readonly attested?: { readonly by: string; readonly at: number }
  /** Ready to send to the owner: what, why, how, link. */
  readonly message: DisplayText
}

/** Plan of one step. */
export interface StepPlanView {
  readonly step: StepId
  readonly number: number
  readonly title: DisplayText
  readonly plan: readonly ActionView[]
}

export interface ActionView extends ActionDescription {
  /** In place of the short words for `reversible`, where they would leave out what stays. */
  readonly undoShort?: DisplayText
  readonly key: string
  readonly kind: string
  /** Part of the step that it changes. */
  readonly part: Part
  /** Sources for duration, downtime, and the way back. */
  readonly sources: readonly SourceView[]
  /** The fields that are another afterwards; everything else stays as it is. */
  readonly changes: readonly FieldChange[]
}

export interface ProgressView extends ActionView {
  readonly state: 'waiting' | 'running' | 'done' | 'refused'
  readonly startedAt?: number
  /** The service's current state, for example "Microsoft says: Running". */
  readonly waitsFor?: DisplayText
  readonly resourceId?: string
  readonly written?: boolean
}

/** A write that a service did not take yet. */
export interface RetryView {
  /** The try that was refused, counted from one. */
  readonly attempt: number
  /** Maximum number of tries before a person decides. */
  readonly of: number
  readonly reason: DisplayText
  /** Absent: it is held back until the person says when. */
  readonly nextAt?: number
}

export interface ReceiptView {
  readonly title: DisplayText
  readonly resourceId: string
  readonly at: number
  readonly written: boolean
  /** A service accepted it: it is under way there, or failed there. */
  readonly atService?: 'running' | 'failed'
  /** Its answer was lost; a reading found it. */
  readonly found?: true
}

/** Downtime. Times in milliseconds since 1970-01-01T00:00:00Z. */
export interface OutageView {
  readonly at: number
  /** IANA name of the zone in which the person read the time. */
  readonly timeZone: string
  /** Latest end according to the documents; with `openEnded`, the end to plan for. */
  readonly end: number
  readonly openEnded?: true
}

/** An operation that ended without success. */
export interface EndedView extends Pick<WaitView, 'stages' | 'operationId' | 'environmentNow' | 'stateWord'> {}

/** An operation that Microsoft goes on with by itself. */
export interface WaitView {
  readonly title: DisplayText
  /** For example "This can take up to four days." */
  readonly range: DisplayText
  readonly since: number
  /** Milliseconds, where the documents name a longest time. */
  readonly takesUpTo?: number
  readonly lastPollAt?: number
  readonly nextPollAt?: number
  /** Since when no look has got any answer; the next one is taken by itself. */
  readonly outOfReachSince?: number
  readonly stateWord: DisplayText
  /** Availability for users, and the service's own words. */
  readonly environmentNow?: { readonly users: DisplayText; readonly ownWords: readonly string[] }
  readonly operationId?: string
  readonly stages: readonly {
    readonly name: string
    readonly state: 'done' | 'running' | 'failed' | 'open'
    readonly from?: string
    readonly to?: string
  }[]
  /** True for the link: days, so the window may be closed. */
  readonly mayClose: boolean
  /** True where the environment is offline for part of it, so that its users are told. */
  readonly isOutage: boolean
  /** A look that failed: the wait goes on and says so. */
  readonly problem?: ProblemView
}

/** Problem for the person, with the service's own words. */
export interface ProblemView {
  readonly title: DisplayText
  readonly meaning: DisplayText
  readonly remedy: DisplayText
  readonly owner: Owner
  /** Its parts, for example the differences between a plan and the confirmed one. */
  readonly points?: readonly DisplayText[]
  readonly refusal?: Refusal
}

export interface GuideView {
  readonly why: readonly { readonly heading: DisplayText; readonly text: DisplayText }[]
  readonly byHand: readonly {
    readonly heading: DisplayText
    readonly caution?: DisplayText
    readonly clicks: readonly DisplayText[]
    readonly link?: { readonly id: LinkId; readonly title: DisplayText }
  }[]
  readonly whileYouWait: readonly { readonly heading: DisplayText; readonly text: DisplayText }[]
  readonly waits: readonly { readonly what: DisplayText; readonly takes: DisplayText; readonly sources: readonly SourceView[] }[]
  readonly pitfalls: readonly PitfallView[]
  readonly contradictions: readonly ContradictionView[]
  readonly sources: readonly SourceView[]
}

/** A matter on which documents disagree: what each says, the newest first, and what the wizard goes by. */
export interface ContradictionView {
  readonly topic: DisplayText
  readonly statements: readonly { readonly says: DisplayText; readonly source: SourceView }[]
  readonly goesBy: DisplayText
}

/** A document with the date of the edition that was read, ISO 8601; absent where it prints none. */
export interface SourceView {
  readonly id: SourceId
  readonly title: DisplayText
  readonly edition?: string
  /** The heading under which it is said, as the document has it. */
  readonly heading?: DisplayText
}

/** A risk that no service reports in advance. */
export interface PitfallView {
  readonly id: CatalogueId
  readonly heading: DisplayText
  readonly text: DisplayText
  readonly source: SourceView
}

export interface StatedWindow extends MaintenanceWindow {
  /** Title of the step it was stated for. */
  readonly title: DisplayText
}
