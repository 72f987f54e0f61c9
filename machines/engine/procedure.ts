import type { Check } from './step/finding.ts'
import type { Guide } from './step/guide.ts'
import type { Reading } from './step/proof.ts'

/*
 * What a procedure gives the engine: each step and operation is one object, found by its ID, and so is each action (`action.ts`). The
 * engine never asks which one it is.
 */

/** One documented step, or one operation after them. `Observing`: what the procedure reads with. */
export interface SequenceDefinition<Id extends string, Observing> {
  readonly id: Id
  /** Its words. */
  readonly guide: Guide
  /** Everything it is judged with, in the order in which it is looked at. */
  readonly checks: readonly Check<never>[]
  /** Reads everything it depends on, judges it and plans what is left to write. Changes nothing. */
  observe(observing: Observing): Promise<Reading>
}

/** A documented procedure. */
export interface Procedure<StepId extends string, OperationId extends string, Observing> {
  /** In the document's own order. */
  readonly steps: readonly SequenceDefinition<StepId, Observing>[]
  /** What can be done after the last step; what cuts nobody off comes first, the way out last. */
  readonly operations: readonly SequenceDefinition<OperationId, Observing>[]
}
