import { createHttpHeaders, createPipelineRequest, type PipelineResponse } from '@azure/core-rest-pipeline'
import { describe, expect, it } from 'vitest'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import { MINUTE } from '#machines/engine/durations.ts'
import { createServiceClock, datePolicy, hostsNeeded, minutesApart } from '#node/services/azure/service-clock.ts'
import { bench, SUBSCRIPTION } from './stand-in.ts'

const START = Date.UTC(2026, 0, 5, 9)

/** A computer whose clock is set by the test, beside time as it passes. */
function computer(wrongBy = 0, needed = 2) {
  let passed = 0
  let slept = 0
  let wrong = wrongBy
  const time = createServiceClock({ now: () => START + passed + slept + wrong, sleep: async () => undefined }, needed, () => passed)
  return {
    time,
    /** What the services' clock shows. */
    real: () => START + passed + slept,
    pass: (milliseconds: number) => {
      passed += milliseconds
    },
    set: (milliseconds: number) => {
      wrong = milliseconds
    },
    /** A service answers, whose own clock may be wrong. */
    answer(host: string, { takes = 0, isWrongBy = 0 } = {}) {
      const hear = time.listen()
      passed += takes
      hear(host, new Date(START + passed + slept + isWrongBy).toUTCString())
    },
    /** The computer sleeps: its clock goes on, the monotonic one doesn't. */
    sleep: (milliseconds: number) => {
      slept += milliseconds
    },
  }
}

describe('the time that counts', () => {
  it('is this computer’s until a service was heard', () => {
    const { time } = computer(20 * MINUTE)
    expect(time.now()).toBe(START + 20 * MINUTE)
    expect(time.heard()).toBe(0)
  })

  it.each([20 * MINUTE, -20 * MINUTE, 400 * 24 * 60 * MINUTE])('is the services’ where this computer’s clock is %s ms ahead', (wrong) => {
    const { time, answer, real, pass } = computer(wrong)
    answer('login.microsoftonline.com', { takes: 300 })
    answer('management.azure.com', { takes: 300 })
    expect(Math.abs(time.now() - real())).toBeLessThanOrEqual(1000)
    pass(60_000)
    expect(Math.abs(time.now() - real())).toBeLessThanOrEqual(1000)
  })

  it('stays this computer’s where both are the same but for the second that a date leaves out', () => {
    const { time, answer, real } = computer(1500)
    answer('login.microsoftonline.com', { takes: 3000 })
    expect(time.now()).toBe(real() + 1500)
  })

  it('is not moved by one service whose own clock is wrong', () => {
    const { time, answer, real } = computer()
    answer('login.microsoftonline.com')
    answer('management.azure.com')
    answer('api.bap.microsoft.com', { isWrongBy: 60 * MINUTE })
    expect(time.now()).toBe(real())
  })

  it('is not moved by one service alone, whose clock may be the wrong one', () => {
    const { time, answer, real } = computer()
    answer('login.microsoftonline.com', { isWrongBy: 60 * MINUTE })
    answer('login.microsoftonline.com', { isWrongBy: 60 * MINUTE })
    expect(time.now()).toBe(real())
  })

  it('is told by the one host that a cloud has', () => {
    const { time, answer, real } = computer(20 * MINUTE, 1)
    answer('localhost')
    expect(Math.abs(time.now() - real())).toBeLessThanOrEqual(1000)
  })

  it('needs two hosts where a cloud has more than one', () => {
    const { commercial } = CLOUDS
    expect(hostsNeeded(commercial)).toBe(2)
    const one = commercial.authority
    expect(hostsNeeded({ ...commercial, resourceManager: one, powerPlatform: { ...commercial.powerPlatform, url: one } })).toBe(1)
  })

  it('is at once right when the person corrects this computer’s clock, before a service answers', () => {
    const { time, answer, real, set } = computer(20 * MINUTE)
    for (const host of ['login.microsoftonline.com', 'management.azure.com']) answer(host)
    set(0)
    expect(Math.abs(time.now() - real())).toBeLessThanOrEqual(1000)
    answer('management.azure.com')
    expect(Math.abs(time.now() - real())).toBeLessThanOrEqual(1000)
  })

  it('is never too late while it can’t be told whether the computer slept or its clock was set forward', () => {
    const { time, answer, real, set, sleep } = computer(-20 * MINUTE)
    for (const host of ['login.microsoftonline.com', 'management.azure.com']) answer(host)
    set(0)
    expect(time.now()).toBe(real())
    sleep(8 * 60 * MINUTE)
    expect(time.now()).toBe(real())
  })

  it('stays the services’ when the computer wakes, and at its first answer', () => {
    const { time, answer, real, sleep } = computer(20 * MINUTE)
    for (const host of ['login.microsoftonline.com', 'management.azure.com']) answer(host)
    sleep(8 * 60 * MINUTE)
    expect(Math.abs(time.now() - real())).toBeLessThanOrEqual(1000)
    answer('management.azure.com')
    expect(Math.abs(time.now() - real())).toBeLessThanOrEqual(1000)
  })

  it('follows this computer’s clock when the person corrects it', () => {
    const { time, answer, real, set, pass } = computer(20 * MINUTE)
    for (const host of ['login.microsoftonline.com', 'management.azure.com', 'api.bap.microsoft.com']) answer(host)
    pass(MINUTE)
    set(0)
    answer('management.azure.com')
    expect(time.heard()).toBe(0)
    expect(time.now()).toBe(real())
  })

  it('is not told by an answer that took long, nor by one during which the clock was set', () => {
    const { time, answer, set } = computer(20 * MINUTE)
    for (const host of ['login.microsoftonline.com', 'management.azure.com']) answer(host, { takes: 11_000 })
    const hears = [time.listen(), time.listen()]
    set(-20 * MINUTE)
    for (const [at, hear] of hears.entries()) hear(`host${at}.azure.com`, new Date(START).toUTCString())
    expect(time.heard()).toBe(0)
  })

  it.each([
    undefined,
    '',
    'soon',
    '5',
    '2026',
    '2026-01-05T09:00:00Z',
    'Mon Jan  5 09:00:00 2026',
    'Mon, 05 Jan 2026 09:00:00',
    'Mon, 05 Jan 2026 09:00:00 +0200',
    'Mon, 32 Jan 2026 09:00:00 GMT',
  ])('is not told by the date %j', (date) => {
    const { time } = computer(20 * MINUTE)
    for (const host of ['login.microsoftonline.com', 'management.azure.com']) time.listen()(host, date)
    expect(time.heard()).toBe(0)
  })
})

