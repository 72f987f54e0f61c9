/**
 * `npm run release -- installer-notes`: what others need to offer the Windows installers of a release, written from the same data as everything else:
 * the manifests for winget, and a note for Intune.
 *
 * --installers FOLDER      with the .exe and the .msi
 * --from ADDRESS           where they can be downloaded, without their names
 * --to FOLDER              gets `winget-*.yaml` and `intune.md`
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readOptions, runAsCommand } from './command.mjs'
import { readFacts } from './linux/facts.mjs'
import { repositoryRoot } from './location.mjs'

const IDENTIFIER = 'CMKEnablementWizard.CMKEnablementWizard'
const PRODUCT = 'CMK Enablement Wizard'
const MANIFEST_VERSION = '1.6.0'

/**
 * @typedef {{ readonly file: string, readonly sha256: string }} Installer
 * @typedef {{ readonly from: string, readonly exe: Installer, readonly msi: Installer }} Installers
 * @typedef {import('./linux/facts.mjs').Facts} Facts
 */

/** A string of JSON is one of YAML too. @param {readonly (readonly [string, string | readonly string[]])[]} lines */
const yaml = (lines) =>
  `${lines.map(([key, value]) => `${key}: ${typeof value === 'string' ? JSON.stringify(value) : `[${value.map((each) => JSON.stringify(each)).join(', ')}]`}`).join('\n')}\n`

/** @param {string} address @param {Installer} installer @param {readonly (readonly [string, string])[]} kind */
function installerEntry(address, { file, sha256 }, kind) {
  const lines = [
    ['Architecture', 'x64'],
    ...kind,
    ['InstallerUrl', `${address.replace(/\/+$/, '')}/${encodeURIComponent(file)}`],
    ['InstallerSha256', sha256.toUpperCase()],
  ]
  return lines.map(([key, value], index) => `${index === 0 ? '-' : ' '} ${key}: ${JSON.stringify(value)}`).join('\n')
}

/**
 * @param {Facts} facts
 * @param {Installers} installers
 * @returns {Readonly<Record<string, string>>} winget's manifests, by their file names
 */
export function wingetManifests(facts, { from, exe, msi }) {
  /** @type {readonly (readonly [string, string])[]} */
  const head = [
    ['PackageIdentifier', IDENTIFIER],
    ['PackageVersion', facts.version],
  ]
  const manifest = (/** @type {string} */ type, /** @type {readonly (readonly [string, string | readonly string[]])[]} */ lines) =>
    yaml([...head, ...lines, ['ManifestType', type], ['ManifestVersion', MANIFEST_VERSION]])
  const entries = [
    installerEntry(from, exe, [
      ['InstallerType', 'nullsoft'],
      ['Scope', 'user'],
    ]),
    installerEntry(from, msi, [
      ['InstallerType', 'wix'],
      ['Scope', 'machine'],
    ]),
  ].join('\n')
  const installer = manifest('installer', [['UpgradeBehavior', 'install']])
  const about = Object.entries(facts.texts).map(([language, { comment, description, keywords }]) => {
    // Windows names a language with its country.
    const { language: name, region } = new Intl.Locale(language).maximize()
    const locale = `${name}-${region}`
    const { lines: news = [], before = '', open = [] } = facts.notes[language] ?? {}
    const warned = open.length === 0 ? [] : ['', `${before}:`, ...open.map((line) => `- ${line}`)]
    const lines = /** @type {const} */ ([
      ['PackageLocale', locale],
      ['Publisher', facts.authors],
      ['PackageName', PRODUCT],
      ['License', 'MIT'],
      ['PackageUrl', facts.homepage],
      ['ShortDescription', comment],
      ['Description', description],
      ['Tags', keywords.map((word) => word.replaceAll(' ', '-').toLowerCase())],
      ['ReleaseNotes', [...news.map((line) => `- ${line}`), ...warned].join('\n')],
    ])
    return [`winget-${IDENTIFIER}.locale.${locale}.yaml`, manifest(language === 'en' ? 'defaultLocale' : 'locale', lines)]
  })
  return {
    [`winget-${IDENTIFIER}.yaml`]: manifest('version', [['DefaultLocale', 'en-US']]),
    [`winget-${IDENTIFIER}.installer.yaml`]: installer.replace('ManifestType:', `Installers:\n${entries}\nManifestType:`),
    ...Object.fromEntries(about),
  }
}

/**
 * @param {Facts} facts
 * @param {Installers} installers
 * @returns {string} how an IT department offers the app with Intune
 */
export function intuneNote({ version, authors }, { exe, msi }) {
  const values = { VERSION: version, AUTHORS: authors, EXE_SHA256: exe.sha256, MSI_SHA256: msi.sha256, EXE: exe.file, MSI: msi.file }
  const page = readFileSync(path.join(repositoryRoot, 'assets', 'intune.md'), 'utf8')
  return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`@${name}@`, value), page)
}

/**
 * @param {string} folder
 * @param {'exe' | 'msi'} kind
 * @returns {Installer}
 * @throws where there is none, or more than one
 */
function installerIn(folder, kind) {
  const found = readdirSync(folder).filter((file) => file.endsWith(`.${kind}`))
  const [file] = found
  if (file === undefined || found.length > 1) throw new Error(`${folder} must hold one .${kind}, and holds ${found.length}.`)
  return {
    file,
    sha256: createHash('sha256')
      .update(readFileSync(path.join(folder, file)))
      .digest('hex'),
  }
}

await runAsCommand(import.meta.url, async (words) => {
  const { values } = readOptions(words, { valued: ['installers', 'from', 'to'] })
  const [folder, from, to] = ['installers', 'from', 'to'].map((name) => values[name]?.at(-1))
  if (folder === undefined || from === undefined || to === undefined) throw new Error('--installers, --from, and --to are all needed.')
  const facts = readFacts({ forTests: false })
  const installers = { from, exe: installerIn(folder, 'exe'), msi: installerIn(folder, 'msi') }
  mkdirSync(to, { recursive: true })
  const files = { ...wingetManifests(facts, installers), 'intune.md': intuneNote(facts, installers) }
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(to, name), content)
  console.log(`${to}: ${Object.keys(files).join(', ')}`)
  return true
})
