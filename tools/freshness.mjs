/**
 * Tells whether a bundle still matches the sources it was built from, by their content: a `git checkout` changes every
 * modification time and a clone has no meaningful ones. Reading a few hundred source files takes some tens of milliseconds.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * @param {string} root
 * @param {string} relative a file or folder below the root
 * @returns {string[]} files, relative to the root, in a fixed order
 */
function filesBelow(root, relative) {
  const absolute = path.join(root, relative)
  if (!existsSync(absolute)) return []
  if (!statSync(absolute).isDirectory()) return [relative]
  return readdirSync(absolute)
    .sort()
    .flatMap((name) => filesBelow(root, path.posix.join(relative, name)))
}

/**
 * A hash over the names and contents of all files in the given files and folders. What does not exist counts as empty.
 * @param {string} root
 * @param {readonly string[]} sources relative to the root
 * @returns {string} hexadecimal SHA-256
 */
export function fingerprint(root, sources) {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesBelow(root, source))) {
    const content = readFileSync(path.join(root, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/**
 * @param {string} stampFile
 * @param {string} expected the fingerprint of the sources as they are now
 * @returns {boolean} whether the last finished build was made from these very sources
 */
export function isStampedWith(stampFile, expected) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === expected
}

/**
 * @param {string} stampFile
 * @param {string} value the fingerprint the sources had when the build began
 */
export function stamp(stampFile, value) {
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, value)
}
