/** The form that every server must send (RFC 9110, 5.6.7). `Date.parse` alone takes "5" for a year, and a date without a zone for local time. */
const FORM = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/**
 * Parses `Date`.
 * @returns milliseconds since 1970-01-01T00:00:00Z; undefined if absent or invalid
 */
export function httpDate(header: string | undefined): number | undefined {
  const value = header?.trim() ?? ''
  const moment = FORM.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(moment) ? undefined : moment
}
