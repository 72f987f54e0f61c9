/** Gives the packages that are part of the app as a virtual module, `virtual:packages`: made from the lockfile, so it cannot be stale. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from './location.mjs'

/**
 * @typedef {{ readonly name: string, readonly version: string, readonly license: string }} Package
 * @typedef {{ readonly packages?: Readonly<Record<string, { version?: string, license?: string, dev?: boolean, devOptional?: boolean }>> }} Lockfile
 */

const FOLDER = 'node_modules/'

/** By name, each version once. @param {readonly Package[]} packages */
export const eachOnce = (packages) =>
  [...new Map(packages.map((each) => [`${each.name} ${each.version}`, each]))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, each]) => each)

/**
 * @param {Lockfile} lockfile package-lock.json
 * @returns {readonly Package[]} those that the app needs at run time, by name, each version once
 * @throws naming one whose version or license the lockfile does not say
 */
export function productionPackages({ packages = {} }) {
  const found = Object.entries(packages)
    .filter(([folder, { dev, devOptional }]) => folder.includes(FOLDER) && !dev && !devOptional)
    .map(([folder, { version, license }]) => {
      const name = folder.slice(folder.lastIndexOf(FOLDER) + FOLDER.length)
      if (!version || !license) throw new Error(`package-lock.json does not say the version and the license of ${name}.`)
      return { name, version, license }
    })
  return eachOnce(found)
}

/**
 * Serves the list as a module.
 * @returns {import('vite').Plugin}
 */
export function packagesPlugin() {
  const id = 'virtual:packages'
  return {
    name: 'packages',
    enforce: 'pre',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load(loaded) {
      if (loaded !== `\0${id}`) return null
      const lockfile = JSON.parse(readFileSync(path.join(repositoryRoot, 'package-lock.json'), 'utf8'))
      return `export default ${JSON.stringify(productionPackages(lockfile))}`
    },
  }
}
