/**
 * `npm run test:faults`: every call of the journey from an unprepared tenant to an encrypted environment, met by every fault that the
 * practice tenant knows. Ends with one line: `C calls × F faults = N cases, N survived, 0 duplicate writes, 0 lost`.
 *
 *   node tools/test-faults.mjs [TEXT that the call or the fault holds] [--tell]
 *
 * What counts as survived, written twice and lost is said in test/faults. The cases share no state, so they are dealt out to one
 * process for each core.
 */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { buildIfStale } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { isEntryPoint, repositoryRoot } from './location.mjs'

/** @typedef {{ calls: number, faults: number }} Journey */
/** @typedef {{ name: string, wrong: string[], duplicates: string[], lost: string[], told: string[] }} Case */

/**
 * @param {Case} each
 * @returns {string[]} what is wrong with it, in lines
 */
const complaints = ({ wrong, duplicates, lost }) => [...wrong, ...duplicates.map((each) => `Written twice: ${each}`), ...lost]

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

/**
 * @param {readonly string[]} words
 * @param {(line: string) => void} hear
 * @returns {Promise<number>} the exit code
 */
function run(words, hear) {
  const child = spawn(process.execPath, [path.join(repositoryRoot, 'out', 'faults', 'index.js'), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  createInterface({ input: child.stdout }).on('line', hear)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/** @param {readonly string[]} words */
async function main(words) {
  ensureDependencies()
  await buildIfStale(['faults'])
  const tell = words.includes('--tell')
  const text = words.find((word) => word !== '--tell')
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
    Array.from({ length: processes }, (_none, share) => run([String(share), String(processes), ...(text ? [text] : [])], hear)),
  )
  const { line, passed, complete } = verdict(journey, cases)
  console.log(line)
  return passed && (complete || text !== undefined) && codes.every((code) => code === 0)
}

if (isEntryPoint(import.meta.url)) {
  try {
    process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1
  } catch (reason) {
    console.error(reason instanceof Error ? reason.message : reason)
    process.exitCode = 1
  }
}
