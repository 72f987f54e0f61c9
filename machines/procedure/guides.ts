import type { SequenceId } from '../engine/step/finding.ts'
import type { Guide } from '../engine/step/guide.ts'
import { changeGuide } from './operations/change/guide.ts'
import { reEnableGuide } from './operations/re-enable/guide.ts'
import { revertGuide } from './operations/revert/guide.ts'
import { rotateGuide } from './operations/rotate/guide.ts'
import { environmentGuide } from './steps/environment/guide.ts'
import { integrationGuide } from './steps/integration/guide.ts'
import { membershipGuide } from './steps/membership/guide.ts'
import { policyGuide } from './steps/policy/guide.ts'

export const GUIDES: Readonly<Record<SequenceId, Guide>> = {
  integration: integrationGuide,
  environment: environmentGuide,
  policy: policyGuide,
  membership: membershipGuide,
  rotate: rotateGuide,
  're-enable': reEnableGuide,
  change: changeGuide,
  revert: revertGuide,
}
