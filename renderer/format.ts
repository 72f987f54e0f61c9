import { DAY, HOUR, MINUTE } from '#machines/engine/durations.ts'
import { DATE, dateWriter, isDate, TIME } from '#messages/dates.ts'
import type { time } from './messages/time.ts'
import type { InWords } from './words.ts'

/** Formats times: milliseconds since 1970-01-01T00:00:00Z, in the system's time zone. */
export interface Times {
  /** @returns for example "today, 12:04" or "3 Nov 2026, 12:04" */
  moment(at: number, now: number): string
  /** @param text a service's time stamp, ISO 8601 @returns the time of day, with the date unless it is today; other text unchanged */
  stamp(text: string, now: number): string
  /** Names the day once if both are on the same. @returns for example "22:12 – 23:41" */
  stampRange(from: string, to: string, now: number): string
  /** @returns for example "12:04" */
  timeOfDay(at: number): string
  /** @returns practice date and time, for example "Tue, 24 Nov 2026, 15:10" */
  dateAndTime(at: number): string
  /** @returns the same in another zone, or in the system's if that zone is unknown */
  dateAndTimeIn(at: number, timeZone: string): string
  /** @returns with the zone, for example "Thu, Dec 3, 2026, 12:42 PM CST" */
  momentInZone(at: number, timeZone: string): string
  /** @param day as `2026-11-29` @returns for example "Sun, Nov 29, 2026" */
  calendarDay(day: string): string
  /** @param time as `20:00` @returns in the language's clock, for example "8:00 PM" */
  clockTime(time: string): string
  /** @returns the two largest units, for example "14 hours 2 minutes" */
  duration(milliseconds: number): string
  /** @returns minutes and seconds, for example "14 min 05 s"; only seconds in the last minute */
  countdown(milliseconds: number): string
  /** @returns for example "2 minutes ago", "in 1 hour" or "just now" */
  relative(at: number, now: number): string
  /** @param edition ISO 8601 date of a document @returns for example "13 Mar 2026" */
  edition(date: string): string
  /** @returns the local day, for example "13 Mar 2026" */
  day(at: number): string
  /** @returns for example "1,024" */
  count(amount: number): string
}

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0)

/** Half a day of tolerance: a day with a clock change isn't 24 hours long. */
const daysFrom = (now: number, at: number): number => Math.floor((startOfDay(at) - startOfDay(now) + DAY / 2) / DAY)

/** Keeps a regional date format, for example British, in an English window. */
function regional(locale: string): string {
  const system = new Intl.DateTimeFormat().resolvedOptions().locale
  return new Intl.Locale(system).language === new Intl.Locale(locale).language ? system : locale
}

/** Lazy: each formatter loads language tables, and the first page shows no times. */
function lazily<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => {
    made ??= make()
    return made
  }
}

function createDates(locale: string) {
  const inRegion = lazily(() => regional(locale))
  const format = (options: Intl.DateTimeFormatOptions): ((at: number) => string) => {
    const made = lazily(() => dateWriter(inRegion(), options))
    return (at) => made()(at)
  }
  const full = { weekday: 'short', ...DATE, ...TIME } as const
  return {
    clock: format({ timeStyle: 'short' }),
    date: format(DATE),
    short: format({ day: 'numeric', month: 'short' }),
    edition: format({ ...DATE, timeZone: 'UTC' }),
    full: format(full),
    calendarDay: format({ weekday: 'short', ...DATE, timeZone: 'UTC' }),
    clockTime: format({ timeStyle: 'short', timeZone: 'UTC' }),
    fullIn: (timeZone: string, at: number, more: Intl.DateTimeFormatOptions = {}) =>
      dateWriter(inRegion(), { ...full, timeZone, ...more })(at),
  }
}

/** @param words what Intl lacks, in the same language */
export function createTimes(locale: string, words: InWords<typeof time>): Times {
  const dates = createDates(locale)
  const near = lazily(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
  const distant = lazily(() => new Intl.RelativeTimeFormat(locale))
  const units = lazily(() => new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' }))
  const amounts = lazily(() => new Intl.NumberFormat(locale))
  const countOf = (amount: number, unit: 'day' | 'hour' | 'minute'): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount)

  function moment(at: number, now: number): string {
    if (!isDate(at)) return dates.date(at)
    const days = daysFrom(now, at)
    return words.moment({ day: Math.abs(days) <= 1 ? near().format(days, 'day') : dates.date(at), time: dates.clock(at) })
  }

  function stamp(text: string, now: number): string {
    const at = Date.parse(text)
    if (Number.isNaN(at)) return text
    return startOfDay(at) === startOfDay(now) ? dates.clock(at) : words.moment({ day: dates.short(at), time: dates.clock(at) })
  }

  function stampRange(from: string, to: string, now: number): string {
    const [start, end] = [Date.parse(from), Date.parse(to)]
    const sameDay = !Number.isNaN(start) && !Number.isNaN(end) && startOfDay(start) === startOfDay(end)
    return words.range({ from: stamp(from, now), to: sameDay ? dates.clock(end) : stamp(to, now) })
  }

  function dateAndTimeIn(at: number, timeZone: string): string {
    try {
      return dates.fullIn(timeZone, at)
    } catch {
      return dates.full(at)
    }
  }

  function momentInZone(at: number, timeZone: string): string {
    try {
      return dates.fullIn(timeZone, at, { timeZoneName: 'short' })
    } catch {
      return dates.full(at)
    }
  }

  function duration(milliseconds: number): string {
    const length = Math.max(0, milliseconds)
    const days = Math.floor(length / DAY)
    const hours = Math.floor((length % DAY) / HOUR)
    const minutes = Math.floor((length % HOUR) / MINUTE)
    const parts = [
      ...(days > 0 ? [countOf(days, 'day')] : []),
      ...(hours > 0 ? [countOf(hours, 'hour')] : []),
      ...(minutes > 0 && days === 0 ? [countOf(minutes, 'minute')] : []),
    ]
    return parts.length === 0 ? words.short : units().format(parts)
  }

  function countdown(milliseconds: number): string {
    const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
    if (seconds < 60) return words.seconds({ seconds })
    return words.minutes({ minutes: Math.floor(seconds / 60), seconds: String(seconds % 60).padStart(2, '0') })
  }

  function relative(at: number, now: number): string {
    if (!isDate(at)) return dates.date(at)
    const distance = Math.abs(now - at)
    if (distance < MINUTE) return at > now ? words.soon : words.justNow
    const [length, unit] =
      distance >= DAY ? ([DAY, 'day'] as const) : distance >= HOUR ? ([HOUR, 'hour'] as const) : ([MINUTE, 'minute'] as const)
    return distant().format(Math.sign(at - now) * Math.floor(distance / length), unit)
  }

  return {
    moment,
    stamp,
    stampRange,
    dateAndTimeIn,
    momentInZone,
    duration,
    countdown,
    relative,
    count: (amount) => amounts().format(amount),
    timeOfDay: dates.clock,
    dateAndTime: dates.full,
    day: dates.date,
    calendarDay: (day) => dates.calendarDay(Date.parse(`${day}T00:00:00Z`)),
    clockTime: (time) => dates.clockTime(Date.parse(`1970-01-01T${time}:00Z`)),
    edition: (date) => dates.edition(Date.parse(`${date}T00:00:00Z`)),
  }
}
