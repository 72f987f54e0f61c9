/**
 * `npm run test:packages`: makes the .deb and the .rpm twice and compares them, lets Debian's linters read them, installs them into a
 * system that has nothing but what they depend on, starts the app from its desktop entry, updates it, refuses an older one, and removes it.
 * Ends with one line: `N passed, N failed`.
 *
 * Needs Linux, root, and Debian's packages. What cannot be checked on this machine is skipped by name.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { closingLine } from '../../tools/closing-line.mjs'
import { ensureDependencies } from '../../tools/dependencies.mjs'
import { repositoryRoot } from '../../tools/location.mjs'
import { makePackage, packagedApp } from '../../tools/package.mjs'
import { aptInstall, displayPackages, findProgram, isRoot } from '../../tools/system.mjs'
import { runChecks } from './checks.mjs'

/** Packages that the checks need, by program. */
const tools = new Map([
  ['rpmbuild', 'rpm'],
  ['lintian', 'lintian'],
  ['rpmlint', 'rpmlint'],
  ['desktop-file-validate', 'desktop-file-utils'],
  ['appstreamcli', 'appstream'],
  ['mmdebstrap', 'mmdebstrap'],
])

/** Says that this process has mounts of its own. */
const MOUNTED = '--mounted'

/** @returns {string | undefined} why nothing can be checked here */
function whyNothing() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'the app for tests is one for Linux on x64'
  if (!isRoot()) return 'a package is installed by root'
  if (findProgram('dpkg-deb') === undefined) return 'dpkg-deb is missing'
  if (spawnSync('unshare', ['--mount', 'true']).status !== 0) return 'this machine lets nothing mount'
  return undefined
}

/** Installs what is missing of the tools, in one go. */
function ensureTools() {
  const missing = [...tools].filter(([program]) => findProgram(program) === undefined).map(([, name]) => name)
  const display = findProgram('Xvfb') === undefined ? displayPackages : []
  if (missing.length + display.length > 0) aptInstall([...missing, ...display])
}

/**
 * @param {string} work
 * @param {string} name
 * @returns {Promise<import('./package-checks.mjs').Built>} the packages, made anew from the sources
 */
async function build(work, name) {
  const rpm = findProgram('rpmbuild') !== undefined
  await makePackage({ forTests: true, installers: ['deb', ...(rpm ? ['rpm'] : [])] })
  const { allFiles } = await import('./package-checks.mjs')
  const { output, folder } = packagedApp(true)
  const kept = path.join(work, name)
  mkdirSync(kept)
  for (const file of allFiles(path.join(repositoryRoot, output))) renameSync(path.join(repositoryRoot, output, file), path.join(kept, file))
  return { folder: kept, files: allFiles(kept), app: path.join(repositoryRoot, folder) }
}

/** @param {string} work */
async function checkPackages(work) {
  ensureTools()
  const first = await build(work, 'first')
  const { packageChecks } = await import('./package-checks.mjs')
  return runChecks(packageChecks({ work, first, again: () => build(work, 'second') }), (line) => console.log(line))
}

async function main() {
  const why = whyNothing()
  if (why !== undefined) {
    console.log(`Nothing of the packages is checked here: ${why}.`)
    return { passed: 0, failed: 0, skipped: 1 }
  }
  ensureDependencies()
  // On disk and not in memory: two builds are half a gigabyte.
  const work = mkdtempSync(path.join(tmpdir(), 'packages-'))
  try {
    return await checkPackages(work)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

if (process.platform === 'linux' && isRoot() && !process.argv.includes(MOUNTED) && whyNothing() === undefined) {
  // Mounts end with the process, also if it is killed.
  const words = ['--mount', '--propagation', 'private', process.execPath, fileURLToPath(import.meta.url), MOUNTED]
  process.exitCode = spawnSync('unshare', words, { stdio: 'inherit' }).status ?? 1
} else {
  let counts = { passed: 0, failed: 1, skipped: 0 }
  try {
    counts = await main()
  } catch (reason) {
    console.error(reason instanceof Error ? reason.message : reason)
  }
  console.log(closingLine(counts))
  process.exitCode = counts.failed === 0 ? 0 : 1
}
