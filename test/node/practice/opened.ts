import { setMaxListeners } from 'node:events'
import { openPractice } from '#node/practice/open.ts'
import { seededRandom } from '#node/practice/random.ts'

export const START = Date.parse('2026-11-24T12:00:00Z')

/** Time moves only by what is slept. */
const timers = {
  after(_milliseconds: number, wake: () => void) {
    const turn = setImmediate(wake)
    return () => clearImmediate(turn)
  },
}

export type Opened = ReturnType<typeof openPractice>

/** A practice case behind the real clients, in process. */
export const opened = (name: string): Opened =>
  openPractice(name, { wall: () => START, timers, speed: Number.POSITIVE_INFINITY, longest: 0, random: seededRandom(name) })

/** Of what isn't given up. One reading is a dozen requests at once, each of which listens for the same abort. */
export function unending(): AbortSignal {
  const { signal } = new AbortController()
  setMaxListeners(0, signal)
  return signal
}
