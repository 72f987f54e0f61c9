import type { ShownChange } from '../../engine/step/proof.ts'
import type { Action, Pending } from '../action.ts'
import type { Check } from '../check.ts'
import type { Choices } from '../choices.ts'
import type { OperationGuide } from '../guide.ts'
import type { Observing } from '../observing.ts'
import type { KeyVersions, PictureRow, StepPicture } from '../picture.ts'
import type { Services } from '../services/services.ts'
import type { OperationFacts } from './facts.ts'

/** Sources of proposals. */
export type Proposing = Pick<Observing, 'template' | 'proposal'>

/** Times in milliseconds since 1970-01-01T00:00:00Z. */
export interface Operation<Id extends string = string> {
  readonly id: Id
  readonly guide: OperationGuide
  readonly checks: readonly Check<OperationFacts>[]
  /** @param proposing template and pilot */
  readonly facts: (services: Services, choices: Choices, signal: AbortSignal, proposing: Proposing) => Promise<OperationFacts>
  readonly plan: (facts: OperationFacts, now: number) => readonly Action[]
  readonly underway?: (facts: OperationFacts, now: number) => Pending | undefined
  readonly keepUntil?: (facts: OperationFacts, now: number) => number | undefined
  readonly versions?: (facts: OperationFacts, now: number) => KeyVersions | undefined
  readonly shows: (facts: OperationFacts, now: number) => readonly ShownChange[]
  readonly picking?: {
    readonly isMissing: (facts: OperationFacts) => boolean
    readonly picture: (facts: OperationFacts, rows: readonly PictureRow[]) => StepPicture
  }
}
