import type { DisplayText } from '../../messages/message.ts'
import type { Account } from '../account.ts'
import type { Action } from '../action.ts'
import type { CalendarEvent, Outage } from '../calendar.ts'
import type { SequenceId, StepId } from '../step/finding.ts'
import type { Reading } from '../step/proof.ts'
import type { Requested } from './change-request.ts'
import type { WizardContext } from './context.ts'
import type { ClosingView, WizardView } from './view.ts'
import type { PreflightView } from './view-of-side-pages.ts'
import type { FindingView, StepPhase, StepView } from './view-of-step.ts'

/** What a procedure shows beside what the engine shows of every procedure: members of the view and of its parts. */
export interface OwnView {
  /** Of the view itself: what stands beside every page, and pages of its own. */
  readonly beside: object
  /** Of the page of a step. */
  readonly step: object
  /** Of the page that checks everything. */
  readonly preflight: object
  /** Of the last page, which it gives its title. */
  readonly closing: { readonly title: DisplayText }
}

/** What is the same in the view of every procedure. */
export type CommonView = Omit<WizardView, keyof OwnView>

/** The view of a procedure: the engine's with the procedure's own members. */
export type ViewWith<Own extends OwnView> = CommonView &
  Own['beside'] & {
    readonly step?: StepView & Own['step']
    readonly preflight?: PreflightView & Own['preflight']
    readonly closing?: ClosingView & Own['closing']
  }

/** What is on screen, as far as what stands beside it depends on it. Times in milliseconds since 1970-01-01T00:00:00Z. */
export interface OnScreen {
  readonly page: WizardView['page']
  readonly now: number
  readonly step?: StepId | undefined
  /** The questions about what the procedure reaches are being answered. */
  readonly answering: boolean
  /** The services are being read. */
  readonly checking: boolean
  /** When the page says that it was last checked. */
  readonly checkedAt?: number | undefined
  /** What is being written. */
  readonly writing?: Action | undefined
}

/** What stands beside the engine's own pages, and what follows from it. */
export interface Beside<Shown extends object> {
  readonly shown: Shown
  /** False: something that it shows of a step does not hold, so that the step is not ticked. */
  holds(stepId: StepId): boolean
  /** For the live region, where the page is the procedure's own. */
  readonly announcement?: DisplayText
}

/** How a procedure shows what the engine only hands on. Pure: it says what is shown of what was read, and reads nothing itself. */
export interface Presentation<Own extends OwnView> {
  beside(context: WizardContext, screen: OnScreen): Beside<Own['beside']>
  step(reading: Reading | undefined, phase: StepPhase): Own['step']
  preflight(context: WizardContext): Own['preflight']
  /** @param findings of all steps, as they were read last */
  closing(context: WizardContext, findings: readonly FindingView[]): Own['closing']
  /** The dates to remember, the first one first; absent where a procedure has none. @param now milliseconds since 1970-01-01T00:00:00Z */
  calendar?(context: WizardContext, now: number): readonly CalendarEvent[]
  /** An outage as its users have it in their calendars; absent where a procedure causes none. */
  outage?(context: WizardContext, outage: Outage): CalendarEvent | undefined
  /** What a request for approval says beside the plan of a step or an operation; absent where a procedure takes no users offline. */
  requested?(context: WizardContext, id: SequenceId): Requested
  /** What the person should know of their account, on every page. */
  noteOn(account: Account): DisplayText | undefined
}
