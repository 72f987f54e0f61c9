import { httpDate } from './http-date.ts'

/** A figure of hundreds of digits is infinite for JavaScript, and no record keeps that. */
const counted = (seconds: number): number | undefined => (Number.isSafeInteger(seconds) ? seconds : undefined)

/**
 * Parses `Retry-After`.
 * @param header seconds, or an HTTP date
 * @param now milliseconds since 1970-01-01T00:00:00Z
 * @param told the answer's `Date`, the preferred reference for a date: this computer's clock may be hours off
 * @returns seconds, never negative; undefined if absent or invalid
 */
export function retryAfterSeconds(header: string | undefined, now: number, told?: string): number | undefined {
  const value = header?.trim()
  if (!value) return undefined
  if (/^\d+(\.\d+)?$/.test(value)) return counted(Math.ceil(Number(value)))
  // HTTP dates begin with a weekday; Date.parse alone would take "-5" for a year.
  if (!/^[a-z]{3,9},? /i.test(value)) return undefined
  const moment = Date.parse(value)
  return Number.isNaN(moment) ? undefined : Math.max(0, Math.ceil((moment - (httpDate(told) ?? now)) / 1000))
}