describe('a difference', () => {
  it.each([
    [61_000, { minutes: 1, side: 'ahead' }],
    [20 * MINUTE, { minutes: 20, side: 'ahead' }],
    [-20 * MINUTE, { minutes: 20, side: 'behind' }],
    [30_000, undefined],
  ])('of %s ms is said as %j', (wrong, said) => {
    const { time, answer } = computer(wrong)
    answer('management.azure.com')
    expect(minutesApart(time)).toEqual(said)
  })
})

describe('the date of an answer', () => {
  const heardOf = async (answered: Partial<PipelineResponse> & { readonly headers: PipelineResponse['headers'] }) => {
    const heard: (string | undefined)[] = []
    const policy = datePolicy({ listen: () => (host, date) => void heard.push(host, date) })
    const request = createPipelineRequest({ url: 'https://management.azure.com/tenants' })
    await policy.sendRequest(request, async () => ({ request, status: 200, ...answered }))
    return heard
  }
  const date = new Date(START).toUTCString()

  it.each([200, 401, 429, 500, 503])('is heard with status %s', async (status) => {
    expect(await heardOf({ status, headers: createHttpHeaders({ Date: date }) })).toEqual(['management.azure.com', date])
  })

  it.each([407, 502, 504])('is not the service’s with status %s, which a proxy gives', async (status) => {
    expect(await heardOf({ status, headers: createHttpHeaders({ Date: date }) })).toEqual([])
  })

  it('is not now where it lay in a cache', async () => {
    expect(await heardOf({ headers: createHttpHeaders({ Date: date, Age: '600' }) })).toEqual([])
  })

  it('is heard by the real clients, on the clock of the computer', async () => {
    const time = createServiceClock({ now: () => START + 20 * MINUTE, sleep: async () => undefined })
    const { services } = bench(() => ({ status: 200, body: { value: [] }, headers: { Date: date } }), {
      clock: time,
      dates: datePolicy(time),
    })
    time.listen()('login.microsoftonline.com', date)
    await services.azure.listPolicies(SUBSCRIPTION)
    expect(Math.abs(time.now() - START)).toBeLessThan(2000)
  })
})
