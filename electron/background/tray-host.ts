import { execFile } from 'node:child_process'

/** Queries the session bus. @throws without a bus or query program */
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
 * Whether tray icons are visible. Windows always has a tray; many Linux desktops don't, and Electron doesn't report it.
 * Source: the specification of StatusNotifierItem, whose watcher knows whether icons are shown. No answer means no.
 */
export async function hasTray(platform: NodeJS.Platform, ask: AskBus = withGdbus): Promise<boolean> {
  if (platform !== 'linux') return true
  const printed = await ask(IS_THERE_A_HOST).catch(() => '')
  return printed.includes('true')
}
