import type { DisplayText } from '../../messages/message.ts'
import type { Action } from '../action.ts'
import type { Finding } from './finding.ts'
import type { MaintenanceWindow } from './maintenance-window.ts'

/** A confirmed plan that begins by itself when its window begins, if nothing is otherwise then. Plain JSON. */
export interface Schedule {
  /** When it was confirmed, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly setAt: number
  /** The account that confirmed it: it begins with no other. */
  readonly by?: string
  /** It begins when this begins. */
  readonly window: MaintenanceWindow
  readonly plan: readonly Action[]
  /** What the checks said when it was confirmed. */
  readonly found: readonly Pick<Finding, 'key' | 'status' | 'title'>[]
}

export interface ScheduleEnd {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  readonly end: 'started' | 'started-now' | 'canceled' | 'not-started'
  readonly why?: DisplayText
}

/** What was scheduled and did not start, until something starts or is scheduled. */
export interface Unstarted {
  readonly how: 'canceled' | 'not-started'
  readonly schedule: Schedule
}
