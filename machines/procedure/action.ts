import * as engine from '../engine/action.ts'
import { type Action, actions } from './actions/registry.ts'

export type { Applied, Receipt } from '../engine/action.ts'
export { type Action, type ActionKind, isAction, type Pending, whyOf } from './actions/registry.ts'

/**
 * Says what an action changes, in words for the person who confirms it.
 * Sources: undo and durations from "Manage your customer-managed encryption key" (9 June 2025), purge protection from "Key Vault soft-delete overview" (25 January 2022).
 */
export const describeAction = (action: engine.Action | Action, names?: engine.Names): engine.ActionDescription =>
  engine.describeAction(actions, action, names)

/**
 * Everything that an action changes once it is through, field by field: what a person may hold against the tenant afterwards.
 * A test does so for every scenario of the practice tenant.
 */
export const fieldChanges = (action: engine.Action | Action): readonly [engine.FieldChange, ...engine.FieldChange[]] =>
  engine.fieldChanges(actions, action)

/** A plan that cuts users off or cannot be taken back is confirmed by typing the environment's name. */
export const needsTypedName = (plan: readonly (engine.Action | Action)[]): boolean => engine.needsTypedName(actions, plan)

/** What a change is about, whatever its details are: two that agree in it are one wish. */
export const wishOf = (action: engine.Action | Action): string => engine.wishOf(actions, action)

/** Unlike any other action's: names the same wish for the same resource. */
export const actionKey = (action: engine.Action | Action): string => engine.actionKey(action)

/** Two plans are the same when they hold the same wishes in the same order. */
export const samePlan = (a: readonly (engine.Action | Action)[], b: readonly (engine.Action | Action)[]): boolean => engine.samePlan(a, b)
