/** Installs the packages this project is locked to, where they are missing or others. Uses Node's own modules only. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from './location.mjs'
import { runNpm } from './npm.mjs'

/**
 * The part of a lockfile that is read here; npm writes the same form into node_modules for what it installed.
 * @typedef {{ packages?: Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }> }} Lockfile
 */

/**
 * @param {Lockfile} locked package-lock.json
 * @param {Lockfile} installed node_modules/.package-lock.json
 * @returns {string[]} what has to be installed anew: folder and version, in the lockfile's order
 */
export function differences(locked, installed) {
  const existing = installed.packages ?? {}
  return Object.entries(locked.packages ?? {})
    .filter(([folder, wanted]) => {
      if (folder === '') return false
      const found = existing[folder]
      // Optional packages are those of other systems; npm leaves them out where they do not fit.
      if (found === undefined) return !(wanted.optional || wanted.devOptional)
      return found.version !== wanted.version
    })
    .map(([folder, { version }]) => `${folder}@${version}`)
}

/**
 * @param {string} file
 * @returns {Lockfile}
 */
function readLockfile(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/**
 * Runs `npm ci` when node_modules is missing or does not match package-lock.json, and says so on stderr.
 * @returns {boolean} whether something was installed
 * @throws when npm fails
 */
export function ensureDependencies() {
  const modules = path.join(repositoryRoot, 'node_modules')
  const installed = readLockfile(path.join(modules, '.package-lock.json'))
  const missing = differences(readLockfile(path.join(repositoryRoot, 'package-lock.json')), installed)
  if (missing.length === 0) return false
  console.error(
    existsSync(modules)
      ? `The installed packages differ from package-lock.json (${missing.length}, first ${missing[0]}): installing them anew…`
      : 'Installing the packages this project is locked to (once, about a minute)…',
  )
  runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { folder: repositoryRoot })
  return true
}
