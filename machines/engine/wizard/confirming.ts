import type { Confirmation } from '../step/context.ts'
import type { SequenceId } from '../step/finding.ts'
import { recordIn, type WizardContext } from './context.ts'
import type { WizardEvent } from './events.ts'
import type { WizardSnapshot } from './machine.ts'

/**
 * The confirmed plan, starting now or scheduled; undefined if the event wasn't accepted.
 * @param before context before the event
 * @param after context after it
 */
export function confirmedBy(
  event: WizardEvent,
  before: WizardSnapshot,
  after: WizardContext,
): { readonly of: SequenceId; readonly said: Confirmation } | undefined {
  const of = before.context.running
  if (of === undefined || (event.type !== 'CONFIRM' && event.type !== 'SCHEDULE')) return undefined
  const begins = event.type === 'CONFIRM' ? 'rechecking' : 'scheduled'
  const isTaken = recordIn(before.context, of).phase === 'confirming' && recordIn(after, of).phase === begins
  return isTaken ? { of, said: event } : undefined
}
