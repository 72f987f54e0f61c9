/**
 * `npm run test:model`, `npm run test:corrupt` and `npm run test:ipc`: tests that draw what they do. Each run prints its seed, and `--seed N` draws the same again; a counterexample
 * names what to add to see it alone. The last line is the figure.
 *
 *   node tools/test-seeded.mjs model|corrupt|ipc [--seed N] [--runs N] [--path P]
 *
 * What must hold is said beside each test's own program. The runs share no state, so they are dealt out to four processes: on every machine, so
 * that a seed draws the same on each.
 */
import { randomInt } from 'node:crypto'
import { buildIfStale } from './build.mjs'
import { runBuilt } from './built-program.mjs'
import { readOptions, runAsCommand } from './command.mjs'
import { ensureDependencies } from './dependencies.mjs'

const PROCESSES = 4

/** @typedef {Readonly<Record<string, number>>} Figures */
/** @typedef {{ seed: number, path?: string, told: readonly string[], broken: readonly string[] }} Complaint */
/** @typedef {{ runs: number, line: (seed: number, figures: Figures, complaints: number) => string }} Test */

/** @type {Readonly<Record<'model' | 'corrupt' | 'ipc', Test>>} */
export const tests = {
  model: {
    runs: 2_000,
    line: (seed, { runs = 0, events = 0 }, complaints) => `${runs} runs (seed ${seed}), ${events} events, ${complaints} broken invariants`,
  },
  corrupt: {
    runs: 1_000,
    line: (seed, { runs = 0, survived = 0, opened = 0, recovered = 0, said = 0, crashes = 0, losses = 0 }) =>
      `${runs} files (seed ${seed}), ${survived} survived: ${opened} opened, ${recovered} recovered from what was kept, ${said} put aside or refused and said, ${crashes} crashes, ${losses} silent losses`,
  },
  ipc: {
    runs: 10_000,
    line: (seed, { runs = 0, channels = 0, answered = 0, refusedByType = 0, refusedBySender = 0, unanswered = 0 }, complaints) =>
      `${runs} messages on ${channels} channels (seed ${seed}): ${answered} answered, ${refusedByType} refused by type, ${refusedBySender} refused by sender, ${unanswered} unanswered, ${complaints === 0 ? 'main answers' : `${complaints} answered wrongly`}`,
  },
}

/**
 * @param {readonly string[]} words
 * @returns {{ name: keyof typeof tests, seed: number, runs: number, path: string | undefined }}
 */
export function parseWish([name, ...words]) {
  if (name === undefined || !Object.hasOwn(tests, name))
    throw new Error(`There is no such test. There are: ${Object.keys(tests).join(', ')}.`)
  const known = /** @type {keyof typeof tests} */ (name)
  const { values } = readOptions(words, { valued: ['seed', 'runs', 'path'] })
  const whole = (/** @type {string} */ option, /** @type {number} */ otherwise) => {
    const given = values[option]?.at(-1)
    const value = Number(given ?? otherwise)
    if (!Number.isInteger(value) || value < 0) throw new Error(`--${option} takes a whole number, not ${given}.`)
    return value
  }
  return { name: known, seed: whole('seed', randomInt(2 ** 31)), runs: whole('runs', tests[known].runs), path: values['path']?.at(-1) }
}

/**
 * Each process has its own seed, so that none repeats what another does.
 * @param {{ seed: number, runs: number, path: string | undefined }} wish
 * @returns {{ seed: number, runs: number }[]}
 */
export function shares({ seed, runs, path: only }) {
  // A path belongs to one seed.
  const count = only === undefined ? Math.max(1, Math.min(PROCESSES, runs)) : 1
  return Array.from({ length: count }, (_none, index) => ({
    seed: seed + index,
    runs: Math.floor(runs / count) + (index < runs % count ? 1 : 0),
  }))
}

/** @param {readonly string[]} words */
async function main(words) {
  const wish = parseWish(words)
  ensureDependencies()
  await buildIfStale([wish.name])
  /** @type {Record<string, number>} */
  const figures = {}
  let complaints = 0
  /** @param {string} line */
  const hear = (line) => {
    /** @type {{ figures?: Figures, highest?: Figures, complaint?: Complaint }} */
    const said = JSON.parse(line)
    for (const [figure, count] of Object.entries(said.highest ?? {})) figures[figure] = Math.max(figures[figure] ?? 0, count)
    for (const [figure, count] of Object.entries(said.figures ?? {})) figures[figure] = (figures[figure] ?? 0) + count
    if (!said.complaint) return
    complaints += 1
    const { seed, path: at, told, broken } = said.complaint
    console.error(`${told.join('\n')}\n    ${broken.join('\n    ')}`)
    console.error(`    again: npm run test:${wish.name} -- --seed ${seed} --runs 1${at === undefined ? '' : ` --path ${at}`}`)
  }
  const codes = await Promise.all(
    shares(wish).map(({ seed, runs }) =>
      runBuilt(wish.name, [String(seed), String(runs), ...(wish.path === undefined ? [] : [wish.path])], hear),
    ),
  )
  console.log(tests[wish.name].line(wish.seed, figures, complaints))
  return complaints === 0 && codes.every((code) => code === 0) && (figures['runs'] ?? 0) >= wish.runs
}

await runAsCommand(import.meta.url, main)
