import type { DisplayText } from '../messages/message.ts'

/** An expected or canceled outage. Times in milliseconds since 1970-01-01T00:00:00Z. */
export interface Outage {
  readonly start: number
  readonly end: number
  readonly isPlanned?: true
  /** IANA name. */
  readonly timeZone: string
  readonly isCanceled?: true
}

/** A future date, after the wizard was closed. */
export interface CalendarEvent {
  /** Stable identity, independent of the date. */
  readonly key: string
  readonly title: DisplayText
  readonly text: DisplayText
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  /** Absent for a moment. */
  readonly until?: number
  /** Readers' calendars remove it. */
  readonly isCanceled?: true
  /** `moment`: an instant. `day`: its local day. `day-after`: the following local day. */
  readonly on: 'moment' | 'day' | 'day-after'
  /** Empty if the day itself is enough. */
  readonly remindDaysBefore: readonly number[]
}
