/**
 * `npm run test:kill`: the wizard killed at every change of a file and every request of the walk from an unprepared tenant to an
 * encrypted environment, at every write of adding four other environments and of protecting the key, and at random times; started again, and
 * gone on with to the end. Ends with one line:
 * `K kill points + R random (seed S) = N kills, N finished as the uninterrupted run, 0 duplicate writes, 0 broken journals`.
 *
 *   node tools/test-kill.mjs [TEXT that the kill's name holds] [--seed S] [--random N] [--store team] [--tell]
 *
 * What is held against what is said in test/kill. The kills share no state, so they are dealt out to one process for each core.
 */
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { buildIfStale } from './build.mjs'
import { runBuilt } from './built-program.mjs'
import { runAsCommand } from './command.mjs'
import { ensureDependencies } from './dependencies.mjs'

/** @typedef {{ points: number, random: number }} Plan */
/** @typedef {{ name: string, killed: boolean, finished: boolean, duplicates: string[], brokenJournal: string[], wrong: string[], seen: string[] }} Kill */

/**
 * @param {Kill} kill
 * @returns {string[]} what is wrong with it, in lines
 */
const complaints = ({ killed, duplicates, brokenJournal, wrong }) => [
  ...(killed ? [] : ['No process was killed']),
  ...wrong,
  ...duplicates.map((each) => `Written again: ${each}`),
  ...brokenJournal.map((each) => `Journal: ${each}`),
]

/**
 * @param {Plan} plan
 * @param {readonly Kill[]} kills
 * @param {string} seed
 */
export function verdict({ points, random }, kills, seed) {
  /** @param {(kill: Kill) => boolean} is */
  const count = (is) => kills.filter(is).length
  const killed = count((each) => each.killed)
  const finished = count((each) => each.killed && each.finished)
  const duplicates = kills.reduce((sum, each) => sum + each.duplicates.length, 0)
  const broken = count(({ brokenJournal }) => brokenJournal.length > 0)
  return {
    line: `${points} kill points + ${random} random (seed ${seed}) = ${killed} kills, ${finished} finished as the uninterrupted run, ${duplicates} duplicate writes, ${broken} broken journals`,
    passed: kills.length > 0 && kills.every((each) => complaints(each).length === 0),
    complete: killed === points + random,
  }
}

/** @param {readonly string[]} words */
async function main(words) {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      seed: { type: 'string' },
      random: { type: 'string', default: '200' },
      store: { type: 'string', default: 'folder' },
      tell: { type: 'boolean', default: false },
    },
  })
  ensureDependencies()
  await buildIfStale(['kill'])
  const seed = values.seed ?? String(Date.now() % 1_000_000)
  console.error(`Seed ${seed}: the same random times again with --seed ${seed}`)
  const [text] = positionals
  let undisturbed = ''
  const walked = await runBuilt('kill', ['undisturbed', values.store], (line) => {
    undisturbed = line
  })
  if (walked !== 0) return false
  const processes = Math.min(4, availableParallelism())
  /** @type {Plan} */
  let plan = { points: 0, random: 0 }
  /** @type {Kill[]} */
  const kills = []
  /** @param {string} line */
  const hear = (line) => {
    const said = JSON.parse(line)
    if ('points' in said) {
      plan = said
      return
    }
    kills.push(said)
    for (const complaint of complaints(said)) console.error(`${said.name}\n    ${complaint}`)
    if (values.tell) console.error(`${said.name}\n    ${said.seen.join('\n    ')}`)
    else if (kills.length % 50 === 0) console.error(`${kills.length} kills…`)
  }
  const codes = await Promise.all(
    Array.from({ length: processes }, (_none, share) =>
      runBuilt('kill', [String(share), String(processes), seed, values.random, text ?? '', values.store], hear, undisturbed),
    ),
  )
  const { line, passed, complete } = verdict(plan, kills, seed)
  console.log(line)
  return passed && (complete || text !== undefined) && codes.every((code) => code === 0)
}

await runAsCommand(import.meta.url, main)
