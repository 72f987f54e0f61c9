/** How much JavaScript is loaded at the start: what an entry imports statically, at any depth. */
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'

/**
 * @param {readonly string[]} entries absolute paths of built scripts
 * @returns {string[]} they and all files they import statically; dynamic imports are loaded later and left out
 */
export function staticClosure(entries) {
  const reached = new Set(entries)
  for (const file of reached) {
    const { module } = parseSync(file, readFileSync(file, 'utf8'))
    const named = [
      ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
      ...module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? [])),
    ]
    for (const name of named.filter((candidate) => candidate.startsWith('.'))) reached.add(path.resolve(path.dirname(file), name))
  }
  return [...reached]
}

/**
 * @param {string} page absolute path of a built page
 * @returns {string[]} the scripts it loads or preloads
 */
export function scriptsOf(page) {
  const html = readFileSync(page, 'utf8')
  const addresses = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.js)"/g)].map((match) => match[1] ?? '')
  return addresses.map((address) => path.resolve(path.dirname(page), address))
}

/**
 * @param {readonly string[]} files
 * @returns {number} KiB
 */
export function sizeKb(files) {
  return files.reduce((sum, file) => sum + statSync(file).size, 0) / 1024
}
