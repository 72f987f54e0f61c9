import { describe, expect, it } from 'vitest'
import { presenterPlace } from '../../electron/presenter/place.ts'
import { createKeysHost, type KeysHost } from '../../host/customer-managed-keys.ts'
import type { WizardView } from '../../messages/view.ts'
import { realTimers } from '../../practice/clock.ts'
import { practiceCases } from '../../practice/gallery.ts'
import { openPractice } from '../../practice/open.ts'
import { seededRandom } from '../../practice/random.ts'
import { createBackstage } from '../../presenting/backstage.ts'
import { createPresenting } from '../../presenting/presenting.ts'
import { shippedSession } from '../../presenting/session.ts'

const NOW = Date.UTC(2026, 10, 26, 9)
const MINUTE = 60_000

/** A class's window on the practice tenant, a trainer beside it, and a clock that the test moves. */
async function presented() {
  const backstage = createBackstage()
  const host = createKeysHost({
    wall: () => NOW,
    scenarios: practiceCases,
    inspect: backstage.inspect,
    openPractice: async (scenario) => {
      const open = openPractice(scenario, {
        ...{ wall: () => NOW, timers: realTimers, speed: Number.POSITIVE_INFINITY, longest: 0, random: seededRandom('trainer') },
        watch: backstage.watch,
      })
      backstage.opened(open.practice)
      return open
    },
  })
  let now = NOW
  const presenting = createPresenting(await shippedSession('ready-to-enable', 'en'), host, backstage, () => now)
  const pass = (minutes: number) => {
    now += minutes * MINUTE
  }
  return { backstage, host, presenting, pass }
}

const until = (host: KeysHost, isThere: (view: WizardView) => boolean): Promise<WizardView> =>
  new Promise((resolve) => {
    if (isThere(host.view())) return resolve(host.view())
    const leave = host.subscribe((view) => {
      if (!isThere(view)) return
      leave()
      resolve(view)
    })
  })

const onStep1 = async ({ host }: Awaited<ReturnType<typeof presented>>): Promise<void> => {
  host.send({ type: 'OPEN_PRACTICE', scenario: 'ready-to-enable' })
  await until(host, ({ page }) => page === 'prepare')
  host.send({ type: 'NEXT' })
  await until(host, ({ step }) => step?.phase === 'choosing')
}

describe('a session', () => {
  it('begins with its first stage, and leads through them one at a time, each with its own time', async () => {
    const { presenting, pass } = await presented()
    expect(presenting.view()).toMatchObject({ stage: 0, began: NOW, stageBegan: NOW })
    presenting.act({ do: 'go', to: 'previous' })
    expect(presenting.view().stage).toBe(0)
    pass(3)
    presenting.act({ do: 'go', to: 'next' })
    expect(presenting.view()).toMatchObject({ stage: 1, began: NOW, stageBegan: NOW + 3 * MINUTE })
    for (const _stage of presenting.view().session.stages) presenting.act({ do: 'go', to: 'next' })
    expect(presenting.view().stage).toBe(6)
  })

  it('shows what the class sees: the case, the page, its clock, and the stages of the rail', async () => {
    const desk = await presented()
    await onStep1(desk)
    expect(desk.presenting.view().shown).toMatchObject({ title: 'Ready to enable', page: 'Enable the Power Platform integration' })
    expect(desk.presenting.view().stages.map(({ state }) => state)).toEqual(['later', 'now', 'later', 'later', 'later', 'later'])
  })

  it('shows each request without host and query, and the state of both machines with what happened last', async () => {
    const desk = await presented()
    await onStep1(desk)
    const { requests, chart } = desk.presenting.view()
    expect(requests.length).toBeGreaterThan(0)
    for (const { path, method } of requests) expect(`${method} ${path}`).toMatch(/^[A-Z]+ \/[^?]*$/)
    expect(chart).toMatchObject({ wizard: ['integration'], step: ['choosing'], last: { machine: 'step', to: 'choosing' } })
    desk.presenting.act({ do: 'clear-requests' })
    expect(desk.presenting.view().requests).toEqual([])
  })

  it('skips time, which is on the class’s clock at once', async () => {
    const desk = await presented()
    await onStep1(desk)
    const before = desk.host.view().now
    desk.presenting.act({ do: 'advance', hours: 24 })
    expect(desk.host.view().now - before).toBe(24 * 60 * MINUTE)
  })

  it('begins the case again, with its first stage and without faults', async () => {
    const desk = await presented()
    await onStep1(desk)
    desk.presenting.act({ do: 'go', to: 'next' })
    desk.presenting.act({ do: 'fault', fault: 'lost-network' })
    desk.pass(5)
    desk.presenting.act({ do: 'reset' })
    await until(desk.host, ({ page }) => page === 'prepare')
    expect(desk.presenting.view()).toMatchObject({ stage: 0, began: NOW + 5 * MINUTE, faults: [] })
  })
})

describe('a fault on demand', () => {
  it('that is one refused request is over after it', async () => {
    const desk = await presented()
    await onStep1(desk)
    desk.presenting.act({ do: 'clear-requests' })
    desk.presenting.act({ do: 'fault', fault: 'throttling' })
    expect(desk.presenting.view().faults).toEqual(['throttling'])
    desk.host.send({ type: 'CHECK_AGAIN' })
    await until(desk.host, ({ step }) => step?.phase === 'reading')
    await until(desk.host, ({ step }) => step?.phase === 'choosing')
    expect(desk.presenting.view().requests.map(({ status }) => status)).toContain(429)
    expect(desk.presenting.view().faults).toEqual([])
  })

  it('that is a lost network lasts until it’s ended', async () => {
    const desk = await presented()
    await onStep1(desk)
    desk.presenting.act({ do: 'clear-requests' })
    desk.presenting.act({ do: 'fault', fault: 'lost-network' })
    desk.host.send({ type: 'CHECK_AGAIN' })
    await until(desk.host, ({ step }) => step?.phase === 'reading')
    await until(desk.host, ({ step }) => step?.phase !== 'reading')
    expect(new Set(desk.presenting.view().requests.map(({ status }) => status))).toEqual(new Set([undefined]))
    desk.presenting.act({ do: 'end-faults' })
    expect(desk.presenting.view().faults).toEqual([])
  })
})

describe('the trainer’s window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1040 }
  const projector = { x: 1920, y: 0, width: 1024, height: 768 }

  it('opens on the screen that the class doesn’t see', () => {
    const place = presenterPlace([screen, projector], { x: 1930, y: 10, width: 1000, height: 700 })
    expect(place).toEqual({ x: 320, y: 90, width: 1280, height: 860 })
  })

  it('fits into the only screen there is', () => {
    expect(presenterPlace([projector], { x: 2000, y: 50, width: 800, height: 600 })).toEqual(projector)
  })
})
