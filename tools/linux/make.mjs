/** The packages for Linux that electron-builder doesn't make here: it would download a packager for them. */
import { aptCommand, aptInstall, findProgram } from '../system.mjs'
import { makeDeb } from './deb.mjs'
import { readFacts, sourceDate } from './facts.mjs'
import { makeRpm } from './rpm.mjs'

/** @typedef {'deb' | 'rpm'} Kind */

/** @type {Readonly<Record<Kind, { tool: string, packages: readonly string[], make: (wish: import('./deb.mjs').PackageWish) => string }>>} */
const kinds = {
  deb: { tool: 'dpkg-deb', packages: ['dpkg'], make: makeDeb },
  rpm: { tool: 'rpmbuild', packages: ['rpm'], make: makeRpm },
}

/** @type {readonly Kind[]} */
export const allKinds = ['deb', 'rpm']

/** @param {string} name @returns {name is Kind} */
export const isKind = (name) => Object.hasOwn(kinds, name)

/**
 * @param {Kind} kind
 * @returns {string | undefined} what to install, where the tool that makes it is missing
 */
export function whyNotMade(kind) {
  const { tool, packages } = kinds[kind]
  if (findProgram(tool) !== undefined) return undefined
  return `${tool} is missing. On Debian and Ubuntu an administrator installs it with:\n  sudo ${aptCommand(packages)}`
}

/**
 * @param {Kind} kind
 * @returns {boolean} whether the tool that makes it is there now, installed where that is possible without asking
 */
export const ensureMaker = (kind) => whyNotMade(kind) === undefined || aptInstall(kinds[kind].packages)

/**
 * Makes packages of the unpacked app.
 * @param {readonly Kind[]} wanted
 * @param {{ app: string, folder: string, forTests: boolean, version?: string, architecture?: string }} wish `version` in place of the app's
 * own, to try an update with
 * @returns {readonly string[]} the packages
 */
export function makePackages(wanted, { app, folder, forTests, version, architecture = process.arch }) {
  const facts = readFacts({ forTests, ...(version === undefined ? {} : { version }) })
  const date = sourceDate(facts, process.env)
  return wanted.map((kind) => kinds[kind].make({ app, folder, facts, architecture, date }))
}
