/** Measures the list of customers in the real window: time to the rows, time while typing, memory. */
import { setTimeout as pause } from 'node:timers/promises'
import { _electron } from '@playwright/test'
import { electronBinary } from '../electron.mjs'
import { repositoryRoot } from '../location.mjs'
import { ensureLibraries, isRoot } from '../system.mjs'
import { offScreen } from '../xvfb.mjs'
import { measuredOptions } from './measured-options.mjs'
import { proportionalSetSizeMb } from './processes.mjs'
import { watchKeys } from './watch-keys.mjs'

const LIMIT_MS = 60_000
/** Long enough for what follows a change to be over. */
const SETTLE_MS = 2000

/** Typed text that matches many rows, few, and none. */
const typed = ['contoso', 'erp-00', 'wave 2', 'nothing like it']

/** In the page: when its rows are painted, in ms since the page was started. */
const shownAt = () =>
  new Promise((resolve) => {
    const look = () => {
      if (document.querySelectorAll('[role=grid] [data-row]').length === 0) return requestAnimationFrame(look)
      // The next task after a frame began comes when the frame is painted.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
      return 0
    }
    look()
  })

/**
 * @typedef {object} BoardMeasurement
 * @property {number} shownMs from the start of the page until rows are painted
 * @property {number[]} keystrokesMs from each key until its result is painted
 * @property {number} wholeMs the same until it has all of its rows
 * @property {number | undefined} memoryMb proportional set size of all processes of the app
 */

/**
 * Opens the app on a profile, and types into its search where it has one.
 * @param {string} profile
 * @param {number} rows how many its list has
 * @returns {Promise<BoardMeasurement>}
 */
export async function measureBoard(profile, rows) {
  const electron = await electronBinary()
  ensureLibraries(electron.path)
  const { environment, stop } = await offScreen()
  const app = await _electron.launch({
    executablePath: electron.path,
    args: [...measuredOptions(), `--user-data-dir=${profile}`, repositoryRoot],
    env: environment,
    timeout: LIMIT_MS,
    chromiumSandbox: !isRoot(),
  })
  try {
    const page = await app.firstWindow()
    page.setDefaultTimeout(LIMIT_MS)
    const shownMs = await page.evaluate(shownAt)
    // A long list is shown before all of it is read.
    await page.waitForFunction((count) => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === String(count + 1), rows)
    const wholeMs = await page.evaluate(() => performance.now())
    await pause(SETTLE_MS)
    const memoryMb = proportionalSetSizeMb(app.process().pid ?? 0)
    const search = page.getByRole('searchbox')
    if ((await search.count()) === 0) return { shownMs, wholeMs, keystrokesMs: [], memoryMb }
    await page.evaluate(watchKeys)
    for (const text of typed) {
      await search.focus()
      for (const letter of text) await page.keyboard.press(letter === ' ' ? 'Space' : letter)
      for (const _letter of text) await page.keyboard.press('Backspace')
    }
    await pause(SETTLE_MS)
    return { shownMs, keystrokesMs: await page.evaluate(() => Reflect.get(globalThis, 'keystrokes')), wholeMs, memoryMb }
  } finally {
    await app.close()
    stop()
  }
}
