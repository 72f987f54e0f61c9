import type { Check } from '../../../engine/step/finding.ts'
import { valueIn } from '../../../engine/step/refusals.ts'
import { recreatedPolicy } from '../membership/recreated.ts'
import type { PolicyFacts } from './facts.ts'
import { encryptionPolicyIn } from './policy-checks.ts'

/** The chosen policy held against the one that the environment is in. */
export const linkedChecks: readonly Check<PolicyFacts>[] = [
  {
    key: 'policy-as-linked',
    part: 'policy',
    ...recreatedPolicy,
    // Its remedy is to restore what is missing, which a policy is not.
    supersedes: ['key-within-reach'],
    look: ({ choices, environment, policy }) =>
      choices ? recreatedPolicy.look(valueIn(environment), encryptionPolicyIn(policy)) : undefined,
  },
]
