import type { Check } from '../../check.ts'
import { dutiesChecks } from './duties-checks.ts'
import type { PolicyFacts } from './facts.ts'
import { hsmChecks } from './hsm-checks.ts'
import { importChecks } from './import-checks.ts'
import { keyChecks } from './key-checks.ts'
import { keyLossChecks } from './key-loss-checks.ts'
import { linkedChecks } from './linked-checks.ts'
import { policyChecks } from './policy-checks.ts'
import { privateVaultChecks } from './private-vault-checks.ts'
import { protectionChecks } from './protection-checks.ts'
import { policyRightsChecks } from './rights-checks.ts'
import { subscriptionChecks } from './subscription-checks.ts'
import { vaultChecks } from './vault-checks.ts'

export const policyStepChecks: readonly Check<PolicyFacts>[] = [
  ...subscriptionChecks,
  ...vaultChecks,
  ...privateVaultChecks,
  ...importChecks,
  ...hsmChecks,
  ...keyChecks,
  ...policyChecks,
  ...linkedChecks,
  ...keyLossChecks,
  ...protectionChecks,
  ...policyRightsChecks,
  ...dutiesChecks,
]
