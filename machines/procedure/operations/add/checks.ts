import type { Observation } from '#machines/engine/step/finding.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import type { Check } from '../../check.ts'
import { environmentChecks } from '../../steps/environment/checks.ts'
import { integrationChecks } from '../../steps/integration/checks.ts'
import { membershipStepChecks } from '../../steps/membership/step-checks.ts'
import type { OperationFacts } from '../facts.ts'
import { messages } from './messages.ts'

const keyOf = (key: string): string => `add-${key}`

/** Names the environment: confirmations for another one are separate. */
function named({ title, subject, ...observation }: Observation, { environment }: OperationFacts): Observation {
  const found = valueIn(environment)
  if (!found || observation.attestable !== true) return { title, ...observation, ...(subject === undefined ? {} : { subject }) }
  return {
    ...observation,
    title: messages.ofEnvironment({ environment: found.displayName, title }),
    subject: subject === undefined ? found.id : `${found.id} ${subject}`,
  }
}

/** Applies a step's checks to the additional environment. */
const ofStep = <Facts>(
  checks: readonly Check<Facts>[],
  factsOf: (target: NonNullable<NonNullable<OperationFacts['addition']>['target']>) => Facts,
): readonly Check<OperationFacts>[] =>
  checks.map((check) => ({
    ...check,
    key: keyOf(check.key),
    ...(check.supersedes ? { supersedes: check.supersedes.map(keyOf) } : {}),
    judge: (facts, now) => {
      const target = facts.addition?.target
      const observation = target && check.judge(factsOf(target), now)
      return observation && named(observation, facts)
    },
  }))

// Step 4 has these checks too, or they concern only the first environment.
const ASKED_ELSEWHERE = ['environment-noted', 'existing-policy', 'existing-policy-noted', 'no-other-operation', 'region-known']

const own = <Facts>(checks: readonly Check<Facts>[]): readonly Check<Facts>[] => checks.filter(({ key }) => !ASKED_ELSEWHERE.includes(key))

export const addChecks: readonly Check<OperationFacts>[] = [
  ...ofStep(own(integrationChecks), ({ integration }) => integration),
  ...ofStep(own(environmentChecks), ({ membership }) => membership),
  ...ofStep(membershipStepChecks, ({ membership }) => membership),
]
