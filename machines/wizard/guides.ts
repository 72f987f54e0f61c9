import type { StepId } from '../step/finding.ts'
import type { Guide } from '../step/guide.ts'
import { environmentGuide } from '../steps/environment/guide.ts'
import { integrationGuide } from '../steps/integration/guide.ts'
import { membershipGuide } from '../steps/membership/guide.ts'
import { policyGuide } from '../steps/policy/guide.ts'

export const GUIDES: Readonly<Record<StepId, Guide>> = {
  integration: integrationGuide,
  environment: environmentGuide,
  policy: policyGuide,
  membership: membershipGuide,
}
