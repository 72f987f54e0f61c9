import type { DisplayText } from '../../messages/message.ts'
import type { ReachableTenant, SignInProgress, SignInRequest, SignInWay } from '../../sign-in/sign-in.ts'
import type { Decision } from '../decision.ts'
import type { UnderWay } from '../situation/under-way.ts'
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
  /** Stages before and after the steps; absent on the start page. */
  readonly stages?: { readonly prepare: StageEntry; readonly manage?: StageEntry }
  /** Pages beside the steps; empty on the start page. */
  readonly pages: readonly SidePageEntry[]
  readonly step?: StepView
  /** Operations beside the page on screen: running, or ended and not looked at yet; absent without any. */
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
  /** One sentence for the polite live region: what finished, and what is next. Announced once per `id`. */
  readonly announcement: { readonly id: number; readonly text: DisplayText }
  /** Why no other open page or step is reachable now, or from the start page no other tenant; absent if one is. */
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
  /** Needs a secret, which the form on the start page asks for, or what no app can show. */
  | { readonly state: 'elsewhere'; readonly way: SignInWay; readonly problem?: ProblemView }

/** A case of the practice tenant, as the gallery shows it. */
export interface PracticeCase {
  readonly name: string
  readonly title: DisplayText
  /** The situation and its outcome. */
  readonly story: DisplayText
  /** Learning objective. */
  readonly objective: DisplayText
  readonly group: 'works' | 'missing' | 'breaks' | 'later'
  /** Approximate duration with a class. */
  readonly minutes: number
  /** From easy to hard. */
  readonly level: 1 | 2 | 3
  readonly ending: DisplayText
  /** False where it is meant to stop. */
  readonly endsWell: boolean
  /** Possible starts: no further than a walk gets without help. */
  readonly stages: readonly CaseStage[]
  /** Cases of the same title share a card, on which one is chosen. */
  readonly family?: { readonly title: DisplayText; readonly choice: DisplayText }
}

export interface StartView {
  readonly scenarios: readonly PracticeCase[]
  readonly clouds: readonly CloudView[]
  /** Engagements on this computer, last saved first; absent until they have been looked for. */
  readonly engagements?: readonly EngagementRow[]
  /** Ended operations of the listed environments: latest first, limited in number. */
  readonly finished?: readonly FinishedRun[]
  /** Some of a long list are there, and the others are still being read. */
  readonly listing?: boolean
  /** Why the customers' names and groups aren't shown. */
  readonly customersProblem?: DisplayText
  /** Missing entries of the list, and why. */
  readonly lacks?: DisplayText
  readonly connecting: boolean
  /** Present while a sign-in is under way, and after one was refused: nothing that was typed is lost. */
  readonly signIn?: { readonly request: SignInRequest; readonly progress?: SignInProgress }
  /** Reachable tenants, while one is to be chosen. */
  readonly tenants?: readonly ReachableTenant[]
  /**
   * A tenant is open behind the start page, because what a person confirmed continues there; `who`, `step` and `others` are its. `runs`: what the
   * services work on there.
   */
  readonly behind?: { readonly runs?: DisplayText }
  /** Engagement picked from the list, opened after the sign-in. */
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
  /** Sign-in authority, for an administrator's consent address. */
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
  /** Name of the snoozed item. */
  readonly what?: DisplayText
}

/** An environment opened on this computer, as last saved. Unread values are absent. */
export interface EngagementRow {
  readonly id: string
  /** The name that the person gave it, else its tenant's. */
  readonly customer: string
  /** The tenant's own name, if the person gave it another. */
  readonly tenantName?: string
  /** The customer's groups. */
  readonly groups?: readonly string[]
  /** Its name; empty where no service gave one. */
  readonly environment: string
  readonly environmentId: string
  readonly tenantId: string
  /** The service's own name, for example `Production`. */
  readonly environmentType?: string
  readonly cloud: string
  readonly account: string
  readonly savedAt: number
  /** No one has opened it here: when its tenant listed it. */
  readonly listedAt?: number
  /** Last reading of a step; for a complete one, the oldest reading that it depends on. */
  readonly checkedAt?: number
  /** The key's expiration in the last reading. */
  readonly keyExpires?: number
  /** From when on a person must rotate it. */
  readonly rotateFrom?: number
  /** For a locked environment: days from lock to deletion, and the date if known. */
  readonly deletion?: { readonly days: number; readonly at?: number }
  /** Dates in chronological order, past ones included. */
  readonly dates?: readonly EngagementDate[]
  /** In their order. */
  readonly steps: readonly ('verified' | 'action-required' | 'current' | 'open')[]
  readonly state: EngagementState
  /** Its key and policy are chosen: others can get the same. */
  readonly hasChosen?: true
  /** Open behind the start page. */
  readonly here?: true
  /** The team shares it. */
  readonly inTeam?: true
  /** Notice if part of it is stored elsewhere. */
  readonly note?: DisplayText
  /** The person working on it in another wizard. */
  readonly held?: { readonly user: string; readonly host: string }
}

