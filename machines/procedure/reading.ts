import { applyHandoff } from '../engine/handoff/claims.ts'
import type { SequenceId } from '../engine/step/finding.ts'
import type { Reading } from '../engine/step/proof.ts'
import { CUSTOMER_MANAGED_KEYS } from './customer-managed-keys.ts'
import type { Observing } from './observing.ts'
import { sequenceOf } from './procedure.ts'

/** Reads everything the step or operation depends on, then judges and plans. Changes nothing. */
export async function observe(id: SequenceId, observing: Observing): Promise<Reading> {
  return applyHandoff(CUSTOMER_MANAGED_KEYS, await sequenceOf(id).observe(observing), observing.choices)
}
