/**
 * `npm test`: the only command needed to test. Installs what is missing, builds, runs the unit, model and contract tests
 * and then the tests in a real Electron window, and ends with one line: `N passed, N failed`.
 *
 *   node tools/test.mjs [--only unit|e2e] [--on-screen] [what Vitest takes: a path, -t NAME, …]
 *
 * On Linux the windows open on a display without a screen, started for the run, even where there is a real one: they
 * would take the keyboard focus from the person, and the person from the tests. `--on-screen` shows them.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { closingLine, readCounts } from './closing-line.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { isEntryPoint, repositoryRoot } from './location.mjs'
import { ensureLibraries } from './system.mjs'

/** @typedef {{ projects: ('unit' | 'e2e')[], onScreen: boolean, forVitest: string[] }} Wish */

/**
 * @param {readonly string[]} words
 * @returns {Wish}
 */
export function parseWish(words) {
  /** @type {Wish} */
  const wish = { projects: ['unit', 'e2e'], onScreen: false, forVitest: [] }
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ''
    if (word === '--on-screen') wish.onScreen = true
    else if (word === '--only') {
      const half = words[++index]
      if (half !== 'unit' && half !== 'e2e') throw new Error(`--only takes unit or e2e, not ${half ?? 'nothing'}.`)
      wish.projects = [half]
    } else wish.forVitest.push(word)
  }
  return wish
}

/**
 * Fetches and builds everything the tests of the window need, so that none of them waits for a download.
 * @param {boolean} onScreen
 */
async function prepareWindow(onScreen) {
  const [{ buildIfStale }, { allTargets }, { electronBinary }, { offScreen }] = await Promise.all([
    import('./build.mjs'),
    import('./build-config.mjs'),
    import('./electron.mjs'),
    import('./xvfb.mjs'),
  ])
  await buildIfStale(allTargets)
  ensureLibraries((await electronBinary()).path)
  return offScreen({ onScreen })
}

/**
 * @param {Wish} wish
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<number>} exit code of Vitest
 */
function runVitest({ projects, forVitest }, environment) {
  const vitest = path.join(repositoryRoot, 'node_modules', 'vitest', 'vitest.mjs')
  const words = [vitest, 'run', ...projects.flatMap((project) => ['--project', project]), ...forVitest]
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { cwd: repositoryRoot, env: environment, stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/**
 * @param {Wish} wish
 * @param {string} countsFile
 * @returns {Promise<number>} exit code of Vitest
 */
async function prepareAndRun(wish, countsFile) {
  ensureDependencies()
  const withoutWindow = { environment: process.env, stop: () => undefined }
  const { environment, stop } = wish.projects.includes('e2e') ? await prepareWindow(wish.onScreen) : withoutWindow
  const stopBySignal = () => {
    stop()
    process.exit(1)
  }
  process.once('SIGINT', stopBySignal).once('SIGTERM', stopBySignal)
  try {
    return await runVitest(wish, { ...environment, CMK_WIZARD_COUNTS_FILE: countsFile })
  } finally {
    stop()
  }
}

/** @param {readonly string[]} words */
async function main(words) {
  const folder = mkdtempSync(path.join(tmpdir(), 'test-counts-'))
  const countsFile = path.join(folder, 'counts.json')
  let exitCode = 1
  try {
    exitCode = await prepareAndRun(parseWish(words), countsFile)
  } catch (reason) {
    console.error(reason instanceof Error ? reason.message : reason)
  }
  const counts = readCounts(countsFile, exitCode)
  rmSync(folder, { recursive: true, force: true })
  console.log(closingLine(counts))
  process.exitCode = counts.failed === 0 ? 0 : 1
}

if (isEntryPoint(import.meta.url)) await main(process.argv.slice(2))
