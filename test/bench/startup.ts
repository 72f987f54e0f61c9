/**
 * `npm run bench -- startup`: how much later than a bare Electron window the wizard is there, and how much more it takes.
 * Prints one JSON object on stdout (with `npm run --silent`) and a table for people on stderr.
 *
 *   --runs N          runs of each kind, at least 15 for a result to be quoted (default 15)
 *   --against FOLDER  another built copy of the repository, whose runs take turns with these: its figures are in `against`
 *
 * Three kinds of run take turns, so that a slow moment of the machine meets all of them; each has the same Electron, the
 * same options and a new profile, and every time is counted from just before the process is started:
 *
 *   bare    an empty page.            readyToShow; pageUsable, when the page is loaded and painted
 *   app     as `npm start` opens it.  readyToShow
 *   step    with --practice=ready-to-enable, which opens the practice tenant at once.
 *           firstStepInteractive, when the first step has been read from the services and is drawn
 *
 * `pressMs` is how long a case takes to its first step that can be used, opened from the start page a second after that is there.
 * `deltaMs` and `ratio` compare readyToShow of app and bare; `firstStepInteractiveDeltaMs` compares firstStepInteractive
 * of step with pageUsable of bare; `pssDeltaMb` compares the memory of step (idle on the first step) with bare,
 * `pssAtStartPageDeltaMb` that of app. `cpuDeltaMs` and `stepCpuDeltaMs` are the processor time of app and step until they are
 * weighed, beyond that of bare: other work on the machine changes it least. `mainBundleKb` are the scripts that main has
 * loaded for the start page, before it loads ahead what a tenant needs; `rendererBundleKb` those that the page has loaded when it is idle. The
 * running app is asked which they are, so a dynamic import right after the start counts.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { buildIfStale } from '../../tools/build.mjs'
import { appTargets } from '../../tools/build-config.mjs'
import { readOptions, runAsCommand } from '../../tools/command.mjs'
import { electronBinary } from '../../tools/electron.mjs'
import { repositoryRoot } from '../../tools/location.mjs'
import { ensureLibraries } from '../../tools/system.mjs'
import { offScreen } from '../../tools/xvfb.mjs'
import { parseMarks } from '../marks.mjs'
import { cpuMs, proportionalSetSizeMb } from './processes.ts'
import { median, reportBudgets } from './statistics.ts'
import { measuredOptions } from './window.ts'

const RUN_LIMIT_MS = 30_000
const QUIT_LIMIT_MS = 5_000
/** Long enough for the work right after the start to end, and the same for every kind. */
const SETTLE_MS = 1500

type Kind = { name: string; program: string; options: string[]; lastMark: string }
type Measurement = { times: Record<string, number>; pssMb: number | undefined; cpuMs: number | undefined }
type Results = Readonly<Record<'bare' | 'app' | 'step', readonly Measurement[]>>

const bare: Kind = {
  name: 'bare',
  program: path.join(import.meta.dirname, 'bare', 'main.mjs'),
  options: [],
  lastMark: 'pageUsable',
}

/** @param program folder of a built copy */
const kindsOf = (program: string): { app: Kind; step: Kind } => ({
  app: { name: 'app', program, options: [], lastMark: 'readyToShow' },
  step: { name: 'step', program, options: ['--practice=ready-to-enable'], lastMark: 'firstStepInteractive' },
})

/** What was promised; a result beyond it is reported, never hidden. */
const budgets = { deltaMs: 60, firstStepInteractiveDeltaMs: 150, pressMs: 100, pssDeltaMb: 25, mainBundleKb: 150 }

/**
 * Starts one program, waits for its last mark, lets it settle, weighs it and ends it.
 * @returns times in ms after the start
 */
async function measure(kind: Kind, executable: string, environment: Record<string, string>): Promise<Measurement> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'))
  const marksFile = path.join(folder, 'marks.jsonl')
  const words = [...measuredOptions(), `--user-data-dir=${path.join(folder, 'profile')}`, kind.program, ...kind.options]
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
    const { pid } = child
    return pid === undefined
      ? { times, pssMb: undefined, cpuMs: undefined }
      : { times, pssMb: proportionalSetSizeMb(pid), cpuMs: cpuMs(pid) }
  } finally {
    // Asked to quit, Electron ends its other processes first; killed, they would still be writing into the profile.
    child.kill('SIGTERM')
    const unwilling = setTimeout(() => child.kill('SIGKILL'), QUIT_LIMIT_MS)
    await ended
    clearTimeout(unwilling)
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
}

