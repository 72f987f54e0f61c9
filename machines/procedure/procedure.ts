import type { StepDefinition } from './observing.ts'
import { change } from './operations/change/operation.ts'
import { reEnable } from './operations/re-enable/operation.ts'
import { asSequence } from './operations/reading.ts'
import { revert } from './operations/revert/operation.ts'
import { rotate } from './operations/rotate/operation.ts'
import type { OperationId, SequenceId, StepId } from './sequence-ids.ts'
import { environment } from './steps/environment/step.ts'
import { integration } from './steps/integration/step.ts'
import { membership } from './steps/membership/step.ts'
import { policy } from './steps/policy/step.ts'

/**
 * Customer-managed keys for Dynamics 365 finance and operations apps, in the order of Microsoft's article "Enable customer-managed keys":
 * beside the steps, `coverage` says what the key reaches.
 */
export const PROCEDURE = {
  steps: [
    // 1. Set up the Power Platform integration of the environment.
    integration,
    // 2. Note down its name and ID.
    environment,
    // 3. Create the key and the enterprise policy, and let the policy use the key.
    policy,
    // 4. Add the environment to the policy.
    membership,
  ],
  operations: [rotate, reEnable, change, revert].map((operation) => asSequence<OperationId>(operation)),
} as const satisfies { readonly steps: readonly StepDefinition<StepId>[]; readonly operations: readonly StepDefinition<OperationId>[] }

/** A step or an operation by its ID. */
export function sequenceOf(id: string): StepDefinition<SequenceId> {
  const all: readonly StepDefinition<SequenceId>[] = [...PROCEDURE.steps, ...PROCEDURE.operations]
  const found = all.find((each) => each.id === id)
  if (!found) throw new Error(`The procedure has no ${id}`)
  return found
}
