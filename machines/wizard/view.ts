import type { AssessedItem } from '../coverage/assess.ts'
import type { CoverageGroup } from '../coverage/item.ts'
import type { CoverageItemId } from '../coverage/item-ids.ts'
import type { AskedAction } from '../hand-over/hand-over.ts'
import type { LinkId } from '../links.ts'
import type { Refusal } from '../services.ts'
import type { SignInProgress, SignInRequest, SignInWay } from '../sign-in/sign-in.ts'
import type { SourceId } from '../source-ids.ts'
import type { ActionDescription, ActionKind } from '../step/action.ts'
import type { PolicyChoices } from '../step/choices.ts'
import type { FieldChange } from '../step/field-changes.ts'
import type { CatalogueId, FindingStatus, OperationId, Owner, Part, SequenceId, StepId } from '../step/finding.ts'
import type { MaintenanceWindow } from '../step/maintenance-window.ts'
import type { WizardEvent } from './events.ts'
import type { SidePage } from './side-pages.ts'

/**
 * The whole of what the window may show and do, as plain JSON: made from the machine's snapshot in the main process, sent
 * whole after each change, drawn by the renderer. It holds no token and nothing the page could use to reach a service.
 * Times are milliseconds since 1970-01-01T00:00:00Z on the engagement's clock.
 */
export interface WizardView {
  /** Grows with each view; an older one is ignored. */
  readonly revision: number
  /** The engagement's time when the view was made. In the practice tenant this clock can leap. */
  readonly now: number
  readonly page: 'start' | 'step' | 'closing' | 'recovery' | SidePage
  /** Present exactly while the practice tenant is open: the banner that no page can hide. */
  readonly practice?: { readonly scenario: string; readonly title: string; readonly story: string }
  /** Present while a cloud given as a file is open, and before anything is open, where it can be chosen: a banner that no page can hide. */
  readonly customCloud?: { readonly name: string; readonly hosts: readonly string[] }
  /** Services that gave no token at sign-in. */
  readonly refusedAudiences: readonly { readonly audience: string; readonly problem: ProblemView }[]
  readonly start?: StartView
  readonly who?: WhoView
  /** Present where the sign-in has ended, and while it is renewed. */
  readonly signInAgain?: SignInAgainView
  /** In the document's order; empty on the start page. */
  readonly stepper: readonly StepperEntry[]
  /** Pages beside the steps; empty on the start page. */
  readonly pages: readonly SidePageEntry[]
  readonly step?: StepView
  readonly coverage?: CoverageView
  readonly preflight?: PreflightView
  readonly operations?: OperationsView
  readonly evidence?: EvidenceView
  readonly handOver?: HandOverView
  readonly closing?: ClosingView
  readonly recovery?: RecoveryView
  /** Present while the record of the engagement cannot be kept as it should. */
  readonly record?: RecordView
  /** One sentence for the polite live region: what finished, what is next. Said once for each `announcementId`. */
  readonly announcement: { readonly id: number; readonly text: string }
  /** Events the machine accepts now. The window offers nothing else, except `NEXT`, which always answers. */
  readonly can: readonly WizardEvent['type'][]
}

/** Signing in as the same person once more, with what is open left as it is. */
export type SignInAgainView =
  | { readonly state: 'needed'; readonly way: SignInWay; readonly problem?: ProblemView }
  | { readonly state: 'running'; readonly way: SignInWay; readonly progress?: SignInProgress }
  /** It needs a secret, which the form of the start page asks for. */
  | { readonly state: 'elsewhere'; readonly way: SignInWay }

export interface StartView {
  readonly scenarios: readonly { readonly name: string; readonly title: string; readonly story: string }[]
  readonly clouds: readonly CloudView[]
  /** Engagements on this computer, last saved first; absent until they have been looked for. */
  readonly engagements?: readonly EngagementRow[]
  readonly connecting: boolean
  /** Present while a sign-in is under way, and after one was refused: nothing that was typed is lost. */
  readonly signIn?: { readonly request: SignInRequest; readonly progress?: SignInProgress }
  /** Where a sign-in to this tenant leads: an engagement was picked from the list. */
  readonly resumes?: Resumes
  readonly problem?: ProblemView
}

/** An engagement that is to be gone on with. */
export interface Resumes {
  readonly environmentId: string
  /** Its name. */
  readonly environment: string
  readonly tenant: string
  readonly cloud: string
}

