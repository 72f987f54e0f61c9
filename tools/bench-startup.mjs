/**
 * `npm run bench:startup`: how much later than a bare Electron window the wizard is there, and how much more it takes.
 * Prints one JSON object on stdout (with `npm run --silent`) and a table for people on stderr.
 *
 *   --runs N    runs of each kind, at least 15 for a result to be quoted (default 15)
 *
 * Three kinds of run take turns, so that a slow moment of the machine meets all of them; each has the same Electron, the
 * same options and a new profile, and every time is counted from just before the process is started:
 *
 *   bare    an empty page.            readyToShow; pageUsable, when the page is loaded and painted
 *   app     as `npm start` opens it.  readyToShow
 *   step    with --practice=ready-to-enable, which opens the practice tenant at once.
 *           firstStepInteractive, when the first step has been read from the services and is drawn
 *
 * `deltaMs` and `ratio` compare readyToShow of app and bare; `firstStepInteractiveDeltaMs` compares firstStepInteractive
 * of step with pageUsable of bare; `pssDeltaMb` compares the memory of step (idle on the first step) with bare,
 * `pssAtStartPageDeltaMb` that of app. `mainBundleKb` and `rendererBundleKb` are the scripts that main and the page have
 * loaded when the start page is shown and idle, before a sign-in or a practice tenant. The running app is asked which they
 * are, so a dynamic import right after the start counts.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { proportionalSetSizeMb } from './bench/processes.mjs'
import { median, parseMarks } from './bench/statistics.mjs'
import { buildIfStale } from './build.mjs'
import { appTargets } from './build-config.mjs'
import { readOptions } from './command.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { electronBinary } from './electron.mjs'
import { repositoryRoot } from './location.mjs'
import { electronOptions } from './start.mjs'
import { ensureLibraries, isRoot } from './system.mjs'
import { offScreen } from './xvfb.mjs'

const RUN_LIMIT_MS = 30_000
const QUIT_LIMIT_MS = 5_000
/** Long enough for the work right after the start to end, and the same for every kind. */
const SETTLE_MS = 1500

/** @typedef {{ name: 'bare' | 'app' | 'step', program: string, options: string[], lastMark: string }} Kind */
/** @typedef {{ times: Record<string, number>, pssMb: number | undefined }} Measurement */

/** @type {readonly Kind[]} */
const kinds = [
  { name: 'bare', program: path.join(import.meta.dirname, 'bench', 'bare', 'main.mjs'), options: [], lastMark: 'pageUsable' },
  { name: 'app', program: repositoryRoot, options: [], lastMark: 'readyToShow' },
  { name: 'step', program: repositoryRoot, options: ['--practice=ready-to-enable'], lastMark: 'firstStepInteractive' },
]

const out = path.join(repositoryRoot, 'out')

/** What was promised; a result beyond it is reported, never hidden. */
const budgets = { deltaMs: 60, firstStepInteractiveDeltaMs: 150, pssDeltaMb: 25, mainBundleKb: 150 }

/**
 * Starts one program, waits for its last mark, lets it settle, weighs it and ends it.
 * @param {Kind} kind
 * @param {string} executable
 * @param {Record<string, string>} environment
 * @returns {Promise<Measurement>} times in ms after the start
 */
