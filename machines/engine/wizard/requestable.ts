import { takesUsersOffline } from '../action.ts'
import type { Procedure } from '../procedure.ts'
import type { StepContext } from '../step/context.ts'
import { blockingFindings } from '../step/proof.ts'
import type { StepPhase } from './view-of-step.ts'

const REQUESTABLE: readonly StepPhase[] = ['reviewing', 'confirming', 'scheduled']

/** True if there is a plan to approve: it takes users offline, isn't blocked, and hasn't started. */
export function isRequestable(
  { actions }: Procedure,
  { reading, attestations, readOnly }: Pick<StepContext, 'reading' | 'attestations' | 'readOnly'>,
  phase: StepPhase,
): boolean {
  if (readOnly || !REQUESTABLE.includes(phase) || reading === undefined || reading.oldSince !== undefined) return false
  return takesUsersOffline(actions, reading.plan) && blockingFindings(reading, attestations).length === 0
}
