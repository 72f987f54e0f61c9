import { isMade } from '../machines/engine/action.ts'
import type { WizardContext } from '../machines/engine/wizard/context.ts'

export interface Made {
  readonly kind: string
  readonly resourceId: string
  /** Found by a reading after a lost answer, so its creator is unproven. */
  readonly isUnproven: boolean
}

export const madeIn = ({ steps, operations }: Pick<WizardContext, 'steps' | 'operations'>): readonly Made[] =>
  [...Object.values(steps), ...Object.values(operations)].flatMap((record) =>
    (record?.receipts ?? [])
      .filter((receipt) => isMade(receipt, record?.pending))
      .map(({ kind, resourceId, found }) => ({ kind, resourceId, isUnproven: found === true })),
  )
