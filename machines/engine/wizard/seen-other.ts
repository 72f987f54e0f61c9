import type { StepContext } from '../step/context.ts'
import type { StepPhase } from './view-of-step.ts'

/** What the loop of something beside the screen said last. */
export interface SeenOther {
  readonly phase: StepPhase
  readonly context: StepContext
}
