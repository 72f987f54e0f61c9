/**
 * `npm run test:faults`, `test:kill`, `test:soak`, `test:model`, `test:corrupt`, `test:ipc` and `test:store`: the tests that take minutes. What each does and
 * what must hold is said beside its own program, in test/. The cases share no state, so they are dealt out in shares, as many on every machine, so
 * that a seed draws the same on each; as many shares run at once as there are cores. Ends with one line: `N passed, N failed`.
 *
 *   node test/long/main.mjs NAME [--seed N] [--runs N] [--only TEXT] [--shares N] [--store NAME] [--tell]
 *
 * `--seed` draws the same again, `--runs` sets how much is drawn, `--only` makes the cases whose name holds the text, `--store team` keeps the
 * records in the storage emulator, `--tell` prints what each case told. A case that failed is printed with the words that make it again.
 */
import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { buildIfStale } from '../../tools/build.mjs'
import { closingLine } from '../../tools/closing-line.mjs'
import { readOptions, runAsCommand } from '../../tools/command.mjs'
import { ensureDependencies } from '../../tools/dependencies.mjs'
import { electronBinary } from '../../tools/electron.mjs'
import { repositoryRoot } from '../../tools/location.mjs'
import { ensureLibraries } from '../../tools/system.mjs'
import { enterTestEnvironment } from '../../tools/test-environment.mjs'

const SHARES = 4

/** Of how many cases a line tells. */
const PROGRESS_EVERY = 100

/** @typedef {{ name: string, wrong: readonly string[], told?: readonly string[], again?: string }} Case */
/**
 * What a program says, a line of JSON each: how many cases it is going to make of how many, which one begins, each of them, and figures that are
 * summed up or are the same in every share. A plan with a seed draws its cases one after the other.
 * @typedef {{ plan?: { own: number, all: number, seed?: number }, begins?: { name: string, again: string }, case?: Case, figures?: Record<string, number>, highest?: Record<string, number>, line?: string }} Said
 */
/** @typedef {{ seed: number, runs: number, shares: number, only?: string, store?: string, tell: boolean }} Wish */

/**
 * `runs`: what is drawn in it is drawn so often. `first`: its program is asked once for what all shares compare with. `builds`: what it starts.
 * @type {Readonly<Record<'faults' | 'kill' | 'soak' | 'model' | 'corrupt' | 'ipc' | 'store', { runs?: number, shares?: number, first?: true, builds?: readonly import('../../tools/build-config.mjs').Target[] }>>}
 */
export const tests = {
  faults: {},
  kill: { runs: 200, first: true, builds: ['killed'] },
  soak: { shares: 1 },
  model: { runs: 2_000 },
  corrupt: { runs: 1_000 },
  ipc: { runs: 10_000 },
  store: { runs: 1_000 },
}

/**
 * @param {readonly string[]} words
 * @returns {{ name: keyof typeof tests, wish: Wish }}
 */
export function readWish([name, ...words]) {
  if (name === undefined || !Object.hasOwn(tests, name))
    throw new Error(`There is no such test. There are: ${Object.keys(tests).join(', ')}.`)
  const known = /** @type {keyof typeof tests} */ (name)
  const { values, on } = readOptions(words, { valued: ['seed', 'runs', 'only', 'shares', 'store'], switches: ['tell'] })
  const whole = (/** @type {string} */ option, /** @type {number} */ otherwise) => {
    const given = values[option]?.at(-1)
    const value = Number(given ?? otherwise)
    if (!Number.isInteger(value) || value < 0) throw new Error(`--${option} takes a whole number, not ${given}.`)
    return value
  }
  const [only, store] = [values['only']?.at(-1), values['store']?.at(-1)]
  const runs = whole('runs', tests[known].runs ?? 0)
  const shares = Math.max(1, whole('shares', tests[known].shares ?? SHARES))
  const optional = { ...(only === undefined ? {} : { only }), ...(store === undefined ? {} : { store }) }
  return { name: known, wish: { seed: whole('seed', randomInt(2 ** 31)), runs, shares, tell: on.has('tell'), ...optional } }
}

/** Counts what the shares say, and prints what went wrong. */
export class Tally {
  counts = { passed: 0, failed: 0, skipped: 0 }
  /** @type {Record<string, number>} */
  #figures = {}
  /** @type {string[]} */
  #lines = []
  #planned = 0
  /** The case that each share is at. @type {Map<number, { name: string, again: string }>} */
  #at = new Map()
  /** Of each share that draws one case after the other. @type {Map<number, { seed: number, made: number }>} */
  #drawn = new Map()
  /** @type {Set<number>} */
  #all = new Set()

  /**
   * @param {string} name of the test
   * @param {Wish} wish
   * @param {(line: string) => void} print
   */
  constructor(name, wish, print) {
    this.name = name
    this.wish = wish
    this.print = print
  }

