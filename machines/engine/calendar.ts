import type { DisplayText } from '../messages/message.ts'

/** Something to remember on a day or at a moment, long after the wizard was closed. */
export interface CalendarEvent {
  /** Of what and for which environment: the same event keeps it, whatever its date becomes. */
  readonly key: string
  readonly title: DisplayText
  readonly text: DisplayText
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  /** `moment`: exactly then, wherever one is. `day`: the whole day that it falls on where the person is. `day-after`: the first whole day after it. */
  readonly on: 'moment' | 'day' | 'day-after'
  /** How many days before it one is reminded; none where the day itself is enough. */
  readonly remindDaysBefore: readonly number[]
}
