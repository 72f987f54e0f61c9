import { BrowserWindow, dialog, type IpcMain, nativeTheme } from 'electron'
import { type BackstageView, PRESENTER_DO, PRESENTER_GET, PRESENTER_MARK, PUSH_PRESENTER } from '../../ipc/presenter-channels.ts'
import type { Backstage } from '../../presenting/backstage.ts'
import type { Behind, Directed } from '../../presenting/behind.ts'
import { createPresenting } from '../../presenting/presenting.ts'
import { createUnderTheHood } from '../../presenting/under-the-hood.ts'
import type { KeptNotes } from '../../records/notes-in-use.ts'
import type { ProfileFile } from '../../records/profile-file.ts'
import { isOwnPage } from '../ipc/sender.ts'
import { APP_PAGE } from '../window/app-address.ts'
import { bringToFront, showWhenPainted, windowOptions } from '../window/main-window.ts'
import { answerPresenter } from './answer.ts'
import { type NotesSurroundings, notesDesk } from './notes-desk.ts'
import { listenForStageKeys } from './stage-keys.ts'

export interface PresenterSurroundings {
  readonly registry: Pick<IpcMain, 'handle' | 'removeHandler'>
  /** Absolute path of the preload script. */
  readonly preload: string
  readonly packaged: boolean
  /** Which notes were used last. */
  readonly kept: ProfileFile<KeptNotes>
  /** Limits what the window's page may reach, as for the class's window. */
  readonly prepareSession: (partition: string) => void
  /** The class's window: the trainer's closes with it. */
  readonly classWindow: BrowserWindow
  /** Where the window fits: beside the class's, on another screen where there is one. */
  readonly place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /**
   * Absent: the window gets the focus, because the person asked for it. Where a class begins, the class's window keeps it: a class begins
   * there, and on one screen the notes would cover what the class is to see.
   */
  readonly behind?: boolean
  readonly log: (line: string) => void
}

/** Chromium keeps one zoom for all windows of a session: larger text for the class would enlarge the notes, too. */
const PARTITION = 'trainer'

let prepared = false
let open: { readonly window: BrowserWindow; readonly end: () => void } | undefined

/**
 * Opens the trainer's window for a case, in place of one that is open. It answers its own channels to its own page alone.
 * @param scenario name of the practice case
 */
export async function openPresenter(
  scenario: string,
  wizard: Directed & Pick<NotesSurroundings, 'text'>,
  backstage: Backstage,
  surroundings: PresenterSurroundings,
): Promise<void> {
  const { kept, classWindow } = surroundings
  const desk = notesDesk({
    ...{ text: wizard.text, kept },
    askForFile: ({ properties, filters }) => dialog.showOpenDialog(open?.window ?? classWindow, { properties, filters }),
    askWhereToSave: (options) => dialog.showSaveDialog(open?.window ?? classWindow, options),
  })
  const notes = await desk.last(wizard.view().language ?? 'en')
  open?.end()
  const presenting = createPresenting({ notes, scenario, desk, wizard, backstage, now: Date.now })
  const trainer = openBeside(presenting, surroundings)
  trainer.once('closed', listenForStageKeys({ classWindow, trainer }, presenting))
}

/** Opens the same window without a session: what the app is doing, to look at. One that is open, with or without, comes to the front. */
export function openUnderTheHood(
  wizard: Pick<Directed, 'view' | 'subscribe'>,
  backstage: Backstage,
  surroundings: PresenterSurroundings,
): void {
  if (open) bringToFront(open.window)
  else openBeside(createUnderTheHood(wizard, backstage), surroundings)
}

/** A window beside the class's, as sandboxed as that, on channels of its own. */
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
