import { describe, expect, it, vi } from 'vitest'
import { type Closable, type Desk, type QuitAnswer, stayInBackground } from '#electron/background/background.ts'
import { whenOnline } from '#electron/background/network-watch.ts'
import { hasTray } from '#electron/background/tray-host.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { StepView, WizardView } from '#messages/view.ts'
import { english } from '../../english.ts'
import { applyingView, stepView, stoppedView, waitingView } from '../../renderer/views.ts'

function withoutReach(step: StepView | undefined): StepView {
  if (!step?.wait) throw new Error('The view that waits has no wait.')
  return { ...step, wait: { ...step.wait, outOfReachSince: 1 } }
}

/** A window, a wizard and a desk whose state the test sets, and which record what was done to them. */
function situation({
  underway = true,
  writing = false,
  unstarted = 0,
  scheduled = undefined as number | undefined,
  tray = true,
  answer = 'not' as QuitAnswer,
  onAsked = (): void => undefined,
} = {}) {
  let shown: WizardView = waitingView
  const state = { underway, writing, unstarted, scheduled, visible: true, focused: true, minimized: false, notifications: true }
  const done: string[] = []
  const told: { title: string; body: string }[] = []
  const sent: string[] = []
  const heard: { close?: (event: { preventDefault(): void }) => void; show?: () => void; wake?: () => void; online?: () => void } = {}
  const listeners = new Set<(view: WizardView) => void>()
  const on = (event: 'close' | 'show', listener: (event: { preventDefault(): void }) => void) => {
    heard[event] = listener as () => void
  }
  const window: Closable = {
    on,
    isVisible: () => state.visible,
    isFocused: () => state.focused,
    isMinimized: () => state.minimized,
    hide: () => void done.push('hide'),
    minimize: () => void done.push('minimize'),
  }
  const desk: Desk = {
    async showIcon(place) {
      done.push(`icon ${english.text(place ?? verbatim(''))}`)
      return tray
    },
    hideIcon: () => void done.push('no icon'),
    notify: (notice) => void told.push(english.all(notice)),
    keepAwake: (wanted) => void done.push(wanted ? 'keep awake' : 'may sleep'),
    onWake(woke) {
      heard.wake = woke
    },
    whenOnline(back) {
      heard.online = back
      done.push('watch the network')
      return () => void done.push('leave the network')
    },
    async askBeforeQuit(reason) {
      done.push(reason.of === 'change' ? 'ask' : `ask about ${reason.of === 'changes' ? reason.unstarted : 'the schedule'}`)
      onAsked()
      return answer
    },
    quit: () => void done.push('quit'),
  }
  const host = {
    view: () => shown,
    subscribe: (listener: (view: WizardView) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    underway: () => state.underway,
    followUnderway: () => void done.push('follow'),
    pollNow: () => void done.push('look'),
    scheduled: () => state.scheduled,
    isWriting: () => state.writing,
    unstarted: () => state.unstarted,
    send: ({ type }: { type: string }) => void sent.push(type),
  }
  const background = stayInBackground(window, host, desk, () => state.notifications)
  const prevented = async (say: ((event: { preventDefault(): void }) => void) | undefined): Promise<boolean> => {
    const preventDefault = vi.fn()
    say?.({ preventDefault })
    await new Promise(setImmediate)
    return preventDefault.mock.calls.length > 0
  }
  return {
    state,
    done,
    told,
    sent,
    close: () => prevented(heard.close),
    quit: () => prevented(background.beforeQuit),
    show: () => heard.show?.(),
    wake: () => heard.wake?.(),
    online: () => heard.online?.(),
    async push(view: WizardView) {
      shown = view
      for (const listener of [...listeners]) listener(view)
      await new Promise(setImmediate)
    },
  }
}

describe('closing the window', () => {
  it('ends the app as usual while nothing is in progress', async () => {
    const { close, done } = situation({ underway: false })
    expect(await close()).toBe(false)
    expect(done).toEqual([])
  })

  it('hides it behind an icon that names what is in progress, opens the page that follows it, and says so once', async () => {
    const { close, done, told, show } = situation()
    expect(await close()).toBe(true)
    expect(done).toEqual(['follow', 'icon contoso-prod: Microsoft is encrypting the environment', 'hide'])
    expect(told).toHaveLength(1)
    show()
    expect(done.at(-1)).toBe('no icon')
    await close()
    expect(told).toHaveLength(1)
  })

  it('counts every environment that is being worked on, and says so when one of them has ended', async () => {
    const { close, done, told, push, state } = situation()
    const { step } = waitingView
    if (!step) throw new Error('The view that waits has no step.')
    const { title, findings } = step
    const other = { id: 'add/1', environment: 'contoso-test', title, findings, phase: 'waiting', proved: false } as const
    await close()
    state.visible = false
    await push({ ...waitingView, others: [other, { ...other, id: 'add/2' }] })
    expect(done.at(-1)).toBe('icon Microsoft is working on 3 environments')
    const idle = stepView({ id: 'add', phase: 'choosing', findings: [], plan: [] })
    await push({ ...idle, others: [other, { ...other, id: 'add/2' }] })
    await push({ ...idle, others: [other, { ...other, id: 'add/2', phase: 'reviewing', proved: true, title: 'Done' }] })
    expect(done.slice(-2)).toEqual([
      'icon Microsoft is working on 2 environments',
      'icon contoso-test: Microsoft is encrypting the environment',
    ])
    expect(told.at(-1)).toMatchObject({ title: 'contoso-test: done', body: 'Done.' })
  })

  it('without a place for an icon minimises it, so that the way back stays visible', async () => {
    const { close, done } = situation({ tray: false })
    expect(await close()).toBe(true)
    expect(done.at(-1)).toBe('minimize')
  })

  it('once more where it is only listed quits', async () => {
    const { close, done, state } = situation({ tray: false })
    state.minimized = true
    expect(await close()).toBe(true)
    expect(done).toEqual(['quit'])
  })
})

describe('the end of what went on', () => {
  const proved = stepView({ id: 'membership', title: 'The environment is in the policy', phase: 'reviewing', proved: true, findings: [] })

  it('is shown to a person who does not look at the window', async () => {
    const { state, told, push } = situation()
    state.visible = false
    await push(proved)
    expect(told).toMatchObject([{ title: 'contoso-prod: done', body: 'The environment is in the policy.' }])
  })

  it('is not told where the person turned notifications off, and is once they are on again', async () => {
    const { state, told, close, push } = situation()
    Object.assign(state, { visible: false, notifications: false })
    await close()
    await push(proved)
    expect(told).toEqual([])
    state.notifications = true
    await push(waitingView)
    await push(proved)
    expect(told).toHaveLength(1)
  })

  it('is not shown to a person who looks at it', async () => {
    const { told, push } = situation()
    await push(proved)
    expect(told).toEqual([])
  })
})

describe('a computer that was away', () => {
  const outOfReach: WizardView = { ...waitingView, step: withoutReach(waitingView.step) }

  it('does not go to sleep by itself while something is scheduled', async () => {
    const { state, push, done } = situation()
    await push(waitingView)
    expect(done).toEqual([])
    state.scheduled = 1
    await push(waitingView)
    await push(waitingView)
    expect(done).toEqual(['keep awake'])
    state.scheduled = undefined
    await push(waitingView)
    expect(done).toEqual(['keep awake', 'may sleep'])
  })

  it('is followed by a look at once when it wakes up', () => {
    const { wake, done } = situation()
    wake()
    expect(done).toEqual(['look'])
  })

  it('is followed by a look when its network is back, which is watched only while Microsoft cannot be reached', async () => {
    const { online, done, push } = situation()
    await push(waitingView)
    expect(done).toEqual([])
    await push(outOfReach)
    await push(outOfReach)
    expect(done).toEqual(['watch the network'])
    online()
    await push(waitingView)
    expect(done).toEqual(['watch the network', 'look', 'leave the network'])
  })

  it('counts as back when it was offline and is not any more, and only then', () => {
    let isOnline = true
    let tick: () => void = () => undefined
    const back = vi.fn()
    whenOnline(
      () => isOnline,
      (_milliseconds, run) => {
        tick = run
        return () => undefined
      },
      back,
    )
    for (const next of [true, false, false]) {
      isOnline = next
      tick()
    }
    expect(back).not.toHaveBeenCalled()
    isOnline = true
    tick()
    tick()
    expect(back).toHaveBeenCalledOnce()
  })
})

describe('quitting', () => {
  it('asks nothing while nothing would be lost, and closing does not hold it up', async () => {
    const { quit, close, done } = situation()
    expect(await quit()).toBe(false)
    expect(await close()).toBe(false)
    expect(done).toEqual([])
  })

  it('asks while the answer to a change is open, once at a time, and stays when the person wants that', async () => {
    const { quit, done } = situation({ writing: true, answer: 'not' })
    expect(await quit()).toBe(true)
    expect(done).toEqual(['ask'])
  })

  it('quits at once when the person wants that', async () => {
    const { quit, done } = situation({ writing: true, answer: 'now' })
    await quit()
    expect(done).toEqual(['ask', 'quit'])
    expect(await quit()).toBe(false)
  })

  it.each([
    ['not', ['ask about the schedule']],
    ['now', ['ask about the schedule', 'quit']],
  ] as const)('asks while something is scheduled: “%s”', async (answer, happens) => {
    const { quit, done } = situation({ scheduled: 1, answer })
    expect(await quit()).toBe(true)
    expect(done).toEqual(['keep awake', ...happens])
    expect(await quit()).toBe(answer === 'not')
  })

  it('asks again where what was scheduled began while the question stood', async () => {
    const given = situation({
      scheduled: 1,
      answer: 'now',
      onAsked: () => Object.assign(given.state, { scheduled: undefined, writing: true }),
    })
    await given.quit()
    expect(given.done).toEqual(['keep awake', 'ask about the schedule', 'ask', 'quit'])
  })

  it.each([
    ['between two changes, while Microsoft works on the first', false],
    ['while one of them is being made', true],
  ])('says how many changes haven’t started, and quits after the last one where the person finishes first: %s', async (_when, writing) => {
    const { quit, done, sent, state, push } = situation({ writing, unstarted: 5, answer: 'when-done' })
    expect(await quit()).toBe(true)
    Object.assign(state, { unstarted: 0, writing: true })
    await push(applyingView)
    expect([done, sent]).toEqual([['ask about 5'], []])
    state.writing = false
    await push(stepView({ phase: 'reading' }))
    expect(done).toEqual(['ask about 5'])
    await push(stepView({ phase: 'reviewing' }))
    expect(done).toEqual(['ask about 5', 'quit'])
    expect(await quit()).toBe(false)
  })

  it('stays where a change fails that was to be finished first', async () => {
    const { quit, done, state, push } = situation({ unstarted: 5, answer: 'when-done' })
    await quit()
    state.unstarted = 0
    await push(stoppedView)
    expect(done).toEqual(['ask about 5'])
  })

  it('starts none of them where the person stops after this change', async () => {
    const { quit, done, sent } = situation({ unstarted: 5, answer: 'when-answered' })
    await quit()
    expect([done, sent]).toEqual([['ask about 5', 'quit'], ['STOP_AFTER_THIS']])
    expect(await quit()).toBe(false)
  })

  it('begins no other change, waits for the answer, and quits then', async () => {
    const { quit, done, sent, state, push } = situation({ writing: true, answer: 'when-answered' })
    await quit()
    expect(sent).toEqual(['STOP_AFTER_THIS'])
    await push(applyingView)
    expect(done).toEqual(['ask'])
    state.writing = false
    await push(waitingView)
    expect(done).toEqual(['ask', 'quit'])
    expect(await quit()).toBe(false)
  })
})

describe('a tray', () => {
  it.each([
    ['is always there on Windows', 'win32', undefined, true],
    ['is there on Linux when its watcher says that icons are shown', 'linux', '(<true>,)', true],
    ['is not there when the watcher says that nobody shows them', 'linux', '(<false>,)', false],
    ['counts as not there when nobody can be asked', 'linux', undefined, false],
  ] as const)('%s', async (_name, platform, printed, is) => {
    const ask = () => (printed === undefined ? Promise.reject(new Error('There is no bus.')) : Promise.resolve(printed))
    expect(await hasTray(platform, ask)).toBe(is)
  })
})
