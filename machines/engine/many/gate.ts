import type { Clock } from '../clock.ts'

/** The way to one tenant's services: so many requests at once, and none while the services ask to be left alone. */
export interface Gate {
  /**
   * Resolves when a request may leave.
   * @param signal ends the wait early: the promise then rejects with the signal's reason
   * @returns to be called when the request has ended
   */
  pass(signal?: AbortSignal): Promise<() => void>
  /** No request leaves for so long. A longer hold that is on already stays. */
  hold(milliseconds: number): void
  /** Until when none leaves; nothing where they may. In milliseconds since 1970-01-01T00:00:00Z. */
  heldUntil(): number | undefined
}

/** @param most how many requests may be on their way at once */
export function createGate(clock: Clock, most: number): Gate {
  let inside = 0
  let until = Number.NEGATIVE_INFINITY
  const waiting: (() => void)[] = []

  /** The place goes to who waits longest. */
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
      until = Math.max(until, clock.now() + milliseconds)
    },
    heldUntil: () => (until > clock.now() ? until : undefined),
  }
}
