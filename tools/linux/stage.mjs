/** Lays out on disk what a package for Linux holds: the app, and everything around it, with fixed modes and one time. */
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { repositoryRoot } from '../location.mjs'
import { appFolder, appId, packageName } from './facts.mjs'
import { debianChangelog, debianCopyright, desktopEntry, metainfo, written } from './texts.mjs'

/** @typedef {import('./facts.mjs').Facts} Facts */

/** The programs of the app's folder, and Chromium's sandbox, which is the system's own where it may not make user namespaces. */
const modes = new Map([
  [packageName, 0o755],
  ['chrome_crashpad_handler', 0o755],
  ['chrome-sandbox', 0o4755],
  ['resources/cmk-wizard/cmk-wizard', 0o755],
])

/** Files for Windows only. */
const leftOut = ['resources/cmk-wizard/cmk-wizard.cmd']

/**
 * @param {string} folder
 * @returns {readonly string[]} everything below it, relative, sorted by code unit: every machine gives one order
 */
export function everythingIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}

/** @typedef {readonly [string, string | Buffer]} Placed a file's place in the system, and what is in it */

/** @param {string} file */
const read = (file) => readFileSync(path.join(repositoryRoot, file))

/**
 * The documents that only one kind of package brings.
 * @param {Facts} facts
 * @returns {Readonly<Record<'deb' | 'rpm', readonly Placed[]>>}
 */
function documents(facts) {
  const folder = `/usr/share/doc/${packageName}`
  const license = String(read('LICENSE'))
  return {
    deb: [
      [`${folder}/copyright`, debianCopyright(facts, license)],
      [`${folder}/changelog.gz`, gzipSync(debianChangelog(facts), { level: 9 })],
      [`/usr/share/lintian/overrides/${packageName}`, read('assets/linux/lintian-overrides')],
    ],
    rpm: [[`/usr/share/licenses/${packageName}/LICENSE`, license]],
  }
}

/** @returns {readonly Placed[]} the icon in each of its sizes */
function icons() {
  const sizes = readdirSync(path.join(repositoryRoot, 'assets/icons')).toSorted()
  const folder = '/usr/share/icons/hicolor'
  /** @type {readonly Placed[]} */
  const pixels = sizes.map((file) => [`${folder}/${path.parse(file).name}/apps/${packageName}.png`, read(`assets/icons/${file}`)])
  return [...pixels, [`${folder}/scalable/apps/${packageName}.svg`, read('assets/icon.svg')]]
}

/**
 * The files around the app.
 * @param {Facts} facts
 * @param {'deb' | 'rpm'} kind
 * @returns {readonly Placed[]}
 */
function filesAround(facts, kind) {
  const page = (/** @type {'cmk-wizard.1' | 'cmk-enablement-wizard.1'} */ name) =>
    /** @type {const} */ ([`/usr/share/man/man1/${name}.gz`, gzipSync(written(name, facts), { level: 9 })])
  return [
    [`/usr/share/applications/${packageName}.desktop`, desktopEntry(facts)],
    [`/usr/share/metainfo/${appId}.metainfo.xml`, metainfo(facts)],
    ...icons(),
    page('cmk-enablement-wizard.1'),
    page('cmk-wizard.1'),
    ...documents(facts)[kind],
  ]
}

/**
 * The programs that are on the path: links, which the package manager removes with the package.
 * @type {readonly (readonly [string, string])[]} the link and where it leads
 */
const links = [
  [`/usr/bin/${packageName}`, `../lib/${packageName}/${packageName}`],
  ['/usr/bin/cmk-wizard', `../lib/${packageName}/resources/cmk-wizard/cmk-wizard`],
]

/**
 * Lays out one package's files.
 * @param {{ app: string, root: string, facts: Facts, kind: 'deb' | 'rpm', date: number }} wish `app` is the unpacked app, `root` a folder that
 * is made anew, `date` the time of everything in it, in seconds since 1970
 */
export function stage({ app, root, facts, kind, date }) {
  rmSync(root, { recursive: true, force: true })
  const inside = path.join(root, appFolder)
  mkdirSync(inside, { recursive: true })
  cpSync(app, inside, { recursive: true })
  // By it, the app knows how it updates itself.
  writeFileSync(path.join(inside, 'resources', 'package-type'), `${kind}\n`)
  for (const file of leftOut) rmSync(path.join(inside, file), { force: true })
  for (const [file, content] of filesAround(facts, kind)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), content)
  }
  for (const [link, target] of links) {
    mkdirSync(path.dirname(path.join(root, link)), { recursive: true })
    symlinkSync(target, path.join(root, link))
  }
  settle(root, date)
}

/** @param {string} root @param {number} date */
function settle(root, date) {
  // From the deepest up: what is changed in a folder changes the folder's time.
  for (const entry of [...everythingIn(root).toReversed(), '']) {
    const file = path.join(root, entry)
    const stats = lstatSync(file)
    if (!stats.isSymbolicLink()) {
      const ofApp = path.relative(appFolder.slice(1), entry)
      chmodSync(file, stats.isDirectory() ? 0o755 : (modes.get(ofApp) ?? 0o644))
    }
    lutimesSync(file, date, date)
  }
}

/**
 * @param {string} root
 * @returns {number} kibibytes as Debian counts them: each file rounded up, one for each folder
 */
export function installedKib(root) {
  return everythingIn(root)
    .map((entry) => lstatSync(path.join(root, entry)))
    .reduce((sum, stats) => sum + (stats.isFile() ? Math.ceil(stats.size / 1024) : 1), 0)
}

/**
 * @param {string} root
 * @returns {string} Debian's list of checksums, `md5sums`
 */
export function checksums(root) {
  return everythingIn(root)
    .filter((entry) => lstatSync(path.join(root, entry)).isFile())
    .map(
      (entry) =>
        `${createHash('md5')
          .update(readFileSync(path.join(root, entry)))
          .digest('hex')}  ${entry}\n`,
    )
    .join('')
}
