import type { MenuItemConstructorOptions } from 'electron'
import type { DisplayText } from '../../machines/messages/message.ts'
import { type Language, type LanguageChoice, nameOfLanguage } from '../../messages/languages.ts'
import { DEFAULT_SETTINGS, type Settings, type SettingsChange, textSizeBeside } from '../../messages/settings.ts'
import { startMessages } from '../messages.ts'

export interface MenuSurroundings {
  readonly platform: NodeJS.Platform
  readonly text: (text: DisplayText) => string
  /** The languages a person can choose. */
  readonly offered: readonly Language[]
  /** As they are now. */
  readonly settings: Settings
  readonly change: (change: SettingsChange) => void
}

/**
 * Only what the keyboard needs, and the language: copy and paste, text size, full screen, close and quit. No reload and no developer tools.
 * The bar itself is shown on macOS, where there is always one; elsewhere the Alt key shows it.
 */
export function menuTemplate(surroundings: MenuSurroundings): MenuItemConstructorOptions[] {
  const { platform, text } = surroundings
  const { menu } = startMessages
  const view: MenuItemConstructorOptions = {
    label: text(menu.view),
    submenu: [...textSizeItems(surroundings), { role: 'togglefullscreen', label: text(menu.fullScreen) }, ...languageItems(surroundings)],
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

/** Not Electron's own zoom: a text size is a setting, so that it is the same at the next start. */
function textSizeItems({ text, settings: { textSize }, change }: MenuSurroundings): MenuItemConstructorOptions[] {
  const { menu } = startMessages
  const larger = { click: () => change({ textSize: textSizeBeside(textSize, 1) }), enabled: textSizeBeside(textSize, 1) !== textSize }
  const smaller = { click: () => change({ textSize: textSizeBeside(textSize, -1) }), enabled: textSizeBeside(textSize, -1) !== textSize }
  return [
    {
      label: text(menu.resetZoom),
      accelerator: 'CommandOrControl+0',
      click: () => change({ textSize: DEFAULT_SETTINGS.textSize }),
    },
    { label: text(menu.zoomIn), accelerator: 'CommandOrControl+Plus', ...larger },
    // The same key without Shift, as it lies on most keyboards.
    { label: text(menu.zoomIn), accelerator: 'CommandOrControl+=', visible: false, ...larger },
    { label: text(menu.zoomOut), accelerator: 'CommandOrControl+-', ...smaller },
  ]
}

/** Each language by its own name, so that a person finds it in a language they cannot read. Nothing where there is no choice. */
function languageItems({ text, offered, settings, change }: MenuSurroundings): MenuItemConstructorOptions[] {
  if (offered.length < 2) return []
  const item = (choice: LanguageChoice, label: string): MenuItemConstructorOptions => ({
    type: 'radio',
    label,
    checked: choice === settings.language,
    click: () => change({ language: choice }),
  })
  return [
    { type: 'separator' },
    {
      label: text(startMessages.menu.language),
      submenu: [item('system', text(startMessages.menu.systemLanguage)), ...offered.map((each) => item(each, nameOfLanguage(each)))],
    },
  ]
}
