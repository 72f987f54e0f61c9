/**
 * `npm run smoke`: starts the packaged app as it ships, waits until its first step is drawn and can be used, and tries the ways into it that
 * must not lead in. No debugger can be attached to it, so the app itself says how far it got: by the marks of its start.
 *
 *   --for-tests      the package that `npm run package -- --for-tests` made
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readOptions } from '../../tools/command.mjs'
import { ensureDependencies } from '../../tools/dependencies.mjs'
import { repositoryRoot } from '../../tools/location.mjs'
import { packagedApp } from '../../tools/package.mjs'
import { ensureLibraries, isRoot } from '../../tools/system.mjs'
import { offScreen } from '../../tools/xvfb.mjs'
import { parseMarks } from '../marks.mjs'
import { attempts, attemptsBeside, freePort, listens } from './attempts.mjs'

const START_LIMIT_MS = 60_000

/** @typedef {import('./attempts.mjs').Place} Place */

/**
 * Tries each, and continues after one that leads in.
 * @param {readonly import('./attempts.mjs').Attempt[]} all
 * @param {Place} place
 * @returns {Promise<readonly string[]>} those that led in, and how
 */
async function tryAll(all, place) {
  const problems = []
  for (const { name, run } of all) {
    const problem = await run(place)
    console.log(`  ${problem === undefined ? 'refused' : 'NOT REFUSED'}: ${name}`)
    if (problem !== undefined) problems.push(`${name}: ${problem}`)
  }
  return problems
}

/**
 * Opens the window with every way to debug it asked for, and waits until its first step can be used.
 * @param {Place} place
 */
async function openWindow({ program, options, environment, folder }) {
  const marksFile = path.join(folder, 'marks.jsonl')
  const [inspector, devTools] = [await freePort(), await freePort()]
  const words = [...options, `--remote-debugging-port=${devTools}`, `--inspect=127.0.0.1:${inspector}`, '--practice=ready-to-enable']
  const child = spawn(program, words, { env: { ...environment, CMK_WIZARD_MARKS: marksFile }, stdio: ['ignore', 'ignore', 'pipe'] })
  let printed = ''
  child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => (printed += text))
  const gone = new Promise((resolve) => child.once('exit', resolve))
  const close = async () => {
    child.kill()
    await gone
  }
  const deadline = Date.now() + START_LIMIT_MS
  const reached = () => (existsSync(marksFile) ? parseMarks(readFileSync(marksFile, 'utf8')) : new Map())
  while (!reached().has('firstStepInteractive')) {
    if (Date.now() > deadline || child.exitCode !== null) {
      await close()
      throw new Error(
        `The app never drew its first step; it reached ${[...reached().keys()].join(', ') || 'nothing'} and printed:\n${printed}`,
      )
    }
    await pause(50)
  }
  const problems = [
    ...((await listens(devTools)) || printed.includes('DevTools listening') ? ['remote debugging port: it is open'] : []),
    ...((await listens(inspector)) || printed.includes('Debugger listening') ? ['--inspect: a debugger can attach'] : []),
  ]
  for (const name of ['remote debugging port', '--inspect'])
    console.log(`  ${problems.some((each) => each.startsWith(name)) ? 'NOT REFUSED' : 'refused'}: ${name}`)
  return { problems, close, isOpen: () => child.exitCode === null }
}

/** @param {boolean} forTests */
async function smokeTest(forTests) {
  ensureDependencies()
  const { executable } = packagedApp(forTests)
  const program = path.join(repositoryRoot, executable)
  if (!existsSync(program)) throw new Error(`${executable} is not there: run npm run package${forTests ? ' -- --for-tests' : ''} first.`)
  ensureLibraries(program)
  const { environment, stop } = await offScreen()
  const folder = mkdtempSync(path.join(tmpdir(), 'smoke-'))
  const options = [`--user-data-dir=${path.join(folder, 'profile')}`, ...(isRoot() ? ['--no-sandbox'] : [])]
  mkdirSync(path.join(folder, 'profile'))
  const place = { program, options, environment, folder }
  try {
    const problems = [...(await tryAll(attempts, place))]
    const window = await openWindow(place)
    try {
      problems.push(...window.problems, ...(await tryAll(attemptsBeside, place)))
      if (!window.isOpen()) problems.push('the window closed at a second start')
    } finally {
      await window.close()
    }
    if (problems.length > 0) throw new Error(`these ways lead into the app:\n  ${problems.join('\n  ')}`)
    console.log('Smoke test passed: the packaged app draws its first step, and every attempt on it is refused.')
  } finally {
    stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

try {
  await smokeTest(readOptions(process.argv.slice(2), { switches: ['for-tests'] }).on.has('for-tests'))
} catch (reason) {
  console.error(`Smoke test failed: ${reason instanceof Error ? reason.message : reason}`)
  process.exitCode = 1
}