/** A cloud to sign in to. */
export interface CloudView {
  readonly id: string
  readonly name: string
  /** Given as a file at the start. */
  readonly custom: boolean
  /** Where people sign in: for the address at which an administrator consents. */
  readonly authority: string
  /** False: the sources disagree or are silent on it, and `notes` say on what. */
  readonly verified: boolean
  readonly notes: readonly string[]
}

/** One customer environment that was worked on with this computer. */
export interface EngagementRow {
  readonly id: string
  readonly customer: string
  readonly environment: string
  readonly cloud: string
  readonly account: string
  readonly savedAt: number
  readonly state:
    | { readonly kind: 'encrypting' | 'managing' | 'removing' | 'rotating'; readonly since: number }
    | { readonly kind: 'proved'; readonly at: number }
    | { readonly kind: 'open'; readonly step: number }
    /** Why it cannot be opened by this version. */
    | { readonly kind: 'closed'; readonly why: string }
}

/** Start is recovery: what was on record, read anew, and what differs. */
export interface RecoveryView {
  readonly reading: boolean
  readonly savedAt: number
  readonly account: string
  readonly differences: readonly {
    readonly key: string
    readonly step: number
    readonly stepTitle: string
    readonly title: string
    readonly was: string
    readonly is: string
  }[]
  /** What was found broken and what was done about it, as sentences. */
  readonly recovered: readonly string[]
  readonly problem?: ProblemView
}

export interface RecordView {
  /** Somebody else has the engagement: nothing can be written meanwhile. */
  readonly held?: {
    readonly state: 'here' | 'gone' | 'elsewhere' | 'unreadable' | 'released'
    readonly user?: string
    readonly host?: string
    readonly processId?: number
    readonly since?: number
  }
  readonly problem?: string
}

/** Who and where: never leaves the screen once a tenant is open. */
export interface WhoView {
  readonly customer: string
  readonly tenant: string
  readonly cloud: string
  readonly account: string
  readonly environment?: string
  /** What the person should know of this sign-in, for example that it is kept in memory only. */
  readonly note?: string
}

export interface SidePageEntry {
  readonly page: SidePage
  readonly title: string
  readonly note: string
  readonly group: 'before' | 'after'
  /** True for the page on screen. */
  readonly now: boolean
  /** False: there is nothing yet that the page could be about, and the note says when there will be. */
  readonly open: boolean
}

export interface StepperEntry {
  readonly id: StepId
  readonly title: string
  /** `done`: its findings hold no fail and nothing is planned; `now`: on screen; `open`: may be gone to; `closed`: the step before is not proved. */
  readonly state: 'done' | 'now' | 'open' | 'closed'
  /** One line below the title, for example "Linked from Lifecycle Services". */
  readonly note: string
  /** Only for the step on screen. */
  readonly parts: readonly {
    readonly part: Part
    readonly title: string
    readonly state: 'pass' | 'warning' | 'fail' | 'planned' | 'open'
  }[]
}

export type StepPhase = 'reading' | 'choosing' | 'reviewing' | 'confirming' | 'rechecking' | 'applying' | 'pausing' | 'waiting' | 'stopped'

export interface StepView {
  readonly id: SequenceId
  /** Its place in the document’s order; absent for an operation after the link. */
  readonly place?: { readonly number: number; readonly of: number }
  /** The document's own words; when the step is proved, its outcome. */
  readonly title: string
  readonly what: string
  readonly why: string
  readonly phase: StepPhase
  /** True when the findings hold nothing that blocks and nothing is planned. */
  readonly proved: boolean
  readonly checkedAt?: number
  readonly findings: readonly FindingView[]
  readonly plan: readonly ActionView[]
  /** "8 changes, about 6 minutes, nobody is cut off"; empty when nothing is planned. */
  readonly planSummary: string
  readonly picture: StepPicture
  /** Present while confirming. */
  readonly confirmation?: {
    readonly typedName?: string
    readonly irreversible: boolean
    readonly usersCutOff: boolean
    /** Present where a maintenance window has to be stated: how long the plan can take by the documents, in milliseconds. */
    readonly timeNeeded?: number
  }
  /** What was stated at the confirmation, while that plan is carried out. */
  readonly window?: MaintenanceWindow
  /** Plans of the steps after this one, as far as they can be foreseen. */
  readonly later: readonly StepPlanView[]
  /** Present while applying, pausing or waiting: every action of the plan with its state. */
  readonly progress: readonly ProgressView[]
  /** Present while a try was refused and the next one is to come. */
  readonly retry?: RetryView
  /** What has been done in this step since the tenant was opened. */
  readonly receipts: readonly ReceiptView[]
  readonly wait?: WaitView
  readonly problem?: ProblemView
  /** Why Continue did not go on; a new `id` each time it was pressed, so that focus moves each time. */
  readonly missing?: {
    readonly id: number
    readonly text: string
    readonly findingKey?: string
    readonly target: 'finding' | 'plan' | 'form' | 'page'
  }
  readonly guide: GuideView
}

