import { type DisplayText, defineMessages } from '../../messages/message.ts'
import { startOf } from '../../procedure/actions/registry.ts'
import { OPERATION_GUIDES } from '../../procedure/guides.ts'
import { OPERATION_IDS, type OperationId } from '../step/finding.ts'
import type { WizardContext } from './context.ts'
import { driftView } from './drift-view.ts'
import type { OperationsView } from './view-of-side-pages.ts'

const messages = defineMessages({
  done: { id: 'wizard.operations.done', defaultMessage: 'Done here; open it to see what is to be kept' },
})

function stateOf({ operations }: WizardContext, id: OperationId): DisplayText | undefined {
  const { pending, receipts } = operations[id]
  if (pending) return startOf(pending).wait.title
  return receipts.some(({ written }) => written) ? messages.done : undefined
}

/** The list of operations, each with when to use it, and what has changed since the end. @param comparing while everything is read again */
export function operationsView(context: WizardContext, comparing: boolean): OperationsView {
  const drift = driftView(context, comparing)
  return {
    ...(context.operation === undefined ? {} : { open: context.operation }),
    list: OPERATION_IDS.map((id) => {
      const state = stateOf(context, id)
      const { title, when, usersCutOff, takes } = OPERATION_GUIDES[id]
      return { id, title, when, usersCutOff, takes, ...(state === undefined ? {} : { state }) }
    }),
    ...(drift ? { drift } : {}),
  }
}
