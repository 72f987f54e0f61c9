import { policyId } from '../../machines/ids.ts'
import type { Action } from '../../machines/step/action.ts'
import type { Choices } from '../../machines/step/choices.ts'
import { valueIn } from '../../machines/step/refusals.ts'
import type { MembershipFacts } from '../../machines/steps/membership/facts.ts'
import { planMembership } from '../../machines/steps/membership/plan.ts'
import type { PolicyFacts } from '../../machines/steps/policy/facts.ts'
import { planPolicy } from '../../machines/steps/policy/plan.ts'

/** Stands for the system id of a policy that does not exist yet. Scripts read it from the policy itself when they get there. */
const YET_UNKNOWN = 'unknown until the policy exists'

/**
 * Everything from here to the encrypted environment as one plan: what step 3 would write, and what step 4 would write once
 * step 3 is done. The wizard itself plans step 4 only then.
 */
export function wholePlan(policy: PolicyFacts, membership: MembershipFacts, choices: Choices): readonly Action[] {
  const first = planPolicy(policy, choices)
  return [...first, ...planMembership(withPolicy(membership, first, choices))]
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
