import { BrowserWindow, type IpcMain, nativeTheme } from 'electron'
import { PRESENTER_DO, PRESENTER_GET, PRESENTER_MARK, PUSH_PRESENTER } from '../../ipc/presenter-channels.ts'
import type { Backstage } from '../../presenting/backstage.ts'
import { createPresenting, type Directed } from '../../presenting/presenting.ts'
import { shippedSession } from '../../presenting/session.ts'
import { isOwnPage } from '../ipc/sender.ts'
import { APP_PAGE } from '../window/app-address.ts'
import { bringToFront, windowOptions } from '../window/main-window.ts'
import { answerPresenter } from './answer.ts'

export interface PresenterSurroundings {
  readonly registry: Pick<IpcMain, 'handle' | 'removeHandler'>
  /** Absolute path of the preload script. */
  readonly preload: string
  readonly packaged: boolean
  /** The class's window: the trainer's closes with it. */
  readonly classWindow: BrowserWindow
  /** Where the window fits: beside the class's, on another screen where there is one. */
  readonly place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly log: (line: string) => void
}

let open: { readonly window: BrowserWindow; readonly end: () => void } | undefined

/**
 * Opens the trainer's window for a case, in place of one that is open. It answers its own channels to its own page alone.
 * @param scenario name of the practice case
 */
export async function openPresenter(
  scenario: string,
  wizard: Directed,
  backstage: Backstage,
  surroundings: PresenterSurroundings,
): Promise<void> {
  const session = await shippedSession(scenario, wizard.view().language ?? 'en')
  open?.end()
  const { registry, preload, packaged, classWindow, place, log } = surroundings
  const window = new BrowserWindow({
    ...windowOptions({ preload, dark: nativeTheme.shouldUseDarkColors, opening: { ...place, maximized: false }, packaged }),
  })
  const presenting = createPresenting(session, wizard, backstage, Date.now)
  answerPresenter({ registry, isTrusted: (event) => isOwnPage(event, window.webContents), presenting, log })
  const leave = presenting.subscribe((view) => {
    if (!window.isDestroyed()) window.webContents.send(PUSH_PRESENTER, view)
  })
  const close = () => {
    if (!window.isDestroyed()) window.destroy()
  }
  const end = () => {
    open = undefined
    leave()
    presenting.end()
    registry.removeHandler(PRESENTER_GET)
    registry.removeHandler(PRESENTER_DO)
    classWindow.removeListener('closed', close)
    close()
  }
  open = { window, end }
  classWindow.once('closed', close)
  window.once('closed', () => {
    if (open?.window === window) end()
  })
  window.once('ready-to-show', () => bringToFront(window))
  window.loadURL(`${APP_PAGE}${PRESENTER_MARK}`).catch((error: unknown) => console.error('The trainer’s page could not be loaded.', error))
}
