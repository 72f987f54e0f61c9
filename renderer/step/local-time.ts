/** The zone in which the person reads and writes times here: the system's own. */
export const localTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

const two = (part: number): string => String(part).padStart(2, '0')

/** @param at milliseconds since 1970-01-01T00:00:00Z @returns as a field of type `datetime-local` holds it, to the minute */
export function toField(at: number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** @returns as a field of type `date` holds it */
export const dayField = (at: number): string => toField(at).slice(0, 10)

/** The reverse: when the day begins here. @returns not a number for a field that is empty */
export const startOfDayIn = (value: string): number => fromField(value === '' ? '' : `${value}T00:00`)

/** The reverse. @returns not a number for a field that is empty or half filled */
export const fromField = (value: string): number => (value === '' ? Number.NaN : new Date(value).getTime())

const EVENING = 20

/** When people have gone home: this evening, or tomorrow's once that is less than an hour away. */
export function nextEvening(now: number): number {
  const evening = new Date(now).setHours(EVENING, 0, 0, 0)
  if (evening - now >= 3_600_000) return evening
  const tomorrow = new Date(evening)
  return tomorrow.setDate(tomorrow.getDate() + 1)
}
