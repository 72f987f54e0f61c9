import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../../machines/clock.ts'

/**
 * The longest single timer, in milliseconds. A computer that was asleep wakes with its timers still to run, and timers of more than 24
 * days do not exist; so a long wait looks at the wall clock in between.
 */
const LONGEST_TIMER = 60_000

/** Real time, for real tenants. */
export const systemClock: Clock = {
  now: Date.now,
  async sleep(milliseconds, signal) {
    const until = Date.now() + milliseconds
    for (let left = milliseconds; left > 0; left = until - Date.now()) {
      try {
        await pause(Math.min(left, LONGEST_TIMER), undefined, signal ? { signal } : {})
      } catch (error) {
        // Timers reject with an error of their own; whoever waits knows the signal's reason.
        signal?.throwIfAborted()
        throw error
      }
    }
    signal?.throwIfAborted()
  },
}
