/** `npm run check`: every static check, all of them even when one fails, and which did at the end. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { ensureDependencies } from './dependencies.mjs'
import { repositoryRoot } from './location.mjs'

const bin = (/** @type {string} */ file) => path.join(repositoryRoot, 'node_modules', file)

/** @type {readonly { name: string, script: string, words: string[] }[]} */
const checks = [
  {
    name: 'lint',
    script: bin('@biomejs/biome/bin/biome'),
    words: ['ci', '--error-on-warnings', ...(process.stdout.isTTY ? [] : ['--colors=off']), '.'],
  },
  { name: 'types', script: bin('@typescript/native/bin/tsc'), words: ['--noEmit'] },
  { name: 'types against the older Electron', script: path.join(import.meta.dirname, 'electron-33-types.mjs'), words: [] },
  { name: 'boundaries', script: path.join(import.meta.dirname, 'boundaries.mjs'), words: [] },
  { name: 'failure catalogue', script: path.join(import.meta.dirname, 'run.mjs'), words: ['catalogue', '--brief'] },
  { name: 'messages', script: path.join(import.meta.dirname, 'messages.mjs'), words: [] },
  { name: 'texts', script: path.join(import.meta.dirname, 'texts.mjs'), words: [] },
  { name: 'dead code', script: bin('knip/bin/knip.js'), words: [] },
]

ensureDependencies()
const failed = checks.filter(({ name, script, words }) => {
  console.log(`— ${name}`)
  return spawnSync(process.execPath, [script, ...words], { cwd: repositoryRoot, stdio: 'inherit' }).status !== 0
})
console.log(failed.length === 0 ? 'All static checks passed.' : `Failed: ${failed.map(({ name }) => name).join(', ')}.`)
process.exitCode = failed.length === 0 ? 0 : 1
