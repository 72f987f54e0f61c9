/** Facts about the app in every package for Linux, read from the files that state them anyway. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '../location.mjs'
import { notesOf } from '../release-notes.mjs'

export const packageName = 'cmk-enablement-wizard'
export const appId = 'io.github.cmk-enablement-wizard'

/** Where the app rests: `/opt` belongs to the machine's administrator, `/usr/lib` to packages. */
export const appFolder = `/usr/lib/${packageName}`

/** No mailbox: GitHub takes no mail at such addresses. The publisher of a release sets their own (docs/releasing.md). */
const NO_MAILBOX = `${packageName}@users.noreply.github.com`

/**
 * @typedef {object} Texts in one language, from `assets/linux/texts.json`
 * @property {string} genericName
 * @property {string} comment
 * @property {readonly string[]} keywords
 * @property {string} description
 *
 * @typedef {{ readonly version: string, readonly date: string, readonly lines: readonly string[] }} Release `date` as 2026-11-25
 *
 * @typedef {object} Facts
 * @property {string} version of the package; one made for tests sorts before the release of the same number
 * @property {boolean} forTests
 * @property {string} maintainer with an address, as Debian and RPM want it
 * @property {string} authors
 * @property {string} homepage
 * @property {readonly Release[]} releases newest first
 * @property {Readonly<Record<string, import('../release-notes.mjs').Notes>>} notes of the newest, by language
 * @property {Readonly<Record<string, Texts>>} texts by language
 */

/**
 * @param {string} changelog in the form of Keep a Changelog
 * @returns {readonly Release[]} what was released, newest first; what is not yet released is left out
 */
export function parseReleases(changelog) {
  const sections = changelog.split(/^## /m).slice(1)
  return sections.flatMap((section) => {
    const [, version, date] = /^\[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})$/m.exec(section.split('\n')[0] ?? '') ?? []
    if (version === undefined || date === undefined) return []
    const lines = [...section.matchAll(/^- (.+(?:\n {2}\S.*)*)/gm)].map(([, item = '']) => item.replace(/\s+/g, ' ').replaceAll('`', ''))
    return [{ version, date, lines }]
  })
}

/**
 * The time that everything in a package carries, so that the same sources give the same bytes.
 * @param {Facts} facts
 * @param {Readonly<Record<string, string | undefined>>} environment `SOURCE_DATE_EPOCH` wins
 * @returns {number} seconds since 1970
 * @throws where that variable is no number
 */
export function sourceDate({ releases }, environment) {
  const wanted = environment['SOURCE_DATE_EPOCH']
  if (wanted === undefined || wanted === '') return Date.parse(`${releases[0]?.date ?? '2026-01-01'}T00:00:00Z`) / 1000
  if (!/^\d{1,12}$/.test(wanted)) throw new Error(`SOURCE_DATE_EPOCH must be seconds since 1970, and is ${wanted}.`)
  return Number(wanted)
}

/**
 * @param {string} version as in package.json
 * @param {boolean} forTests
 */
export const packageVersion = (version, forTests) => (forTests ? `${version}~fortests` : version)

/**
 * @param {{ forTests: boolean, version?: string, environment?: Readonly<Record<string, string | undefined>> }} wish `version` in place of
 * the one in package.json, to try an update with
 * @returns {Facts}
 */
export function readFacts({ forTests, version, environment = process.env }) {
  const read = (/** @type {string} */ file) => readFileSync(path.join(repositoryRoot, file), 'utf8')
  const manifest = JSON.parse(read('package.json'))
  const authors = String(manifest.author)
  const releases = parseReleases(read('CHANGELOG.md'))
  return {
    version: packageVersion(version ?? String(manifest.version), forTests),
    forTests,
    authors,
    homepage: String(manifest.homepage),
    maintainer: environment['CMK_WIZARD_MAINTAINER'] || `${authors} <${NO_MAILBOX}>`,
    releases,
    notes: notesOf(releases[0]?.version ?? ''),
    texts: JSON.parse(read('assets/linux/texts.json')),
  }
}
