/*
 * Times as people read them: absolute in the system's own locale and time zone, with the relative beside it. Words are English
 * like the rest of the window.
 */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A way to write times, made when first used: each brings tables of the locale with it, and the first page shows no times. */
function format(options: Intl.DateTimeFormatOptions): (at: number | Date) => string {
  let made: Intl.DateTimeFormat | undefined
  return (at) => {
    made ??= new Intl.DateTimeFormat(undefined, options)
    return made.format(at)
  }
}

const clock = format({ hour: '2-digit', minute: '2-digit' })
const fullDate = format({ dateStyle: 'long' })
const shortDate = format({ day: 'numeric', month: 'short' })
const editionDate = format({ dateStyle: 'long', timeZone: 'UTC' })
const bannerTime = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0)

/** All times are milliseconds since 1970-01-01T00:00:00Z. @returns for example "today, 12:04" or "3 November 2026, 12:04" */
export function moment(at: number, now: number): string {
  // Half a day of slack: a day with a clock change is not 24 hours long.
  const days = Math.floor((startOfDay(now) - startOfDay(at) + DAY / 2) / DAY)
  const day = days === 0 ? 'today' : days === 1 ? 'yesterday' : days === -1 ? 'tomorrow' : fullDate(at)
  return `${day}, ${clock(at)}`
}

/** @param text a service's time stamp, ISO 8601 @returns the time of day, with the date when that is not today's; the text itself when it is no time */
export function stamp(text: string, now: number): string {
  const at = Date.parse(text)
  if (Number.isNaN(at)) return text
  return startOfDay(at) === startOfDay(now) ? clock(at) : `${shortDate(at)}, ${clock(at)}`
}

/** From one stamp of a service to another; the day is said once when both are of it. @returns for example "22:12 – 23:41" */
export function stampRange(from: string, to: string, now: number): string {
  const [start, end] = [Date.parse(from), Date.parse(to)]
  const sameDay = !Number.isNaN(start) && !Number.isNaN(end) && startOfDay(start) === startOfDay(end)
  return `${stamp(from, now)} – ${sameDay ? clock(end) : stamp(to, now)}`
}

/** @returns only the time of day, for example "12:04" */
export const timeOfDay = (at: number): string => clock(at)

/** @returns date and time of the practice clock, for example "Tue, 24 Nov 2026, 15:10" */
export const dateAndTime = (at: number): string => bannerTime(at)

/** @returns the same in a zone of its own, or in the system's where that zone is not known here */
export function dateAndTimeIn(at: number, timeZone: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const
  try {
    return new Intl.DateTimeFormat(undefined, { ...options, timeZone }).format(at)
  } catch {
    return bannerTime(at)
  }
}

const count = (amount: number, unit: string): string => `${amount} ${unit}${amount === 1 ? '' : 's'}`

/** @param milliseconds a length of time @returns its two largest units, for example "14 hours 2 minutes" */
export function duration(milliseconds: number): string {
  const length = Math.max(0, milliseconds)
  const days = Math.floor(length / DAY)
  const hours = Math.floor((length % DAY) / HOUR)
  const minutes = Math.floor((length % HOUR) / MINUTE)
  const units = [
    days > 0 ? count(days, 'day') : '',
    hours > 0 ? count(hours, 'hour') : '',
    minutes > 0 && days === 0 ? count(minutes, 'minute') : '',
  ]
  return units.filter((unit) => unit !== '').join(' ') || 'less than a minute'
}

/** @param milliseconds what is left @returns minutes and seconds, for example "14 min 05 s"; seconds alone in the last minute */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
  const rest = String(seconds % 60).padStart(2, '0')
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${rest} s`
}

/** @returns for example "2 minutes ago", "in 1 hour" or "just now" */
export function relative(at: number, now: number): string {
  const distance = Math.abs(now - at)
  if (distance < MINUTE) return at > now ? 'in less than a minute' : 'just now'
  const words =
    distance >= DAY
      ? count(Math.floor(distance / DAY), 'day')
      : distance >= HOUR
        ? count(Math.floor(distance / HOUR), 'hour')
        : count(Math.floor(distance / MINUTE), 'minute')
  return at > now ? `in ${words}` : `${words} ago`
}

/** @param edition ISO 8601 date as printed in a document @returns for example "13 March 2026" */
export const edition = (date: string): string => editionDate(new Date(`${date}T00:00:00Z`))
