import type { Check } from '../../check.ts'
import { membershipChecks } from './checks.ts'
import { earlierKeyChecks } from './earlier-key-checks.ts'
import type { MembershipFacts } from './facts.ts'
import { keyExpiryChecks } from './key-expiry-checks.ts'
import { managedChecks } from './managed-checks.ts'
import { membershipRightsChecks } from './rights-checks.ts'

/** Checks of step 4, in a separate file because the lazily loaded step can't be imported. */
export const membershipStepChecks: readonly Check<MembershipFacts>[] = [
  ...membershipChecks,
  ...earlierKeyChecks,
  ...managedChecks,
  ...keyExpiryChecks,
  ...membershipRightsChecks,
]
