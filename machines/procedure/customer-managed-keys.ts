import type { OperationOutline, Procedure } from '../engine/procedure.ts'
import { actions } from './actions/registry.ts'
import type { Choices } from './choices.ts'
import { chosenPolicy } from './chosen/chosen.ts'
import { contradictionOf } from './contradictions.ts'
import { acknowledged, assessedBefore, isAnswered } from './coverage/decisions.ts'
import { ALL_DECISIONS } from './decisions.ts'
import { GUIDES, OPERATION_GUIDES } from './guides.ts'
import { LINK_TITLES, linkOf } from './links.ts'
import { holdingPolicyKept, policyBeforeKept } from './operations/kept-in-mind.ts'
import { OPERATION_IDS, type OperationId, STEP_IDS, type StepId } from './sequence-ids.ts'
import { sourceOf } from './sources.ts'
import { validateEnvironmentId } from './steps/policy/names.ts'
import { knownWait } from './waits.ts'

// Power Platform gives “not found” for what it keeps from the account as well; Azure gives it for what is not there.
const READ_IN_POWER_PLATFORM: readonly StepId[] = ['integration', 'environment']

const KEPT_IN_MIND: Readonly<Record<OperationId, OperationOutline['opened']>> = {
  rotate: holdingPolicyKept,
  're-enable': holdingPolicyKept,
  change: policyBeforeKept,
  revert: holdingPolicyKept,
}

/**
 * Customer-managed keys for Dynamics 365 finance and operations apps, as the machines and the view take them. What reads and judges the
 * steps is in `procedure.ts`, which is loaded when a tenant is opened.
 */
export const CUSTOMER_MANAGED_KEYS: Procedure = {
  steps: STEP_IDS.map((id) => ({
    id,
    guide: GUIDES[id],
    ...(READ_IN_POWER_PLATFORM.includes(id) ? { isHiddenAsMissing: true as const } : {}),
  })),
  operations: OPERATION_IDS.map((id) => ({ id, guide: OPERATION_GUIDES[id], opened: KEPT_IN_MIND[id] })),
  actions,
  decisions: ALL_DECISIONS,
  environment: { isId: (id) => validateEnvironmentId(id) === undefined, keptForAnother: assessedBefore },
  chosen: chosenPolicy,
  coverage: { isAnswered, acknowledged },
  isInPlace: ({ heldPolicyId }: Choices, environment) => heldPolicyId !== undefined || environment?.policyId !== undefined,
  // Where the environment is, whoever administers Power Platform reads themselves: on that alone the key's side may rest.
  provableOnWord: ['policy-location'],
  references: { sourceOf, linkTitle: (id) => LINK_TITLES[linkOf(id)], waitOf: knownWait, contradictionOf },
}
