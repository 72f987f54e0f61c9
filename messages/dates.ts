/** Month in letters, so that it can't be mistaken for the day. */
export const DATE = { year: 'numeric', month: 'short', day: 'numeric' } as const

/** With the language's 12- or 24-hour clock. */
export const TIME = { hour: 'numeric', minute: '2-digit' } as const

/** First day of a month, before the month's name. */
const FIRST_IN_FRENCH = /(?<!\d)1(?=\s(?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc))/u

/** The last time that a date can be. */
const LATEST = 8.64e15

export const isDate = (at: number): boolean => Math.abs(at) <= LATEST

/**
 * Date format that adds the French ordinal for the first day, which Intl lacks. Shows invalid dates as given: a service's number must not
 * break a page or a report.
 * @returns takes milliseconds since 1970-01-01T00:00:00Z
 */
export function dateWriter(...given: ConstructorParameters<typeof Intl.DateTimeFormat>): (at: number) => string {
  const dates = new Intl.DateTimeFormat(...given)
  const isFrench = /^fr\b/.test(dates.resolvedOptions().locale)
  return (at) => {
    if (!isDate(at)) return String(at)
    const written = dates.format(at)
    return isFrench ? written.replace(FIRST_IN_FRENCH, '1er') : written
  }
}
