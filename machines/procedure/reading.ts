import { applyHandoff } from '../engine/handoff/claims.ts'
import type { SequenceId } from '../engine/step/finding.ts'
import type { Reading } from '../engine/step/proof.ts'
import type { Observing } from './observing.ts'
import { CUSTOMER_MANAGED_KEYS, definitionOf, STEP_IDS } from './procedure.ts'

/** Loads what the four steps are read and judged with. An operation is loaded when it is opened: a first set-up needs none. */
export const load = async (): Promise<void> => void (await Promise.all(STEP_IDS.map(definitionOf)))

/** Reads everything the step or operation depends on, then judges and plans. Changes nothing. */
export async function observe(id: SequenceId, observing: Observing): Promise<Reading> {
  const definition = await definitionOf(id)
  return applyHandoff(CUSTOMER_MANAGED_KEYS, await definition.observe(observing), observing.choices)
}
