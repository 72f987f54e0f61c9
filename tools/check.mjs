/**
 * `npm run check`: every static check, all of them even when one fails, and which did at the end. They only read, and most are one thread:
 * one for each core at a time, and each one's output in one piece.
 *
 * `npm run check -- NAME [words]`: one of them with words of its own, such as `boundaries --write`. Some are made by name alone: they ask the
 * registry, or a test makes them as well.
 */
import { spawn, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { runAsCommand } from './command.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { repositoryRoot } from './location.mjs'

const bin = (/** @type {string} */ file) => path.join(repositoryRoot, 'node_modules', file)

const tool = (/** @type {string} */ file) => path.join(import.meta.dirname, file)

// Decision 0003: ESLint refuses TypeScript 7.
/** @type {readonly { name: string, script: string, words: readonly string[], byNameAlone?: true }[]} */
export const checks = [
  {
    name: 'lint',
    script: bin('@biomejs/biome/bin/biome'),
    words: ['ci', '--error-on-warnings', ...(process.stdout.isTTY ? [] : ['--colors=off']), '.'],
  },
  { name: 'types', script: bin('@typescript/native/bin/tsc'), words: ['--noEmit'] },
  { name: 'types-older-electron', script: tool('electron-33-types.mjs'), words: [] },
  { name: 'boundaries', script: tool('boundaries.mjs'), words: [] },
  { name: 'messages', script: tool('messages.mjs'), words: [] },
  { name: 'dead-code', script: bin('knip/bin/knip.js'), words: [] },
  { name: 'texts', script: tool('texts.mjs'), words: [] },
  { name: 'catalogue', script: tool('run.mjs'), words: ['catalogue', '--brief'] },
  { name: 'facts', script: tool('run.mjs'), words: ['facts'] },
  { name: 'decisions', script: tool('decisions.mjs'), words: [] },
  { name: 'one-reader', script: tool('one-reader.mjs'), words: [] },
  { name: 'one-situation', script: tool('one-situation.mjs'), words: [] },
  { name: 'audit', script: tool('audit.mjs'), words: [], byNameAlone: true },
  { name: 'electronegativity', script: tool('electronegativity.mjs'), words: [], byNameAlone: true },
  { name: 'statechart', script: tool('run.mjs'), words: ['statechart'], byNameAlone: true },
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

/** @returns {Promise<readonly string[]>} the names of those that failed */
async function runAll() {
  const usual = checks.filter(({ byNameAlone }) => !byNameAlone)
  const waiting = [...usual]
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
  return usual.flatMap(({ name }) => (failed.has(name) ? [name] : []))
}

await runAsCommand(import.meta.url, async ([name, ...words]) => {
  const one = checks.find((check) => check.name === name)
  if (name !== undefined && one === undefined)
    throw new Error(`No check is called ${name}: ${checks.map((check) => check.name).join(', ')}.`)
  ensureDependencies()
  if (one) return spawnSync(process.execPath, [one.script, ...one.words, ...words], { cwd: repositoryRoot, stdio: 'inherit' }).status === 0
  const failed = await runAll()
  console.log(failed.length === 0 ? 'All static checks passed.' : `Failed: ${failed.join(', ')}.`)
  return failed.length === 0
})
