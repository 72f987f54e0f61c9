/** Makes the Debian package, with Debian's own `dpkg-deb`. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { packageName } from './facts.mjs'
import { checksums, installedKib, stage } from './stage.mjs'
import { debianControl, written } from './texts.mjs'

/** Debian's names of processors, by Node.js's. */
const architectures = new Map([
  ['x64', 'amd64'],
  ['arm64', 'arm64'],
])

/**
 * @param {string} architecture as Node.js names it
 * @param {ReadonlyMap<string, string>} names
 * @throws for one that there is no Electron for
 */
export function architectureName(architecture, names = architectures) {
  const name = names.get(architecture)
  if (name === undefined) throw new Error(`No package can be made for ${architecture}: ${[...names.keys()].join(' or ')}.`)
  return name
}

/**
 * Runs a program that makes or reads a package.
 * @param {string} program
 * @param {readonly string[]} words
 * @param {{ environment?: Readonly<Record<string, string>> }} [how]
 * @returns {string} what it printed
 * @throws with what it complained of
 */
export function runTool(program, words, { environment = {} } = {}) {
  const result = spawnSync(program, words, { encoding: 'utf8', env: { ...process.env, ...environment }, maxBuffer: 2 ** 28 })
  if (result.error) throw new Error(`${program} cannot be run: ${result.error.message}`)
  if (result.status === 0) return result.stdout
  throw new Error(`${program} ${words[0] ?? ''} failed (exit code ${result.status}):\n${`${result.stdout}\n${result.stderr}`.trim()}`)
}

/**
 * @typedef {object} PackageWish
 * @property {string} app the unpacked app
 * @property {string} folder where the package goes
 * @property {import('./facts.mjs').Facts} facts
 * @property {string} architecture as Node.js names it
 * @property {number} date of everything in it, in seconds since 1970
 */

/**
 * @param {PackageWish} wish
 * @returns {string} the package
 */
export function makeDeb({ app, folder, facts, architecture, date }) {
  const root = mkdtempSync(path.join(tmpdir(), 'deb-'))
  const debian = architectureName(architecture)
  try {
    stage({ app, root, facts, kind: 'deb', date })
    const control = path.join(root, 'DEBIAN')
    const files = {
      md5sums: checksums(root),
      control: debianControl(facts, { architecture: debian, installedKib: installedKib(root) }),
      preinst: written('preinst', facts),
    }
    mkdirSync(control)
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(path.join(control, name), content)
      chmodSync(path.join(control, name), name === 'preinst' ? 0o755 : 0o644)
    }
    mkdirSync(folder, { recursive: true })
    const file = path.join(folder, `${packageName}_${facts.version}_${debian}.deb`)
    // For tests speed counts, for people size; lintian takes no other packers. The time and the owners are fixed, and dpkg-deb sorts by name.
    const compression = facts.forTests ? ['-Zgzip', '-z1'] : ['-Zxz']
    runTool('dpkg-deb', ['--root-owner-group', ...compression, '--build', root, file], { environment: { SOURCE_DATE_EPOCH: String(date) } })
    return file
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
