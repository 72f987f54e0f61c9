import type { DisplayText } from '../../messages/message.ts'
import type { ReachableTenant, SignInProgress, SignInRequest, SignInWay } from '../../sign-in/sign-in.ts'
import type { Decision } from '../decision.ts'
import type { Owner, SequenceId, StepId } from '../step/finding.ts'
import type { Practice } from '../step/ports.ts'
import type { CaseStage } from './case-stages.ts'
import type { WizardEvent } from './events.ts'
import type { SidePage } from './side-pages.ts'
import type { StepAsks } from './step-asks.ts'
import type { EvidenceView, HandOverView, OperationsView, PreflightView, PrepareView } from './view-of-side-pages.ts'
import type { FindingView, ProblemView, ReceiptView, StatedWindow, StepView } from './view-of-step.ts'

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
  readonly practice?: Practice
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
  /** What comes before the steps and after them; absent on the start page. */
  readonly stages?: { readonly prepare: StageEntry; readonly manage?: StageEntry }
  /** Pages beside the steps; empty on the start page. */
  readonly pages: readonly SidePageEntry[]
  readonly step?: StepView
  /** What runs at the services beside what is on screen, or has ended and not been looked at; absent where there is nothing. */
  readonly others?: readonly OtherView[]
  readonly prepare?: PrepareView
  readonly preflight?: PreflightView
  readonly operations?: OperationsView
  readonly evidence?: EvidenceView
  readonly handOver?: HandOverView
  readonly closing?: ClosingView
  readonly recovery?: RecoveryView
  /** Present while the record of the engagement cannot be kept as it should. */
  readonly record?: RecordView
  /** One sentence for the polite live region: what finished, what is next. Said once for each `announcementId`. */
  readonly announcement: { readonly id: number; readonly text: DisplayText }
  /** Why no other page or step can be gone to now, though it is open. Absent where it can. */
  readonly staying?: DisplayText
  /** Events the machine accepts now, decisions apart. The window offers nothing else, except `NEXT`, which always answers. */
  readonly can: readonly Exclude<WizardEvent['type'], 'DECIDE'>[]
  /** Kinds of decisions it accepts now. */
  readonly decisions: readonly Decision['kind'][]
}

/** A step or an operation that is not on screen. */
export interface OtherView extends Pick<StepView, 'title' | 'phase' | 'proved' | 'findings' | 'problem' | 'wait'> {
  readonly id: SequenceId
  /** Name of the environment that it is about, once it was read. */
  readonly environment?: string
  readonly environmentId?: string
}

/** Signing in as the same person once more, with what is open left as it is. */
export type SignInAgainView =
  | { readonly state: 'needed'; readonly way: SignInWay; readonly problem?: ProblemView }
  | { readonly state: 'running'; readonly way: SignInWay; readonly progress?: SignInProgress }
  /** It needs a secret, which the form of the start page asks for. */
  | { readonly state: 'elsewhere'; readonly way: SignInWay }

/** A case of the practice tenant, as the gallery shows it. */
export interface PracticeCase {
  readonly name: string
  readonly title: DisplayText
  /** What is so, and what will come of it. */
  readonly story: DisplayText
  /** What a person learns with it. */
  readonly objective: DisplayText
  readonly group: 'works' | 'missing' | 'breaks' | 'later'
  /** How long it takes a class, about. */
  readonly minutes: number
  /** From easy to hard. */
  readonly level: 1 | 2 | 3
  readonly ending: DisplayText
  /** False where it is meant to stop. */
  readonly endsWell: boolean
  /** Where it can be started: no further than a walk comes by itself. */
  readonly stages: readonly CaseStage[]
  /** Cases of the same title share a card, on which one is chosen. */
  readonly family?: { readonly title: DisplayText; readonly choice: DisplayText }
}

