import type { Clock } from '#machines/engine/clock.ts'

/** Real timers, replaceable in tests. */
export interface Timers {
  /** Calls `wake` once after real milliseconds; zero: after other pending work. @returns cancels it */
  after(milliseconds: number, wake: () => void): () => void
}

export interface PracticeClock extends Clock {
  /** Advances time at once and wakes due sleepers in order. @param milliseconds of practice time; must not be negative */
  advance(milliseconds: number): void
  readonly sleepers: number
}

export interface PracticeClockOptions {
  /** Real time in milliseconds since 1970-01-01T00:00:00Z. The practice clock is ahead of it by all sleeping and advancing. */
  readonly wall: () => number
  readonly timers: Timers
  /** Sleep milliseconds per real one: 1 is real time, Infinity only yields to other work. */
  readonly speed: number
  /** Longest real wait for one sleep, in milliseconds. */
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

/** Ordered by due time, then by start. */
class Sleepers {
  readonly #queue: Sleeper[] = []

  get count(): number {
    return this.#queue.length
  }

  get first(): Sleeper | undefined {
    return this.#queue[0]
  }

  add(sleeper: Sleeper): void {
    const later = this.#queue.findIndex((other) => other.due > sleeper.due)
    this.#queue.splice(later === -1 ? this.#queue.length : later, 0, sleeper)
  }

  remove(sleeper: Sleeper): void {
    const place = this.#queue.indexOf(sleeper)
    if (place !== -1) this.#queue.splice(place, 1)
  }
}

/** A clock on which days pass in minutes. A single timer waits for the first due sleeper; time jumps exactly to it. */
export function createPracticeClock(options: PracticeClockOptions): PracticeClock {
  return new LeapingClock(options)
}

class LeapingClock implements PracticeClock {
  readonly #options: PracticeClockOptions
  readonly #sleepers = new Sleepers()
  #ahead = 0
  #callOff: (() => void) | undefined

  constructor(options: PracticeClockOptions) {
    this.#options = options
  }

  now(): number {
    return this.#options.wall() + this.#ahead
  }

  get sleepers(): number {
    return this.#sleepers.count
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.reject(signal.reason)
    if (!(milliseconds > 0)) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        this.#sleepers.remove(sleeper)
        this.#setTimer()
        reject(signal?.reason)
      }
      const sleeper: Sleeper = {
        due: this.now() + milliseconds,
        wake() {
          signal?.removeEventListener('abort', giveUp)
          resolve()
        },
      }
      signal?.addEventListener('abort', giveUp, { once: true })
      this.#sleepers.add(sleeper)
      if (this.#sleepers.first === sleeper) this.#setTimer()
    })
  }

  advance(milliseconds: number): void {
    if (!(milliseconds >= 0)) {
      throw new RangeError(`The practice clock cannot be advanced by ${milliseconds} milliseconds: time does not run backwards.`)
    }
    const target = this.now() + milliseconds
    for (let { first } = this.#sleepers; first && first.due <= target; { first } = this.#sleepers) this.#wake(first)
    this.#leapTo(target)
    this.#setTimer()
  }

  #leapTo(moment: number): void {
    this.#ahead += Math.max(0, moment - this.now())
  }

  #wake(sleeper: Sleeper): void {
    this.#sleepers.remove(sleeper)
    this.#leapTo(sleeper.due)
    sleeper.wake()
  }

  /** Call after any change of the first sleeper. */
  #setTimer(): void {
    this.#callOff?.()
    this.#callOff = undefined
    const { first } = this.#sleepers
    if (!first) return
    const { timers, speed, longest } = this.#options
    const wait = Math.min(Math.max(0, first.due - this.now()) / speed, longest)
    this.#callOff = timers.after(wait, () => {
      this.#wake(first)
      this.#setTimer()
    })
  }
}
