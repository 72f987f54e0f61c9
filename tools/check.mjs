/**
 * `npm run check`: every static check, all of them even when one fails, and which did at the end. They only read, and most are one thread:
 * one for each core at a time, and each one's output in one piece.
 */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
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

/**
 * @param {readonly string[]} words
 * @returns {Promise<{ passed: boolean, output: string }>}
 */
function run(words) {
  const child = spawn(process.execPath, words, { cwd: repositoryRoot, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text
    })
  return new Promise((resolve) => {
    child.once('error', ({ message }) => resolve({ passed: false, output: message }))
    child.once('close', (code) => resolve({ passed: code === 0, output }))
  })
}

ensureDependencies()
const waiting = [...checks]
/** @type {Set<string>} */
const failed = new Set()
await Promise.all(
  Array.from({ length: Math.min(4, availableParallelism()) }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { passed, output } = await run([next.script, ...next.words])
      console.log(`— ${next.name}${output === '' ? '' : `\n${output.trimEnd()}`}`)
      if (!passed) failed.add(next.name)
    }
  }),
)
const named = checks.flatMap(({ name }) => (failed.has(name) ? [name] : []))
console.log(named.length === 0 ? 'All static checks passed.' : `Failed: ${named.join(', ')}.`)
process.exitCode = named.length === 0 ? 0 : 1
