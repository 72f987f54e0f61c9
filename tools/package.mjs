/**
 * `npm run package`: an unpacked app for this platform under `dist/`, with its fuses set and read back; on Linux also a .deb and an .rpm,
 * where the tools that make them are there.
 *
 * --for-tests          into `dist/for-tests/`, and may be made from the registry's older Electron where the pinned one
 * cannot be fetched. For CI and for looking at; never for people
 * --target NAME        only this: `dir`, the unpacked app; `deb` or `rpm`; what electron-builder makes, for example `AppImage` or `nsis`
 * (repeatable)
 * --cli                only the command line, as one archive of npm
 *
 * Nothing is published.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { readOptions, runAsCommand } from './command.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { allKinds, ensureMaker, isKind, makePackages, whyNotMade } from './linux/make.mjs'
import { repositoryRoot } from './location.mjs'
import { signing } from './signing.mjs'

/** @typedef {{ forTests: boolean, installers: string[], onlyCommandLine: boolean }} Wish */

/**
 * @param {readonly string[]} installers that were asked for; none stands for all that can be made here
 * @param {NodeJS.Platform} platform
 * @returns {{ byBuilder: string[], byUs: import('./linux/make.mjs').Kind[], needed: boolean }} who makes what; `needed` where a missing tool is
 * a reason to fail
 */
export function whoMakes(installers, platform = process.platform) {
  const byUs = platform === 'linux' ? (installers.length > 0 ? installers.filter(isKind) : [...allKinds]) : []
  const byBuilder = installers.filter((name) => !(platform === 'linux' && isKind(name)))
  return { byBuilder, byUs, needed: installers.length > 0 }
}

/**
 * Makes the packages that are made without electron-builder.
 * @param {Pick<Wish, 'forTests' | 'installers'>} wish
 * @throws naming the tool that is missing, where the package was asked for by name
 */
function makeLinuxPackages({ forTests, installers }) {
  const { byUs, needed } = whoMakes(installers)
  const { output, folder } = packagedApp(forTests)
  const wanted = byUs.filter((kind) => {
    const missing = needed && ensureMaker(kind) ? undefined : whyNotMade(kind)
    if (missing === undefined) return true
    if (needed) throw new Error(missing)
    console.log(`No .${kind} was made: ${missing}`)
    return false
  })
  for (const file of makePackages(wanted, {
    app: path.join(repositoryRoot, folder),
    folder: path.join(repositoryRoot, output),
    forTests,
  })) {
    console.log(path.relative(repositoryRoot, file))
  }
}

/**
 * @param {readonly string[]} words
 * @returns {Wish}
 */
export function parseWish(words) {
  const { values, on } = readOptions(words, { valued: ['target'], switches: ['for-tests', 'cli'] })
  const wish = { forTests: on.has('for-tests'), installers: [...(values['target'] ?? [])], onlyCommandLine: on.has('cli') }
  if (wish.onlyCommandLine && wish.installers.length > 0)
    throw new Error('--cli makes one package, and --target another: ask for them one by one.')
  return wish
}

/**
 * Where electron-builder puts the unpacked app.
 * @param {boolean} forTests
 * @param {NodeJS.Platform} platform
 * @param {string} architecture
 * @returns {{ output: string, folder: string, executable: string, forFuses: string }} relative to the repository;
 * `output` holds everything of this kind of package, `folder` the app
 */
export function packagedApp(forTests, platform = process.platform, architecture = process.arch) {
  const output = forTests ? 'dist/for-tests' : 'dist'
  const suffix = architecture === 'x64' ? '' : `-${architecture}`
  if (platform === 'darwin') {
    const folder = `${output}/mac${suffix}`
    const bundle = `${folder}/CMK Enablement Wizard.app`
    return { output, folder, executable: `${bundle}/Contents/MacOS/CMK Enablement Wizard`, forFuses: bundle }
  }
  const [name, executable] = platform === 'win32' ? ['win', 'CMK Enablement Wizard.exe'] : ['linux', 'cmk-enablement-wizard']
  const folder = `${output}/${name}${suffix}-unpacked`
  return { output, folder, executable: `${folder}/${executable}`, forFuses: `${folder}/${executable}` }
}

/** @param {{ folder: string, version: string }} electron @param {Pick<Wish, 'forTests' | 'installers'>} wish */
async function runBuilder(electron, { forTests, installers }) {
  const builder = fileURLToPath(import.meta.resolve('electron-builder/cli.js'))
  const { byBuilder } = whoMakes(installers)
  // Packages for tests never have a publisher's name.
  const { words: signed, notice } = forTests ? { words: [], notice: 'Not signed: made for tests.' } : signing(process.env, process.platform)
  console.log(notice)
  const system = { darwin: '--mac', win32: '--win' }[String(process.platform)] ?? '--linux'
  const words = [
    builder,
    ...[system, ...(byBuilder.length > 0 ? byBuilder : ['dir'])],
    ...['--config', 'electron-builder.yml', '--publish', 'never'],
    `-c.directories.output=${packagedApp(forTests).output}`,
    ...[`-c.electronDist=${electron.folder}`, `-c.electronVersion=${electron.version}`],
    ...signed,
  ]
  const child = spawn(process.execPath, words, { cwd: repositoryRoot, stdio: ['ignore', 'pipe', 'pipe'] })
  let failure = ''
  const tell = (/** @type {string} */ line) => {
    const { shown, failed } = saidByBuilder(line)
    if (shown !== undefined) console.log(shown)
    failure = failed ?? failure
  }
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', tell)
  const [code] = await once(child, 'close')
  if (code === 0) return
  const why = failure || `exit code ${code ?? 'none'}`
  throw new Error(
    `electron-builder failed: ${why}\nWhat it needs for a target it fetches from github.com. Where that can't be reached, ask for another one: --target dir`,
  )
}

