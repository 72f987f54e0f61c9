import type { Choices } from '../choices.ts'
import { operationIds, type Procedure } from '../procedure.ts'
import type { OperationId } from '../step/finding.ts'
import { unreadRecords, type WizardContext } from './context.ts'
import type { StepRecord } from './step-record.ts'

/*
 * An operation can be carried out for one thing after another. The record under its own ID is the one of what is chosen now; those of the
 * others stand beside it, so that nothing that was confirmed for one is taken for another.
 */

const BETWEEN = '/'

export const besideOf = (operation: OperationId, about: string): OperationId => `${operation}${BETWEEN}${about}`

/** Subject of a record: a step or an operation, and the operation's subject if it isn’t the chosen one. */
export function operationAbout(id: OperationId): { readonly operation: OperationId; readonly about?: string } {
  const [operation = id, ...about] = id.split(BETWEEN)
  return about.length === 0 ? { operation } : { operation, about: about.join(BETWEEN) }
}

/** Whether a record is one of this procedure’s: of an operation, or of one of the things that it is about. */
export function isOperationRecord(procedure: Pick<Procedure, 'operations'>, id: string): boolean {
  const { operation } = operationAbout(id)
  return procedure.operations.some((each) => each.id === id || (each.id === operation && each.about !== undefined))
}

const aboutOf = ({ operations }: Pick<Procedure, 'operations'>, operation: OperationId, choices: Choices): string | undefined =>
  operations.find(({ id }) => id === operation)?.about?.(choices)

/** The records of the operations once other things are chosen in them. */
export function withTargets(context: WizardContext, choices: Choices): Pick<WizardContext, 'operations'> {
  const { procedure } = context
  let { operations } = context
  for (const id of operationIds(procedure)) {
    const [was, is] = [aboutOf(procedure, id, context.choices), aboutOf(procedure, id, choices)]
    if (was === is) continue
    const { [is === undefined ? '' : besideOf(id, is)]: taken, ...others } = operations
    const left = operations[id]
    operations = {
      ...others,
      ...(was === undefined || !left ? {} : { [besideOf(id, was)]: left }),
      [id]: taken ?? unreadRecords(procedure).operations[id] ?? { phase: 'reading', receipts: [] },
    }
  }
  return { operations }
}

/** The record that an operation had of what it is about after another choice. */
export function recordBefore(before: WizardContext, after: WizardContext, id: string): StepRecord | undefined {
  const [was, is] = [aboutOf(before.procedure, id, before.choices), aboutOf(after.procedure, id, after.choices)]
  if (was === is) return before.steps[id] ?? before.operations[id]
  return is === undefined ? undefined : before.operations[besideOf(id, is)]
}
