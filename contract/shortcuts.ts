/** Menu shortcuts in Electron's syntax; also shown in the window. */
export const SHORTCUTS = {
  settings: 'CommandOrControl+,',
  find: 'CommandOrControl+F',
  search: 'CommandOrControl+K',
  larger: 'CommandOrControl+Plus',
  smaller: 'CommandOrControl+-',
  actualSize: 'CommandOrControl+0',
  quit: 'CommandOrControl+Q',
} as const
