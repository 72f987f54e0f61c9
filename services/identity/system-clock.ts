import { setTimeout as timer } from 'node:timers/promises'
import type { Clock } from '../../machines/engine/clock.ts'
import { MINUTE } from '../../machines/engine/durations.ts'

/**
 * The longest single timer, in milliseconds. A computer that was asleep wakes with its timers still to run, and timers of more than 24
 * days do not exist; so a long wait looks at the wall clock in between. A wall clock that was put back makes no wait longer.
 */
const LONGEST_TIMER = MINUTE

/** One timer of so many milliseconds; rejects when the signal calls it off. */
type Pause = (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>

/** @param wall real time in milliseconds since 1970-01-01T00:00:00Z */
export function createSystemClock(wall: () => number, pause: Pause): Clock {
  return {
    now: wall,
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted()
      const until = wall() + milliseconds
      for (let left = milliseconds; left > 0; ) {
        const step = Math.min(left, LONGEST_TIMER)
        try {
          await pause(step, signal)
        } catch (error) {
          // Timers reject with an error of their own; the caller knows the signal's reason.
          signal?.throwIfAborted()
          throw error
        }
        left = Math.min(left - step, until - wall())
      }
    },
  }
}

/** Real time, for real tenants. */
export const systemClock: Clock = createSystemClock(Date.now, (milliseconds, signal) =>
  timer(milliseconds, undefined, signal ? { signal } : {}),
)
