/** Keys that the menu answers to, as Electron writes them. The list of shortcuts in the window is made from them. */
export const SHORTCUTS = {
  settings: 'CommandOrControl+,',
  find: 'CommandOrControl+F',
  search: 'CommandOrControl+K',
  larger: 'CommandOrControl+Plus',
  smaller: 'CommandOrControl+-',
  actualSize: 'CommandOrControl+0',
  quit: 'CommandOrControl+Q',
} as const
