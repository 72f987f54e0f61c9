import { describe, expect, test } from 'vitest'
import { createPracticeClock, type PracticeClock, realTimers, type Timers } from '#node/practice/clock.ts'

const START = Date.parse('2026-11-24T09:00:00Z')
const DAY = 86_400_000

/** Timers that fire only when the test says so, and a wall clock that moves with them. */
function handTimers() {
  let wall = START
  const set: { due: number; wake: () => void }[] = []
  const timers: Timers = {
    after(milliseconds, wake) {
      const entry = { due: wall + milliseconds, wake }
      set.push(entry)
      return () => {
        const place = set.indexOf(entry)
        if (place !== -1) set.splice(place, 1)
      }
    },
  }
  return {
    timers,
    wall: () => wall,
    waits: () => set.map(({ due }) => due - wall),
    /** Lets real time pass up to the next timer and fires it. */
    fire() {
      const next = [...set].sort((a, b) => a.due - b.due)[0]
      if (!next) throw new Error('no timer is set')
      set.splice(set.indexOf(next), 1)
      wall = Math.max(wall, next.due)
      next.wake()
    },
  }
}

function still(speed = Number.POSITIVE_INFINITY): PracticeClock {
  return createPracticeClock({ wall: () => START, timers: realTimers, speed, longest: 0 })
}

describe('the practice clock', () => {
  test('runs with the wall clock while nothing sleeps', () => {
    let wall = START
    const clock = createPracticeClock({ wall: () => wall, timers: realTimers, speed: 1, longest: 10 })
    wall += 5000
    expect(clock.now()).toBe(START + 5000)
  })

  test('lets four days of sleep pass at once when its speed has no limit', async () => {
    const clock = still()
    await clock.sleep(4 * DAY)
    expect(clock.now()).toBe(START + 4 * DAY)
  })

  test('waits in real time as its speed says, and never longer than the longest wait', () => {
    const hand = handTimers()
    const clock = createPracticeClock({ wall: hand.wall, timers: hand.timers, speed: 1000, longest: 2000 })
    void clock.sleep(60_000)
    expect(hand.waits()).toEqual([60])
    clock.advance(60_000)
    void clock.sleep(4 * DAY)
    expect(hand.waits()).toEqual([2000])
  })

  test('is at exactly the requested time when it wakes a sleeper', async () => {
    const hand = handTimers()
    const clock = createPracticeClock({ wall: hand.wall, timers: hand.timers, speed: 1000, longest: 2000 })
    const woken = clock.sleep(DAY).then(() => clock.now())
    hand.fire()
    expect(await woken).toBe(START + DAY)
  })

  test('wakes the sleeper that is due first before the one that slept first', async () => {
    const clock = still()
    const order: [string, number][] = []
    const note = (name: string) => () => order.push([name, clock.now() - START])
    await Promise.all([clock.sleep(3000).then(note('long')), clock.sleep(1000).then(note('short')), clock.sleep(2000).then(note('middle'))])
    expect(order).toEqual([
      ['short', 1000],
      ['middle', 2000],
      ['long', 3000],
    ])
  })

  test('wakes those due at one moment in the order in which they fell asleep', async () => {
    const clock = still()
    const order: string[] = []
    await Promise.all(['first', 'second', 'third'].map((name) => clock.sleep(1000).then(() => order.push(name))))
    expect(order).toEqual(['first', 'second', 'third'])
  })

  test('wakes no sleeper early when it is advanced, and all that are due', async () => {
    const hand = handTimers()
    const clock = createPracticeClock({ wall: hand.wall, timers: hand.timers, speed: 1, longest: DAY })
    const woken: string[] = []
    const sleeps = [clock.sleep(5000).then(() => woken.push('five')), clock.sleep(1000).then(() => woken.push('one'))]
    clock.advance(4999)
    await sleeps[1]
    expect(woken).toEqual(['one'])
    expect(clock.sleepers).toBe(1)
    clock.advance(1)
    await sleeps[0]
    expect(woken).toEqual(['one', 'five'])
    expect(clock.now()).toBe(START + 5000)
  })

  test('does not run backwards', () => {
    expect(() => still().advance(-1)).toThrow(RangeError)
    expect(() => still().advance(Number.NaN)).toThrow(RangeError)
  })

  test('resolves a sleep of nothing at once, without a timer', async () => {
    const hand = handTimers()
    const clock = createPracticeClock({ wall: hand.wall, timers: hand.timers, speed: 1, longest: DAY })
    await clock.sleep(0)
    await clock.sleep(-5)
    expect(hand.waits()).toEqual([])
  })

  test('rejects with the reason of a signal that ends the sleep, and sets the timer for the next sleeper', async () => {
    const hand = handTimers()
    const clock = createPracticeClock({ wall: hand.wall, timers: hand.timers, speed: 1, longest: DAY })
    const controller = new AbortController()
    const ended = clock.sleep(1000, controller.signal)
    const other = clock.sleep(2000)
    const why = new Error('closed')
    controller.abort(why)
    await expect(ended).rejects.toBe(why)
    expect(clock.sleepers).toBe(1)
    expect(hand.waits()).toEqual([2000])
    hand.fire()
    await other
    expect(clock.now()).toBe(START + 2000)
  })

  test('rejects at once for a signal that has ended already', async () => {
    await expect(still().sleep(1000, AbortSignal.abort('gone'))).rejects.toBe('gone')
  })
})
