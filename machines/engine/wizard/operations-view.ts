import type { DisplayText } from '../../messages/message.ts'
import { startOf } from '../../procedure/actions/registry.ts'
import { GUIDES } from '../../procedure/guides.ts'
import { OPERATION_IDS, type OperationId } from '../step/finding.ts'
import type { WizardContext } from './context.ts'
import { driftView } from './drift-view.ts'
import type { OperationsView } from './view-of-side-pages.ts'

/** When to choose which: the way without an outage comes first. Source: "Manage your customer-managed encryption key" (9 June 2025). */
const WORDS: Readonly<Record<OperationId, { readonly when: string; readonly usersCutOff: boolean; readonly takes: string }>> = {
  rotate: {
    when: 'To renew the key: before it expires, on schedule, or by your own rules. Choose this over another key wherever you can.',
    usersCutOff: false,
    takes: 'Up to 24 hours, in the background',
  },
  're-enable': {
    when: 'When the environment was locked: the service lost access to the key and switched the environment off. Restore the access within days.',
    usersCutOff: false,
    takes: 'Up to 5 minutes for each environment, once the access is back',
  },
  change: {
    when: 'Only for another key: the old one may not be used any more, or the policy is fixed on one version. Rotate wherever that is enough.',
    usersCutOff: true,
    takes: 'Two outages: out of the old policy, and up to four days into the new one',
  },
  revert: {
    when: 'Only to give up customer-managed keys for this environment. Not to renew a key, and not after a failed addition.',
    usersCutOff: true,
    takes: 'No document says; adding takes up to four days',
  },
}

function stateOf({ operations }: WizardContext, id: OperationId): DisplayText | undefined {
  const { pending, receipts } = operations[id]
  if (pending) return startOf(pending).wait.title
  return receipts.some(({ written }) => written) ? 'Done here; open it to see what is to be kept' : undefined
}

/** The list of operations, each with when to use it, and what has changed since the end. @param comparing while everything is read again */
export function operationsView(context: WizardContext, comparing: boolean): OperationsView {
  const drift = driftView(context, comparing)
  return {
    ...(context.operation === undefined ? {} : { open: context.operation }),
    list: OPERATION_IDS.map((id) => {
      const state = stateOf(context, id)
      return { id, title: GUIDES[id].title, ...WORDS[id], ...(state === undefined ? {} : { state }) }
    }),
    ...(drift ? { drift } : {}),
  }
}
