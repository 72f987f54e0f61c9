import { describe, expect, it, vi } from 'vitest'
import { presenterPlace } from '#electron/presenter/place.ts'
import { DEFAULT_SETTINGS } from '#messages/settings.ts'
import type { Staging } from '#messages/staging.ts'
import type { WizardView } from '#messages/view.ts'
import { createKeysHost, type KeysHost } from '#node/host/customer-managed-keys.ts'
import { realTimers } from '#node/practice/clock.ts'
import { practiceCases } from '#node/practice/gallery.ts'
import { openPractice } from '#node/practice/open.ts'
import { createBackstage } from '#node/practice/presenting/backstage.ts'
import type { Directed } from '#node/practice/presenting/behind.ts'
import type { NotesDesk } from '#node/practice/presenting/notes-desk.ts'
import { createPresenting } from '#node/practice/presenting/presenting.ts'
import { shippedSession } from '#node/practice/presenting/session.ts'
import { createUnderTheHood } from '#node/practice/presenting/under-the-hood.ts'
import { seededRandom } from '#node/practice/random.ts'
import { deskWith } from './desk.ts'

const NOW = Date.UTC(2026, 10, 26, 9)
const MINUTE = 60_000

/** A class's window on the practice tenant, a trainer beside it, and a clock that the test moves. */
async function presented(ofDesk: Partial<NotesDesk> = {}) {
  const backstage = createBackstage({ speed: Number.POSITIVE_INFINITY, longest: 0 })
  const host = createKeysHost({
    wall: () => NOW,
    scenarios: practiceCases,
    inspect: backstage.inspect,
    openPractice: async (scenario) => {
      const open = openPractice(scenario, {
        wall: () => NOW,
        timers: realTimers,
        speed: Number.POSITIVE_INFINITY,
        longest: 0,
        random: seededRandom('trainer'),
        watch: backstage.watch,
      })
      backstage.opened(open.practice)
      return open
    },
  })
  let now = NOW
  let staging: Staging | undefined
  let settings = DEFAULT_SETTINGS
  let language = 'en'
  const listeners = new Set<(view: WizardView) => void>()
  const bringToFront = vi.fn()
  const directed: Directed = {
    ...host,
    view: () => ({ ...host.view(), language, settings, ...(staging ? { staging } : {}) }),
    subscribe(listener) {
      listeners.add(listener)
      const leave = host.subscribe(() => listener(directed.view()))
      return () => void (listeners.delete(listener) && leave())
    },
    stage(wanted) {
      staging = wanted
    },
    resizeText(textSize) {
      settings = { ...settings, textSize }
    },
    bringToFront,
  }
  const speak = (wanted: string) => {
    language = wanted
    for (const listener of listeners) listener(directed.view())
  }
  const desk = deskWith(ofDesk)
  const notes = await desk.last('en')
  const presenting = createPresenting({ notes, scenario: 'ready-to-enable', desk, wizard: directed, backstage, now: () => now })
  const pass = (minutes: number) => {
    now += minutes * MINUTE
  }
  return { backstage, host, presenting, pass, bringToFront, speak, staging: () => staging }
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

  it('says what opened a tenant, and what closed it', async () => {
    const desk = await presented()
    const moves: string[] = []
    desk.backstage.subscribe(() => {
      const { last } = desk.backstage.chart()
      const move = last?.machine === 'wizard' ? `${last.event}: ${last.from} → ${last.to}` : undefined
      if (move !== undefined && move !== moves.at(-1)) moves.push(move)
    })
    await onStep1(desk)
    desk.host.send({ type: 'CLOSE_TENANT' })
    expect(moves).toEqual([
      'init:  → start',
      'OPEN_PRACTICE: start → connecting',
      'done: connecting → prepare',
      'NEXT: prepare → integration',
      'CLOSE_TENANT: integration → start',
    ])
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

describe('the notes', () => {
  const own = { title: 'Ours', scenario: 'no-reader', stages: [{ title: 'Only', minutes: 9, points: [] }] } as const

  it('can be exchanged for the hour, which begins then and names the case of each stage', async () => {
    const desk = await presented()
    await onStep1(desk)
    const { presenting, pass } = desk
    pass(5)
    presenting.act({ do: 'notes', use: '60-minutes' })
    await expect.poll(() => presenting.view().notes).toEqual({ use: '60-minutes' })
    expect(presenting.view()).toMatchObject({ stage: 0, began: NOW + 5 * MINUTE })
    expect(presenting.view().caseToOpen).toBeUndefined()
    for (let stage = 0; stage < 7; stage++) presenting.act({ do: 'go', to: 'next' })
    expect(presenting.view()).toMatchObject({ stage: 7, caseToOpen: 'Title of no-reader' })
    presenting.act({ do: 'open-case' })
    await until(desk.host, ({ practice }) => practice?.scenario === 'no-reader')
    expect(presenting.view().stage).toBe(7)
    expect(presenting.view().caseToOpen).toBeUndefined()
  })

  it('of the app follow the language of the class’s window, at the same stage', async () => {
    const { presenting, speak } = await presented()
    presenting.act({ do: 'go', to: 'next' })
    speak('de')
    const german = await shippedSession('20-minutes', 'de')
    await expect.poll(() => presenting.view().session).toEqual(german)
    expect(presenting.view()).toMatchObject({ stage: 1, language: 'de' })
  })

  it('can be a file of the trainer’s own, which stays in its language', async () => {
    const { presenting, speak } = await presented({
      open: async () => ({ ok: true, value: { use: 'own', name: 'ours.md', session: own } }),
    })
    presenting.act({ do: 'open-notes' })
    await expect.poll(() => presenting.view().notes).toEqual({ use: 'own', name: 'ours.md' })
    expect(presenting.view()).toMatchObject({ session: own, caseToOpen: 'Title of no-reader' })
    speak('fr')
    expect(presenting.view().session).toEqual(own)
  })

  it('that can’t be read leave those in use, and are said until the next try', async () => {
    const { presenting } = await presented({ open: async () => ({ ok: false, why: 'Couldn’t open x.md.' }) })
    presenting.act({ do: 'open-notes' })
    await expect.poll(() => presenting.view().problem).toBe('Couldn’t open x.md.')
    expect(presenting.view().notes.use).toBe('20-minutes')
    presenting.act({ do: 'save-notes' })
    await expect.poll(() => presenting.view().problem).toBeUndefined()
  })
})

describe('the class’s window', () => {
  it('is dimmed and bare when the trainer wants it so, and as ever when the session ends', async () => {
    const { presenting, staging } = await presented()
    expect(presenting.view().staging).toEqual({ spotlight: false, bare: false })
    presenting.act({ do: 'stage', what: 'spotlight', on: true })
    presenting.act({ do: 'stage', what: 'bare', on: true })
    presenting.act({ do: 'stage', what: 'spotlight', on: false })
    expect(presenting.view().staging).toEqual({ spotlight: false, bare: true })
    presenting.end()
    expect(staging()).toBeUndefined()
  })

  it('has larger text by one step at a time, up to the largest', async () => {
    const { presenting } = await presented()
    presenting.act({ do: 'text-size', to: 'larger' })
    expect(presenting.view().textSize).toBe(1.1)
    for (let press = 0; press < 9; press++) presenting.act({ do: 'text-size', to: 'larger' })
    expect(presenting.view().textSize).toBe(2)
    presenting.act({ do: 'text-size', to: 'smaller' })
    expect(presenting.view().textSize).toBe(1.75)
  })

  it('comes to the front', async () => {
    const { presenting, bringToFront } = await presented()
    presenting.act({ do: 'swap' })
    expect(bringToFront).toHaveBeenCalledOnce()
  })
})

describe('under the hood', () => {
  it('shows requests and machines in any tenant, without a session and without anything to change', async () => {
    const desk = await presented()
    await onStep1(desk)
    const hood = createUnderTheHood(desk.host, desk.backstage)
    expect(hood.view()).toMatchObject({ language: 'en', chart: { wizard: ['integration'] } })
    expect(hood.view().requests.length).toBeGreaterThan(0)
    expect(Object.keys(hood.view()).toSorted()).toEqual(['chart', 'language', 'requests', 'revision', 'stages'])
    const before = desk.host.view().now
    hood.act({ do: 'advance', hours: 24 })
    hood.act({ do: 'fault', fault: 'lost-network' })
    hood.act({ do: 'reset' })
    expect(desk.host.view()).toMatchObject({ now: before, page: 'step' })
    expect(desk.backstage.faults()?.current()).toEqual([])
    hood.act({ do: 'clear-requests' })
    expect(hood.view().requests).toEqual([])
  })

  it('has no faults to make in a real tenant', () => {
    const backstage = createBackstage({ speed: Number.POSITIVE_INFINITY, longest: 0 })
    backstage.watch({ at: NOW, method: 'GET', path: '/before', took: 1 })
    backstage.opened()
    expect(backstage.faults()).toBeUndefined()
    expect(backstage.requests()).toEqual([])
  })

  it.each([
    ['/v1.0/users/ada@contoso.example', '/v1.0/users/…'],
    ['/v1.0/users/ada%40contoso.example/memberOf', '/v1.0/users/…/memberOf'],
    ["/api/data/v9.2/systemusers(name='ada@contoso.example')", "/api/data/v9.2/systemusers(name='…')"],
    ['/subscriptions/2f9d8c1b/resourceGroups/rg-cmk', '/subscriptions/2f9d8c1b/resourceGroups/rg-cmk'],
  ])('shows %s as %s', (path, shown) => {
    const backstage = createBackstage({ speed: Number.POSITIVE_INFINITY, longest: 0 })
    backstage.watch({ at: NOW, method: 'GET', path, took: 1 })
    expect(backstage.requests()[0]?.path).toBe(shown)
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

  it('that is a failed link is to come until a link has failed or it’s ended', async () => {
    const desk = await presented()
    await onStep1(desk)
    const toFail = () => desk.backstage.tenant()?.inspect().counters.linksToFail
    desk.presenting.act({ do: 'fault', fault: 'failed-link' })
    expect(desk.presenting.view().faults).toEqual(['failed-link'])
    expect(toFail()).toBe(1)
    desk.presenting.act({ do: 'end-faults' })
    expect(desk.presenting.view().faults).toEqual([])
    expect(toFail()).toBe(0)
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