async function measure(kind, executable, environment) {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'))
  const marksFile = path.join(folder, 'marks.jsonl')
  const words = [...electronOptions({ root: isRoot() }), `--user-data-dir=${path.join(folder, 'profile')}`, kind.program, ...kind.options]
  const startedAt = performance.timeOrigin + performance.now()
  const child = spawn(executable, words, { env: { ...environment, CMK_WIZARD_MARKS: marksFile }, stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    const deadline = Date.now() + RUN_LIMIT_MS
    let marks = parseMarks('')
    while (!marks.has(kind.lastMark)) {
      if (Date.now() > deadline || child.exitCode !== null) {
        throw new Error(`The ${kind.name} run never reached ${kind.lastMark}; it reached ${[...marks.keys()].join(', ') || 'nothing'}.`)
      }
      await pause(20)
      if (existsSync(marksFile)) marks = parseMarks(readFileSync(marksFile, 'utf8'))
    }
    await pause(SETTLE_MS)
    const times = Object.fromEntries([...marks].map(([mark, at]) => [mark, at - startedAt]))
    return { times, pssMb: child.pid === undefined ? undefined : proportionalSetSizeMb(child.pid) }
  } finally {
    // Asked to quit, Electron ends its other processes first; killed, they would still be writing into the profile.
    child.kill('SIGTERM')
    const unwilling = setTimeout(() => child.kill('SIGKILL'), QUIT_LIMIT_MS)
    await ended
    clearTimeout(unwilling)
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
}

/**
 * @param {Record<Kind['name'], Measurement[]>} results
 * @param {{ mainBundleKb: number, rendererBundleKb: number }} sizes
 * @returns {Record<string, number | null>} medians; null where the system does not tell
 */
function summarize(results, sizes) {
  const time = (/** @type {Kind['name']} */ kind, /** @type {string} */ mark) =>
    median(results[kind].map(({ times }) => times[mark] ?? Number.NaN))
  const pss = (/** @type {Kind['name']} */ kind) => median(results[kind].map(({ pssMb }) => pssMb ?? Number.NaN))
  const bareReadyToShowMs = time('bare', 'readyToShow')
  const appReadyToShowMs = time('app', 'readyToShow')
  const exact = {
    bareReadyToShowMs,
    appReadyToShowMs,
    deltaMs: appReadyToShowMs - bareReadyToShowMs,
    ratio: appReadyToShowMs / bareReadyToShowMs,
    firstStepInteractiveDeltaMs: time('step', 'firstStepInteractive') - time('bare', 'pageUsable'),
    pssDeltaMb: pss('step') - pss('bare'),
    pssAtStartPageDeltaMb: pss('app') - pss('bare'),
    ...sizes,
    runs: results.bare.length,
  }
  return Object.fromEntries(
    Object.entries(exact).map(([name, value]) => [name, Number.isNaN(value) ? null : Math.round(value * 100) / 100]),
  )
}

/**
 * @param {string} executable
 * @param {Record<string, string>} environment
 * @returns {Promise<{ mainBundleKb: number, rendererBundleKb: number }>}
 */
async function bundleSizes(executable, environment) {
  const { loadedAtStart, sizeKb } = await import('./bench/loaded-scripts.mjs')
  const loaded = await loadedAtStart({ executable, app: repositoryRoot, environment, out, settleMs: SETTLE_MS })
  console.error(`Loaded on the start page: ${[...loaded.main, ...loaded.renderer].join(', ')}`)
  return {
    mainBundleKb: sizeKb(loaded.main, path.join(out, 'main')),
    rendererBundleKb: sizeKb(loaded.renderer, path.join(out, 'renderer')),
  }
}

/** @param {Record<string, number | null>} summary */
function reportBudgets(summary) {
  for (const [name, limit] of Object.entries(budgets)) {
    const value = summary[name]
    const verdict =
      value === null || value === undefined ? 'not measured' : value <= limit ? 'within' : `over by ${(value - limit).toFixed(1)}`
    console.error(`  ${name.padEnd(28)} ${String(value).padStart(8)}   budget ${limit}: ${verdict}`)
  }
}

/** @param {readonly string[]} words */
async function main(words) {
  const runs = Number(readOptions(words, { valued: ['runs'] }).values['runs']?.at(-1) ?? 15)
  if (!Number.isInteger(runs) || runs < 1) throw new Error('Usage: npm run bench:startup -- [--runs N]')
  ensureDependencies()
  await buildIfStale(appTargets)
  const electron = await electronBinary()
  ensureLibraries(electron.path)
  const { environment, stop } = await offScreen()
  /** @type {Record<Kind['name'], Measurement[]>} */
  const results = { bare: [], app: [], step: [] }
  let sizes
  try {
    sizes = await bundleSizes(electron.path, environment)
    // One round that does not count brings the files into memory.
    for (let round = 0; round <= runs; round++) {
      for (const kind of kinds) {
        const measurement = await measure(kind, electron.path, environment)
        if (round > 0) results[kind.name].push(measurement)
      }
      if (round > 0) console.error(`Round ${round} of ${runs} done.`)
    }
  } finally {
    stop()
  }
  const summary = summarize(results, sizes)
  reportBudgets(summary)
  console.log(JSON.stringify(summary, null, 2))
}

main(process.argv.slice(2)).catch((/** @type {unknown} */ reason) => {
  console.error(reason instanceof Error ? reason.message : reason)
  process.exitCode = 1
})
