/**
 * `npm run test:faults`: every call of the journey from an unprepared tenant to an encrypted environment, of adding another environment
 * and of protecting the key, met by every fault that the
 * practice tenant knows. Ends with one line: `C calls × F faults = N cases, N survived, 0 duplicate writes, 0 lost`.
 *
 *   node tools/test-faults.mjs [TEXT that the call or the fault holds] [--store team] [--tell]
 *
 * With `--store team` the records are in a team's store, and it is the store's calls that meet faults (test/faults/team).
 *
 * What counts as survived, written twice and lost is said in test/faults. The cases share no state, so they are dealt out to one
 * process for each core.
 */
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { buildIfStale } from './build.mjs'
import { runBuilt } from './built-program.mjs'
import { runAsCommand } from './command.mjs'
import { ensureDependencies } from './dependencies.mjs'

/** @typedef {{ calls: number, faults: number }} Journey */
/** @typedef {{ name: string, wrong: string[], duplicates: string[], unobserved: string[], lost: string[], told: string[] }} Case */

/**
 * @param {Case} each
 * @returns {string[]} what is wrong with it, in lines
 */
const complaints = ({ wrong, duplicates, unobserved, lost }) => [
  ...wrong,
  ...duplicates.map((each) => `Written twice: ${each}`),
  ...unobserved.map((each) => `Sent again with a doubt that no reading answered: ${each}`),
  ...lost,
]

/**
 * @param {Journey} journey
 * @param {readonly Case[]} cases
 */
export function verdict({ calls, faults }, cases) {
  const survived = cases.filter((each) => complaints(each).length === 0).length
  const duplicates = cases.reduce((sum, each) => sum + each.duplicates.length, 0)
  const lost = cases.reduce((sum, each) => sum + each.lost.length, 0)
  return {
    line: `${calls} calls × ${faults} faults = ${cases.length} cases, ${survived} survived, ${duplicates} duplicate writes, ${lost} lost`,
    passed: cases.length > 0 && survived === cases.length,
    complete: cases.length === calls * faults,
  }
}

/** @param {readonly string[]} words */
async function main(words) {
  ensureDependencies()
  await buildIfStale(['faults'])
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { store: { type: 'string', default: 'memory' }, tell: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const { tell, store } = values
  const [text = ''] = positionals
  const processes = Math.min(4, availableParallelism())
  /** @type {Journey} */
  let journey = { calls: 0, faults: 0 }
  /** @type {Case[]} */
  const cases = []
  /** @param {string} line */
  const hear = (line) => {
    const said = JSON.parse(line)
    if ('calls' in said) {
      journey = said
      return
    }
    cases.push(said)
    for (const complaint of complaints(said)) console.error(`${said.name}\n    ${complaint}`)
    if (tell) console.error(`${said.name}\n    told: ${said.told.join(' | ') || 'nothing'}`)
    else if (cases.length % 100 === 0) console.error(`${cases.length} cases…`)
  }
  const codes = await Promise.all(
    Array.from({ length: processes }, (_none, share) => runBuilt('faults', [String(share), String(processes), text, store], hear)),
  )
  const { line, passed, complete } = verdict(journey, cases)
  console.log(line)
  return passed && (complete || text !== '') && codes.every((code) => code === 0)
}

await runAsCommand(import.meta.url, main)
