/**
 * Builds the bundles under `out/` with Vite's JavaScript API. Everything is bundled, so the app needs no node_modules.
 *
 * node tools/build.mjs [--if-stale] [TARGET…]     all targets when none is named
 *
 * Progress goes to stderr: stdout belongs to the programs that build themselves first (`npm run demo -- --json`).
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { allTargets, configFor, targets } from './build-config.mjs'
import { runAsCommand } from './command.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { fingerprint, isStampedWith, stamp } from './freshness.mjs'
import { repositoryRoot } from './location.mjs'

/** @typedef {import('./build-config.mjs').Target} Target */

/** @param {Target} target */
const stampFile = (target) => path.join(repositoryRoot, 'out', '.stamps', target)

/**
 * @param {Target} target
 * @returns {boolean} whether the bundle is missing, or was built from other sources than are here now
 */
export function isStale(target) {
  const { output, sources } = targets[target]
  return !existsSync(path.join(repositoryRoot, output)) || !isStampedWith(stampFile(target), fingerprint(repositoryRoot, sources))
}

/**
 * Builds one target into a separate folder and swaps it in when it is complete: a program that is just starting never
 * reads half a bundle, and a failed build leaves the last good one in place.
 * @param {Target} target
 */
async function buildTarget(target) {
  const { entry, output, sources } = targets[target]
  if (!existsSync(path.join(repositoryRoot, entry))) throw new Error(`Cannot build "${target}": its entry ${entry} does not exist.`)
  const { build } = await import('vite')
  const finished = path.join(repositoryRoot, path.dirname(output))
  const unfinished = `${finished}.building-${process.pid}`
  const replaced = `${finished}.replaced-${process.pid}`
  // Taken before the build: a file saved while it runs makes the result stale again.
  const builtFrom = fingerprint(repositoryRoot, sources)
  try {
    await build(await configFor(target, unfinished))
    if (!existsSync(path.join(unfinished, path.basename(output)))) throw new Error(`Building "${target}" ended without writing ${output}.`)
    mkdirSync(path.dirname(finished), { recursive: true })
    if (existsSync(finished)) renameSync(finished, replaced)
    renameSync(unfinished, finished)
    stamp(stampFile(target), builtFrom)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
    rmSync(replaced, { recursive: true, force: true })
  }
}

/**
 * Builds the targets in parallel.
 * @param {readonly Target[]} wanted
 * @throws naming every target that failed, each with its reason
 */
export async function buildTargets(wanted) {
  if (wanted.length === 0) return
  const started = performance.now()
  console.error(`Building ${wanted.join(', ')}…`)
  // Vite keeps the NODE_ENV of its process: a benchmark's, which Vite itself runs for development, would bundle React for development.
  // What is started after a build must not inherit it: under `production`, React gives tests no `act`.
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  const results = await Promise.allSettled(wanted.map(buildTarget))
  if (before === undefined) delete process.env['NODE_ENV']
  else process.env['NODE_ENV'] = before
  const failures = results.flatMap((result, index) =>
    result.status === 'rejected' ? [`${wanted[index]}: ${result.reason instanceof Error ? result.reason.message : result.reason}`] : [],
  )
  if (failures.length > 0) throw new Error(`The build failed.\n${failures.join('\n')}`)
  console.error(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
}

/**
 * Builds those of the targets that are missing or stale.
 * @param {readonly Target[]} wanted
 */
export async function buildIfStale(wanted) {
  await buildTargets(wanted.filter(isStale))
}

/** @param {string} name @returns {name is Target} */
const isTarget = (name) => Object.hasOwn(targets, name)

await runAsCommand(import.meta.url, async (words) => {
  const { values, positionals: names } = parseArgs({
    args: [...words],
    options: { 'if-stale': { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const unknown = names.filter((name) => !isTarget(name))
  if (unknown.length > 0) throw new Error(`Unknown target ${unknown.join(', ')}. There are: ${allTargets.join(', ')}.`)
  ensureDependencies()
  const wanted = names.length > 0 ? names.filter(isTarget) : allTargets
  await (values['if-stale'] ? buildIfStale(wanted) : buildTargets(wanted))
  return true
})
