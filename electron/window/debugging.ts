import { existsSync } from 'node:fs'
import path from 'node:path'
import type { CommandLine } from 'electron'

/**
 * Chromium switches for debugging, remote control or reduced security. The fuses disable only Node's debugger.
 * Decision 0195: any program of this computer could press Confirm.
 */
export const REFUSED_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'disable-web-security',
  'load-extension',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'allow-insecure-localhost',
  'allow-running-insecure-content',
  'unsafely-treat-insecure-origin-as-secure',
  'ssl-key-log-file',
  'log-net-log',
] as const

/** Beside the archive: who can write there can replace the program anyway. Used by the package tests. */
const ALLOWED = 'allow-debugging'

/**
 * Removes debugging switches. Call before Electron is ready, when Chromium reads them.
 * @param packaged development builds allow debugging
 * @param resources folder of the app's archive
 */
export function refuseDebugging(
  commandLine: Pick<CommandLine, 'hasSwitch' | 'removeSwitch'>,
  packaged: boolean,
  resources: string,
  exists: (file: string) => boolean = existsSync,
): void {
  const asked = REFUSED_SWITCHES.filter((name) => commandLine.hasSwitch(name))
  if (!packaged || asked.length === 0 || exists(path.join(resources, ALLOWED))) return
  for (const name of asked) commandLine.removeSwitch(name)
}
