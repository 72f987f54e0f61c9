/**
 * Reads `Retry-After`.
 * @param header seconds, or an HTTP date
 * @param now the present moment, as milliseconds since 1970-01-01T00:00:00Z
 * @param told the same answer's `Date`: a date is counted from it where it can be read, because the service's clock names both and this
 * computer's may be hours away from it
 * @returns seconds, never negative; nothing when the header is absent or neither of the two
 */
export function retryAfterSeconds(header: string | undefined, now: number, told?: string): number | undefined {
  const value = header?.trim()
  if (!value) return undefined
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value))
  // Every form of an HTTP date begins with the day's name; Date.parse alone would take "-5" for a year.
  if (!/^[a-z]{3,9},? /i.test(value)) return undefined
  const moment = Date.parse(value)
  const present = Date.parse(told ?? '')
  return Number.isNaN(moment) ? undefined : Math.max(0, Math.ceil((moment - (Number.isNaN(present) ? now : present)) / 1000))
}
