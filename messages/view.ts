import type { Refusal } from '#machines/engine/answer.ts'
import type { OwnView, ViewWith } from '#machines/engine/wizard/presentation.ts'
import type * as view from '#machines/engine/wizard/view.ts'
import type * as sidePages from '#machines/engine/wizard/view-of-side-pages.ts'
import type * as stepView from '#machines/engine/wizard/view-of-step.ts'
import type { ManagedInUse, ManagedRefused } from '#machines/managed/settings.ts'
import type { Message } from '#machines/messages/message.ts'
import type * as keyMap from '#machines/procedure/key-map/view.ts'
import type * as pictures from '#machines/procedure/picture.ts'
import type { View } from '#machines/procedure/view.ts'
import type { UpdateView } from '#machines/updates/update.ts'
import type { Formatted } from './formatter.ts'
import type { Settings } from './settings.ts'
import type { Staging } from './staging.ts'

/* The view with formatted texts, derived from the machine's view, so that both match. */

/** With the names of allowed clouds. */
export type ManagedShown = ManagedRefused | (Omit<ManagedInUse, 'authorities'> & { readonly clouds?: readonly string[] })

/** Language of a view, BCP 47; absent: English. */
export interface Spoken {
  readonly language?: string
  /** Added by the main process. */
  readonly settings?: Settings
  /** Organization's policy, or why it is unreadable. Absent without one. */
  readonly managed?: ManagedShown
  /** Variables of the environment that the wizard ignores. */
  readonly leftOut?: readonly Message[]
  /** What to know before the first sign-in: preferences that couldn't be read, or another Electron. */
  readonly startNotices?: readonly Message[]
  /** Absent: not presenting. */
  readonly staging?: Staging
  /** Absent: no updates configured. */
  readonly update?: UpdateView
}

export type SpokenView<Own extends OwnView> = Formatted<ViewWith<Own> & Spoken>

export type WizardView = Formatted<View & Spoken>
export type SituationView = NonNullable<WizardView['situation']>
export type ManagedView = NonNullable<WizardView['managed']>
export type OtherView = Formatted<view.OtherView>
export type SignInAgainView = Formatted<view.SignInAgainView>
export type StartView = Formatted<view.StartView>
export type PracticeCase = Formatted<view.PracticeCase>
export type CloudView = Formatted<view.CloudView>
export type EngagementRow = Formatted<view.EngagementRow>
export type EngagementState = Formatted<view.EngagementState>
export type RecoveryView = Formatted<view.RecoveryView>
export type RecordView = Formatted<view.RecordView>
export type WhoView = Formatted<view.WhoView>
export type StageEntry = Formatted<view.StageEntry>
export type StepperEntry = Formatted<view.StepperEntry>
export type ClosingView = NonNullable<WizardView['closing']>
export type StepView = NonNullable<WizardView['step']>
export type StepPicture = Formatted<pictures.StepPicture>
export type PolicyRow = Formatted<pictures.PolicyRow>
export type EnvironmentRow = Formatted<pictures.EnvironmentRow>
export type NotedRow = Formatted<stepView.NotedRow>
export type PolicyForm = Formatted<pictures.PolicyForm>
export type FindingView = Formatted<stepView.FindingView>
export type StepPlanView = Formatted<stepView.StepPlanView>
export type ActionView = Formatted<stepView.ActionView>
export type ProgressView = Formatted<stepView.ProgressView>
export type RetryView = Formatted<stepView.RetryView>
export type ReceiptView = Formatted<stepView.ReceiptView>
export type WaitView = Formatted<stepView.WaitView>
export type RefusalView = Formatted<Refusal>
export type ProblemView = Formatted<stepView.ProblemView>
export type GuideView = Formatted<stepView.GuideView>
export type SourceView = Formatted<stepView.SourceView>
export type PitfallView = Formatted<stepView.PitfallView>
export type PrepareView = Formatted<sidePages.PrepareView>
export type PreparePart = PrepareView['parts'][number]
export type WhatIfView = NonNullable<WizardView['whatIf']>
export type CoverageView = NonNullable<WizardView['coverage']>
export type LandscapeView = NonNullable<WizardView['landscape']>
export type HandOverView = Formatted<sidePages.HandOverView>
export type OpenedView = Formatted<sidePages.OpenedView>
export type PreflightView = NonNullable<WizardView['preflight']>
export type OperationsView = Formatted<sidePages.OperationsView>
export type DriftView = Formatted<sidePages.DriftView>
export type EvidenceView = Formatted<sidePages.EvidenceView>
export type KeyMapView = Formatted<keyMap.KeyMapView>
export type KeyDates = NonNullable<WizardView['keyDates']>
export type MapElementView = Formatted<keyMap.MapElementView>
