/** Which files of the repository a program loads, read from their imports. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'
import { repositoryRoot } from './location.mjs'

/**
 * @param {string} file as it is called below the root
 * @param {boolean} alsoLater
 * @returns {readonly string[]} what it loads when it runs: imports of types are gone by then
 */
function loadedBy(file, alsoLater) {
  const source = readFileSync(path.join(repositoryRoot, file), 'utf8')
  const { module } = parseSync(file, source)
  const imported = module.staticImports.filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
  const exported = module.staticExports.flatMap(({ entries }) => entries.filter(({ isType }) => !isType).map((each) => each.moduleRequest))
  const dynamic = alsoLater ? module.dynamicImports : []
  const later = dynamic.map(({ moduleRequest: { start, end } }) => source.slice(start + 1, end - 1))
  return [...imported.map(({ moduleRequest }) => moduleRequest.value), ...exported.flatMap((each) => each?.value ?? []), ...later]
    .filter((name) => /^[.#].*\.tsx?$/.test(name))
    .map((name) => (name.startsWith('#') ? name.slice(1) : path.posix.join(path.posix.dirname(file), name)))
    .filter((name) => existsSync(path.join(repositoryRoot, name)))
}

/**
 * @param {string} entry as it is called below the root
 * @param {{ later?: boolean }} [options] without `later`, only what it loads at once
 * @returns {readonly string[]} it, and everything it loads at once or later
 */
export function loadedFiles(entry, { later = true } = {}) {
  const found = new Set([entry])
  // A set that grows while it is walked is walked to its end.
  for (const file of found) for (const each of loadedBy(file, later)) found.add(each)
  return [...found]
}
