import { SHORTCUTS } from '#contract/shortcuts.ts'
import type { Strings } from '../strings.ts'

type Words = Strings['desktop']['shortcuts']

/** Keys in Electron's accelerator syntax, for each action that has some. */
export const keysOf = (isMac: boolean): readonly (readonly [keyof Words['actions'], string])[] => [
  ['help', 'F1'],
  ['find', SHORTCUTS.find],
  ['search', SHORTCUTS.search],
  ['next', 'Enter'],
  ['previous', 'Shift+Enter'],
  ['settings', SHORTCUTS.settings],
  ['larger', SHORTCUTS.larger],
  ['smaller', SHORTCUTS.smaller],
  ['actualSize', SHORTCUTS.actualSize],
  ['fullScreen', isMac ? 'Control+Command+F' : 'F11'],
  ['map', 'Arrows'],
  ['whatIsThis', 'Enter'],
  ['escape', 'Escape'],
  // macOS always shows its menu.
  ...(isMac ? [] : ([['menu', 'Alt']] as const)),
  ['closeWindow', 'CommandOrControl+W'],
  ['quit', SHORTCUTS.quit],
]

/** @returns the keys to press together, as labeled on this system's keyboard */
export function keyNames(accelerator: string, isMac: boolean, names: Words['names']): readonly string[] {
  const called: Readonly<Record<string, string>> = {
    ...names,
    Shift: names.Shift,
    CommandOrControl: isMac ? '⌘' : names.Control,
    Command: '⌘',
    Plus: '+',
  }
  return accelerator.split('+').map((key) => called[key] ?? key)
}
