import { coverageChecks } from '../coverage/checks.ts'
import { environmentChecks } from './environment/checks.ts'
import { integrationChecks } from './integration/checks.ts'
import { cloudCheck } from './integration/cloud-check.ts'
import { integrationRightsChecks } from './integration/rights-checks.ts'
import { membershipChecks } from './membership/checks.ts'
import { keyExpiryChecks } from './membership/key-expiry-checks.ts'
import { managedChecks } from './membership/managed-checks.ts'
import { membershipRightsChecks } from './membership/rights-checks.ts'
import { policyStepChecks } from './policy/checks.ts'

/** Everything that each step is judged with, in the order in which it is looked at. */
export const CHECKS = {
  integration: [...integrationChecks, cloudCheck, ...coverageChecks, ...integrationRightsChecks],
  environment: environmentChecks,
  policy: policyStepChecks,
  membership: [...membershipChecks, ...managedChecks, ...keyExpiryChecks, ...membershipRightsChecks],
} as const
