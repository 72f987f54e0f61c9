import type { Observation } from '#machines/engine/step/finding.ts'
import { valueIn } from '#machines/engine/step/refusals.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import type { Action } from '../../action.ts'
import type { Check } from '../../check.ts'
import { judgeAdministrator } from '../../rights/directory-roles.ts'
import type { MembershipFacts } from './facts.ts'
import { messages } from './messages.ts'
import { planMembership } from './plan.ts'

const owner = 'power-platform-administrator'
const remedy = messages.signInAsAdministrator

const whenPlanned =
  (kind: Action['kind'], unless: Action['kind'] | undefined, doing: DisplayText) =>
  (facts: MembershipFacts): Observation | undefined => {
    const kinds = new Set(planMembership(facts).map((action) => action.kind))
    if (!facts.account || !kinds.has(kind) || (unless && kinds.has(unless))) return undefined
    return judgeAdministrator(facts.account, valueIn(facts.environment), doing)
  }

/** Rights for step 4. A missing role is reported once: with two planned changes, at the first. */
export const membershipRightsChecks: readonly Check<MembershipFacts>[] = [
  {
    key: 'may-enable-managed-environment',
    aboutAccount: true,
    id: 'F-801',
    part: 'managed',
    owner,
    why: messages.mayEnableManagedEnvironment.why,
    remedy,
    link: 'admin-center-environment',
    source: 'managed-environment',
    heading: 'Permissions',
    judge: whenPlanned('enable-managed-environment', undefined, messages.mayEnableManagedEnvironment.makeManagedAndAdd),
  },
  {
    key: 'may-add-environment',
    aboutAccount: true,
    id: 'F-907',
    part: 'link',
    owner,
    why: messages.mayAddEnvironment.why,
    remedy,
    link: 'admin-center-environment',
    source: 'power-platform-keys',
    heading: 'Add an environment to the enterprise policy to encrypt data',
    judge: whenPlanned('link-environment', 'enable-managed-environment', messages.mayAddEnvironment.addToPolicy),
  },
]
