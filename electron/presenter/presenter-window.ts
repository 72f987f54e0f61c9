import { BrowserWindow, dialog, type IpcMain, nativeTheme } from 'electron'
import { type BackstageView, PRESENTER_DO, PRESENTER_GET, PRESENTER_MARK, PUSH_PRESENTER } from '#contract/presenter-channels.ts'
import type { Backstage } from '#node/practice/presenting/backstage.ts'
import type { Behind, Directed } from '#node/practice/presenting/behind.ts'
import { createPresenting } from '#node/practice/presenting/presenting.ts'
import { createUnderTheHood } from '#node/practice/presenting/under-the-hood.ts'
import type { KeptNotes } from '#node/records/notes-in-use.ts'
import type { ProfileFile } from '#node/records/profile-file.ts'
import { isOwnPage } from '../ipc/sender.ts'
import { APP_PAGE } from '../window/app-address.ts'
import { bringToFront, showWhenPainted, windowOptions } from '../window/main-window.ts'
import { answerPresenter } from './answer.ts'
import { type NotesSurroundings, notesDesk } from './notes-desk.ts'
import { listenForStageKeys } from './stage-keys.ts'

export interface PresenterSurroundings {
  readonly registry: Pick<IpcMain, 'handle' | 'removeHandler'>
  readonly preload: string
  readonly packaged: boolean
  readonly kept: ProfileFile<KeptNotes>
  readonly prepareSession: (partition: string) => void
  /** The main window; closes this one with it. */
  readonly classWindow: BrowserWindow
  /** Beside the main window, on another screen if possible. */
  readonly place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /**
   * Absent: focused, because the person opened it. At the start of a class the main window keeps the focus, because the
   * notes would cover it on a single screen.
   */
  readonly behind?: boolean
  readonly log: (line: string) => void
}

/** Chromium shares the zoom within a session: enlarging the main window would enlarge the notes. */
const PARTITION = 'trainer'

let prepared = false
let open: { readonly window: BrowserWindow; readonly end: () => void } | undefined

/** Opens the trainer's window for a case, replacing an open one. Has its own channels. @param scenario name of the practice case */
export async function openPresenter(
  scenario: string,
  wizard: Directed & Pick<NotesSurroundings, 'text'>,
  backstage: Backstage,
  surroundings: PresenterSurroundings,
): Promise<void> {
  const { kept, classWindow } = surroundings
  const desk = notesDesk({
    text: wizard.text,
    kept,
    askForFile: ({ properties, filters }) => dialog.showOpenDialog(open?.window ?? classWindow, { properties, filters }),
    askWhereToSave: (options) => dialog.showSaveDialog(open?.window ?? classWindow, options),
  })
  const notes = await desk.last(wizard.view().language ?? 'en')
  open?.end()
  const presenting = createPresenting({ notes, scenario, desk, wizard, backstage, now: Date.now })
  const trainer = openBeside(presenting, surroundings)
  trainer.once('closed', listenForStageKeys({ classWindow, trainer }, presenting))
}

/** Opens or focuses the window without a session, which shows the app's activity. */
export function openUnderTheHood(
  wizard: Pick<Directed, 'view' | 'subscribe'>,
  backstage: Backstage,
  surroundings: PresenterSurroundings,
): void {
  if (open) bringToFront(open.window)
  else openBeside(createUnderTheHood(wizard, backstage), surroundings)
}

function openBeside<View extends BackstageView>(
  content: Behind<View>,
  { registry, preload, packaged, prepareSession, classWindow, place, behind = false, log }: PresenterSurroundings,
): BrowserWindow {
  if (!prepared) prepareSession(PARTITION)
  prepared = true
  const opening = { ...place, maximized: false }
  const window = new BrowserWindow(
    windowOptions({ preload, dark: nativeTheme.shouldUseDarkColors, opening, packaged, partition: PARTITION }),
  )
  answerPresenter({ registry, isTrusted: (event) => isOwnPage(event, window.webContents), presenting: content, log })
  const leave = content.subscribe((view) => {
    if (!window.isDestroyed()) window.webContents.send(PUSH_PRESENTER, view)
  })
  const close = () => {
    if (!window.isDestroyed()) window.destroy()
  }
  const end = () => {
    open = undefined
    leave()
    content.end()
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
  const shown = showWhenPainted(window, { ...opening, page: `${APP_PAGE}${PRESENTER_MARK}`, inFront: !behind })
  if (behind) void shown.then(() => bringToFront(classWindow))
  return window
}
