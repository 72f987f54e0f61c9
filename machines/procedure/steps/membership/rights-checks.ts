import type { Observation } from '../../../engine/step/finding.ts'
import { valueIn } from '../../../engine/step/refusals.ts'
import type { Action } from '../../action.ts'
import type { Check } from '../../check.ts'
import { judgeAdministrator } from '../../rights/directory-roles.ts'
import type { MembershipFacts } from './facts.ts'
import { planMembership } from './plan.ts'

const owner = 'power-platform-administrator'
const remedy = 'Sign in as a Power Platform administrator of the tenant that owns the environment, then check again.'

const whenPlanned =
  (kind: Action['kind'], unless: Action['kind'] | undefined, doing: string) =>
  (facts: MembershipFacts): Observation | undefined => {
    const kinds = new Set(planMembership(facts).map((action) => action.kind))
    if (!facts.account || !kinds.has(kind) || (unless && kinds.has(unless))) return undefined
    return judgeAdministrator(facts.account, valueIn(facts.environment), doing)
  }

/** Whether the account may do what step 4 plans. One missing role is said once: where both changes are planned, at the first. */
export const membershipRightsChecks: readonly Check<MembershipFacts>[] = [
  {
    key: 'may-enable-managed-environment',
    id: 'F-801',
    part: 'managed',
    owner,
    why: 'Only a Power Platform administrator or a Dynamics 365 administrator can make an environment a Managed Environment; an environment administrator and a delegated administrator cannot. Adding it to the policy takes the same role.',
    remedy,
    link: 'admin-center-environment',
    source: 'managed-environment',
    look: whenPlanned('enable-managed-environment', undefined, 'make the environment a Managed Environment and add it to the policy'),
  },
  {
    key: 'may-add-environment',
    id: 'F-907',
    part: 'link',
    owner,
    why: 'Only a Power Platform administrator or a Dynamics 365 administrator with Reader on the policy can add an environment to it.',
    remedy,
    link: 'admin-center-environment',
    source: 'power-platform-keys',
    look: whenPlanned('link-environment', 'enable-managed-environment', 'add the environment to the policy'),
  },
]
