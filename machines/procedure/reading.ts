import { applyHandoff } from '../engine/handoff/claims.ts'
import type { SequenceId } from '../engine/step/finding.ts'
import type { Reading } from '../engine/step/proof.ts'
import type { Observing } from './observing.ts'
import { CUSTOMER_MANAGED_KEYS, definitionOf, STEP_IDS } from './procedure.ts'

/** Loads the first step, which a tenant opens with. The others and the operations load with their first reading. */
export const load = async (): Promise<void> => void (await Promise.all(STEP_IDS.slice(0, 1).map(definitionOf)))

export async function observe(id: SequenceId, observing: Observing): Promise<Reading> {
  const definition = await definitionOf(id)
  return applyHandoff(CUSTOMER_MANAGED_KEYS, await definition.observe(observing), observing.choices)
}
