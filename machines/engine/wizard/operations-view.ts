import { defined } from '../../defined.ts'
import { type DisplayText, defineMessages } from '../../messages/message.ts'
import { isMade } from '../action.ts'
import { sameId } from '../ids.ts'
import { besideStep, operationIds } from '../procedure.ts'
import type { OperationId, StepId } from '../step/finding.ts'
import { operationIsOpen, operationsAreOpen, recordIn, type WizardContext } from './context.ts'
import { driftView } from './drift-view.ts'
import { newestOfEach } from './foreseeing.ts'
import { recordsOf } from './others.ts'
import type { OperationsView } from './view-of-side-pages.ts'

const messages = defineMessages('wizard.operations', {
  done: 'Done here. Open it to see what to remember.',
  waits: {
    id: 'wizard.operations.waits',
    defaultMessage: '{environments}: {title}',
    description: 'Names of environments, and what runs for them',
  },
})

/** Running operation at the services, also for subjects that aren't chosen now. */
function stateOf(context: WizardContext, id: OperationId): DisplayText | undefined {
  const records = recordsOf(context, id).map((each) => recordIn(context, each))
  const [first, ...more] = records.flatMap(({ pending, reading }) =>
    pending ? [{ title: context.procedure.actions.waitOf(pending).title, environment: reading?.environment }] : [],
  )
  if (!first)
    return records.some(({ receipts, pending }) => receipts.some((receipt) => isMade(receipt, pending))) ? messages.done : undefined
  const environments = [first, ...more].flatMap(({ environment }) =>
    environment && !sameId(environment.id, context.choices.environmentId) ? [environment.displayName] : [],
  )
  return environments.length === 0 ? first.title : messages.waits({ environments, title: first.title })
}

const entriesOf = (context: WizardContext, ids: readonly OperationId[]): OperationsView['list'] =>
  context.procedure.operations
    .filter(({ id }) => ids.includes(id) && operationIsOpen(context, id))
    .map(({ id, guide: { title, when, usersCutOff, takes } }) => ({
      id,
      title,
      usersCutOff,
      takes,
      ...defined({ when, state: stateOf(context, id) }),
    }))

/** Operations available right after a step; undefined without any. */
export function besideStepView(context: WizardContext, step: StepId): OperationsView['list'] | undefined {
  const entries = operationsAreOpen(context) ? [] : entriesOf(context, besideStep(context.procedure, step))
  return entries.length > 0 ? entries : undefined
}

/** The list of operations, and what has changed since the end. @param comparing while everything is read again */
export function operationsView(context: WizardContext, comparing: boolean, now: number): OperationsView {
  const drift = driftView(context, comparing, now)
  return {
    ...defined({ open: context.running }),
    list: entriesOf(context, operationIds(context.procedure)),
    ...(drift ? { drift } : {}),
    ...(newestOfEach(context, 'preflight').every((reading) => reading !== undefined) ? {} : { unchecked: true }),
  }
}
