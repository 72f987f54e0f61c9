import { isMade } from '../machines/engine/action.ts'
import type { WizardContext } from '../machines/engine/wizard/context.ts'

/** A change of the record that was made, in whichever step or operation. */
export interface Made {
  /** Of the action. */
  readonly kind: string
  readonly resourceId: string
  /** The answer was lost: a reading found it afterwards, which proves nothing of who made it. */
  readonly isUnproven: boolean
}

/** What the record of the environment says that the wizard did. */
export const madeIn = ({ steps, operations }: Pick<WizardContext, 'steps' | 'operations'>): readonly Made[] =>
  [...Object.values(steps), ...Object.values(operations)].flatMap((record) =>
    (record?.receipts ?? [])
      .filter((receipt) => isMade(receipt, record?.pending))
      .map(({ kind, resourceId, found }) => ({ kind, resourceId, isUnproven: found === true })),
  )
