import { existsSync } from 'node:fs'
import path from 'node:path'
import type { CommandLine } from 'electron'

/**
 * Chromium's switches by which another program could look into the page, press its buttons, or open it up. The fuses stop Node's own debugger
 * alone: these reach Chromium as they are.
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
] as const

/** Beside the app's archive: who may write there may replace the program as well. The packages' own test looks into the window by it. */
const ALLOWED = 'allow-debugging'

/**
 * Takes back what opens the window to other programs. To be called before Electron is ready, since Chromium reads them then.
 * @param packaged in development tests and tools do attach
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
