import { execFile } from 'node:child_process'

/** Asks the session's message bus; gives what it printed. @throws where there is no bus, or nothing that can ask it */
export type AskBus = (words: readonly string[]) => Promise<string>

const ASK_LIMIT_MS = 2_000

const withGdbus: AskBus = (words) =>
  new Promise((resolve, reject) => {
    execFile('gdbus', words, { timeout: ASK_LIMIT_MS }, (error, printed) => (error ? reject(error) : resolve(printed)))
  })

const WATCHER = 'org.kde.StatusNotifierWatcher'
const IS_THERE_A_HOST = [
  'call',
  '--session',
  ...['--dest', WATCHER],
  ...['--object-path', '/StatusNotifierWatcher'],
  ...['--method', 'org.freedesktop.DBus.Properties.Get'],
  ...[WATCHER, 'IsStatusNotifierHostRegistered'],
]

/**
 * Whether an icon in the tray would be visible. Windows always has a tray; many desktops on Linux have none, and Electron does not say so.
 * Source: the specification of StatusNotifierItem, whose watcher says whether anything shows the icons. What cannot be asked counts as no.
 */
export async function hasTray(platform: NodeJS.Platform, ask: AskBus = withGdbus): Promise<boolean> {
  if (platform !== 'linux') return true
  const printed = await ask(IS_THERE_A_HOST).catch(() => '')
  return printed.includes('true')
}
