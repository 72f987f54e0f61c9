/** The files about the app that a package for Linux brings, as text: the same facts give the same words. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '../location.mjs'
import { appId, packageName } from './facts.mjs'

/** @typedef {import('./facts.mjs').Facts} Facts */

/** @param {string} language as the app names it, `pt-BR` */
const localeOf = (language) => language.replace('-', '_')

/**
 * @param {Facts} facts
 * @returns {readonly [string, import('./facts.mjs').Texts][]} English first and without a locale
 */
const languagesOf = ({ texts }) => Object.entries(texts).map(([language, words]) => [language === 'en' ? '' : localeOf(language), words])

/** @param {Facts} facts */
export const english = ({ texts }) => {
  const words = texts['en']
  if (words === undefined) throw new Error('assets/linux/texts.json has no English.')
  return words
}

/**
 * Notice in the description of a package made for tests.
 * @param {Facts} facts
 */
export const forTestsNotice = ({ forTests }) =>
  forTests ? 'Made for tests, on an older Electron than the one that is released. Not for people.' : ''

/**
 * The app opens no files and no links, so that the entry names no MIME type and takes no argument.
 * @param {Facts} facts
 * @returns {string} a desktop entry, freedesktop.org's specification 1.5
 */
export function desktopEntry(facts) {
  const translated = (/** @type {string} */ key, /** @type {(words: import('./facts.mjs').Texts) => string} */ value) =>
    languagesOf(facts).map(([locale, words]) => `${key}${locale === '' ? '' : `[${locale}]`}=${value(words)}`)
  return `${[
    '[Desktop Entry]',
    'Type=Application',
    'Version=1.5',
    'Name=CMK Enablement Wizard',
    ...translated('GenericName', ({ genericName }) => genericName),
    ...translated('Comment', ({ comment }) => comment),
    `Exec=/usr/bin/${packageName}`,
    `TryExec=/usr/bin/${packageName}`,
    `Icon=${packageName}`,
    'Terminal=false',
    'StartupNotify=true',
    `StartupWMClass=${packageName}`,
    'Categories=System;Security;',
    ...translated('Keywords', ({ keywords }) => `${keywords.join(';')};`),
  ].join('\n')}\n`
}

/** @param {string} text */
const xml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/**
 * @param {Facts} facts
 * @returns {readonly string[]} what software centers say of the newest release, as the app does under What's new
 */
function releaseDescription({ notes }) {
  const lines = Object.values(notes)[0]?.lines ?? []
  const inEach = (/** @type {string} */ tag, /** @type {(notes: import('../release-notes.mjs').Notes) => string | undefined} */ text) =>
    Object.entries(notes).map(([language, each]) => {
      const locale = language === 'en' ? '' : ` xml:lang="${localeOf(language)}"`
      return `<${tag}${locale}>${xml(text(each) ?? '')}</${tag}>`
    })
  const list = (/** @type {number} */ count, /** @type {'lines' | 'open'} */ group) =>
    count === 0 ? [] : ['<ul>', ...Array.from({ length: count }, (_, index) => inEach('li', (each) => each[group][index])).flat(), '</ul>']
  const open = Object.values(notes)[0]?.open ?? []
  return [
    ...list(lines.length, 'lines'),
    ...(open.length === 0 ? [] : inEach('p', ({ before }) => `${before}:`)),
    ...list(open.length, 'open'),
  ]
}

/**
 * @param {Facts} facts
 * @returns {string} metadata for software centers, AppStream 1.0
 */
