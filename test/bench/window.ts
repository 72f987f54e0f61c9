/** The app in a real window, off screen, as it is measured. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { electronBinary } from '../../tools/electron.mjs'
import { repositoryRoot } from '../../tools/location.mjs'
import { electronOptions } from '../../tools/start.mjs'
import { ensureLibraries, isRoot } from '../../tools/system.mjs'
import { offScreen } from '../../tools/xvfb.mjs'
import { proportionalSetSizeMb } from './processes.ts'

const LIMIT_MS = 60_000
/** Long enough for what follows a change to be over. */
const SETTLE_MS = 2000

export const settled = (): Promise<void> => pause(SETTLE_MS)

/**
 * How every measured program is started. A display without a screen has no graphics processor: told so, Chromium doesn't start three processes
 * that look for one, which hold a page up for 100 ms to 300 ms, now before its first script and now after.
 */
export const measuredOptions = (): string[] => [...electronOptions({ root: isRoot() }), '--disable-gpu']

export interface Opened {
  readonly app: ElectronApplication
  readonly page: Page
  /** Of all processes of the app. */
  readonly memoryMb: () => number | undefined
}

/** @param prepare fills the new profile @param words for the app */
export async function inWindow<Result>(
  measure: (opened: Opened) => Promise<Result>,
  { words = [], prepare }: { words?: readonly string[]; prepare?: (profile: string) => void } = {},
): Promise<Result> {
  const profile = mkdtempSync(path.join(tmpdir(), 'bench-profile-'))
  prepare?.(profile)
  const electron = await electronBinary()
  ensureLibraries(electron.path)
  const { environment, stop } = await offScreen()
  const app = await _electron.launch({
    executablePath: electron.path,
    args: [...measuredOptions(), `--user-data-dir=${profile}`, repositoryRoot, ...words],
    env: environment,
    timeout: LIMIT_MS,
    chromiumSandbox: !isRoot(),
  })
  try {
    const page = await app.firstWindow()
    page.setDefaultTimeout(LIMIT_MS)
    return await measure({ app, page, memoryMb: () => proportionalSetSizeMb(app.process().pid ?? 0) })
  } finally {
    await app.close()
    stop()
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
}

/** To be run in the page: keeps, for every key, how long it took until its result was painted, as `keystrokes`. In milliseconds. */
const watchKeys = () => {
  const durations: number[] = []
  Reflect.set(globalThis, 'keystrokes', durations)
  document.addEventListener(
    'keydown',
    ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => durations.push(performance.now() - timeStamp))),
    true,
  )
}

/** Types texts into the page's search, and takes each away. @returns ms from each key until its result is painted */
export async function typingTimes(page: Page, texts: readonly string[]): Promise<number[]> {
  await page.evaluate(watchKeys)
  for (const text of texts) {
    await page.getByRole('searchbox').focus()
    for (const letter of text) await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    for (const _letter of text) await page.keyboard.press('Backspace')
  }
  await settled()
  return page.evaluate(() => Reflect.get(globalThis, 'keystrokes'))
}