/** What a step shows besides findings: the facts a person picks from or notes down. */
export type StepPicture =
  | {
      readonly kind: 'environments'
      readonly chosen?: string
      readonly environments: readonly EnvironmentRow[]
      readonly problem?: ProblemView
    }
  | { readonly kind: 'noted'; readonly rows: readonly NotedRow[] }
  | { readonly kind: 'policy'; readonly form: PolicyForm }
  | { readonly kind: 'membership'; readonly rows: readonly NotedRow[] }
  | {
      readonly kind: 'policies'
      readonly rows: readonly NotedRow[]
      readonly chosen?: string
      readonly policies: readonly PolicyRow[]
      readonly problem?: ProblemView
    }
  | { readonly kind: 'none' }

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
}

export interface NotedRow {
  readonly label: string
  readonly value: string
  readonly copyable: boolean
  readonly hint?: string
}

export interface PolicyForm {
  /** What stands in the form: the person's choices, else the suggestion. */
  readonly values: PolicyChoices
  readonly chosen: boolean
  readonly subscriptions: readonly { readonly id: string; readonly name: string; readonly state: string }[]
  /** Vaults of the chosen subscription. */
  readonly vaults: readonly { readonly name: string; readonly resourceGroup: string; readonly location: string }[]
  /** Encryption policies of the chosen subscription. */
  readonly policies: readonly { readonly name: string; readonly resourceGroup: string; readonly location: string }[]
  /** Azure regions of the environment's geography, the environment's own region first. */
  readonly regions: readonly string[]
  readonly geography: string
  /** Whose object id is suggested for Reader. */
  readonly account: { readonly objectId: string; readonly userName: string }
}

export interface FindingView {
  readonly key: string
  readonly id: CatalogueId
  readonly part: Part
  readonly status: FindingStatus
  readonly title: string
  readonly seen: string
  readonly why: string
  readonly remedy: string
  readonly owner: Owner
  readonly byHand: readonly string[]
  readonly link?: { readonly id: LinkId; readonly title: string }
  readonly source: SourceId
  readonly refusal?: Refusal
  /** True when an action in the plan puts it right. */
  readonly planned: boolean
  /** The button that does it here, for what is never planned unasked. */
  readonly offer?:
    | { readonly event: 'TURN_ON_PURGE_PROTECTION'; readonly title: string }
    | { readonly event: 'GO_TO_PAGE'; readonly page: SidePage; readonly title: string }
  readonly attestable: boolean
  readonly attested?: { readonly by: string; readonly at: number }
  /** Ready to send to the owner: what, why, how, link. */
  readonly message: string
}

/** What one step would write. */
export interface StepPlanView {
  readonly step: StepId
  readonly number: number
  readonly title: string
  readonly plan: readonly ActionView[]
}

export interface ActionView extends ActionDescription {
  readonly key: string
  readonly kind: ActionKind
  /** The fields that are another afterwards; everything else stays as it is. */
  readonly changes: readonly FieldChange[]
}

export interface ProgressView extends ActionView {
  readonly state: 'waiting' | 'running' | 'done' | 'refused'
  readonly startedAt?: number
  /** What it waits for at this moment, for example "Microsoft says: Running". */
  readonly waitsFor?: string
  readonly resourceId?: string
  readonly written?: boolean
}

/** A write that a service did not take yet. */
export interface RetryView {
  /** The try that was refused, counted from one. */
  readonly attempt: number
  /** How often it is tried in all before a person decides. */
  readonly of: number
  readonly reason: string
  /** Absent: it is held back until the person says when. */
  readonly nextAt?: number
}

