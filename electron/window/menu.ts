import type { MenuItemConstructorOptions } from 'electron'
import type { Command } from '#contract/channels.ts'
import { SHORTCUTS } from '#contract/shortcuts.ts'
import { PRODUCT } from '#contract/window-title.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { type Language, type LanguageChoice, nameOfLanguage } from '#messages/languages.ts'
import { DEFAULT_SETTINGS, type Settings, type SettingsChange, textSizeBeside } from '#messages/settings.ts'
import { startMessages } from '../messages.ts'

export interface MenuSurroundings {
  readonly platform: NodeJS.Platform
  readonly text: (text: DisplayText) => string
  readonly offered: readonly Language[]
  readonly settings: Settings
  readonly change: (change: SettingsChange) => void
  readonly command: (command: Command) => void
  readonly underTheHood: () => void
  /** Class mode: resets to the class file. */
  readonly startOver?: (() => void) | undefined
}

const separator: MenuItemConstructorOptions = { type: 'separator' }

/**
 * Keyboard commands and app-level items: settings, find, text size, help. No reload or developer tools.
 * Always visible on macOS; elsewhere with Alt.
 */
export function menuTemplate(surroundings: MenuSurroundings): MenuItemConstructorOptions[] {
  const { platform, text, command, underTheHood } = surroundings
  const { menu } = startMessages
  const view: MenuItemConstructorOptions = {
    label: text(menu.view),
    submenu: [
      { label: text(menu.activity), click: () => command('activity') },
      separator,
      ...textSizeItems(surroundings),
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
      separator,
      { role: 'cut', label: text(menu.cut) },
      { role: 'copy', label: text(menu.copy) },
      { role: 'paste', label: text(menu.paste) },
      { role: 'selectAll', label: text(menu.selectAll) },
      separator,
      { label: text(menu.find), accelerator: SHORTCUTS.find, click: () => command('find') },
      { label: text(menu.search), accelerator: SHORTCUTS.search, click: () => command('search') },
    ],
  }
  const own: MenuItemConstructorOptions =
    platform === 'darwin'
      ? { role: 'appMenu', label: PRODUCT, submenu: macItems(surroundings) }
      : {
          label: text(menu.file),
          submenu: [
            newWindowItem(surroundings),
            settingsItem(surroundings),
            ...startOverItems(surroundings),
            separator,
            { role: 'close', label: text(menu.close) },
            { role: 'quit', label: text(menu.quit), accelerator: SHORTCUTS.quit },
          ],
        }
  const help: MenuItemConstructorOptions = {
    role: 'help',
    label: text(menu.help),
    submenu: [
      { label: text(menu.documentation), click: () => command('help') },
      { label: text(menu.shortcuts), click: () => command('shortcuts') },
      { label: text(menu.whatsNew), click: () => command('whats-new') },
      { label: text(menu.underTheHood), click: underTheHood },
      { label: text(menu.firstContact), click: () => command('first-contact') },
      separator,
      { label: text(menu.report), click: () => command('report') },
      { label: text(menu.licenses), click: () => command('licenses') },
      ...(platform === 'darwin' ? [] : [aboutItem(surroundings)]),
    ],
  }
  return [own, edit, view, help]
}

const settingsItem = ({ text, command }: MenuSurroundings): MenuItemConstructorOptions => ({
  label: text(startMessages.menu.settings),
  accelerator: SHORTCUTS.settings,
  click: () => command('settings'),
})

/** The ellipsis says that it asks for a name first. */
const newWindowItem = ({ text, command }: MenuSurroundings): MenuItemConstructorOptions => ({
  label: text(startMessages.menu.newWindow),
  click: () => command('new-window'),
})

const startOverItems = ({ text, startOver }: MenuSurroundings): MenuItemConstructorOptions[] =>
  startOver ? [{ label: text(startMessages.menu.startOver), click: startOver }] : []

const aboutItem = ({ text, command }: MenuSurroundings): MenuItemConstructorOptions => ({
  label: text(startMessages.menu.about({ product: PRODUCT })),
  click: () => command('about'),
})

function macItems(surroundings: MenuSurroundings): MenuItemConstructorOptions[] {
  const { text } = surroundings
  const { menu } = startMessages
  return [
    aboutItem(surroundings),
    separator,
    newWindowItem(surroundings),
    settingsItem(surroundings),
    ...startOverItems(surroundings),
    separator,
    { role: 'services', label: text(menu.services) },
    separator,
    { role: 'hide', label: text(menu.hide({ product: PRODUCT })) },
    { role: 'hideOthers', label: text(menu.hideOthers) },
    { role: 'unhide', label: text(menu.unhide) },
    separator,
    { role: 'quit', label: text(menu.quitApp({ product: PRODUCT })), accelerator: SHORTCUTS.quit },
  ]
}

/** Not Electron's zoom: the text size is a persistent setting. */
function textSizeItems({ text, settings: { textSize }, change }: MenuSurroundings): MenuItemConstructorOptions[] {
  const { menu } = startMessages
  const larger = { click: () => change({ textSize: textSizeBeside(textSize, 1) }), enabled: textSizeBeside(textSize, 1) !== textSize }
  const smaller = { click: () => change({ textSize: textSizeBeside(textSize, -1) }), enabled: textSizeBeside(textSize, -1) !== textSize }
  return [
    {
      label: text(menu.resetZoom),
      accelerator: SHORTCUTS.actualSize,
      click: () => change({ textSize: DEFAULT_SETTINGS.textSize }),
    },
    { label: text(menu.zoomIn), accelerator: SHORTCUTS.larger, ...larger },
    // The same key without Shift on most keyboards.
    { label: text(menu.zoomIn), accelerator: 'CommandOrControl+=', visible: false, ...larger },
    { label: text(menu.zoomOut), accelerator: SHORTCUTS.smaller, ...smaller },
  ]
}

/** Each language by its own name. Empty without a choice. */
function languageItems({ text, offered, settings, change }: MenuSurroundings): MenuItemConstructorOptions[] {
  if (offered.length < 2) return []
  const item = (choice: LanguageChoice, label: string): MenuItemConstructorOptions => ({
    type: 'radio',
    label,
    checked: choice === settings.language,
    click: () => change({ language: choice }),
  })
  return [
    separator,
    {
      label: text(startMessages.menu.language),
      submenu: [item('system', text(startMessages.menu.systemLanguage)), ...offered.map((each) => item(each, nameOfLanguage(each)))],
    },
  ]
}
