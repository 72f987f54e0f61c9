import { type DisplayText, defineMessages } from '../../messages/message.ts'
import type { Action, Actions } from '../action.ts'
import { HOUR } from '../durations.ts'

const messages = defineMessages({
  incomplete: { id: 'step.maintenanceWindow.incomplete', defaultMessage: 'Give the day and the time of both ends.' },
  backwards: { id: 'step.maintenanceWindow.backwards', defaultMessage: 'The window ends before it begins. Give it a later end.' },
  over: {
    id: 'step.maintenanceWindow.over',
    defaultMessage: 'The window is over already. Give it an end that is still to come.',
  },
  notBegun: {
    id: 'step.maintenanceWindow.notBegun',
    defaultMessage:
      'The window hasn’t started yet, and the changes start as soon as you apply them. Apply them then, or enter a window that has started.',
  },
  unknownZone: { id: 'step.maintenanceWindow.unknownZone', defaultMessage: 'The time zone {timeZone} is not known.' },
})

/** When a person agreed with the users that the environment may be away. */
export interface MaintenanceWindow {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly from: number
  readonly to: number
  /** IANA name of the zone the person read these times in, for example "Europe/Berlin". */
  readonly timeZone: string
}

/** Everything else takes minutes; an hour leaves room for services that ask to wait. */
const MINUTES_TAKE_UP_TO = HOUR

/** Milliseconds that a plan can take by the documents. */
export const timeNeeded = (actions: Actions, plan: readonly Action[]): number =>
  Math.max(MINUTES_TAKE_UP_TO, ...plan.map((action) => actions.definitionOf(action).takesUpTo ?? 0))

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/**
 * Why a window cannot be taken, in words for the person; nothing when it can.
 * @param now milliseconds since 1970-01-01T00:00:00Z: changes begin at once, so it has to lie within
 */
export function windowProblem({ from, to, timeZone }: MaintenanceWindow, now: number): DisplayText | undefined {
  if (!Number.isFinite(from) || !Number.isFinite(to)) return messages.incomplete
  if (to <= from) return messages.backwards
  if (to <= now) return messages.over
  if (from > now) return messages.notBegun
  if (!isTimeZone(timeZone)) return messages.unknownZone({ timeZone })
  return undefined
}
