/** Where things are: the repository, and the folder outside of it where large downloads are kept between clones. */
import { realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const repositoryRoot = path.dirname(import.meta.dirname)

/**
 * The folder for downloads that outlive a clone (an Electron of 260 MB, type declarations).
 * @param {Record<string, string | undefined>} environment
 * @returns {string} absolute path; not necessarily existing
 */
export function cacheFolder(environment = process.env) {
  // Named where the home folder is another than the person's: in tests.
  const named = environment['CMK_WIZARD_CACHE_FOLDER']
  if (named) return named
  const base = environment['XDG_CACHE_HOME'] || path.join(homedir(), '.cache')
  return path.join(base, 'cmk-enablement-wizard')
}

/**
 * True if a module was started directly, rather than imported.
 * @param {string} moduleUrl `import.meta.url` of the module that asks
 */
export function isEntryPoint(moduleUrl) {
  const started = process.argv[1]
  return started !== undefined && realpathSync(started) === fileURLToPath(moduleUrl)
}
