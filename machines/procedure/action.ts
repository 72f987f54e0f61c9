import type { ActionDescription, FieldChange } from '../engine/action.ts'
import type { Refusal } from '../engine/answer.ts'
import type { DisplayText } from '../messages/message.ts'
import type { Pending } from './actions/pending.ts'
import { type Action, type ActionKind, definitionOf } from './actions/registry.ts'

export { type ActionDescription, REVERSIBLE } from '../engine/action.ts'
export { ACTION_KINDS } from './actions/kinds.ts'
export type { Pending } from './actions/pending.ts'
export type { Action, ActionKind } from './actions/registry.ts'

export interface Receipt {
  readonly kind: ActionKind
  readonly title: DisplayText
  /** Id of the resource that now is as it should be. */
  readonly resourceId: string
  readonly at: number
  /** False when the resource already was as wanted and nothing was written. */
  readonly written: boolean
  /** Its answer was lost; a reading found it: absent before the change was sent, there afterwards. */
  readonly found?: true
  /** The wish that it fulfilled, by `wishOf`: tells whether a later plan is about the same. Absent in files of older versions. */
  readonly wish?: string
  readonly pending?: Pending
}

export type Applied = { readonly ok: true; readonly receipt: Receipt } | { readonly ok: false; readonly refusal: Refusal }

/** Unlike any other action's: names the same wish for the same resource. */
export function actionKey(action: Action): string {
  return JSON.stringify(action)
}

/** Case-blind: services give the same id in changing case, and two names that differ in case alone name one thing. */
export const sameAction = (a: Action, b: Action): boolean => actionKey(a).toLowerCase() === actionKey(b).toLowerCase()

/** What a change is about, whatever its details are: two that agree in it are one wish. */
export function wishOf(action: Action): string {
  const [{ resourceId }] = fieldChanges(action)
  return [action.kind, resourceId, ...(definitionOf(action).details?.(action) ?? [])].join('\n').toLowerCase()
}

/** True when both are the same change to the same resource. */
export const sameWish = (a: Action, b: Action): boolean => wishOf(a) === wishOf(b)

/** Two plans are the same when they hold the same wishes in the same order. */
export function samePlan(a: readonly Action[], b: readonly Action[]): boolean {
  return a.length === b.length && a.every((action, index) => sameAction(action, b[index] as Action))
}

/**
 * Says what an action changes, in words for the person who confirms it.
 * Sources: undo and durations from "Manage your customer-managed encryption key" (9 June 2025), purge protection from "Key Vault soft-delete overview" (25 January 2022).
 */
export const describeAction = (action: Action): ActionDescription => definitionOf(action).describe(action)

/**
 * Everything that an action changes once it is through, field by field: what a person may hold against the tenant afterwards.
 * A test does so for every scenario of the practice tenant.
 */
export const fieldChanges = (action: Action): readonly [FieldChange, ...FieldChange[]] => definitionOf(action).fields(action)

/** A plan that cuts users off or cannot be taken back is confirmed by typing the environment's name. */
export function needsTypedName(plan: readonly Action[]): boolean {
  return plan.some((action) => {
    const { reversible, usersCutOff } = describeAction(action)
    return reversible === 'no' || usersCutOff
  })
}
