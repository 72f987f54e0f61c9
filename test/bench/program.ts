import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { repositoryRoot } from '../../tools/location.mjs'

/**
 * Runs a part of a measurement that needs the program's own code, in a separate process.
 * @returns what it printed
 */
export function runPart(words: readonly string[]): string {
  const program = path.join(repositoryRoot, 'out', 'bench', 'index.js')
  const options = { encoding: 'utf8', maxBuffer: 2 ** 28 } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', program, ...words], options)
  if (status !== 0) throw new Error(`Measuring ${words[0]} failed:\n${stderr || 'it waited for what never came.'}`)
  return stdout
}
