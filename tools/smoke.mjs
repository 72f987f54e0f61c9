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
import { debuggingAddress, firstHeading } from './packaged-window.mjs'
import { ensureLibraries, isRoot } from './system.mjs'
import { offScreen } from './xvfb.mjs'

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
