import { type DisplayText, defineMessages } from '../../messages/message.ts'
import { present } from '../../present.ts'
import type { OperationId } from '../step/finding.ts'
import { recordIn, type WizardContext } from './context.ts'
import { driftView } from './drift-view.ts'
import type { OperationsView } from './view-of-side-pages.ts'

const messages = defineMessages({
  done: { id: 'wizard.operations.done', defaultMessage: 'Done here. Open it to see what to remember.' },
})

function stateOf({ procedure, operations }: WizardContext, id: OperationId): DisplayText | undefined {
  const { pending, receipts } = recordIn({ steps: {}, operations }, id)
  if (pending) return procedure.actions.waitOf(pending).title
  return receipts.some(({ written }) => written) ? messages.done : undefined
}

/** The list of operations, each with when to use it, and what has changed since the end. @param comparing while everything is read again */
export function operationsView(context: WizardContext, comparing: boolean, now: number): OperationsView {
  const drift = driftView(context, comparing, now)
  return {
    ...present({ open: context.operation }),
    list: context.procedure.operations.map(({ id, guide }) => {
      const state = stateOf(context, id)
      const { title, when, usersCutOff, takes } = guide
      return { id, title, when, usersCutOff, takes, ...(state === undefined ? {} : { state }) }
    }),
    ...(drift ? { drift } : {}),
  }
}
