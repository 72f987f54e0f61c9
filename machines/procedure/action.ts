import * as engine from '../engine/action.ts'
import { type Action, actions } from './actions/registry.ts'

export type { Applied, Receipt } from '../engine/action.ts'
export { type Action, type ActionKind, isAction, type Pending, whyOf } from './actions/registry.ts'

/**
 * What an action changes, for confirmation.
 * Sources: undo and durations from "Manage your customer-managed encryption key" (9 June 2025), purge protection from
 * "Key Vault soft-delete overview" (25 January 2022).
 */
export const describeAction = (action: engine.Action | Action, names?: engine.Names): engine.ActionDescription =>
  engine.describeAction(actions, action, names)

/** Every field that an action changes. A test compares them with the practice tenant in every scenario. */
export const fieldChanges = (action: engine.Action | Action): readonly [engine.FieldChange, ...engine.FieldChange[]] =>
  engine.fieldChanges(actions, action)

/** Plans with downtime or irreversible changes are confirmed by typing the environment's name. */
export const needsTypedName = (plan: readonly (engine.Action | Action)[]): boolean => engine.needsTypedName(actions, plan)

export const wishOf = (action: engine.Action | Action): string => engine.wishOf(actions, action)

/** Unique key: names the same wish for the same resource. */
export const actionKey = (action: engine.Action | Action): string => engine.actionKey(action)

/** Whether two plans hold the same wishes in the same order. */
export const samePlan = (a: readonly (engine.Action | Action)[], b: readonly (engine.Action | Action)[]): boolean => engine.samePlan(a, b)
