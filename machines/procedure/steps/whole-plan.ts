import { valueIn } from '../../engine/step/refusals.ts'
import { present } from '../../present.ts'
import type { Action } from '../action.ts'
import type { Choices } from '../choices.ts'
import { policyId } from '../ids.ts'
import type { MembershipFacts } from './membership/facts.ts'
import { planMembership } from './membership/plan.ts'
import type { PolicyFacts } from './policy/facts.ts'
import { planPolicy } from './policy/plan.ts'

/** Stands for the system id of a policy that does not exist yet: read from the policy itself once it is there. */
const YET_UNKNOWN = 'unknown until the policy exists'

/**
 * Everything from here to the encrypted environment as one plan: what step 3 would write, and what step 4 would write once
 * step 3 is done. Steps 1 and 2 write nothing. The wizard itself plans step 4 only then, from what it reads then.
 */
export function wholePlan(policy: PolicyFacts, membership: MembershipFacts, choices: Choices): readonly Action[] {
  return [...planPolicy(policy, choices), ...planAfterPolicy(policy, membership, choices)]
}

/** What step 4 would write once step 3 is done. */
function planAfterPolicy(policy: PolicyFacts, membership: MembershipFacts, choices: Choices): readonly Action[] {
  return planMembership(withPolicy(membership, planPolicy(policy, choices), choices))
}

/** The same from what step 3 reads alone, before step 4 is looked at: its list of operations is not known then. */
export function foreseeMembership(facts: PolicyFacts, choices: Choices): readonly Action[] {
  const { environment, policy } = facts
  return planAfterPolicy(facts, { ...present({ environment, policy }) }, choices)
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
