import { defined } from '../../defined.ts'
import { valueIn } from '../../engine/step/refusals.ts'
import type { Action } from '../action.ts'
import type { Choices } from '../choices.ts'
import { policyId } from '../ids.ts'
import type { MembershipFacts } from './membership/facts.ts'
import { planMembership } from './membership/plan.ts'
import type { PolicyFacts } from './policy/facts.ts'
import { planPolicy } from './policy/plan.ts'

/** Placeholder for a new policy's system ID, read once it exists. */
const YET_UNKNOWN = 'unknown until the policy exists'

/** The combined plan of steps 3 and 4; steps 1 and 2 write nothing. The wizard plans step 4 only after step 3, from new readings. */
export function wholePlan(policy: PolicyFacts, membership: MembershipFacts, choices: Choices): readonly Action[] {
  return [...planPolicy(policy, choices), ...planAfterPolicy(policy, membership, choices)]
}

function planAfterPolicy(policy: PolicyFacts, membership: MembershipFacts, choices: Choices): readonly Action[] {
  return planMembership(withPolicy(membership, planPolicy(policy, choices), choices))
}

/** From step 3's readings alone: the list of operations isn't known then. */
export function foreseeMembership(facts: PolicyFacts, choices: Choices): readonly Action[] {
  const { environment, policy } = facts
  return planAfterPolicy(facts, { ...defined({ environment, policy }) }, choices)
}

function withPolicy(facts: MembershipFacts, planned: readonly Action[], { policy: chosen }: Choices): MembershipFacts {
  const created = planned.find((action) => action.kind === 'create-policy')
  if (!created || !chosen || valueIn(facts.policy)) return facts
  const { subscriptionId, resourceGroup, name, location } = created.policy
  return {
    ...facts,
    policy: {
      ok: true,
      value: { id: policyId(subscriptionId, resourceGroup, name), name, location, kind: 'Encryption', systemId: YET_UNKNOWN },
    },
  }
}
