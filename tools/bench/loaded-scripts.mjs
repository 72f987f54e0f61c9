/**
 * Which of the built scripts are really loaded once the start page is there: asked of the two JavaScript engines, because
 * reading it off the import statements would miss what is imported dynamically right after the start.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { _electron } from '@playwright/test'

/** @typedef {{ url: string }} ParsedScript */

/**
 * Runs in the main process.
 * @returns {string[]} the addresses of all scripts it has parsed
 */
function parsedByMain() {
  const inspector = process.getBuiltinModule('node:inspector')
  const session = new inspector.Session()
  /** @type {string[]} */
  const addresses = []
  session.on('Debugger.scriptParsed', ({ params }) => addresses.push(params.url))
  session.connect()
  // Enabling the debugger reports every script that was parsed before, and does so before it returns.
  session.post('Debugger.enable')
  session.disconnect()
  return addresses
}

/**
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<string[]>} the addresses of all scripts the page has parsed
 */
async function parsedByPage(page) {
  const session = await page.context().newCDPSession(page)
  /** @type {string[]} */
  const addresses = []
  session.on('Debugger.scriptParsed', ({ url }) => addresses.push(url))
  await session.send('Debugger.enable')
  await session.detach()
  return addresses
}

/**
 * @param {readonly string[]} addresses
 * @param {string} folder of a bundle, absolute
 * @returns {string[]} paths, relative to the folder, of those that come from it; the host of the app's own scheme and the
 *   folder on disk both mean it
 */
export function scriptsIn(addresses, folder) {
  const found = addresses
    .filter((address) => URL.canParse(address))
    .flatMap((address) => {
      const { protocol, pathname } = new URL(address)
      if (protocol === 'app:') return [pathname.slice(1)]
      const relative = path.relative(folder, decodeURIComponent(pathname))
      return protocol === 'file:' && !relative.startsWith('..') ? [relative.split(path.sep).join('/')] : []
    })
  return [...new Set(found)].filter((file) => /\.c?js$/.test(file)).sort()
}

/**
 * @param {readonly string[]} files relative to the folder
 * @param {string} folder
 * @returns {number} KiB
 */
export function sizeKb(files, folder) {
  return files.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0) / 1024
}

/**
 * @param {{ executable: string, app: string, environment: Record<string, string> }} program `app` is the folder with the manifest
 * @param {(app: import('@playwright/test').ElectronApplication, page: import('@playwright/test').Page) => Promise<Result>} ask once the start page is there
 * @returns {Promise<Result>}
 * @template Result
 */
export async function atStartPage({ executable, app: folder, environment }, ask) {
  const profile = mkdtempSync(path.join(tmpdir(), 'bench-profile-'))
  const app = await _electron.launch({ executablePath: executable, args: [`--user-data-dir=${profile}`, folder], env: environment })
  try {
    const page = await app.firstWindow()
    await page.getByRole('heading').first().waitFor({ state: 'visible' })
    return await ask(app, page)
  } finally {
    await app.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
}

/**
 * Opens the app, waits until its start page is idle, and asks.
 * @param {{ executable: string, app: string, environment: Record<string, string>, out: string, settleMs: number }} options
 *   `app` is the folder with the manifest, `out` the folder of all bundles
 * @returns {Promise<{ main: string[], renderer: string[] }>} paths relative to `out/main` and `out/renderer`
 */
export const loadedAtStart = ({ out, settleMs, ...program }) =>
  atStartPage(program, async (app, page) => {
    await pause(settleMs)
    return {
      main: scriptsIn(await app.evaluate(parsedByMain), path.join(out, 'main')),
      renderer: scriptsIn(await parsedByPage(page), path.join(out, 'renderer')),
    }
  })
