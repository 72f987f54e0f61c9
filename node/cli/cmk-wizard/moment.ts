import { DATE, dateWriter, TIME } from '#messages/dates.ts'
import type { Formatter } from '#messages/formatter.ts'

/** @param at milliseconds since 1970-01-01T00:00:00Z */
export const momentIn = ({ locale }: Formatter, at: number): string =>
  dateWriter(locale, { ...DATE, ...TIME, timeZone: 'UTC', timeZoneName: 'short' })(at)
