import type { Check, OperationId } from '../../engine/step/finding.ts'
import { changeChecks } from './change/checks.ts'
import type { OperationFacts } from './facts.ts'
import { reEnableChecks } from './re-enable/checks.ts'
import { revertChecks } from './revert/checks.ts'
import { rotateChecks } from './rotate/checks.ts'

/** Everything that each operation after the link is judged with. */
export const OPERATION_CHECKS: Readonly<Record<OperationId, readonly Check<OperationFacts>[]>> = {
  rotate: rotateChecks,
  're-enable': reEnableChecks,
  change: changeChecks,
  revert: revertChecks,
}
