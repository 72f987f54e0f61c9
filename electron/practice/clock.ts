import type { Clock } from '../../machines/clock.ts'

/** Real timers, passed in so that tests decide when they fire. */
export interface Timers {
  /** Calls `wake` once after so many real milliseconds; zero means as soon as other work had its turn. Gives a function that calls it off. */
  after(milliseconds: number, wake: () => void): () => void
}

export interface PracticeClock extends Clock {
  /**
   * Lets time pass at once. Sleepers whose time comes are woken in the order in which it comes.
   * @param milliseconds of practice time; negative is refused, time does not run backwards
   */
  advance(milliseconds: number): void
  /** How many are asleep on this clock. */
  readonly sleepers: number
}

export interface PracticeClockOptions {
  /** Real time in milliseconds since 1970-01-01T00:00:00Z. The practice clock runs with it and is ahead of it by what was slept and advanced. */
  readonly wall: () => number
  readonly timers: Timers
  /** How many milliseconds of sleep pass in one real millisecond: 1 sleeps as long as asked, Infinity only lets other work go first. */
  readonly speed: number
  /** The longest real wait for one sleep, in milliseconds, however long it is on the practice clock. */
  readonly longest: number
}

export const realTimers: Timers = {
  after(milliseconds, wake) {
    if (milliseconds > 0) {
      const timer = setTimeout(wake, milliseconds)
      return () => clearTimeout(timer)
    }
    const turn = setImmediate(wake)
    return () => clearImmediate(turn)
  },
}

interface Sleeper {
  readonly due: number
  wake(): void
}

/**
 * A clock on which four days pass while a class looks on. Whoever sleeps longest is never woken before whoever is due
 * earlier: there is one timer, for the sleeper that is due first, and time leaps to exactly that moment when it fires.
 */
export function createPracticeClock({ wall, timers, speed, longest }: PracticeClockOptions): PracticeClock {
  const sleeping: Sleeper[] = []
  let ahead = 0
  let callOff: (() => void) | undefined

  const now = (): number => wall() + ahead
  const leapTo = (moment: number): void => {
    ahead += Math.max(0, moment - now())
  }

  function wakeFirst(): void {
    const first = sleeping.shift()
    if (!first) return
    leapTo(first.due)
    first.wake()
  }

  function setTimer(): void {
    callOff?.()
    callOff = undefined
    const first = sleeping[0]
    if (!first) return
    const wait = Math.min(Math.max(0, first.due - now()) / speed, longest)
    callOff = timers.after(wait, () => {
      callOff = undefined
      wakeFirst()
      setTimer()
    })
  }

  function add(sleeper: Sleeper): void {
    const later = sleeping.findIndex((other) => other.due > sleeper.due)
    sleeping.splice(later === -1 ? sleeping.length : later, 0, sleeper)
    if (sleeping[0] === sleeper) setTimer()
  }

  function remove(sleeper: Sleeper): void {
    const place = sleeping.indexOf(sleeper)
    if (place === -1) return
    sleeping.splice(place, 1)
    if (place === 0) setTimer()
  }

  function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.reject(signal.reason)
    if (!(milliseconds > 0)) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const sleeper: Sleeper = {
        due: now() + milliseconds,
        wake() {
          signal?.removeEventListener('abort', giveUp)
          resolve()
        },
      }
      function giveUp(): void {
        remove(sleeper)
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', giveUp, { once: true })
      add(sleeper)
    })
  }

  function advance(milliseconds: number): void {
    if (!(milliseconds >= 0))
      throw new RangeError(`The practice clock cannot be advanced by ${milliseconds} milliseconds: time does not run backwards.`)
    const target = now() + milliseconds
    while (sleeping[0] && sleeping[0].due <= target) wakeFirst()
    leapTo(target)
    setTimer()
  }

  return {
    now,
    sleep,
    advance,
    get sleepers() {
      return sleeping.length
    },
  }
}
