import type { OperationId } from '../../engine/step/finding.ts'
import { valueIn } from '../../engine/step/refusals.ts'
import type { Check } from '../check.ts'
import { recreatedPolicy } from '../steps/membership/recreated.ts'
import type { OperationFacts } from './facts.ts'

/** Every operation depends on the environment's policy, found by place and name. */
export const recreatedCheck = (operation: OperationId): Check<OperationFacts> => ({
  key: `${operation}-policy-not-recreated`,
  part: 'policy',
  ...recreatedPolicy,
  judge: ({ environment, policy: own, next }) => {
    const found = [own, next?.chosen?.chain.policy].flatMap((policy) => recreatedPolicy.judge(valueIn(environment), valueIn(policy)) ?? [])
    return found.find(({ status }) => status === 'fail') ?? found[0]
  },
})
