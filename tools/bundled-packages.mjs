/** Notes which packages a bundle really holds, for the bill of materials: from what was rendered, not from the lockfile. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { eachOnce } from './packages.mjs'

/** @typedef {import('./packages.mjs').Package} Package */

/** Beside the bundle; no package of the app holds it. */
export const BUNDLED_FILE = 'bundled-packages.json'

/** Of the package's own folder: an inner `package.json` that only sets the kind of module has no name and version. */
const NODE_MODULES = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)(?:[\\/]|$)/

/**
 * @param {string} moduleId as the bundler names it: a file, perhaps with a query or a leading NUL
 * @returns {string | undefined} the folder of the package it comes from
 */
export function packageFolder(moduleId) {
  return NODE_MODULES.exec(moduleId.replace(/^\0/, '').replace(/\?.*$/, ''))?.[1]
}

/**
 * @param {string} folder
 * @returns {Package}
 * @throws naming the folder, when its package.json doesn't say name, version and license
 */
function readPackage(folder) {
  const file = path.join(folder, 'package.json')
  if (!existsSync(file)) throw new Error(`${folder} is bundled and has no package.json.`)
  const { name, version, license } = JSON.parse(readFileSync(file, 'utf8'))
  for (const value of [name, version, license])
    if (typeof value !== 'string' || value === '')
      throw new Error(`${file} doesn't say the name, the version and the license of what is bundled.`)
  return { name, version, license }
}

/**
 * @param {Iterable<string>} moduleIds of everything that was rendered
 * @param {(folder: string) => Package} [read]
 * @returns {readonly Package[]} by name, each version once
 */
export function packagesOf(moduleIds, read = readPackage) {
  const folders = new Set([...moduleIds].flatMap((id) => packageFolder(id) ?? []))
  return eachOnce([...folders].map(read))
}

/**
 * Writes the packages of a bundle beside it.
 * @returns {import('vite').Plugin}
 */
export function bundledPackagesPlugin() {
  return {
    name: 'bundled-packages',
    generateBundle(_options, bundle) {
      const ids = Object.values(bundle).flatMap((each) => (each.type === 'chunk' ? each.moduleIds : []))
      this.emitFile({ type: 'asset', fileName: BUNDLED_FILE, source: `${JSON.stringify(packagesOf(ids), undefined, 2)}\n` })
    },
  }
}
