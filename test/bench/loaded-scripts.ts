/**
 * Which of the built scripts are really loaded for the start page: asked of the two JavaScript engines, because reading it off the import
 * statements would miss what is imported dynamically right after the start.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { isRoot } from '../../tools/system.mjs'
import { measuredOptions } from './window.ts'

/** Runs in the main process, from its start: keeps the addresses of the scripts that it parses, in their order, as `parsed`. */
function keepParsed(): void {
  const inspector = process.getBuiltinModule('node:inspector')
  const session = new inspector.Session()
  const addresses: string[] = []
  Reflect.set(globalThis, 'parsed', addresses)
  session.on('Debugger.scriptParsed', ({ params }) => addresses.push(params.url))
  session.connect()
  // Reports every script that was parsed before, too.
  session.post('Debugger.enable')
}

/** What the start page itself needs: once it is idle, main loads ahead what opening a tenant needs. */
function beforeLoadingAhead(addresses: readonly string[]): readonly string[] {
  const ahead = addresses.findIndex((address) => /\/load-ahead-[^/]*\.js$/.test(address))
  return ahead < 0 ? addresses : addresses.slice(0, ahead)
}

/** @returns the addresses of all scripts the page has parsed */
async function parsedByPage(page: Page): Promise<string[]> {
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
 * @param begin before
 */
export async function atStartPage<Result>(
  { executable, app: folder, environment }: { executable: string; app: string; environment: Record<string, string> },
  ask: (app: ElectronApplication, page: Page) => Promise<Result>,
  begin: (app: ElectronApplication) => Promise<void> = async () => undefined,
): Promise<Result> {
  const profile = mkdtempSync(path.join(tmpdir(), 'bench-profile-'))
  const args = [...measuredOptions(), `--user-data-dir=${profile}`, folder]
  const app = await _electron.launch({ executablePath: executable, args, env: environment, chromiumSandbox: !isRoot() })
  try {
    await begin(app)
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
  atStartPage(
    program,
    async (app, page) => {
      await pause(settleMs)
      const parsed: readonly string[] = await app.evaluate(() => Reflect.get(globalThis, 'parsed'))
      return {
        main: scriptsIn(beforeLoadingAhead(parsed), path.join(out, 'main')),
        renderer: scriptsIn(await parsedByPage(page), path.join(out, 'renderer')),
      }
    },
    (app) => app.evaluate(keepParsed),
  )
