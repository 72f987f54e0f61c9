import type { LinkContext } from '../machines/links.ts'
import type { WizardEvent } from '../machines/wizard/events.ts'
import type { WizardView } from '../machines/wizard/view.ts'

/** The machine as the main process holds it: one for the one window. */
export interface WizardHost {
  view(): WizardView
  /** An event the machine does not accept in its state changes nothing. */
  send(event: WizardEvent): void
  /** Calls back after each change, with the new view. */
  subscribe(listener: (view: WizardView) => void): () => void
  /** Lets time pass in the practice tenant; does nothing outside of it. @param hours of the engagement's time */
  advancePractice(hours: number): void
  /** What external addresses are completed with: never taken from the window. */
  linkContext(): LinkContext
  stop(): void
}
