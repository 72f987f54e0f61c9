import { MINUTE } from '#machines/engine/durations.ts'

/** More pages, emails, and windows than a person opens in a minute. */
const MOST = 20

/**
 * Limits how many programs a page can start: one that was taken over could start them without end.
 * @param now milliseconds since any moment
 * @returns whether one more may start
 */
export function programLimit(now: () => number = () => performance.now()): () => boolean {
  const started: number[] = []
  return () => {
    while (started[0] !== undefined && now() - started[0] >= MINUTE) started.shift()
    if (started.length >= MOST) return false
    started.push(now())
    return true
  }
}
