import type { Clock } from '../clock.ts'
import { LONGEST_SERVICE_WAIT } from '../durations.ts'

/** Limits parallel requests to a tenant, and pauses while throttled. */
export interface Gate {
  /** Resolves when a request may start. @param signal rejects early with its reason @returns call it when the request ends */
  pass(signal?: AbortSignal): Promise<() => void>
  /** Pauses requests, for an hour at most; never shortens a longer pause. */
  hold(milliseconds: number): void
  /** End of the pause, if any, in milliseconds since 1970-01-01T00:00:00Z. */
  heldUntil(): number | undefined
}

/** @param most parallel requests */
export function createGate(clock: Clock, most: number): Gate {
  let inside = 0
  let until = Number.NEGATIVE_INFINITY
  const waiting: (() => void)[] = []

  /** First come, first served. */
  const leave = (): void => {
    const next = waiting.shift()
    if (next) next()
    else inside -= 1
  }

  function turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = () => {
        signal?.removeEventListener('abort', goAway)
        resolve()
      }
      const goAway = () => {
        waiting.splice(waiting.indexOf(enter), 1)
        reject(signal?.reason)
      }
      waiting.push(enter)
      signal?.addEventListener('abort', goAway, { once: true })
    })
  }

  return {
    async pass(signal) {
      signal?.throwIfAborted()
      if (inside < most) inside += 1
      else await turn(signal)
      try {
        for (let left = until - clock.now(); left > 0; left = until - clock.now()) await clock.sleep(left, signal)
      } catch (error) {
        leave()
        throw error
      }
      let isOut = false
      return () => {
        if (!isOut) leave()
        isOut = true
      }
    },
    hold(milliseconds) {
      until = Math.max(until, clock.now() + Math.min(milliseconds, LONGEST_SERVICE_WAIT))
    },
    heldUntil: () => (until > clock.now() ? until : undefined),
  }
}
