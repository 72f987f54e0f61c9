import type { Reading } from '../step/proof.ts'
import type { WizardView } from './view.ts'
import type { StepPhase, StepView } from './view-of-step.ts'

/** What a procedure shows beside what the engine shows of every procedure: members of the view's own parts. */
export interface OwnView {
  /** Of the page of a step. */
  readonly step: object
}

/** What is the same in the view of every procedure. */
export type CommonView = Omit<WizardView, keyof OwnView>

/** The view of a procedure: the engine's with the procedure's own members. */
export type ViewWith<Own extends OwnView> = CommonView & { readonly step?: StepView & Own['step'] }

/** How a procedure shows what the engine only hands on. Pure: it says what is shown of what was read, and reads nothing itself. */
export interface Presentation<Own extends OwnView> {
  step(reading: Reading | undefined, phase: StepPhase): Own['step']
}
