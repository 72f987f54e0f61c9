import { spawnSync } from 'node:child_process'
import path from 'node:path'

/**
 * Copies the package, so that it can be changed.
 * @param {{ readonly program: string, readonly folder: string }} place
 * @param {string} name of the copy
 * @returns {{ readonly folder: string, readonly program: string }}
 */
export function copyPackage({ program, folder }, name) {
  const copy = path.join(folder, name)
  if (spawnSync('cp', ['-a', path.dirname(program), copy]).status !== 0) throw new Error('The package could not be copied.')
  return { folder: copy, program: path.join(copy, path.basename(program)) }
}
