/** Measures the real window with a very long list of environments: time to the rows, time while typing, memory. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
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
const typed = ['finance-0', 'crm.contoso', 'warehouse-099', 'nothing like it']

/**
 * @typedef {object} WindowMeasurement
 * @property {number} shownMs from handing the rows to the window until they are painted
 * @property {number[]} keystrokesMs from each key until its result is painted
 * @property {number | null} memoryDeltaMb proportional set size with the rows, less that with the scenario's own four
 */

/**
 * In the page: notes when a list of that many rows is painted.
 * @param {number} wanted
 * @returns {Promise<number>} ms since 1970
 */
const paintedAt = (wanted) =>
  new Promise((resolve) => {
    const look = () => {
      // The next task after a frame began comes when the frame is painted.
      if (document.querySelectorAll('input[name="environment"]').length === 0) return requestAnimationFrame(look)
      const text = document.body.textContent ?? ''
      if (!text.includes(`${wanted} environments`) && !text.includes(`${wanted.toLocaleString('en')} environments`))
        return requestAnimationFrame(look)
      requestAnimationFrame(() => setTimeout(() => resolve(Date.now())))
      return 0
    }
    look()
  })

/**
 * Opens the app in a practice scenario, and gives its window the list that a large tenant would have.
 * @param {string} rowsFile JSON of the rows as step 1 shows them
 * @returns {Promise<WindowMeasurement>}
 */
export async function measureWindow(rowsFile) {
  const rows = JSON.parse(readFileSync(rowsFile, 'utf8'))
  const electron = await electronBinary()
  ensureLibraries(electron.path)
  const { environment, stop } = await offScreen()
  const profile = mkdtempSync(path.join(tmpdir(), 'bench-profile-'))
  const app = await _electron.launch({
    executablePath: electron.path,
    args: [...measuredOptions(), `--user-data-dir=${profile}`, repositoryRoot, '--practice=ready-to-enable'],
    env: environment,
    timeout: LIMIT_MS,
    chromiumSandbox: !isRoot(),
  })
  try {
    const page = await app.firstWindow()
    page.setDefaultTimeout(LIMIT_MS)
    await page.locator('input[name="environment"]').first().waitFor()
    await pause(SETTLE_MS)
    const memory = () => proportionalSetSizeMb(app.process().pid ?? 0)
    const before = memory()
    const painted = page.evaluate(paintedAt, rows.length)
    const view = await page.evaluate(() => Reflect.get(globalThis, 'wizard').getView())
    view.revision += 1
    view.step.picture.environments = rows
    // As main does it itself. The channel's name is contract/channels.ts'.
    const sentAt = await app.evaluate(({ BrowserWindow }, pushed) => {
      const at = Date.now()
      BrowserWindow.getAllWindows()[0]?.webContents.send('wizard:view', pushed)
      return at
    }, view)
    const shownMs = (await painted) - sentAt
    await pause(SETTLE_MS)
    const after = memory()
    await page.evaluate(watchKeys)
    const search = page.getByRole('searchbox')
    for (const text of typed) {
      await search.focus()
      for (const letter of text) await page.keyboard.press(letter === ' ' ? 'Space' : letter)
      for (const _letter of text) await page.keyboard.press('Backspace')
    }
    await pause(SETTLE_MS)
    const keystrokesMs = await page.evaluate(() => Reflect.get(globalThis, 'keystrokes'))
    return { shownMs, keystrokesMs, memoryDeltaMb: before === undefined || after === undefined ? null : after - before }
  } finally {
    await app.close()
    stop()
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
}
