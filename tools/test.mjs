/**
 * `npm test`: the only command needed to test. Installs what is missing, builds, runs the unit tests, then those of whole walks,
 * processes and files, and then the tests in a real Electron window, and ends with one line: `N passed, N failed`.
 *
 *   node tools/test.mjs [--only unit|integration|e2e] [--on-screen] [what Vitest takes: a path, -t NAME, …]
 *
 * On Linux the windows open on displays without a screen, started for the run, even where there is a real one: they
 * would take the keyboard focus from the person, and the person from the tests. There are two, so that two files can run at
 * once without taking it from each other. `--on-screen` shows the windows, one file at a time.
 */
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { closingLine } from './closing-line.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { isEntryPoint } from './location.mjs'
import { ensureLibraries } from './system.mjs'
import { runVitest } from './vitest.mjs'

const PROJECTS = /** @type {const} */ (['unit', 'integration', 'e2e'])

/** @typedef {{ projects: (typeof PROJECTS[number])[], onScreen: boolean, forVitest: string[] }} Wish */

/**
 * @param {readonly string[]} words
 * @returns {Wish}
 */
export function parseWish(words) {
  /** @type {Wish} */
  const wish = { projects: [...PROJECTS], onScreen: false, forVitest: [...words] }
  const options = /** @type {const} */ ({ 'on-screen': { type: 'boolean' }, only: { type: 'string' } })
  const { tokens } = parseArgs({ args: [...words], options, strict: false, tokens: true })
  // From the end on, so that the places of the words before stay as they are.
  for (const token of tokens.toReversed()) {
    if (token.kind !== 'option' || !Object.hasOwn(options, token.name)) continue
    wish.forVitest.splice(token.index, token.name === 'only' && !token.inlineValue ? 2 : 1)
    if (token.name === 'on-screen') wish.onScreen = true
    else wish.projects = [only(token.value)]
  }
  return wish
}

/** @param {string | undefined} value */
function only(value) {
  const project = PROJECTS.find((each) => each === value)
  if (project === undefined) throw new Error(`--only takes unit, integration or e2e, not ${value ?? 'nothing'}.`)
  return project
}

/**
 * Fetches and builds everything the tests of the window need, so that none of them waits for a download.
 * @param {boolean} onScreen
 */
async function prepareWindow(onScreen) {
  const [{ buildIfStale }, { allTargets }, { ensureChromium }, { electronBinary }, { offScreen }] = await Promise.all([
    import('./build.mjs'),
    import('./build-config.mjs'),
    import('./chromium.mjs'),
    import('./electron.mjs'),
    import('./xvfb.mjs'),
  ])
  await buildIfStale(allTargets)
  ensureLibraries((await electronBinary()).path)
  await ensureChromium()
  // Each file has a display to itself while it runs. More than two at once would only wait for each other's processor.
  return offScreen({ onScreen, count: Math.min(2, availableParallelism()) })
}

/**
 * @param {Wish} wish
 * @returns {Promise<import('./closing-line.mjs').Counts>}
 */
async function prepareAndRun({ projects, onScreen, forVitest }) {
  ensureDependencies()
  const withoutWindow = { environment: process.env, stop: () => undefined }
  const { environment, stop } = projects.includes('e2e') ? await prepareWindow(onScreen) : withoutWindow
  const stopBySignal = () => {
    stop()
    process.exit(1)
  }
  process.once('SIGINT', stopBySignal).once('SIGTERM', stopBySignal)
  try {
    return await runVitest([...projects.flatMap((project) => ['--project', `${project}*`]), ...forVitest], environment)
  } finally {
    stop()
  }
}

/** @param {readonly string[]} words */
async function main(words) {
  let counts = { passed: 0, failed: 1, skipped: 0 }
  try {
    counts = await prepareAndRun(parseWish(words))
  } catch (reason) {
    console.error(reason instanceof Error ? reason.message : reason)
  }
  console.log(closingLine(counts))
  process.exitCode = counts.failed === 0 ? 0 : 1
}

if (isEntryPoint(import.meta.url)) await main(process.argv.slice(2))
