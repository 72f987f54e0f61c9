/** A program that was built from the tests, in a separate process: it prints its results, a line of JSON each. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { repositoryRoot } from './location.mjs'

/** There is a process for each core, or more: helping threads of a garbage collection would take the processor from another one. */
const FLAGS = ['--max-semi-space-size=64', '--single-threaded-gc']

/**
 * @param {string} name of what was built
 * @param {readonly string[]} words
 * @param {(line: string) => void} hear called with each line it prints
 * @param {string} told what it reads
 * @returns {Promise<number>} the exit code
 */
export function runBuilt(name, words, hear, told = '') {
  const child = spawn(process.execPath, [...FLAGS, path.join(repositoryRoot, 'out', name, 'index.js'), ...words], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  // Gone before it has read: its exit code says so.
  child.stdin.on('error', () => undefined)
  child.stdin.end(told)
  createInterface({ input: child.stdout }).on('line', hear)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}
