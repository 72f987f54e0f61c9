/**
 * `npm run smoke`: starts the packaged app as it ships and waits for its first heading. No debugger can be attached to it
 * (its fuses forbid that), so the window is looked at through Chromium's own debugging port.
 *
 *   --for-tests      the package that `npm run package -- --for-tests` made
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readOptions } from './command.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { repositoryRoot } from './location.mjs'
import { packagedApp } from './package.mjs'
import { ensureLibraries, isRoot } from './system.mjs'
import { offScreen } from './xvfb.mjs'

const START_LIMIT_MS = 30_000

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>} the address of the debugging port, once the app has announced it
 */
function debuggingAddress(child) {
  return new Promise((resolve, reject) => {
    let printed = ''
    const timer = setTimeout(() => reject(new Error(`The app opened no debugging port in time. It printed:\n${printed}`)), START_LIMIT_MS)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The app ended with code ${code} before it opened a window. It printed:\n${printed}`)))
    child.stderr?.on('data', (/** @type {Buffer} */ chunk) => {
      printed += chunk
      const address = /DevTools listening on (ws:\S+)/.exec(printed)?.[1]
      if (address === undefined) return
      clearTimeout(timer)
      resolve(address)
    })
  })
}

/**
 * @param {string} address
 * @returns {Promise<{ heading: string, location: string }>} the first heading that shows, and the address of its page
 */
async function firstHeading(address) {
  const { chromium } = await import('@playwright/test')
  const browser = await chromium.connectOverCDP(address)
  try {
    const context = browser.contexts()[0]
    if (context === undefined) throw new Error('The app has no browser context.')
    const page = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: START_LIMIT_MS }))
    const heading = page.getByRole('heading').first()
    await heading.waitFor({ state: 'visible', timeout: START_LIMIT_MS })
    return { heading: await heading.innerText(), location: page.url() }
  } finally {
    await browser.close()
  }
}

/** @param {boolean} forTests */
async function smokeTest(forTests) {
  ensureDependencies()
  const { executable } = packagedApp(forTests)
  const program = path.join(repositoryRoot, executable)
  if (!existsSync(program)) throw new Error(`${executable} is not there: run npm run package${forTests ? ' -- --for-tests' : ''} first.`)
  ensureLibraries(program)
  const { environment, stop } = await offScreen()
  const profile = mkdtempSync(path.join(tmpdir(), 'smoke-profile-'))
  const options = [`--user-data-dir=${profile}`, '--remote-debugging-port=0', ...(isRoot() ? ['--no-sandbox'] : [])]
  const child = spawn(program, options, { env: environment, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    const { heading, location } = await firstHeading(await debuggingAddress(child))
    console.log(`Smoke test passed: the packaged app shows "${heading}" at ${location}.`)
  } finally {
    child.kill()
    await ended
    stop()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

try {
  await smokeTest(readOptions(process.argv.slice(2), { switches: ['for-tests'] }).on.has('for-tests'))
} catch (reason) {
  console.error(`Smoke test failed: ${reason instanceof Error ? reason.message : reason}`)
  process.exitCode = 1
}
