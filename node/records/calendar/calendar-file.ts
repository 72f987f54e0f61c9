import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { CalendarEvent } from '#machines/engine/calendar.ts'
import { DAY } from '#machines/engine/durations.ts'
import { LATEST_INSTANT } from '#machines/engine/instant.ts'
import type { Procedure } from '#machines/engine/procedure.ts'
import { inOneLine } from '#machines/messages/one-line.ts'
import type { Formatter } from '#messages/formatter.ts'
import type { FileToSave } from '../save-file.ts'

export interface CalendarMade {
  readonly app: string
  readonly version: string
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  /** For example `Europe/Berlin`; determines the day. */
  readonly timeZone: string
  readonly name: string
}

/** File name valid on every system. */
export function calendarName({ fileName }: Procedure, environment: string | undefined, isPractice: boolean): string {
  const called = (environment ?? 'environment').slice(0, 60).replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
  return `${isPractice ? 'practice-' : ''}${fileName}-dates-${called}`
}

/** File name of an outage for users, without internal names. @param start milliseconds since 1970-01-01T00:00:00Z */
export function outageName(start: number, timeZone: string, isCanceled: boolean, isPractice: boolean): string {
  const day = new Date(dayOf(start, timeZone)).toISOString().slice(0, 10)
  return `${isPractice ? 'practice-' : ''}maintenance${isCanceled ? '-canceled' : ''}-${day}`
}

/** Local day of a moment as midnight UTC, the basis of floating dates. */
function dayOf(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' }).formatToParts(at)
  const numberOf = (type: string): number => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(numberOf('year'), numberOf('month') - 1, numberOf('day'))
}

/** In seconds, so that an immediate cancellation counts as newer. Counted from this date to fit 32 bits. */
const SEQUENCE_FROM = Date.UTC(2020, 0, 1)

/** Readers aren't busy during an outage. */
const FREE = { transparency: ICalEventTransparency.TRANSPARENT, busystatus: ICalEventBusyStatus.FREE } as const

/** Calendar files write years in four digits. Two days less: the day after, in any time zone. */
const isWritable = (at: number): boolean => at >= 0 && at <= LATEST_INSTANT - 2 * DAY

/**
 * Events as iCalendar (RFC 5545). Importing again updates the same events: the UID stays and the sequence grows.
 * Control characters are invalid, and some parsers stop at them. Dates that the format can't write are left out.
 */
export function calendarFile(events: readonly CalendarEvent[], made: CalendarMade, { text, locale }: Formatter): FileToSave {
  const calendar = ical({
    prodId: { company: made.app, product: `${made.app} ${made.version}`, language: locale.toUpperCase() },
    method: events.some(({ isCanceled }) => isCanceled) ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  for (const { key, title, text: told, at, until, isCanceled, on, remindDaysBefore } of events) {
    if (!isWritable(at) || (until !== undefined && !isWritable(until))) continue
    const summary = inOneLine(text(title))
    calendar.createEvent({
      id: `${key}@cmk-enablement-wizard`,
      sequence: Math.floor((made.at - SEQUENCE_FROM) / 1000),
      stamp: new Date(made.at),
      start: new Date(on === 'moment' ? at : dayOf(at, made.timeZone) + (on === 'day-after' ? DAY : 0)),
      allDay: on !== 'moment',
      // As instants: calendars convert to their own zone, across clock changes.
      ...(until === undefined ? {} : { end: new Date(until), ...FREE }),
      ...(isCanceled ? { status: ICalEventStatus.CANCELLED } : {}),
      summary,
      description: inOneLine(text(told)),
      alarms: remindDaysBefore.map((days) => ({ type: ICalAlarmType.display, trigger: (days * DAY) / 1000, description: summary })),
    })
  }
  return { name: `${made.name}.ics`, content: calendar.toString() }
}
