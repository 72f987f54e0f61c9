/**
 * `npm run demo`, `practice-tenant`, `catalogue`, `cmk-wizard` and `verify-report`, and `check -- facts` and `check -- statechart`: builds the program where it is missing or
 * stale, then becomes it. Nothing here writes to stdout, which is the program's own.
 */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureDependencies } from './dependencies.mjs'
import { repositoryRoot } from './location.mjs'

const programs = /** @type {const} */ (['demo', 'practice-tenant', 'catalogue', 'facts', 'statechart', 'cmk-wizard'])

const [, , name, ...words] = process.argv
const program = programs.find((candidate) => candidate === name)
if (program === undefined) {
  console.error(`Usage: node tools/run.mjs ${programs.join('|')} [options of the program]`)
  process.exit(2)
}

try {
  ensureDependencies()
  const { isStale } = await import('./build.mjs')
  if (isStale(program)) {
    // In a separate process: the bundler's threads and memory have no place in a program that may run for hours.
    const built = spawnSync(process.execPath, [path.join(import.meta.dirname, 'build.mjs'), program], { stdio: ['ignore', 2, 2] })
    if (built.status !== 0) process.exit(1)
  }
} catch (reason) {
  console.error(reason instanceof Error ? reason.message : reason)
  process.exit(1)
}

const file = path.join(repositoryRoot, 'out', program, 'index.js')
process.argv = [process.execPath, file, ...words]
await import(pathToFileURL(file).href)
