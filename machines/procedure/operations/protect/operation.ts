import type { ShownChange } from '../../../engine/step/proof.ts'
import { asShown } from '../as-shown.ts'
import type { OperationFacts } from '../facts.ts'
import type { Operation } from '../operation.ts'
import { protectChecks } from './checks.ts'
import { observeProtection } from './facts.ts'
import { protectGuide } from './guide.ts'
import { isLocked, lockOn, planProtection } from './plan.ts'

const shows = ({ protection }: OperationFacts): readonly ShownChange[] =>
  (protection?.locks ?? []).flatMap((each) => (isLocked(each) === true ? asShown(lockOn(each)) : []))

/** Protect the key: what keeps it from being lost, each on wish. */
export const protect: Operation<'protect'> = {
  id: 'protect',
  guide: protectGuide,
  checks: protectChecks,
  facts: observeProtection,
  plan: planProtection,
  shows,
}