/** An ended operation. */
export interface FinishedRun {
  /** The row that it was for. */
  readonly id: string
  readonly kind: UnderWay
  readonly startedAt: number
  readonly failed?: true
}

/** Most important state of an engagement. Steps are one-based. */
export type EngagementState =
  | {
      readonly kind: 'locked' | 'action-required' | 'confirm' | 'not-checked'
      /** For a locked environment: the cause of the lock was read as fixed. */
      readonly keyWorks?: true
      readonly step: number
      /** Number of findings in this step. */
      readonly count: number
      /** Number of findings of this kind in all steps, and the first of them. */
      readonly findings: number
      readonly why: DisplayText
      readonly owner: Owner
    }
  /** No finding says why. */
  | { readonly kind: 'locked'; readonly keyWorks?: true }
  /** Under way at the services. */
  | { readonly kind: UnderWay; readonly since: number }
  /** Left to begin by itself, while the wizard runs with it open. */
  | { readonly kind: 'scheduled'; readonly at: number }
  /** Its start has passed, and it was not made. */
  | { readonly kind: 'missed'; readonly at: number }
  /** Encryption takes longer than documented. */
  | { readonly kind: 'overdue'; readonly since: number }
  /** A person must rotate the key, which expires then. */
  | { readonly kind: 'due'; readonly expires: number }
  /** What a change started at the services ended without success. Absent step: an operation. */
  | { readonly kind: 'failed'; readonly headline?: DisplayText; readonly step?: number }
  /** In another policy than the chosen one. */
  | { readonly kind: 'other-policy' }
  | { readonly kind: 'writing'; readonly step: number }
  /** A run of changes ended before its last one. Absent `made`: no reading shows yet which of them are made. */
  | { readonly kind: 'interrupted'; readonly step: number; readonly of: number; readonly made?: number; readonly headline?: DisplayText }
  | { readonly kind: 'ready'; readonly step: number; readonly planned: number }
  | { readonly kind: 'open'; readonly step: number }
  /** Every step is verified; `linked` while the environment doesn't say yet that its key is the customer's. */
  | { readonly kind: 'linked' | 'encrypted' }
  /** Not opened yet, only listed by its tenant at this time. */
  | { readonly kind: 'not-started'; readonly listedAt: number }
  /** Why this version can't open it. */
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
  /** Damage found and its repair, as sentences. */
  readonly recovered: readonly DisplayText[]
  readonly problem?: ProblemView
}

export interface RecordView {
  /** Another person has the engagement: nothing can be written meanwhile. */
  readonly held?: {
    readonly state: 'here' | 'gone' | 'elsewhere' | 'unreadable' | 'released'
    readonly user?: string
    readonly host?: string
    readonly processId?: number
    readonly since?: number
  }
  readonly problem?: DisplayText
}

/** Account and tenant: always on screen while a tenant is open. */
export interface WhoView {
  readonly customer: string
  readonly tenant: string
  readonly cloud: DisplayText | string
  readonly account: string
  readonly environment?: string
  /** Notice about this sign-in, for example that it is kept in memory only. */
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
  /** As for a step. `closed`: the note says when the stage opens. */
  readonly state: StepperEntry['state']
  /** The page that it leads to; absent while that one is on screen, and while it is closed. */
  readonly page?: SidePage
  readonly note: DisplayText
  /** Open tasks; absent without any. */
  readonly asks?: StepAsks
}

export interface StepperEntry {
  readonly id: StepId
  readonly title: DisplayText
  /** `done`: its findings hold no fail and nothing is planned; `now`: on screen; `open`: may be gone to; `closed`: the step before is not proved. */
  readonly state: 'done' | 'now' | 'open' | 'closed'
  /** One line below the title, for example "Linked from Lifecycle Services". */
  readonly note: DisplayText
  /** Open tasks; absent without any. */
  readonly asks?: StepAsks
}

/** The last page. What was verified, and what is to be kept, is the procedure's to say. */
export interface ClosingView {
  /** Last reading of the last step, on which the page is based. */
  readonly checkedAt?: number
  /** True while they are being read again. */
  readonly checking: boolean
  /** An outage of users has ended, of which they are told. */
  readonly isAfterOutage: boolean
  readonly receipts: readonly ReceiptView[]
  /** Maintenance windows that were stated, in the order of the steps. */
  readonly windows: readonly StatedWindow[]
  readonly attestations: readonly { readonly title: DisplayText; readonly by: string; readonly at: number }[]
  readonly warnings: readonly FindingView[]
}
