import { applyHandoff } from '../engine/handoff/claims.ts'
import type { SequenceId } from '../engine/step/finding.ts'
import type { Reading } from '../engine/step/proof.ts'
import type { Observing } from './observing.ts'
import { CUSTOMER_MANAGED_KEYS, definitionOf, definitions } from './procedure.ts'

/** Loads all that is read and judged with, so that nothing is left to load when a step is opened. */
export const load = async (): Promise<void> => void (await definitions())

/** Reads everything the step or operation depends on, then judges and plans. Changes nothing. */
export async function observe(id: SequenceId, observing: Observing): Promise<Reading> {
  const definition = await definitionOf(id)
  return applyHandoff(CUSTOMER_MANAGED_KEYS, await definition.observe(observing), observing.choices)
}
