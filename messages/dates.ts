/** A date in every language: the month in letters, so that no reader takes it for the day. */
export const DATE = { year: 'numeric', month: 'short', day: 'numeric' } as const

/** A time of day beside it, with the clock of 12 or 24 hours that the language has. */
export const TIME = { hour: 'numeric', minute: '2-digit' } as const
