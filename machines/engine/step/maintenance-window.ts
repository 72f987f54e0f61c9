import { type DisplayText, defineMessages } from '../../messages/message.ts'
import type { Action, Actions } from '../action.ts'
import { DAY, HOUR } from '../durations.ts'
import { isTimeZone } from './time-zone.ts'

const messages = defineMessages('step.maintenanceWindow', {
  incomplete: 'Enter a date and time for the start and the end.',
  backwards: 'The window ends before it starts. Enter a later end.',
  over: 'The window has already ended. Enter an end in the future.',
  notBegun:
    'The window hasn’t started yet, but changes start as soon as you apply them. Apply them later, or enter a window that has started.',
  startPassed: 'This start time has passed. Enter a later one.',
  startTooFar: 'Enter a start within the next {days, plural, one {# day} other {# days}}.',
  unknownZone: 'We don’t recognize the time zone {timeZone}.',
})

/** Downtime agreed with the users. */
export interface MaintenanceWindow {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly from: number
  readonly to: number
  /** IANA name of the zone the person read these times in, for example "Europe/Berlin". */
  readonly timeZone: string
}

/** Everything else takes minutes; an hour leaves room for services that ask to wait. */
const MINUTES_TAKE_UP_TO = HOUR

/** Milliseconds to plan for: its changes are made one after the other. */
export const timeNeeded = (actions: Actions, plan: readonly Action[]): number =>
  Math.max(
    MINUTES_TAKE_UP_TO,
    plan.map((action) => actions.definitionOf(action)).reduce((sum, { takesUpTo, planFor }) => sum + (takesUpTo ?? planFor ?? 0), 0),
  )

/** True if no document gives a maximum duration for the plan. */
export const isOpenEnded = (actions: Actions, plan: readonly Action[]): boolean =>
  plan.some((action) => actions.definitionOf(action).planFor !== undefined)

/** Problem with a window, regardless of its start; undefined if valid. */
function shapeProblem({ from, to, timeZone }: MaintenanceWindow): DisplayText | undefined {
  if (!Number.isFinite(from) || !Number.isFinite(to)) return messages.incomplete
  if (to <= from) return messages.backwards
  return isTimeZone(timeZone) ? undefined : messages.unknownZone({ timeZone })
}

/**
 * Why a window can't be used, for the person; undefined if it can.
 * @param now milliseconds since 1970-01-01T00:00:00Z: changes begin at once, so it has to lie within
 */
export function windowProblem(window: MaintenanceWindow, now: number): DisplayText | undefined {
  const problem = shapeProblem(window)
  if (problem) return problem
  if (window.to <= now) return messages.over
  return window.from > now ? messages.notBegun : undefined
}

/** A person who plans further ahead comes back later: by then too much has changed to be started unseen. */
export const FURTHEST_START = 30 * DAY

/**
 * The same for a window at whose beginning the changes are to begin by themselves.
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function startProblem(window: MaintenanceWindow, now: number): DisplayText | undefined {
  const problem = shapeProblem(window)
  if (problem) return problem
  if (window.from <= now) return messages.startPassed
  return window.from - now > FURTHEST_START ? messages.startTooFar({ days: FURTHEST_START / DAY }) : undefined
}
