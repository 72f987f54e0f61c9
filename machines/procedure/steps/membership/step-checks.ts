import type { Check } from '../../check.ts'
import { membershipChecks } from './checks.ts'
import { earlierKeyChecks } from './earlier-key-checks.ts'
import type { MembershipFacts } from './facts.ts'
import { keyExpiryChecks } from './key-expiry-checks.ts'
import { managedChecks } from './managed-checks.ts'
import { membershipRightsChecks } from './rights-checks.ts'

/** Everything that step 4 is judged with. Beside the step: what is loaded by its name can't be imported by others as well. */
export const membershipStepChecks: readonly Check<MembershipFacts>[] = [
  ...membershipChecks,
  ...earlierKeyChecks,
  ...managedChecks,
  ...keyExpiryChecks,
  ...membershipRightsChecks,
]
