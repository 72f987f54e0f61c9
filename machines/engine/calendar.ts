import type { DisplayText } from '../messages/message.ts'

/** When users are to expect an outage, or no longer are. Times in milliseconds since 1970-01-01T00:00:00Z. */
export interface Outage {
  readonly start: number
  readonly end: number
  /** The end is one that is planned for: no document names a latest one. */
  readonly isPlanned?: true
  /** IANA name of the zone in which the times are said. */
  readonly timeZone: string
  readonly isCanceled?: true
}

/** Something to remember on a day or at a moment, long after the wizard was closed. */
export interface CalendarEvent {
  /** Of what and for which environment: the same event keeps it, whatever its date becomes. */
  readonly key: string
  readonly title: DisplayText
  readonly text: DisplayText
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  /** When what begins at a moment is over; absent where it is one. */
  readonly until?: number
  /** It doesn't take place: who has it in their calendar takes it out. */
  readonly isCanceled?: true
  /** `moment`: exactly then, wherever one is. `day`: the whole day that it falls on where the person is. `day-after`: the first whole day after it. */
  readonly on: 'moment' | 'day' | 'day-after'
  /** How many days before it one is reminded; none where the day itself is enough. */
  readonly remindDaysBefore: readonly number[]
}