/**
 * @param {string} line of electron-builder's output
 * @returns {{ shown?: string, failed?: string }} what a person reads of it, without a stack; `failed`: why it failed, if it says so
 */
export function saidByBuilder(line) {
  if (/^\s+at .*\d+:\d+\)?$|^\s+at .*\(node:|^\s+at .*\(<anonymous>\)$/.test(line)) return {}
  const shown = line.replace(/\s+(?:failedTask=\S+\s+)?stackTrace=.*$/, '')
  const [, failed] = /^\s*⨯ (.+)$/.exec(shown) ?? []
  return failed === undefined ? { shown } : { shown, failed }
}

/**
 * Writes the bill of materials of what was built, valid by its schema.
 * @param {string} electronVersion
 */
async function writeBill(electronVersion) {
  const [{ packagedTargets }, bills] = await Promise.all([import('./build-config.mjs'), import('./bill-of-materials.mjs')])
  const { name, version, license } = JSON.parse(readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8'))
  const packages = bills.bundledPackages(packagedTargets)
  const bill = bills.billOfMaterials({ app: { name, version, license }, electronVersion, packages })
  await bills.requireValidBill(bill)
  writeFileSync(path.join(repositoryRoot, bills.BILL_FILE), `${JSON.stringify(bill, undefined, 2)}\n`)
  console.log(`${bills.BILL_FILE}: Electron and ${packages.length} packages, each with its license; valid by the schema of CycloneDX 1.6.`)
}

/** @param {boolean} forTests */
async function packageCommandLine(forTests) {
  ensureDependencies()
  const [{ buildTargets }, { packCommandLine }] = await Promise.all([import('./build.mjs'), import('./command-line-package.mjs')])
  await buildTargets(['cmk-wizard'])
  const archive = await packCommandLine(path.join(repositoryRoot, packagedApp(forTests).output))
  console.log(`${path.relative(repositoryRoot, archive)}: ${statSync(archive).size} bytes.`)
}

/** @param {Pick<Wish, 'forTests' | 'installers'>} wish */
export async function makePackage(wish) {
  ensureDependencies()
  if (wish.forTests) return packageWith(await (await import('./electron.mjs')).electronBinary(), wish)
  const { electronForPeople } = await import('./electron-archive.mjs')
  const electron = await electronForPeople().catch((/** @type {Error} */ reason) => {
    throw new Error(
      `There is no Electron for a package for people: ${reason.message}\nTo try the packaging itself on this machine: npm run package -- --for-tests`,
    )
  })
  try {
    await packageWith(electron, wish)
  } finally {
    rmSync(electron.folder, { recursive: true, force: true })
  }
}

/** @param {Pick<import('./electron.mjs').Electron, 'folder' | 'version'> & { source: string }} electron @param {Pick<Wish, 'forTests' | 'installers'>} wish */
async function packageWith(electron, wish) {
  const [{ buildTargets }, { packagedTargets }, fuses] = await Promise.all([
    import('./build.mjs'),
    import('./build-config.mjs'),
    import('./fuses.mjs'),
  ])
  const { folder, executable, forFuses } = packagedApp(wish.forTests)
  rmSync(path.join(repositoryRoot, folder), { recursive: true, force: true })
  await buildTargets(packagedTargets)
  await writeBill(electron.version)
  await runBuilder(electron, wish)
  if (!existsSync(path.join(repositoryRoot, executable))) throw new Error(`electron-builder ended, but ${executable} is not there.`)
  const wire = await fuses.readFuses(path.join(repositoryRoot, forFuses))
  console.log(`Fuses read back from ${executable}:\n${fuses.describeFuses(wire)}`)
  const problems = fuses.fuseProblems(wire)
  if (problems.length > 0) throw new Error(`The fuses are not as they must be:\n  ${problems.join('\n  ')}`)
  console.log(
    `${folder}: CMK Enablement Wizard on Electron ${electron.version}${electron.source === 'registry' ? ', for tests only' : ''}.`,
  )
  makeLinuxPackages(wish)
}

await runAsCommand(import.meta.url, async (words) => {
  const wish = parseWish(words)
  await (wish.onlyCommandLine ? packageCommandLine(wish.forTests) : makePackage(wish))
  return true
})