export interface ReceiptView {
  readonly title: string
  readonly resourceId: string
  readonly at: number
  readonly written: boolean
}

/** An operation that Microsoft goes on with by itself. */
export interface WaitView {
  readonly title: string
  /** For example "This can take up to four days." */
  readonly range: string
  readonly since: number
  readonly lastLookAt?: number
  readonly nextLookAt?: number
  /** Since when no look has got any answer; the next one is taken by itself. */
  readonly outOfReachSince?: number
  readonly stateWord: string
  readonly environmentState?: string
  readonly operationId?: string
  readonly stages: readonly {
    readonly name: string
    readonly state: 'done' | 'running' | 'failed' | 'open'
    readonly from?: string
    readonly to?: string
  }[]
  /** True for the link: days, so the window may be closed. */
  readonly mayClose: boolean
  /** A look that failed: the wait goes on and says so. */
  readonly problem?: ProblemView
}

/** What went wrong, for the person; the service's own words beside it. */
export interface ProblemView {
  readonly title: string
  readonly meaning: string
  readonly remedy: string
  readonly owner: Owner
  /** One by one, what it consists of, for example how a plan differs from the one that was confirmed. */
  readonly points?: readonly string[]
  readonly refusal?: Refusal
}

export interface GuideView {
  readonly why: readonly { readonly heading: string; readonly text: string }[]
  readonly byHand: readonly {
    readonly heading: string
    readonly caution?: string
    readonly clicks: readonly string[]
    readonly link?: { readonly id: LinkId; readonly title: string }
  }[]
  readonly whileYouWait: readonly { readonly heading: string; readonly text: string }[]
  readonly waits: readonly { readonly what: string; readonly takes: string; readonly sources: readonly SourceView[] }[]
  readonly pitfalls: readonly PitfallView[]
  readonly contradictions: readonly ContradictionView[]
  readonly sources: readonly SourceView[]
}

/** A matter on which documents disagree: what each says, the newest first, and what the wizard goes by. */
export interface ContradictionView {
  readonly topic: string
  readonly statements: readonly { readonly says: string; readonly source: SourceView }[]
  readonly goesBy: string
}

/** A document with the date of the edition that was read, ISO 8601; absent where it prints none. */
export interface SourceView {
  readonly id: SourceId
  readonly title: string
  readonly edition?: string
}

/** What can go wrong here and no service tells beforehand. */
export interface PitfallView {
  readonly id: CatalogueId
  readonly heading: string
  readonly text: string
  readonly source: SourceView
}

export interface StatedWindow extends MaintenanceWindow {
  /** Of the step it was stated for. */
  readonly title: string
}

export interface ClosingView {
  readonly title: string
  readonly lead: string
  readonly rows: readonly NotedRow[]
  readonly receipts: readonly ReceiptView[]
  /** Maintenance windows that were stated, in the order of the steps. */
  readonly windows: readonly StatedWindow[]
  readonly attestations: readonly { readonly title: string; readonly by: string; readonly at: number }[]
  /** Gaps of the key’s reach that a person says they know of. */
  readonly acknowledged: readonly { readonly title: string; readonly known: string; readonly by: string; readonly at: number }[]
  /** What the admin center's encryption status can say, and what each word means. No service tells it to the wizard. */
  readonly statuses: readonly { readonly word: string; readonly tone: 'success' | 'danger' | 'warning'; readonly text: string }[]
  readonly statusesAt: { readonly clicks: readonly string[]; readonly link: { readonly id: LinkId; readonly title: string } }
  /** What must never be done from now on. */
  readonly keep: readonly { readonly heading: string; readonly text: string }[]
  readonly warnings: readonly FindingView[]
  readonly pitfalls: readonly PitfallView[]
  readonly sources: readonly SourceView[]
}

/** What is used in the environment, and how far the key reaches it. */
export interface CoverageView {
  /** True while the person ticks what is used. */
  readonly answering: boolean
  /** In the order of the form. */
  readonly uses: readonly {
    readonly item: CoverageItemId
    readonly title: string
    readonly hint?: string
    readonly group: CoverageGroup
    /** Asked for only while this other item is ticked. */
    readonly within?: string
    readonly used: boolean
  }[]
  readonly answered?: { readonly by: string; readonly at: number }
  /** The largest gaps first; empty until it is answered. */
  readonly items: readonly AssessedItem[]
  readonly openGaps: number
  readonly announcement: string
}

