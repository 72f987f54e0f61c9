import { describe, expect, it } from 'vitest'
import { HOUR } from '#machines/engine/durations.ts'
import { createGate } from '#machines/engine/many/gate.ts'
import { type ManyOptions, type ManyProgress, runMany } from '#machines/engine/many/run-many.ts'
import { createPracticeClock, type PracticeClock, realTimers } from '#node/practice/clock.ts'

const START = Date.parse('2026-11-26T09:00:00Z')
const clock = (): PracticeClock =>
  createPracticeClock({ wall: () => START, timers: realTimers, speed: Number.POSITIVE_INFINITY, longest: 0 })

interface Work {
  readonly tenant: string
  readonly name: string
}
const work = (tenant: string, count: number): readonly Work[] =>
  Array.from({ length: count }, (_, at) => ({ tenant, name: `${tenant}${at}` }))

const options = (time: PracticeClock, items: readonly Work[], run: ManyOptions<Work, string>['run']): ManyOptions<Work, string> => ({
  items,
  run,
  clock: time,
  laneOf: ({ tenant }) => tenant,
  most: 6,
  mostInLane: 2,
  mostRequests: 4,
})

describe('many at once', () => {
  it('gives every outcome in the order of the items', async () => {
    const time = clock()
    const items = work('a', 5)
    const many = runMany(
      options(time, items, async ({ name }) => {
        await time.sleep(name === 'a0' ? 1000 : 10)
        return `read ${name}`
      }),
    )
    expect(await many.finished).toEqual(items.map((item) => ({ item, state: 'done', result: `read ${item.name}` })))
    expect(many.progress()).toMatchObject({ state: 'done', total: 5, ended: 5, failed: 0, running: 0, left: 0 })
  })

  it('works on what an item adds before the others have ended, within the same bounds', async () => {
    const begun: string[] = []
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const many = runMany(
      options(clock(), [...work('a', 1), ...work('b', 1)], async ({ name, tenant }, _gate, _signal, add) => {
        begun.push(name)
        if (name === 'a0') add([{ tenant, name: 'found' }])
        if (name === 'found') release()
        if (name === 'b0') await held
        return `read ${name}`
      }),
    )
    expect((await many.finished).map((each) => each.state === 'done' && each.result)).toEqual(['read a0', 'read b0', 'read found'])
    expect(begun).toEqual(['a0', 'b0', 'found'])
    expect(many.progress()).toMatchObject({ total: 3, ended: 3 })
  })

  it('gives what is added after it was canceled no work, and still ends', async () => {
    const begun: string[] = []
    const many: { readonly cancel: () => void; readonly finished: Promise<readonly { readonly state: string }[]> } = runMany(
      options(clock(), work('a', 1), async ({ name, tenant }, _gate, _signal, add) => {
        begun.push(name)
        await Promise.resolve()
        many.cancel()
        add([{ tenant, name: 'late' }])
        return name
      }),
    )
    expect((await many.finished).map(({ state }) => state)).toEqual(['done', 'canceled'])
    expect(begun).toEqual(['a0'])
  })

  it('ends at once with nothing to do', async () => {
    expect(await runMany(options(clock(), [], async () => '')).finished).toEqual([])
  })

  it('keeps both bounds, and reaches them', async () => {
    const time = clock()
    const running = new Map<string, number>()
    const highest = { all: 0, lane: 0 }
    const many = runMany(
      options(time, [...work('a', 20), ...work('b', 20), ...work('c', 20), ...work('d', 20)], async ({ tenant }) => {
        running.set(tenant, (running.get(tenant) ?? 0) + 1)
        highest.lane = Math.max(highest.lane, running.get(tenant) ?? 0)
        highest.all = Math.max(
          highest.all,
          [...running.values()].reduce((sum, each) => sum + each, 0),
        )
        await time.sleep(100)
        running.set(tenant, (running.get(tenant) ?? 0) - 1)
        return tenant
      }),
    )
    await many.finished
    expect(highest).toEqual({ all: 6, lane: 2 })
  })

  it('lets the lanes take turns, so that a large tenant doesn’t go before a small one', async () => {
    const time = clock()
    const begun: string[] = []
    const many = runMany({
      ...options(time, [...work('large', 6), ...work('small', 2)], async ({ name }) => {
        begun.push(name)
        await time.sleep(10)
        return name
      }),
      most: 2,
    })
    await many.finished
    expect(begun.slice(0, 4)).toEqual(['large0', 'small0', 'large1', 'small1'])
  })

  it('ends one item by its failure and no other', async () => {
    const many = runMany(
      options(clock(), work('a', 3), async ({ name }) => {
        if (name === 'a1') throw new Error('gone')
        return name
      }),
    )
    expect((await many.finished).map(({ state }) => state)).toEqual(['done', 'failed', 'done'])
    expect(many.progress()).toMatchObject({ state: 'done', ended: 3, failed: 1 })
  })

  it('leaves a throttled lane alone for as long as it asks, while the others go on', async () => {
    const time = clock()
    const begun: (readonly [string, number])[] = []
    const many = runMany({
      ...options(time, [...work('busy', 3), ...work('free', 3)], async ({ name }, gate) => {
        begun.push([name, (time.now() - START) / 1000])
        if (name === 'busy0') gate.hold(60_000)
        await time.sleep(1000)
        return name
      }),
      mostInLane: 1,
    })
    await many.finished
    expect(begun).toEqual([
      ['busy0', 0],
      ['free0', 0],
      ['free1', 1],
      ['free2', 2],
      ['busy1', 60],
      ['busy2', 61],
    ])
  })

  it('says which lane is held and until when, and doesn’t promise to end before that', async () => {
    const time = clock()
    const told: ManyProgress[] = []
    const many = runMany({
      ...options(time, work('busy', 2), async ({ name }, gate) => {
        await time.sleep(1000)
        if (name === 'busy0') gate.hold(60_000)
        return name
      }),
      mostInLane: 1,
      changed: (progress) => told.push(progress),
    })
    await many.finished
    expect(told.find(({ held }) => held.length > 0)).toMatchObject({ held: [{ lane: 'busy', until: START + 61_000 }], left: 60_000 })
  })

  it('estimates the time left from what has ended, without the time of a pause', async () => {
    const time = clock()
    const many = runMany({
      ...options(time, work('a', 4), async ({ name }) => {
        await time.sleep(1000)
        if (name === 'a0') many.pause()
        return name
      }),
      mostInLane: 1,
    })
    await time.sleep(1500)
    expect(many.progress()).toMatchObject({ state: 'paused', ended: 1, running: 0, left: 3000 })
    time.advance(3_600_000)
    expect(many.progress()).toMatchObject({ state: 'paused', ended: 1, left: 3000 })
    many.resume()
    await many.finished
    expect(many.progress()).toMatchObject({ state: 'done', ended: 4 })
  })

  it('keeps what has ended when it is canceled, and ends what is under way', async () => {
    const time = clock()
    const many = runMany({
      ...options(time, work('a', 4), async ({ name }, _gate, signal) => {
        await time.sleep(name === 'a0' ? 10 : 60_000, signal)
        if (name === 'a0') many.cancel()
        return name
      }),
      mostInLane: 2,
    })
    expect((await many.finished).map(({ state }) => state)).toEqual(['done', 'canceled', 'canceled', 'canceled'])
    expect(many.progress()).toMatchObject({ state: 'canceled', ended: 4, failed: 0, left: 0 })
  })

  it('can be canceled while it is paused', async () => {
    const time = clock()
    const many = runMany(options(time, work('a', 4), (_item, _gate, signal) => time.sleep(60_000, signal).then(() => '')))
    many.pause()
    many.cancel()
    expect((await many.finished).map(({ state }) => state)).toEqual(['canceled', 'canceled', 'canceled', 'canceled'])
  })
})

