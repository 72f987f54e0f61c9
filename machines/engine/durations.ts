/** In milliseconds. */
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Longer is never waited in one go: a service that asks for days is asked again meanwhile, and timers do not hold for weeks. */
export const LONGEST_SERVICE_WAIT = 60 * MINUTE
