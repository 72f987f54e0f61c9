import type { MenuItemConstructorOptions } from 'electron'
import type { DisplayText } from '../../machines/messages/message.ts'
import { type Language, type LanguageChoice, nameOfLanguage } from '../../messages/languages.ts'
import { startMessages } from '../messages.ts'

export interface MenuSurroundings {
  readonly platform: NodeJS.Platform
  readonly text: (text: DisplayText) => string
  /** The languages a person can choose. */
  readonly offered: readonly Language[]
  readonly chosen: LanguageChoice
  readonly choose: (choice: LanguageChoice) => void
}

/**
 * Only what the keyboard needs, and the language: copy and paste, zoom, full screen, close and quit. No reload and no developer tools. The
 * bar itself is shown on macOS, where there is always one; elsewhere the Alt key shows it.
 */
export function menuTemplate(surroundings: MenuSurroundings): MenuItemConstructorOptions[] {
  const { platform, text } = surroundings
  const { menu } = startMessages
  const view: MenuItemConstructorOptions = {
    label: text(menu.view),
    submenu: [
      { role: 'resetZoom', label: text(menu.resetZoom) },
      { role: 'zoomIn', label: text(menu.zoomIn) },
      // The same key without Shift, as it lies on most keyboards.
      { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false },
      { role: 'zoomOut', label: text(menu.zoomOut) },
      { role: 'togglefullscreen', label: text(menu.fullScreen) },
      ...languageItems(surroundings),
    ],
  }
  const edit: MenuItemConstructorOptions = {
    role: 'editMenu',
    label: text(menu.edit),
    submenu: [
      { role: 'undo', label: text(menu.undo) },
      { role: 'redo', label: text(menu.redo) },
      { type: 'separator' },
      { role: 'cut', label: text(menu.cut) },
      { role: 'copy', label: text(menu.copy) },
      { role: 'paste', label: text(menu.paste) },
      { role: 'selectAll', label: text(menu.selectAll) },
    ],
  }
  const own: MenuItemConstructorOptions =
    platform === 'darwin'
      ? { role: 'appMenu' }
      : {
          label: text(menu.file),
          submenu: [
            { role: 'close', label: text(menu.close) },
            { role: 'quit', label: text(menu.quit), accelerator: 'Control+Q' },
          ],
        }
  return [own, edit, view]
}

/** Each language by its own name, so that a person finds it in a language they cannot read. Nothing where there is no choice. */
function languageItems({ text, offered, chosen, choose }: MenuSurroundings): MenuItemConstructorOptions[] {
  if (offered.length < 2) return []
  const item = (choice: LanguageChoice, label: string): MenuItemConstructorOptions => ({
    type: 'radio',
    label,
    checked: choice === chosen,
    click: () => choose(choice),
  })
  return [
    { type: 'separator' },
    {
      label: text(startMessages.menu.language),
      submenu: [item('system', text(startMessages.menu.systemLanguage)), ...offered.map((each) => item(each, nameOfLanguage(each)))],
    },
  ]
}
