import * as engine from '../engine/action.ts'
import { type Action, actions } from './actions/registry.ts'

export { type Action, type ActionKind, isAction, type Pending, whyOf } from './actions/registry.ts'

/**
 * What an action changes, for confirmation.
 * Sources: undo and durations from "Manage your customer-managed encryption key" (9 June 2025), purge protection from
 * "Key Vault soft-delete overview" (25 January 2022).
 */
export const describeAction = (action: engine.Action | Action, names?: engine.Names): engine.ActionDescription =>
  engine.describeAction(actions, action, names)

/** Plans with downtime or irreversible changes are confirmed by typing the environment's name. */
export const needsTypedName = (plan: readonly (engine.Action | Action)[]): boolean => engine.needsTypedName(actions, plan)
