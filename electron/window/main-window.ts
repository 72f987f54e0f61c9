import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import { PRODUCT } from '../../ipc/window-title.ts'
import { present } from '../../machines/present.ts'
import { APP_PAGE } from './app-address.ts'
import { backgroundColor } from './appearance.ts'
import { type Opening, SMALLEST } from './place.ts'

export interface WindowSurroundings {
  /** Absolute path of the preload script. */
  readonly preload: string
  readonly dark: boolean
  readonly opening: Opening
  readonly packaged: boolean
  /** Keeps what Chromium keeps for a window, such as its zoom, apart from the other windows. */
  readonly partition?: string
}

/** Options of the one window: everything that could open it up is shut by name, so that a changed default changes nothing. */
export function windowOptions({ preload, dark, opening, packaged, partition }: WindowSurroundings): BrowserWindowConstructorOptions {
  const { maximized: _, ...place } = opening
  return {
    title: PRODUCT,
    ...place,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    // Shown when its first page is painted, on the page's own colour: no white flash.
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
      ...present({ partition }),
    },
  }
}

/** The part of the window that matters until it is shown. */
export interface Showable {
  once(event: 'ready-to-show', listener: () => void): unknown
  readonly webContents: { once(event: 'did-finish-load', listener: () => void): unknown }
  loadURL(address: string): Promise<void>
  isDestroyed(): boolean
  maximize(): void
  show(): void
  showInactive(): void
}

/** A page that is loaded and not painted by then may be waiting for its window. */
const LONGEST_UNPAINTED_MS = 5_000

const later = (milliseconds: number, wake: () => void): void => void setTimeout(wake, milliseconds)

/**
 * Loads the page and shows the window once it is painted. A graphics driver that paints nothing into a hidden window must not keep it hidden
 * for ever: some seconds after the page is loaded it is shown in any case.
 * @param inFront it gets the focus; unless it opens for a person who is at work in another window
 * @param onReady called at the moment the first page is painted, before the window is shown
 * @param after calls back once after so many milliseconds
 * @returns resolves when it is shown; never where it is closed before
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
    // Not before: maximizing a hidden window shows it.
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
  window.loadURL(page).catch((error: unknown) => console.error('The page could not be loaded.', error))
  return showing
}

/** The part of the window that matters when its page's process has ended. */
export interface Reloadable {
  isDestroyed(): boolean
  reload(): void
  readonly webContents: {
    on(event: 'render-process-gone', listener: (event: unknown, details: { readonly reason: string }) => void): unknown
  }
}

/** A page that ends again this soon would only end once more. */
const LEAST_LIFE_MS = 10_000

/**
 * Loads a page again whose process ended: it holds nothing that main does not hold, so it shows the same as before.
 * @param now milliseconds on a clock that only runs forward
 */
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

/** A second start brings the first window to the front. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
