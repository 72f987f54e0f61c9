import { setTimeout as timer } from 'node:timers/promises'
import type { Clock } from '#machines/engine/clock.ts'
import { MINUTE } from '#machines/engine/durations.ts'

/**
 * Longest single timer, in milliseconds: after sleep, timers still have to run, and timers over 24 days don't exist, so
 * long waits check the wall clock. Setting the clock back extends no wait.
 */
const LONGEST_TIMER = MINUTE

/** Waits milliseconds; rejects on abort. */
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
          // Timers reject with their own error; callers expect the signal's reason.
          signal?.throwIfAborted()
          throw error
        }
        left = Math.min(left - step, until - wall())
      }
    },
  }
}

export const systemClock: Clock = createSystemClock(Date.now, (milliseconds, signal) =>
  timer(milliseconds, undefined, signal ? { signal } : {}),
)