  /**
   * @param {Said} said
   * @param {number} share that says it
   */
  hear({ plan, begins, case: made, figures = {}, highest = {}, line }, share) {
    for (const [figure, count] of Object.entries(highest)) this.#figures[figure] = Math.max(this.#figures[figure] ?? 0, count)
    for (const [figure, count] of Object.entries(figures)) this.#figures[figure] = (this.#figures[figure] ?? 0) + count
    if (line !== undefined) this.#lines.push(line)
    if (plan) {
      this.#planned += plan.own
      this.#all.add(plan.all)
      if (plan.seed !== undefined) this.#drawn.set(share, { seed: plan.seed, made: 0 })
    }
    if (begins) this.#at.set(share, begins)
    if (!made) return
    this.#at.delete(share)
    const drawn = this.#drawn.get(share)
    if (drawn) drawn.made += 1
    this.#count(made)
  }

  /** @param {Case} made */
  #count({ name, wrong, told = [], again = `--only ${JSON.stringify(name)}` }) {
    this.counts[wrong.length === 0 ? 'passed' : 'failed'] += 1
    if (wrong.length > 0 || this.wish.tell) this.print([name, ...told, ...wrong.map((each) => `    ${each}`)].join('\n'))
    if (wrong.length > 0) this.print(`    ${this.#again(again)}`)
    const made = this.counts.passed + this.counts.failed
    if (made % PROGRESS_EVERY === 0) this.print(`${made} of ${this.#planned}…`)
  }

  /** @param {string} words that make a case again */
  #again(words) {
    const { store } = this.wish
    return `again: npm run test:${this.name} -- ${store === undefined ? '' : `--store ${store} `}${words}`
  }

  /**
   * @param {number} code that isn't 0
   * @param {number} share
   */
  #broke(code, share) {
    const drawn = this.#drawn.get(share)
    const next = drawn && {
      name: `case ${drawn.made + 1} of seed ${drawn.seed}`,
      again: `--seed ${drawn.seed} --runs ${drawn.made + 1} --shares 1`,
    }
    const at = this.#at.get(share) ?? next
    return `A share ended with ${code}${at === undefined ? '' : ` at ${at.name}, ${this.#again(at.again)}`}`
  }

  /**
   * @param {readonly number[]} codes with which the shares ended, in their order
   * @returns {readonly string[]} the figures and the closing line
   */
  close(codes) {
    const { only, seed } = this.wish
    const { passed, failed } = this.counts
    const dealt = only === undefined && [...this.#all].some((all) => all !== this.#planned)
    const missing = this.#planned - passed - failed
    const wrong = [
      ...(dealt ? [`The shares planned ${this.#planned} cases, and there are ${[...this.#all].join(' or ')}`] : []),
      ...(missing !== 0 || passed + failed === 0 ? [`${missing} of ${this.#planned} planned cases were never made`] : []),
      ...codes.flatMap((code, share) => (code === 0 ? [] : [this.#broke(code, share)])),
    ]
    this.counts.failed += wrong.length
    const figures = Object.entries(this.#figures).map(([what, count]) => `${count} ${what}`)
    return [
      ...wrong,
      ...this.#lines,
      ...(figures.length > 0 ? [`${figures.join(', ')}${tests[known(this.name)].runs === undefined ? '' : ` (seed ${seed})`}`] : []),
      closingLine(this.counts),
    ]
  }
}

/** @param {string} name */
const known = (name) => /** @type {keyof typeof tests} */ (name)

/**
 * There is a process for each core, or more: helping threads of a garbage collection would take the processor from another one. It collects
 * less often where the space for what lives briefly is large from the start.
 */
const FLAGS = ['--max-semi-space-size=64', '--min-semi-space-size=64', '--single-threaded-gc']

/**
 * Runs a program that was built from the tests, in a separate process: it prints its results, a line of JSON each. In Electron's Node.js, as the
 * wizard's main process does: it is a third faster than the oldest that the command line supports.
 * @param {string} electron
 * @param {string} name of what was built
 * @param {readonly string[]} words
 * @param {(line: string) => void} hear called with each line it prints
 * @param {string} told what it reads
 * @returns {Promise<number>} the exit code
 */
function runBuilt(electron, name, words, hear, told = '') {
  const child = spawn(electron, [...FLAGS, path.join(repositoryRoot, 'out', name, 'index.js'), ...words], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  })
  // Gone before it has read: its exit code says so.
  child.stdin.on('error', () => undefined)
  child.stdin.end(told)
  createInterface({ input: child.stdout }).on('line', hear)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/** @param {readonly string[]} words */
async function main(words) {
  const { name, wish } = readWish(words)
  ensureDependencies()
  await buildIfStale([name, ...(tests[name].builds ?? [])])
  enterTestEnvironment()
  const electron = (await electronBinary()).path
  ensureLibraries(electron)
  const asked = (/** @type {number} */ share, more = {}) => [JSON.stringify({ ...wish, share, ...more })]
  const told = /** @type {string[]} */ ([])
  if (tests[name].first && (await runBuilt(electron, name, asked(0, { isFirst: true }), (line) => void told.push(line))) !== 0) return false
  const tally = new Tally(name, wish, console.error)
  /** @type {number[]} */
  const codes = []
  let next = 0
  const work = async () => {
    for (let share = next++; share < wish.shares; share = next++)
      codes[share] = await runBuilt(electron, name, asked(share), (line) => tally.hear(JSON.parse(line), share), told.join('\n'))
  }
  await Promise.all(Array.from({ length: Math.min(wish.shares, availableParallelism()) }, work))
  for (const line of tally.close(codes)) console.log(line)
  return tally.counts.failed === 0
}

await runAsCommand(import.meta.url, main)
