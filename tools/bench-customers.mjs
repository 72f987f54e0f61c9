/**
 * `npm run bench -- customers`: the list of customers with 5,000 environments of 400 customers, and a check of 200 environments against tenants
 * that throttle. Prints each figure with its bound; exits with 1 where one is missed, with `--trend` only where a
 * figure is missing.
 *
 *   node tools/bench-customers.mjs [--environments N] [--trend]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { measureBoard } from './bench/customer-board.mjs'
import { runPart } from './bench/program.mjs'
import { percentile } from './bench/statistics.mjs'
import { buildIfStale } from './build.mjs'
import { appTargets } from './build-config.mjs'
import { readOptions, runAsCommand } from './command.mjs'
import { ensureDependencies } from './dependencies.mjs'

/** @typedef {{ readonly name: string, readonly value: number | undefined, readonly bound: number }} Figure */

/**
 * @param {number} environments
 * @param {number} customers
 */
async function board(environments, customers) {
  const profile = mkdtempSync(path.join(tmpdir(), 'bench-customers-'))
  try {
    runPart(['customers', profile, String(environments), String(customers)])
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
  const { values, on } = readOptions(words, { valued: ['environments'], switches: ['trend'] })
  const count = Number(values['environments']?.at(-1) ?? 5_000)
  if (!Number.isInteger(count) || count < 1) throw new Error('Usage: npm run bench -- customers [--environments N] [--trend]')
  ensureDependencies()
  await buildIfStale([...appTargets, 'bench'])
  console.error('Checking 200 environments of 10 tenants that throttle, in simulated time…')
  /** @type {{ ratio: number, refused: number, requests: number }} */
  const bulk = JSON.parse(runPart(['bulk', '200', '10']))
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
  const isAnyMissed = figures.map(told).includes(false)
  const isAnyMissing = figures.some(({ value }) => value === undefined)
  return !isAnyMissing && (!isAnyMissed || on.has('trend'))
}

await runAsCommand(import.meta.url, main)
