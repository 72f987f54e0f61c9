import type { DisplayText } from '../messages/message.ts'
import type { Choices, HandoffClaims } from './choices.ts'
import type { HandOver } from './handoff/hand-over.ts'
import type { StepId } from './step/finding.ts'
import type { Reading } from './step/proof.ts'

/** What a person chooses beside the environment, and hands over with a step. What it is, only the procedure knows. */
export interface ChosenThing {
  /** The steps that are about it, in order. The first is where it is chosen. */
  readonly steps: readonly StepId[]
  /** It alone; empty while nothing is chosen. */
  of(choices: Choices): Choices
  isChosen(choices: Choices): boolean
  /** What the form of its step suggests, where that keeps to the services' rules. */
  suggested(readings: readonly Reading[]): Choices | undefined
  /** Whether it is the one that the sender of a hand-over spoke of. */
  isToldOf(told: HandoffClaims, choices: Choices): boolean
  /** What a hand-over brings. `claims`: what is kept of the sender's word about it; `isOther`: another one was chosen here. */
  takenOver(choices: Choices, handOver: HandOver): { readonly choices: Choices; readonly claims: object; readonly isOther: boolean }
  /** Why none of what a hand-over brings is taken; nothing when it can be. */
  whyNotTaken(handOver: HandOver): DisplayText | undefined
  /** Its names, for the person who opens a hand-over. */
  rowsOf(handOver: HandOver): readonly HandedRow[]
}

/** A name for the person who opens a hand-over, and the ID behind it where there is one. */
export interface HandedRow {
  readonly label: DisplayText
  readonly value: string
  readonly id?: string
}
