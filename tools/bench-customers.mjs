/**
 * `npm run bench:customers`: the list of customers with 5,000 environments of 400 customers, and a check of 200 environments against tenants
 * that throttle. Prints each figure with its bound; exits with 1 where one is missed.
 *
 *   node tools/bench-customers.mjs [--environments N]
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { measureBoard } from './bench/customer-board.mjs'
import { percentile } from './bench/statistics.mjs'
import { buildIfStale } from './build.mjs'
import { appTargets } from './build-config.mjs'
import { readOptions } from './command.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { repositoryRoot } from './location.mjs'

/** @typedef {{ readonly name: string, readonly value: number | undefined, readonly bound: number }} Figure */

/**
 * Runs a part of the measurement that needs the program's own code, in a separate process.
 * @param {readonly string[]} words
 * @returns {string} what it printed
 */
function run(words) {
  const program = path.join(repositoryRoot, 'out', 'bench', 'index.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (status !== 0) throw new Error(`Measuring ${words[0]} failed:\n${stderr}`)
  return stdout
}

/**
 * @param {number} environments
 * @param {number} customers
 */
async function board(environments, customers) {
  const profile = mkdtempSync(path.join(tmpdir(), 'bench-customers-'))
  try {
    run(['customers', profile, String(environments), String(customers)])
    return await measureBoard(profile, environments)
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
}

/**
 * @param {Figure} figure
 * @returns {boolean} whether the bound is kept
 */
function told({ name, value, bound }) {
  const isKept = value !== undefined && value <= bound
  const shown = value === undefined ? 'not measured' : value.toFixed(2)
  console.log(`${isKept ? 'kept  ' : 'missed'}  ${name.padEnd(44)} ${shown.padStart(12)}   at most ${bound}`)
  return isKept
}

/** @param {readonly string[]} words */
async function main(words) {
  const count = Number(readOptions(words, { valued: ['environments'] }).values['environments']?.at(-1) ?? 5_000)
  if (!Number.isInteger(count) || count < 1) throw new Error('Usage: npm run bench:customers -- [--environments N]')
  ensureDependencies()
  await buildIfStale([...appTargets, 'bench'])
  console.error('Checking 200 environments of 10 tenants that throttle, in simulated time…')
  /** @type {{ ratio: number, refused: number, requests: number }} */
  const bulk = JSON.parse(run(['bulk', '200', '10']))
  console.error(`  ${bulk.requests} requests, ${bulk.refused} of them refused once`)
  console.error('Showing one customer…')
  const few = await board(1, 1)
  console.error(`Showing ${count} environments…`)
  const many = await board(count, Math.min(400, count))
  console.error(
    `  all of them after ${many.wholeMs.toFixed(0)} ms; with one environment the list is shown after ${few.shownMs.toFixed(0)} ms`,
  )
  const figures = [
    { name: 'List shown after the start of the page, ms', value: many.shownMs, bound: 500 },
    { name: 'Search, from a key to its result, p95, ms', value: percentile(many.keystrokesMs, 95), bound: 50 },
    {
      name: 'Memory, more than with one environment, MB',
      value: many.memoryMb === undefined || few.memoryMb === undefined ? undefined : many.memoryMb - few.memoryMb,
      bound: 60,
    },
    { name: 'Check of 200, of what the limits allow, times', value: bulk.ratio, bound: 1.3 },
  ]
  // All of them are told, also after one that is missed.
  if (figures.map(told).includes(false)) process.exitCode = 1
}

main(process.argv.slice(2)).catch((/** @type {unknown} */ reason) => {
  console.error(reason instanceof Error ? reason.message : reason)
  process.exitCode = 1
})
