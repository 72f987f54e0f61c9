import type { DisplayText } from '../messages/message.ts'
import type { Choices, HandoffClaims } from './choices.ts'
import type { HandOver } from './handoff/hand-over.ts'
import type { StepId } from './step/finding.ts'
import type { Reading } from './step/proof.ts'

/** A procedure-specific choice that is handed over with a step. */
export interface ChosenThing {
  /** Dependent steps; the first contains the choice. */
  readonly steps: readonly StepId[]
  /** Only this choice; empty if unmade. */
  of(choices: Choices): Choices
  isChosen(choices: Choices): boolean
  /** Suggestion of the step's form, if it follows the services' rules. */
  suggested(readings: readonly Reading[]): Choices | undefined
  isToldOf(told: HandoffClaims, choices: Choices): boolean
  /** Takes a handoff over. `claims`: the sender's claims; `isOther`: something else was chosen here. */
  takenOver(choices: Choices, handOver: HandOver): { readonly choices: Choices; readonly claims: object; readonly isOther: boolean }
  /** Why nothing of a handoff can be taken; undefined if it can. */
  whyNotTaken(handOver: HandOver): DisplayText | undefined
  rowsOf(handOver: HandOver): readonly HandedRow[]
}

/** A name and its ID, if any, for the reader of a handoff. */
export interface HandedRow {
  readonly label: DisplayText
  readonly value: string
  readonly id?: string
}
