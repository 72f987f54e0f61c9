import type { DisplayText } from '../../messages/message.ts'
import type { Account } from '../account.ts'
import type { Action } from '../action.ts'
import type { CalendarEvent, Outage } from '../calendar.ts'
import type { SequenceId, StepId } from '../step/finding.ts'
import type { Requested } from './change-request.ts'
import type { WizardContext } from './context.ts'
import type { StepAsks } from './step-asks.ts'
import type { StepRecord } from './step-record.ts'
import type { ClosingView, WizardView } from './view.ts'
import type { PreflightView } from './view-of-side-pages.ts'
import type { FindingView, ProblemView, StepPhase, StepView } from './view-of-step.ts'

/** The procedure's own members of the view, besides the engine's. */
export interface OwnView {
  /** Members of the view itself: shown beside every page, and pages of its own. */
  readonly beside: object
  /** Members of a step's page. */
  readonly step: object
  /** Members of the page that checks everything. `unlisted`: why there is nothing to choose from. */
  readonly preflight: { readonly unlisted?: ProblemView }
  /** Members of the last page, including its title. */
  readonly closing: { readonly title: DisplayText }
}

export type CommonView = Omit<WizardView, keyof OwnView>

/** The view of a procedure: the engine's with the procedure's own members. */
export type ViewWith<Own extends OwnView> = CommonView &
  Own['beside'] & {
    readonly step?: StepView & Own['step']
    readonly preflight?: PreflightView & Own['preflight']
    readonly closing?: ClosingView & Own['closing']
  }

/** The page on screen, as input for the content beside it. Times in milliseconds since 1970-01-01T00:00:00Z. */
export interface OnScreen {
  readonly page: WizardView['page']
  readonly now: number
  readonly step?: StepId | undefined
  /** The questions about what the procedure reaches are being answered. */
  readonly answering: boolean
  /** The services are being read. */
  readonly checking: boolean
  /** The page's "Last checked". */
  readonly checkedAt?: number | undefined
  /** The action being written. */
  readonly writing?: Action | undefined
}

/** Content beside the engine's own pages. */
export interface Beside<Shown extends object> {
  readonly shown: Shown
  /** False: something that it shows of a step does not hold, so that the step is not ticked. */
  holds(stepId: StepId): boolean
  /** What the environment's situation says of a step, before all that the step says of itself. */
  asks(stepId: StepId): StepAsks | undefined
  /** For the live region, where the page is the procedure's own. */
  readonly announcement?: DisplayText
}

/** The procedure's views of data that the engine only passes on. Pure: reads nothing itself. */
export interface Presentation<Own extends OwnView> {
  /** Content beside the start page. */
  readonly start: Own['beside']
  beside(context: WizardContext, screen: OnScreen): Beside<Own['beside']>
  /** @param now milliseconds since 1970-01-01T00:00:00Z */
  step(record: StepRecord, phase: StepPhase, now: number): Own['step']
  preflight(context: WizardContext): Own['preflight']
  /** @param findings of all steps, as they were read last */
  closing(context: WizardContext, findings: readonly FindingView[]): Own['closing']
  /** The dates to remember, the first one first; absent where a procedure has none. @param now milliseconds since 1970-01-01T00:00:00Z */
  calendar?(context: WizardContext, now: number): readonly CalendarEvent[]
  /** An outage as its users have it in their calendars; absent where a procedure causes none. */
  outage?(context: WizardContext, outage: Outage): CalendarEvent | undefined
  /** The procedure's part of an approval request; absent if the procedure never takes users offline. */
  requested?(context: WizardContext, id: SequenceId): Requested
  /** Notice about the account, on every page. */
  noteOn(account: Account): DisplayText | undefined
}
