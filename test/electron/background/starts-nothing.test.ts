import { BrowserWindow } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { stayInBackground } from '#electron/background/background.ts'
import { electronDesk } from '#electron/background/electron-desk.ts'
import type { WizardView } from '#messages/view.ts'
import { english } from '../../english.ts'
import { waitingView } from '../../renderer/views.ts'

/** The desktop's buttons, by name. */
type Controls = Map<string, () => void>
const desktop = vi.hoisted(() => ({ controls: new Map() as Controls, answers: [] as number[], done: [] as string[] }))

vi.mock('#electron/background/tray-host.ts', () => ({ hasTray: async () => true }))
vi.mock('electron', () => {
  const { controls, answers, done } = desktop
  class Tray {
    setToolTip = () => undefined
    setContextMenu(items: readonly { readonly label: string; readonly click: () => void }[]): void {
      for (const { label, click } of items) controls.set(`tray: ${label}`, click)
    }
    on(event: string, listener: () => void): void {
      controls.set(`tray ${event}`, listener)
    }
  }
  class Notification {
    static isSupported = () => true
    on(event: string, listener: () => void): void {
      controls.set(`notification ${event}`, listener)
    }
    show = () => undefined
  }
  class BrowserWindow {
    isVisible = () => false
  }
  return {
    BrowserWindow,
    Tray,
    Notification,
    Menu: { buildFromTemplate: (items: unknown) => items },
    app: { quit: () => void done.push('quit'), setAppUserModelId: () => undefined },
    dialog: { showMessageBox: async () => ({ response: answers.shift() ?? 0 }) },
    nativeImage: { createFromDataURL: () => ({ addRepresentation: () => undefined }) },
    net: { isOnline: () => true },
    powerMonitor: { on: (event: string, listener: () => void) => void controls.set(`computer ${event}`, listener) },
    powerSaveBlocker: { start: () => 1, stop: () => undefined },
  }
})

const tick = () => new Promise(setImmediate)

/** The wizard beside its hidden window. */
async function hidden({ writing = false, scheduled = false }) {
  desktop.controls.clear()
  desktop.done.length = 0
  const { done } = desktop
  const heard: { close?: (event: { preventDefault(): void }) => void } = {}
  const listeners: ((view: WizardView) => void)[] = []
  const state = { writing }
  const window = {
    on(event: 'close' | 'show', listener: (event: { preventDefault(): void }) => void) {
      if (event === 'close') heard.close = listener
    },
    isVisible: () => false,
    isFocused: () => false,
    isMinimized: () => false,
    hide: () => undefined,
    minimize: () => undefined,
  }
  const host = {
    view: () => waitingView,
    subscribe(listener: (view: WizardView) => void) {
      listeners.push(listener)
      return () => undefined
    },
    underway: () => true,
    isWriting: () => state.writing,
    unstarted: () => 0,
    scheduled: () => (scheduled ? 1 : undefined),
    followUnderway: () => void done.push('open the page of what is in progress'),
    pollNow: () => void done.push('check now'),
    send({ type }: { readonly type: string }) {
      done.push(`send ${type}`)
      // Its answer has come.
      state.writing = false
      for (const listener of listeners) listener(waitingView)
    },
  }
  const desk = electronDesk(new BrowserWindow(), () => void done.push('show the window'), english.text)
  const background = stayInBackground(window, host, desk, () => true)
  heard.close?.({ preventDefault: () => undefined })
  await tick()
  return background
}

/** All that the desktop can ask of the wizard. None of it starts a change: what is scheduled starts at its time, which was confirmed. */
const HARMLESS = ['show the window', 'open the page of what is in progress', 'check now', 'send STOP_AFTER_THIS', 'quit']

describe('beside the window', () => {
  it('starts no change, whatever is pressed of the tray and of notifications, and when the computer wakes up', async () => {
    await hidden({ scheduled: true })
    expect([...desktop.controls.keys()].toSorted()).toEqual([
      'computer resume',
      'notification click',
      'notification close',
      'tray click',
      'tray: Open the wizard',
      'tray: Quit',
    ])
    for (const press of desktop.controls.values()) press()
    await tick()
    expect(desktop.done.filter((what) => !HARMLESS.includes(what))).toEqual([])
    expect(desktop.done).toContain('show the window')
  })

  it.each([
    ['while a change is on its way', { writing: true }],
    ['while a start is scheduled', { scheduled: true }],
  ])('starts no change by any answer to the question before quitting %s', async (_, situation) => {
    for (const answer of [0, 1, 2]) {
      const background = await hidden(situation)
      desktop.answers.push(answer)
      background.beforeQuit({ preventDefault: () => undefined })
      await tick()
      expect(desktop.done.filter((what) => !HARMLESS.includes(what))).toEqual([])
    }
  })
})
