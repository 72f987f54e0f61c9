import { takesUsersOffline } from '../action.ts'
import type { Procedure } from '../procedure.ts'
import type { StepContext } from '../step/context.ts'
import { blockingFindings } from '../step/proof.ts'
import type { StepPhase } from './view-of-step.ts'

const REQUESTABLE: readonly StepPhase[] = ['reviewing', 'confirming', 'scheduled']

/** Whether there is a plan to approve: one that takes users offline, that nothing blocks, and that hasn't begun. */
export function isRequestable(
  { actions }: Procedure,
  { reading, attestations, readOnly }: Pick<StepContext, 'reading' | 'attestations' | 'readOnly'>,
  phase: StepPhase,
): boolean {
  if (readOnly || !REQUESTABLE.includes(phase) || reading === undefined || reading.oldSince !== undefined) return false
  return takesUsersOffline(actions, reading.plan) && blockingFindings(reading, attestations).length === 0
}
