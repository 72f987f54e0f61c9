/** A date in every language: the month in letters, so that no reader takes it for the day. */
export const DATE = { year: 'numeric', month: 'short', day: 'numeric' } as const

/** A time of day beside it, with the clock of 12 or 24 hours that the language has. */
export const TIME = { hour: 'numeric', minute: '2-digit' } as const

/** The first day of a month, before the month's name. */
const FIRST_IN_FRENCH = /(?<!\d)1(?=\s(?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc))/u

/**
 * Writes moments as the language does. Intl writes the first day of a month in French as a number, where the language has an ordinal.
 * @returns takes milliseconds since 1970-01-01T00:00:00Z
 */
export function dateWriter(...given: ConstructorParameters<typeof Intl.DateTimeFormat>): (at: number) => string {
  const dates = new Intl.DateTimeFormat(...given)
  return /^fr\b/.test(dates.resolvedOptions().locale) ? (at) => dates.format(at).replace(FIRST_IN_FRENCH, '1er') : (at) => dates.format(at)
}
