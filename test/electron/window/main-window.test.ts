import { afterEach, describe, expect, it, vi } from 'vitest'
import { reloadAfterCrash, showWhenPainted, windowOptions } from '#electron/window/main-window.ts'

const surroundings = { preload: '/app/preload.cjs', dark: false, opening: { width: 1200, height: 800, maximized: false }, packaged: true }

describe('the options of the window', () => {
  it('shut everything that could open the page up', () => {
    expect(windowOptions(surroundings).webPreferences).toEqual({
      preload: '/app/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    })
  })

  it('offer the developer tools only where the app is not packaged', () => {
    expect(windowOptions({ ...surroundings, packaged: false }).webPreferences?.devTools).toBe(true)
  })

  it('keep the window hidden until it is painted, on the colour of its page', () => {
    expect(windowOptions(surroundings)).toMatchObject({ show: false, backgroundColor: '#fafafa' })
    expect(windowOptions({ ...surroundings, dark: true })).toMatchObject({ show: false, backgroundColor: '#1f1f1f' })
  })

  it('open it where it belongs, and never smaller than what its pages fit into', () => {
    expect(windowOptions(surroundings)).toMatchObject({ width: 1200, height: 800, minWidth: 480, minHeight: 400 })
    expect(windowOptions({ ...surroundings, opening: { x: -900, y: 20, width: 700, height: 600, maximized: true } })).toMatchObject({
      x: -900,
      y: 20,
      width: 700,
      height: 600,
    })
  })
})

describe('the window', () => {
  const LOADS = 'loads app://wizard/index.html'

  function opening(maximized = false, inFront = true) {
    const told: string[] = []
    const wakes: (() => void)[] = []
    const listeners = new Map<string, () => void>()
    const once = (event: string, listener: () => void) => listeners.set(event, listener)
    const heard = new Map<string, (event: unknown, ...more: never[]) => void>()
    const on = (event: string, listener: (event: unknown, ...more: never[]) => void) => heard.set(event, listener)
    const say = (event: string, ...more: readonly unknown[]) => heard.get(event)?.({}, ...(more as never[]))
    const showing = showWhenPainted(
      {
        once,
        webContents: { once, on },
        loadURL: async (address) => void told.push(`loads ${address}`),
        isDestroyed: () => told.includes('destroyed'),
        maximize: () => told.push('maximized'),
        show: () => told.push('shown'),
        showInactive: () => told.push('shown behind'),
      },
      { maximized, inFront, onReady: () => told.push('ready') },
      (milliseconds, wake) => {
        told.push(`in ${milliseconds} ms`)
        wakes.push(wake)
      },
    )
    return {
      told,
      showing,
      say: (event: string) => listeners.get(event)?.(),
      wake: () => wakes[0]?.(),
      goTo: (address: string) => say('did-navigate', address),
      failAt: (address: string, code: number, isMainFrame = true) => say('did-fail-load', code, '', address, isMainFrame),
    }
  }

  it('is shown when its page is painted, and once', () => {
    const { told, say, wake } = opening(true)
    say('did-finish-load')
    say('ready-to-show')
    wake()
    expect(told).toEqual([LOADS, 'in 5000 ms', 'ready', 'maximized', 'shown'])
  })

  it('is shown some seconds after its page is loaded where nothing is painted before', () => {
    const { told, say, wake } = opening()
    say('did-finish-load')
    expect(told).not.toContain('shown')
    wake()
    say('ready-to-show')
    expect(told).toEqual([LOADS, 'in 5000 ms', 'shown', 'ready'])
  })

  it('leaves the focus where it is if it opens behind another one, and says when it is there', async () => {
    const { told, say, showing } = opening(false, false)
    say('ready-to-show')
    await showing
    expect(told).toEqual([LOADS, 'ready', 'shown behind'])
  })

  it('loads its page again when it has gone to another one, and not when it is closed', () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { told, goTo } = opening()
    goTo('app://wizard/index.html#presenter')
    expect(told).toEqual([LOADS])
    goTo('about:blank')
    expect(told).toEqual([LOADS, LOADS])
    expect(printed).toHaveBeenCalledExactlyOnceWith('The window had left its page, which is loaded again.')
    told.push('destroyed')
    goTo('about:blank')
    expect(told).toEqual([LOADS, LOADS, 'destroyed'])
    printed.mockRestore()
  })

  it('loads its page again in place of an error, and not where it stayed on its page', () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { told, failAt } = opening()
    const [ABORTED, BLOCKED] = [-3, -20]
    failAt('about:srcdoc', ABORTED)
    failAt('about:srcdoc', BLOCKED, false)
    // It would only fail again.
    failAt('app://wizard/index.html', BLOCKED)
    expect(told).toEqual([LOADS])
    failAt('about:srcdoc', BLOCKED)
    expect(told).toEqual([LOADS, LOADS])
    expect(printed).toHaveBeenCalledExactlyOnceWith('The window had left its page, which is loaded again.')
    printed.mockRestore()
  })

  it('is not shown any more once it is closed', () => {
    const { told, say, wake } = opening()
    say('did-finish-load')
    told.push('destroyed')
    wake()
    expect(told).not.toContain('shown')
  })
})

describe('a page whose process ended', () => {
  afterEach(() => vi.restoreAllMocks())

  function crashing(destroyed = false) {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    let crash: (reason: string) => void = () => undefined
    let now = 0
    const reload = vi.fn()
    const webContents = {
      on: (_event: string, listener: (event: unknown, details: { reason: string }) => void) => {
        crash = (reason) => listener({}, { reason })
      },
    }
    reloadAfterCrash({ isDestroyed: () => destroyed, reload, webContents }, () => now)
    return { printed, reload, crash: (reason: string) => crash(reason), pass: (milliseconds: number) => (now += milliseconds) }
  }

  it('is loaded again, and said on the console', () => {
    const { crash, reload, printed } = crashing()
    crash('crashed')
    expect(reload).toHaveBeenCalledOnce()
    expect(printed).toHaveBeenCalledExactlyOnceWith("The page's process ended (crashed) and is started again.")
  })

  it('is not reloaded forever when it ends again at once, but is when it had run for a while', () => {
    const { crash, reload, pass } = crashing()
    crash('oom')
    pass(500)
    crash('oom')
    expect(reload).toHaveBeenCalledOnce()
    pass(60_000)
    crash('oom')
    expect(reload).toHaveBeenCalledTimes(2)
  })

  it('is left alone when it was closed', () => {
    const closed = crashing(true)
    closed.crash('killed')
    expect(closed.reload).not.toHaveBeenCalled()
    const clean = crashing()
    clean.crash('clean-exit')
    expect(clean.reload).not.toHaveBeenCalled()
  })
})
