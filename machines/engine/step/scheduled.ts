import type { DisplayText } from '../../messages/message.ts'
import type { Action } from '../action.ts'
import type { Finding } from './finding.ts'
import type { MaintenanceWindow } from './maintenance-window.ts'

/** A confirmed plan that begins by itself when its window begins, if nothing is otherwise then. Plain JSON. */
export interface Schedule {
  /** Time of confirmation, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly setAt: number
  /** The account that confirmed it: it begins with no other. */
  readonly by?: string
  /** It starts when this window begins. */
  readonly window: MaintenanceWindow
  readonly plan: readonly Action[]
  /** Findings at confirmation. */
  readonly found: readonly Pick<Finding, 'key' | 'status' | 'title'>[]
}

export interface ScheduleEnd {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  readonly end: 'started' | 'started-now' | 'canceled' | 'not-started'
  readonly why?: DisplayText
}

/** Schedule that didn't start; kept until another starts or is scheduled. */
export interface Unstarted {
  readonly how: 'canceled' | 'not-started'
  readonly schedule: Schedule
}