export interface StartView {
  readonly scenarios: readonly PracticeCase[]
  readonly clouds: readonly CloudView[]
  /** Engagements on this computer, last saved first; absent until they have been looked for. */
  readonly engagements?: readonly EngagementRow[]
  /** What ran at the services for those of the list, and has ended: the last first, and not all. */
  readonly finished?: readonly FinishedRun[]
  /** Some of a long list are there, and the others are still being read. */
  readonly listing?: boolean
  /** Why the names and groups of customers are not shown. */
  readonly customersProblem?: DisplayText
  /** What the list doesn't show, and why. */
  readonly lacks?: DisplayText
  readonly connecting: boolean
  /** Present while a sign-in is under way, and after one was refused: nothing that was typed is lost. */
  readonly signIn?: { readonly request: SignInRequest; readonly progress?: SignInProgress }
  /** What the account can reach, while one of it is to be chosen. */
  readonly tenants?: readonly ReachableTenant[]
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
  readonly notes: readonly DisplayText[]
}

/** `expires`: the key. `deleted`: the environment, while it stays locked. `renews`: by its policy. `rotate`: by a person. `comes-back`: a change that is snoozed. `access-ends`: a partner's, to the tenant. */
export interface EngagementDate {
  readonly kind: 'deleted' | 'expires' | 'renews' | 'rotate' | 'comes-back' | 'access-ends'
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  /** What is snoozed. */
  readonly what?: DisplayText
}

/** One customer environment that was worked on with this computer, as it was when it was saved. What was not read then is not said. */
export interface EngagementRow {
  readonly id: string
  /** The name that the person gave it, else its tenant's. */
  readonly customer: string
  /** Of the tenant, where the person gave it another name. */
  readonly tenantName?: string
  /** That the person put the customer in. */
  readonly groups?: readonly string[]
  /** Its name; empty where no service gave one. */
  readonly environment: string
  readonly environmentId: string
  readonly tenantId: string
  /** As the service names it, for example `Production`. */
  readonly environmentType?: string
  readonly cloud: string
  readonly account: string
  readonly savedAt: number
  /** When a step was read last; of one that is done, the oldest of what that rests on. */
  readonly checkedAt?: number
  /** When the key expires, as it was read last. */
  readonly keyExpires?: number
  /** From when on a person must rotate it. */
  readonly rotateFrom?: number
  /** Of a locked environment: how many days after the lock it is deleted, and by when where that is known. */
  readonly deletion?: { readonly days: number; readonly at?: number }
  /** What comes, the first first; what has passed as well. */
  readonly dates?: readonly EngagementDate[]
  /** In their order. */
  readonly steps: readonly ('verified' | 'action-required' | 'current' | 'open')[]
  readonly state: EngagementState
  /** What its key and policy are to be was chosen: others can get the same. */
  readonly hasChosen?: true
  /** The team shares it. */
  readonly inTeam?: true
  /** What of it is elsewhere than a person would look for it. */
  readonly note?: DisplayText
  /** Who is at work on it now, in another wizard. */
  readonly held?: { readonly user: string; readonly host: string }
}

/** What runs at the services, as the list of engagements says it. */
export type UnderWay = 'encrypting' | 'managing' | 'removing' | 'rotating' | 'registering' | 'assigning'

/** What ran at the services and has ended. */
export interface FinishedRun {
  /** The row that it was for. */
  readonly id: string
  readonly kind: UnderWay
  readonly startedAt: number
  readonly failed?: true
}