export function metainfo(facts) {
  const translated = (/** @type {string} */ tag, /** @type {(words: import('./facts.mjs').Texts) => string} */ value, indent = '  ') =>
    languagesOf(facts).map(
      ([locale, words]) => `${indent}<${tag}${locale === '' ? '' : ` xml:lang="${locale}"`}>${xml(value(words))}</${tag}>`,
    )
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<component type="desktop-application">',
    `  <id>${appId}</id>`,
    '  <metadata_license>MIT</metadata_license>',
    '  <project_license>MIT</project_license>',
    '  <name>CMK Enablement Wizard</name>',
    ...translated('summary', ({ comment }) => comment),
    '  <description>',
    ...translated('p', ({ description }) => description, '    '),
    '  </description>',
    `  <developer id="${appId}">`,
    `    <name>${xml(facts.authors)}</name>`,
    '  </developer>',
    `  <launchable type="desktop-id">${packageName}.desktop</launchable>`,
    `  <icon type="stock">${packageName}</icon>`,
    '  <categories>',
    '    <category>System</category>',
    '    <category>Security</category>',
    '  </categories>',
    '  <provides>',
    `    <binary>${packageName}</binary>`,
    '    <binary>cmk-wizard</binary>',
    '  </provides>',
    `  <url type="homepage">${xml(facts.homepage)}</url>`,
    '  <url type="help">https://learn.microsoft.com/power-platform/admin/customer-managed-key</url>',
    '  <content_rating type="oars-1.1" />',
    '  <releases>',
    ...facts.releases.flatMap(({ version, date }, index) => {
      const release = `    <release version="${version}" date="${date}" type="stable"`
      const said = index === 0 ? releaseDescription(facts).map((line) => `        ${line}`) : []
      return said.length === 0
        ? [`${release} />`]
        : [`${release}>`, '      <description>', ...said, '      </description>', '    </release>']
    }),
    '  </releases>',
    '</component>',
  ].join('\n')}\n`
}

/**
 * @param {string} text
 * @param {number} width
 * @param {string} indent before each line but the first
 */
export function wrapped(text, width, indent) {
  /** @type {string[]} */
  const lines = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.join(`\n${indent}`)
}

/**
 * What Electron links to, and what it opens by name: `libsecret` keeps sign-ins, `xdg-utils` opens a browser. Each was read from the
 * program (`readelf -d`), and `npm run test:packages` starts the app where nothing else is installed. The names with `t64` are those since
 * Debian 13 and Ubuntu 24.04.
 */
export const debianDependencies = [
  'libasound2t64 | libasound2',
  'libatk-bridge2.0-0t64 | libatk-bridge2.0-0',
  'libatk1.0-0t64 | libatk1.0-0',
  'libatspi2.0-0t64 | libatspi2.0-0',
  'libc6 (>= 2.28)',
  'libcairo2',
  'libcups2t64 | libcups2',
  'libdbus-1-3',
  'libdrm2',
  'libexpat1',
  'libgbm1',
  'libgcc-s1',
  'libglib2.0-0t64 | libglib2.0-0',
  'libgtk-3-0t64 | libgtk-3-0',
  'libnspr4',
  'libnss3',
  'libpango-1.0-0',
  'libsecret-1-0',
  'libudev1',
  'libx11-6',
  'libxcb1',
  'libxcomposite1',
  'libxdamage1',
  'libxext6',
  'libxfixes3',
  'libxkbcommon0',
  'libxrandr2',
  'xdg-utils',
]

/**
 * @param {Facts} facts
 * @param {{ architecture: string, installedKib: number }} built
 * @returns {string} Debian's control file
 */
export function debianControl(facts, { architecture, installedKib }) {
  const { comment, description } = english(facts)
  const paragraphs = [description, forTestsNotice(facts)].filter((text) => text !== '')
  return `${[
    `Package: ${packageName}`,
    `Version: ${facts.version}`,
    `Architecture: ${architecture}`,
    `Maintainer: ${facts.maintainer}`,
    `Installed-Size: ${installedKib}`,
    `Depends: ${debianDependencies.join(', ')}`,
    // The command line runs in the computer's Node.js; notices and a keyring belong to a desktop, which has them.
    'Recommends: libgl1, libnotify4, nodejs (>= 20.19)',
    'Section: admin',
    'Priority: optional',
    `Homepage: ${facts.homepage}`,
    `Description: ${comment}`,
    ...paragraphs.map((text, index) => `${index === 0 ? '' : ' .\n'} ${wrapped(text, 78, ' ')}`),
  ].join('\n')}\n`
}

/** @param {string} date as 2026-11-25 */
export const dateParts = (date) => {
  const [weekday, day, month, year] = new Date(`${date}T00:00:00Z`).toUTCString().replace(',', '').split(' ')
  return { weekday: weekday ?? '', day: day ?? '', month: month ?? '', year: year ?? '' }
}

/**
 * @param {Facts} facts
 * @returns {string} Debian's changelog of the releases; the newest carries the package's version
 */
export function debianChangelog({ releases, version: packaged, maintainer }) {
  const entries = releases.map(({ version, date, lines }, index) => {
    const { weekday, day, month, year } = dateParts(date)
    const items = lines.map((line) => `  * ${wrapped(line, 72, '    ')}`).join('\n')
    return `${packageName} (${index === 0 ? packaged : version}) stable; urgency=medium\n\n${items}\n\n -- ${maintainer}  ${weekday}, ${day} ${month} ${year} 00:00:00 +0000\n`
  })
  return entries.join('\n')
}

/**
 * @param {Facts} facts
 * @param {string} license the text of LICENSE
 * @returns {string} in Debian's machine-readable form
 */
export function debianCopyright({ authors, releases }, license) {
  const year = releases[0]?.date.slice(0, 4) ?? ''
  const body = license
    .slice(license.indexOf('Permission is hereby granted'))
    .trim()
    .split('\n')
    .map((line) => (line.trim() === '' ? ' .' : ` ${line}`))
  return `${[
    'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/',
    'Upstream-Name: CMK Enablement Wizard',
    'Comment: Electron, Chromium, and the bundled packages have licenses of their own.',
    ` They are in ${`/usr/lib/${packageName}`}: LICENSE.electron.txt,`,
    ' LICENSES.chromium.html, and resources/third-party-licenses.',
    '',
    'Files: *',
    `Copyright: ${year} ${authors}`,
    'License: Expat',
    ...body,
  ].join('\n')}\n`
}

/**
 * @param {'preinst' | 'cmk-wizard.1' | 'cmk-enablement-wizard.1'} name of the script before Debian unpacks, or of a manual page
 * @param {Facts} facts
 */
export const written = (name, { version, releases }) =>
  readFileSync(path.join(repositoryRoot, 'assets/linux', name), 'utf8')
    .replaceAll('@VERSION@', version)
    .replaceAll('@DATE@', releases[0]?.date ?? '')
