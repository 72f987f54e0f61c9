import type { Guide, OperationGuide } from './guide.ts'
import { changeGuide } from './operations/change/guide.ts'
import { reEnableGuide } from './operations/re-enable/guide.ts'
import { revertGuide } from './operations/revert/guide.ts'
import { rotateGuide } from './operations/rotate/guide.ts'
import type { OperationId, SequenceId } from './sequence-ids.ts'
import { environmentGuide } from './steps/environment/guide.ts'
import { integrationGuide } from './steps/integration/guide.ts'
import { membershipGuide } from './steps/membership/guide.ts'
import { policyGuide } from './steps/policy/guide.ts'

/** When to choose which: the way without an outage comes first. Source: "Manage your customer-managed encryption key" (9 June 2025). */
export const OPERATION_GUIDES: Readonly<Record<OperationId, OperationGuide>> = {
  rotate: rotateGuide,
  're-enable': reEnableGuide,
  change: changeGuide,
  revert: revertGuide,
}

/** The words of every step and operation, apart from what reads and judges it: the view needs only these. */
export const GUIDES: Readonly<Record<SequenceId, Guide>> = {
  integration: integrationGuide,
  environment: environmentGuide,
  policy: policyGuide,
  membership: membershipGuide,
  ...OPERATION_GUIDES,
}
