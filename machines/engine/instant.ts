/** The end of the year 9999, the last one that calendar files and ISO 8601 write in four digits. In milliseconds since 1970-01-01T00:00:00Z. */
export const LATEST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

/** @param at milliseconds since 1970-01-01T00:00:00Z @returns the nearest that every file and page can show */
export const nearestInstant = (at: number): number => Math.min(Math.max(at, 0), LATEST_INSTANT)
