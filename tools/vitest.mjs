/** Runs Vitest in a separate process, and says how many tests passed. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readCounts } from './closing-line.mjs'
import { repositoryRoot } from './location.mjs'

/**
 * @param {readonly string[]} words what Vitest takes after `run`
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Promise<import('./closing-line.mjs').Counts>}
 */
export async function runVitest(words, environment = process.env) {
  const folder = mkdtempSync(path.join(tmpdir(), 'test-counts-'))
  const countsFile = path.join(folder, 'counts.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${countsFile}`]
  const vitest = path.join(repositoryRoot, 'node_modules', 'vitest', 'vitest.mjs')
  try {
    /** @type {number} */
    const exitCode = await new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...words], {
        cwd: repositoryRoot,
        env: environment,
        stdio: 'inherit',
      })
      child.once('error', reject)
      child.once('exit', (code) => resolve(code ?? 1))
    })
    return readCounts(countsFile, exitCode)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
