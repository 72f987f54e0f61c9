import { DAY, MINUTE } from '#machines/engine/durations.ts'

export const localTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

const two = (part: number): string => String(part).padStart(2, '0')

/** @param at milliseconds since 1970-01-01T00:00:00Z @returns a `datetime-local` value, to the minute */
export function toField(at: number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`
}

export const dayField = (at: number): string => toField(at).slice(0, 10)

/** @returns the local start of the day; NaN for an empty field */
export const startOfDayIn = (value: string): number => fromField(value === '' ? '' : `${value}T00:00`)

/** @returns NaN for an empty or incomplete field */
export const fromField = (value: string): number => (value === '' ? Number.NaN : new Date(value).getTime())

export const toMinute = (at: number): number => Math.floor(at / MINUTE) * MINUTE

/** Local day and time, for example 2026-11-29 and 20:00. */
export interface WallTime {
  readonly day: string
  readonly time: string
}

export function wallTimeIn(timeZone: string, at: number): WallTime {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at)
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? ''
  return { day: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` }
}

const asIfUtc = ({ day, time }: WallTime): number => Date.parse(`${day}T${time}:00Z`)

/**
 * Moment of a local time. A skipped hour moves to the next valid moment; a repeated one is the first.
 * @returns milliseconds since 1970-01-01T00:00:00Z
 */
export function momentIn(timeZone: string, wall: WallTime): number {
  const wanted = asIfUtc(wall)
  const offsetAt = (at: number) => asIfUtc(wallTimeIn(timeZone, at)) - toMinute(at)
  // A day on either side covers both offsets of a clock change.
  const candidates = [offsetAt(wanted - DAY), offsetAt(wanted + DAY)].map((offset) => wanted - offset)
  const exact = candidates.filter((at) => asIfUtc(wallTimeIn(timeZone, at)) === wanted)
  return Math.min(...(exact.length > 0 ? exact : candidates.slice(0, 1)))
}

export function daysFrom(timeZone: string, now: number, count: number): readonly string[] {
  const today = Date.parse(`${wallTimeIn(timeZone, now).day}T00:00:00Z`)
  return Array.from({ length: count }, (_, index) => new Date(today + index * DAY).toISOString().slice(0, 10))
}

const STEP = 15
export const TIMES_OF_DAY: readonly string[] = Array.from(
  { length: (24 * 60) / STEP },
  (_, index) => `${two(Math.floor((index * STEP) / 60))}:${two((index * STEP) % 60)}`,
)

const EVENING = 20

/** After working hours: this evening, or tomorrow's if that is less than an hour away. */
export function nextEvening(now: number): number {
  const evening = new Date(now).setHours(EVENING, 0, 0, 0)
  if (evening - now >= 3_600_000) return evening
  const tomorrow = new Date(evening)
  return tomorrow.setDate(tomorrow.getDate() + 1)
}
