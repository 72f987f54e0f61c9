/**
 * Which of the built scripts are really loaded once the start page is there: asked of the two JavaScript engines, because
 * reading it off the import statements would miss what is imported dynamically right after the start.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { _electron } from '@playwright/test'

/**
 * Runs in the main process.
 * @returns the addresses of all scripts it has parsed
 */
function parsedByMain(): string[] {
  const inspector = process.getBuiltinModule('node:inspector')
  const session = new inspector.Session()
  const addresses: string[] = []
  session.on('Debugger.scriptParsed', ({ params }) => addresses.push(params.url))
  session.connect()
  // Enabling the debugger reports every script that was parsed before, and does so before it returns.
  session.post('Debugger.enable')
  session.disconnect()
  return addresses
}

/** @returns the addresses of all scripts the page has parsed */
async function parsedByPage(page: import('@playwright/test').Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const addresses: string[] = []
  session.on('Debugger.scriptParsed', ({ url }) => addresses.push(url))
  await session.send('Debugger.enable')
  await session.detach()
  return addresses
}

/**
 * @param folder of a bundle, absolute
 * @returns paths, relative to the folder, of those that come from it; the host of the app's own scheme and the
 * folder on disk both mean it
 */
export function scriptsIn(addresses: readonly string[], folder: string): string[] {
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
 * @param files relative to the folder
 * @returns KiB
 */
export function sizeKb(files: readonly string[], folder: string): number {
  return files.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0) / 1024
}

/**
 * @param program `app` is the folder with the manifest
 * @param ask once the start page is there
 */
export async function atStartPage<Result>(
  { executable, app: folder, environment }: { executable: string; app: string; environment: Record<string, string> },
  ask: (app: import('@playwright/test').ElectronApplication, page: import('@playwright/test').Page) => Promise<Result>,
): Promise<Result> {
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
 * `app` is the folder with the manifest, `out` the folder of all bundles
 * @returns paths relative to `out/main` and `out/renderer`
 */
export const loadedAtStart = ({
  out,
  settleMs,
  ...program
}: {
  executable: string
  app: string
  environment: Record<string, string>
  out: string
  settleMs: number
}): Promise<{ main: string[]; renderer: string[] }> =>
  atStartPage(program, async (app, page) => {
    await pause(settleMs)
    return {
      main: scriptsIn(await app.evaluate(parsedByMain), path.join(out, 'main')),
      renderer: scriptsIn(await parsedByPage(page), path.join(out, 'renderer')),
    }
  })
