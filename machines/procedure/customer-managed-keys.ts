import type { Procedure } from '../engine/procedure.ts'
import { actions } from './actions/registry.ts'
import { contradictionOf } from './contradictions.ts'
import { isAnswered } from './coverage/decisions.ts'
import { ALL_DECISIONS } from './decisions.ts'
import { GUIDES, OPERATION_GUIDES } from './guides.ts'
import { LINK_TITLES, linkOf } from './links.ts'
import { OPERATION_IDS, STEP_IDS } from './sequence-ids.ts'
import { sourceOf } from './sources.ts'
import { knownWait } from './waits.ts'

/**
 * Customer-managed keys for Dynamics 365 finance and operations apps, as the machines and the view take them. What reads and judges the
 * steps is in `procedure.ts`, which is loaded when a tenant is opened.
 */
export const CUSTOMER_MANAGED_KEYS: Procedure = {
  steps: STEP_IDS.map((id) => ({ id, guide: GUIDES[id] })),
  operations: OPERATION_IDS.map((id) => ({ id, guide: OPERATION_GUIDES[id] })),
  actions,
  decisions: ALL_DECISIONS,
  coverage: { isAnswered },
  references: { sourceOf, linkTitle: (id) => LINK_TITLES[linkOf(id)], waitOf: knownWait, contradictionOf },
}