/** @returns medians; null where the system does not tell */
function summarize(
  results: Results,
  others: { mainBundleKb: number; rendererBundleKb: number; pressMs: number },
): Record<string, number | null> {
  const time = (kind: keyof Results, mark: string) => median(results[kind].map(({ times }) => times[mark] ?? Number.NaN))
  const of = (kind: keyof Results, figure: 'pssMb' | 'cpuMs') => median(results[kind].map((each) => each[figure] ?? Number.NaN))
  const bareReadyToShowMs = time('bare', 'readyToShow')
  const appReadyToShowMs = time('app', 'readyToShow')
  const exact = {
    bareReadyToShowMs,
    appReadyToShowMs,
    deltaMs: appReadyToShowMs - bareReadyToShowMs,
    ratio: appReadyToShowMs / bareReadyToShowMs,
    firstStepInteractiveDeltaMs: time('step', 'firstStepInteractive') - time('bare', 'pageUsable'),
    pssDeltaMb: of('step', 'pssMb') - of('bare', 'pssMb'),
    pssAtStartPageDeltaMb: of('app', 'pssMb') - of('bare', 'pssMb'),
    cpuDeltaMs: of('app', 'cpuMs') - of('bare', 'cpuMs'),
    stepCpuDeltaMs: of('step', 'cpuMs') - of('bare', 'cpuMs'),
    ...others,
    runs: results.bare.length,
  }
  return Object.fromEntries(
    Object.entries(exact).map(([name, value]) => [name, Number.isNaN(value) ? null : Math.round(value * 100) / 100]),
  )
}

/** @param folder of a built copy */
async function bundleSizes(
  folder: string,
  executable: string,
  environment: Record<string, string>,
): Promise<{ mainBundleKb: number; rendererBundleKb: number }> {
  const { loadedAtStart, sizeKb } = await import('./loaded-scripts.ts')
  const out = path.join(folder, 'out')
  const loaded = await loadedAtStart({ executable, app: folder, environment, out, settleMs: SETTLE_MS })
  console.error(`Loaded on the start page of ${folder}: ${[...loaded.main, ...loaded.renderer].join(', ')}`)
  return {
    mainBundleKb: sizeKb(loaded.main, path.join(out, 'main')),
    rendererBundleKb: sizeKb(loaded.renderer, path.join(out, 'renderer')),
  }
}

/** As a person who has read what they press. */
const READING_MS = 1000

/**
 * Opens a case at its first step from the start page, as a trainer does.
 * @param folder of a built copy
 * @returns ms from the press until its first step can be used
 */
async function press(folder: string, executable: string, environment: Record<string, string>): Promise<number> {
  const { atStartPage } = await import('./loaded-scripts.ts')
  const marks = mkdtempSync(path.join(tmpdir(), 'bench-press-'))
  const file = path.join(marks, 'marks.jsonl')
  try {
    return await atStartPage({ executable, app: folder, environment: { ...environment, CMK_WIZARD_MARKS: file } }, async (_, page) => {
      await pause(READING_MS)
      const pressedAt = await page.evaluate(() => {
        void Reflect.get(globalThis, 'wizard').call('practice:start', { scenario: 'ready-to-enable', at: 'step-1' })
        return performance.timeOrigin + performance.now()
      })
      for (const deadline = Date.now() + RUN_LIMIT_MS; Date.now() < deadline; await pause(20)) {
        const usableAt = parseMarks(readFileSync(file, 'utf8')).get('firstStepInteractive')
        if (usableAt !== undefined) return usableAt - pressedAt
      }
      throw new Error('The first step never came after the press.')
    })
  } finally {
    rmSync(marks, { recursive: true, force: true })
  }
}

/**
 * @param folders of built copies, measured by turns
 * @returns a summary for each copy
 */
async function compare(
  folders: readonly string[],
  runs: number,
  executable: string,
  environment: Record<string, string>,
): Promise<Record<string, number | null>[]> {
  const copies = []
  for (const folder of folders) {
    const sizes = await bundleSizes(folder, executable, environment)
    copies.push({
      folder,
      kinds: kindsOf(folder),
      sizes,
      presses: [] as number[],
      app: [] as Measurement[],
      step: [] as Measurement[],
    })
  }
  const ofBare: Measurement[] = []
  // One round that does not count brings the files into memory.
  for (let round = 0; round <= runs; round++) {
    const counts = round > 0
    const empty = await measure(bare, executable, environment)
    if (counts) ofBare.push(empty)
    for (const copy of copies) {
      const took = await press(copy.folder, executable, environment)
      if (counts) copy.presses.push(took)
      for (const name of ['app', 'step'] as const) {
        const measurement = await measure(copy.kinds[name], executable, environment)
        if (counts) copy[name].push(measurement)
      }
    }
    if (counts) console.error(`Round ${round} of ${runs} done.`)
  }
  return copies.map(({ app, step, sizes, presses }) => summarize({ bare: ofBare, app, step }, { ...sizes, pressMs: median(presses) }))
}

async function main(words: readonly string[]) {
  const { values } = readOptions(words, { valued: ['runs', 'against'] })
  const runs = Number(values['runs']?.at(-1) ?? 15)
  if (!Number.isInteger(runs) || runs < 1) throw new Error('Usage: npm run bench -- startup [--runs N] [--against FOLDER]')
  const against = (values['against'] ?? []).map((folder) => path.resolve(folder))
  await buildIfStale(appTargets)
  const electron = await electronBinary()
  ensureLibraries(electron.path)
  const { environment, stop } = await offScreen()
  try {
    const [summary, ...others] = await compare([repositoryRoot, ...against], runs, electron.path, environment)
    if (!summary) return false
    reportBudgets(budgets, summary)
    console.log(JSON.stringify(others.length === 0 ? summary : { ...summary, against: others }, null, 2))
    return true
  } finally {
    stop()
  }
}

await runAsCommand(import.meta.url, main)
