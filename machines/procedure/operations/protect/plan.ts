import { valueIn } from '../../../engine/step/refusals.ts'
import type { Action } from '../../action.ts'
import { forbidsDeleting } from '../../actions/create-lock/lock.ts'
import type { OperationFacts } from '../facts.ts'
import type { LockFacts } from './protection.ts'

/** Whether it can be deleted; nothing when the locks could not be read. */
export function isLocked({ locks }: LockFacts): boolean | undefined {
  return valueIn(locks)?.some(forbidsDeleting)
}

export const lockOn = ({ of, subscriptionId, resourceGroup, name }: LockFacts): Extract<Action, { kind: 'create-lock' }> => ({
  kind: 'create-lock',
  of,
  subscriptionId,
  resourceGroup,
  name,
})

/** What was asked for and isn't there yet. */
export const planProtection = ({ protection }: OperationFacts): readonly Action[] =>
  (protection?.locks ?? []).filter((each) => each.wanted && isLocked(each) === false).map(lockOn)
