import { observeOperation } from '../facts.ts'
import type { Operation } from '../operation.ts'
import { revertChecks } from './checks.ts'
import { keptUntil, revertUnderway } from './facts.ts'
import { revertGuide } from './guide.ts'
import { planRevert } from './plan.ts'
import { removalShown } from './shown.ts'

export const revert: Operation<'revert'> = {
  id: 'revert',
  guide: revertGuide,
  checks: revertChecks,
  facts: observeOperation,
  plan: planRevert,
  underway: revertUnderway,
  keepUntil: keptUntil,
  shows: removalShown,
}