/** Two people: what one hands to the other. */
export interface HandOverView {
  /** What was taken over is being read with the account that is signed in. */
  readonly reading: boolean
  /** What could be handed over: by step, how much is in its way and how many changes are left. */
  readonly steps: readonly {
    readonly id: StepId
    readonly number: number
    readonly title: string
    readonly findings: number
    readonly changes: number
  }[]
  readonly suggested: StepId
  /** False while no environment is chosen: there is nothing to hand over yet. */
  readonly chosen: boolean
  /** Whose hand-over was taken over: it can be handed back. */
  readonly told?: { readonly by: string; readonly at: number; readonly step: StepId; readonly number: number; readonly title: string }
  /** A file that was opened; nothing of it counts. */
  readonly opened?: OpenedView
  readonly problem?: ProblemView
  readonly announcement: string
}

interface SaidView {
  readonly title: string
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
  readonly step: { readonly number: number; readonly title: string }
  readonly note?: string
  readonly rows: readonly NotedRow[]
  readonly proved: readonly { readonly number: number; readonly title: string; readonly at: number }[]
  readonly findings: readonly { readonly title: string; readonly why: string; readonly remedy: string }[]
  readonly actions: readonly AskedAction[]
  readonly done: readonly ReceiptView[]
  readonly confirmed: readonly SaidView[]
  readonly gaps: readonly SaidView[]
}

/** All findings of all four steps at once, read without changing anything. */
export interface PreflightView {
  readonly reading: boolean
  readonly checkedAt?: number
  readonly environments: readonly EnvironmentRow[]
  readonly chosen?: string
  /** What step 3 would suggest, and what this read takes for decided. */
  readonly assumed?: { readonly vault: string; readonly key: string; readonly policy: string; readonly subscription: string }
  /** What the steps would change, in one line; empty when nothing is planned. */
  readonly changes: string
  /** The same, change by change. */
  readonly plans: readonly StepPlanView[]
  /** Only what somebody has to do something about, by who can: the message names all of the group's findings. */
  readonly groups: readonly { readonly owner: Owner; readonly findings: readonly FindingView[]; readonly message: MessageView }[]
  readonly settled: readonly FindingView[]
  readonly problem?: ProblemView
  /** Why Continue did not go on. */
  readonly missing?: { readonly id: number; readonly text: string }
  readonly announcement: string
}

/** Ready to send: names everything that one person can put right. */
export interface MessageView {
  readonly subject: string
  readonly body: string
}

/** What can be done with an environment that is on a customer-managed key. While one is open, it is the view's `step`. */
export interface OperationsView {
  readonly open?: OperationId
  readonly list: readonly {
    readonly id: OperationId
    readonly title: string
    readonly when: string
    readonly usersCutOff: boolean
    readonly takes: string
    /** What runs at Microsoft for it now, or what was done here. */
    readonly state?: string
  }[]
  /** Absent: no end of this environment is on record, so that there is nothing to compare with. */
  readonly drift?: DriftView
}

/** What was true at the end against what is true now. */
export interface DriftView {
  readonly endAt: number
  readonly endBy: string
  readonly reading: boolean
  readonly comparedAt?: number
  /** What is worse first. */
  readonly changes: readonly {
    readonly key: string
    readonly what: string
    readonly was: string
    readonly is: string
    /** `other`: another value, of which nobody can say that it is worse. */
    readonly turn: 'worse' | 'better' | 'other'
    /** Who can put it right, or knows why it is so. */
    readonly owner: Owner
    /** Absent where it is in order as it is. */
    readonly remedy?: string
  }[]
  readonly problem?: ProblemView
}

/** What the journal holds so far, and what a report of it will say. */
export interface EvidenceView {
  /** Absent while no environment is chosen: there is nothing to keep a journal of. */
  readonly journal?: JournalState
  /** What the report will tell, counted. */
  readonly rows: readonly NotedRow[]
  readonly announcement: string
}

/** The journal by its last line: whoever keeps the hash elsewhere can tell whether the journal was rewritten. */
export interface JournalState {
  readonly lines: number
  readonly head: string
  /** When the last line was written, milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
}