describe('the gate of a lane', () => {
  it('lets so many requests leave at once, in their order', async () => {
    const gate = createGate(clock(), 1)
    const passed: string[] = []
    const first = await gate.pass()
    const second = gate.pass().then((leave) => {
      passed.push('second')
      leave()
    })
    const third = gate.pass().then((leave) => {
      passed.push('third')
      leave()
    })
    expect(passed).toEqual([])
    first()
    first()
    await Promise.all([second, third])
    expect(passed).toEqual(['second', 'third'])
  })

  it('keeps the longer of two holds', async () => {
    const time = clock()
    const gate = createGate(time, 4)
    gate.hold(30_000)
    gate.hold(10_000)
    await gate.pass()
    expect(time.now() - START).toBe(30_000)
  })

  it('holds for an hour at most, however long a service asks', async () => {
    const time = clock()
    const gate = createGate(time, 4)
    gate.hold(1_000_000_000_000)
    expect(gate.heldUntil()).toBe(START + HOUR)
    await gate.pass()
    expect(time.now() - START).toBe(HOUR)
  })

  it('gives the place of a request that was called off to the next', async () => {
    const gate = createGate(clock(), 1)
    const leave = await gate.pass()
    const abort = new AbortController()
    const off = gate.pass(abort.signal)
    const next = gate.pass()
    abort.abort(new Error('Off.'))
    await expect(off).rejects.toThrow('Off.')
    leave()
    await expect(next).resolves.toBeTypeOf('function')
  })

  it('frees its place when a request is called off during a hold', async () => {
    const time = clock()
    const gate = createGate(time, 1)
    gate.hold(10_000)
    const abort = new AbortController()
    const off = gate.pass(abort.signal)
    abort.abort(new Error('Off.'))
    await expect(off).rejects.toThrow('Off.')
    await expect(gate.pass()).resolves.toBeTypeOf('function')
  })
})
