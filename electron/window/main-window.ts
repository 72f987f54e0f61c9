import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import { PRODUCT } from '#contract/window-title.ts'
import { defined } from '#machines/defined.ts'
import { APP_PAGE } from './app-address.ts'
import { backgroundColor } from './appearance.ts'
import { isOwnAddress } from './guards.ts'
import { type Opening, SMALLEST } from './place.ts'

export interface WindowSurroundings {
  readonly preload: string
  readonly dark: boolean
  readonly opening: Opening
  readonly packaged: boolean
  /** Separates Chromium's window state, such as zoom. */
  readonly partition?: string
}

/** Window options. All restrictions are explicit, so that changed defaults don't matter. */
export function windowOptions({ preload, dark, opening, packaged, partition }: WindowSurroundings): BrowserWindowConstructorOptions {
  const { maximized: _, ...place } = opening
  return {
    title: PRODUCT,
    ...place,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    // Shown once painted, in the page's color: no white flash.
    show: false,
    backgroundColor: backgroundColor(dark),
    webPreferences: {
      preload,
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
      devTools: !packaged,
      ...defined({ partition }),
    },
  }
}

/** Chromium's code for a navigation that was refused or replaced: the page stays. */
const ERR_ABORTED = -3

export interface Showable {
  once(event: 'ready-to-show', listener: () => void): unknown
  readonly webContents: {
    once(event: 'did-finish-load', listener: () => void): unknown
    on(event: 'did-navigate', listener: (event: unknown, address: string) => void): unknown
    on(
      event: 'did-fail-load',
      listener: (event: unknown, code: number, description: string, address: string, isMainFrame: boolean) => void,
    ): unknown
  }
  loadURL(address: string): Promise<void>
  isDestroyed(): boolean
  maximize(): void
  show(): void
  showInactive(): void
}

/** After this time a loaded page may be waiting for its window. */
const LONGEST_UNPAINTED_MS = 5_000

const later = (milliseconds: number, wake: () => void): void => void setTimeout(wake, milliseconds)

/**
 * Loads the page and shows the window once painted. Some graphics drivers don't paint hidden windows, so it is shown
 * some seconds after loading in any case.
 * @param inFront focuses it, unless the person works in another window
 * @param onReady called on first paint, before showing
 * @param after calls back once after milliseconds
 * @returns resolves when shown; never if closed before
 */
export function showWhenPainted(
  window: Showable,
  {
    maximized,
    page = APP_PAGE,
    inFront = true,
    onReady,
  }: Pick<Opening, 'maximized'> & { readonly page?: string; readonly inFront?: boolean; readonly onReady?: () => void },
  after = later,
): Promise<void> {
  let told = (): void => undefined
  const showing = new Promise<void>((resolve) => {
    told = resolve
  })
  let shown = false
  const show = () => {
    if (shown || window.isDestroyed()) return
    shown = true
    // Not earlier: maximizing shows a hidden window.
    if (maximized) window.maximize()
    if (inFront) window.show()
    else window.showInactive()
    told()
  }
  window.once('ready-to-show', () => {
    onReady?.()
    show()
  })
  window.webContents.once('did-finish-load', () => after(LONGEST_UNPAINTED_MS, show))
  const load = () => void window.loadURL(page).catch((error: unknown) => console.error('The page could not be loaded.', error))
  // Electron asks nobody before it goes to an empty page. All state is in the main process.
  const comeBackFrom = (address: string): void => {
    if (isOwnAddress(address) || window.isDestroyed()) return
    console.error('The window had left its page, which is loaded again.')
    load()
  }
  window.webContents.on('did-navigate', (_event, address) => comeBackFrom(address))
  // Where that page can't be loaded, such as `about:srcdoc`, it shows an error instead.
  window.webContents.on('did-fail-load', (_event, code, _description, address, isMainFrame) => {
    if (isMainFrame && code !== ERR_ABORTED) comeBackFrom(address)
  })
  load()
  return showing
}

export interface Reloadable {
  isDestroyed(): boolean
  reload(): void
  readonly webContents: {
    on(event: 'render-process-gone', listener: (event: unknown, details: { readonly reason: string }) => void): unknown
  }
}

/** A page that crashes sooner would only crash again. */
const LEAST_LIFE_MS = 10_000

/** Reloads a crashed page, whose state is all in the main process. @param now milliseconds of a monotonic clock */
export function reloadAfterCrash(window: Reloadable, now: () => number = () => performance.now()): void {
  let reloadedAt = Number.NEGATIVE_INFINITY
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    if (now() - reloadedAt < LEAST_LIFE_MS) {
      console.error(`The page's process ended again (${reason}). Close the wizard and open it again.`)
      return
    }
    reloadedAt = now()
    console.error(`The page's process ended (${reason}) and is started again.`)
    window.reload()
  })
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
