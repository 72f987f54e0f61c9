import type { ShownChange } from '../../engine/step/proof.ts'
import type { Action, Pending } from '../action.ts'
import type { Check } from '../check.ts'
import type { Choices } from '../choices.ts'
import type { OperationGuide } from '../guide.ts'
import type { Observing } from '../observing.ts'
import type { PictureRow, StepPicture } from '../picture.ts'
import type { Services } from '../services.ts'
import type { OperationFacts } from './facts.ts'

/** What may be proposed to the person. */
export type Proposing = Pick<Observing, 'template' | 'proposal'>

/** One operation after the link. Times in milliseconds since 1970-01-01T00:00:00Z. */
export interface Operation<Id extends string = string> {
  readonly id: Id
  readonly guide: OperationGuide
  readonly checks: readonly Check<OperationFacts>[]
  /** @param proposing what a template and a pilot's choices propose */
  readonly facts: (services: Services, choices: Choices, signal: AbortSignal, proposing: Proposing) => Promise<OperationFacts>
  readonly plan: (facts: OperationFacts, now: number) => readonly Action[]
  /** What runs already. */
  readonly underway?: (facts: OperationFacts, now: number) => Pending | undefined
  /** Until when something is kept. */
  readonly keepUntil?: (facts: OperationFacts, now: number) => number | undefined
  /** Which of its changes the services show to be made. */
  readonly shows: (facts: OperationFacts, now: number) => readonly ShownChange[]
  /** What is picked from. Absent where nothing has to be chosen. */
  readonly picking?: {
    readonly isMissing: (facts: OperationFacts) => boolean
    readonly picture: (facts: OperationFacts, rows: readonly PictureRow[]) => StepPicture
  }
}