/** What matters most of an engagement. Steps count from 1. */
export type EngagementState =
  | {
      readonly kind: 'locked' | 'action-required' | 'confirm' | 'not-checked'
      /** Of a locked one: what locked it was read as over. */
      readonly keyWorks?: true
      readonly step: number
      /** How many findings ask for it, and the first of them. */
      readonly count: number
      readonly why: DisplayText
      readonly owner: Owner
    }
  /** No finding says why. */
  | { readonly kind: 'locked'; readonly keyWorks?: true }
  /** Under way at the services. */
  | { readonly kind: UnderWay; readonly since: number }
  /** Left to begin by itself, while the wizard runs with it open. */
  | { readonly kind: 'scheduled'; readonly at: number }
  /** The wizard ended while it made these changes, and no reading shows which of them are made. */
  | { readonly kind: 'interrupted'; readonly step: number; readonly planned: number }
  | { readonly kind: 'ready'; readonly step: number; readonly planned: number }
  | { readonly kind: 'open'; readonly step: number }
  /** Every step is verified; `linked` while the environment doesn't say yet that its key is the customer's. */
  | { readonly kind: 'linked' | 'encrypted' }
  /** It can be worked on, and wasn't yet: its tenant listed it then. */
  | { readonly kind: 'not-started'; readonly listedAt: number }
  /** Why it cannot be opened by this version. */
  | { readonly kind: 'closed'; readonly why: DisplayText }

/** Start is recovery: what was on record, read anew, and what differs. */
export interface RecoveryView {
  readonly reading: boolean
  readonly savedAt: number
  readonly account: string
  readonly differences: readonly {
    readonly key: string
    readonly step: number
    readonly stepTitle: DisplayText
    readonly title: DisplayText
    readonly was: DisplayText
    readonly is: DisplayText
  }[]
  /** What was found broken and what was done about it, as sentences. */
  readonly recovered: readonly DisplayText[]
  readonly problem?: ProblemView
}

export interface RecordView {
  /** Someone else has the engagement: nothing can be written meanwhile. */
  readonly held?: {
    readonly state: 'here' | 'gone' | 'elsewhere' | 'unreadable' | 'released'
    readonly user?: string
    readonly host?: string
    readonly processId?: number
    readonly since?: number
  }
  readonly problem?: DisplayText
}

/** Who and where: never leaves the screen once a tenant is open. */
export interface WhoView {
  readonly customer: string
  readonly tenant: string
  readonly cloud: DisplayText | string
  readonly account: string
  readonly environment?: string
  /** What the person should know of this sign-in, for example that it is kept in memory only. */
  readonly note?: DisplayText
}

export interface SidePageEntry {
  readonly page: SidePage
  readonly title: DisplayText
  /** True for the page on screen. */
  readonly now: boolean
  /** False: there is nothing yet that the page could be about. */
  readonly open: boolean
}

/** The stage before the first step, or the one after the last. */
export interface StageEntry {
  readonly id: 'prepare' | 'manage'
  readonly title: DisplayText
  /** As for a step. `closed`: the note says when it opens. */
  readonly state: StepperEntry['state']
  /** The page that it leads to; absent while that one is on screen, and while it is closed. */
  readonly page?: SidePage
  readonly note: DisplayText
  /** What it asks for; absent where nothing is to be done. */
  readonly asks?: StepAsks
}

export interface StepperEntry {
  readonly id: StepId
  readonly title: DisplayText
  /** `done`: its findings hold no fail and nothing is planned; `now`: on screen; `open`: may be gone to; `closed`: the step before is not proved. */
  readonly state: 'done' | 'now' | 'open' | 'closed'
  /** One line below the title, for example "Linked from Lifecycle Services". */
  readonly note: DisplayText
  /** What it asks for; absent where nothing is to be done. */
  readonly asks?: StepAsks
}

/** The last page. What was verified, and what is to be kept, is the procedure's to say. */
export interface ClosingView {
  /** When the last step was last read: what the page claims rests on that reading. */
  readonly checkedAt?: number
  /** True while they are being read again. */
  readonly checking: boolean
  readonly receipts: readonly ReceiptView[]
  /** Maintenance windows that were stated, in the order of the steps. */
  readonly windows: readonly StatedWindow[]
  readonly attestations: readonly { readonly title: DisplayText; readonly by: string; readonly at: number }[]
  readonly warnings: readonly FindingView[]
}
