import type { Clock } from '../machines/engine/clock.ts'

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

/** Sleepers in the order in which they are due; those due at one moment in the order in which they fell asleep. */
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

/**
 * A clock on which four days pass during a class. Sleepers wake in the order in which they are due: there is one timer, for
 * the sleeper that is due first, and time leaps to exactly that moment when it fires.
 */
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

  /** Sets the one timer anew; to be called whenever another sleeper may have become the first. */
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
