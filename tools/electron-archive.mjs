/**
 * The Electron of a package for people: unpacked anew from the archive whose SHA-256 the `electron` package names. What a folder says of
 * itself is a text file that anyone can write.
 */
import { createHash } from 'node:crypto'
import { createReadStream, mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { extract } from '@electron-internal/extract-zip'
import { pinnedVersion } from './electron.mjs'
import { repositoryRoot } from './location.mjs'

const PACKAGE = path.join(repositoryRoot, 'node_modules', 'electron')

/** @returns {Record<string, string>} SHA-256 by the name of an archive, as published with the `electron` package */
export const publishedChecksums = () => JSON.parse(readFileSync(path.join(PACKAGE, 'checksums.json'), 'utf8'))

/**
 * @param {string} archive path of a file
 * @param {string} name that it is published under
 * @param {Record<string, string>} checksums
 * @throws where the file isn't what was published
 */
export async function requirePublished(archive, name, checksums) {
  const expected = checksums[name]
  if (expected === undefined) throw new Error(`The electron package names no checksum of ${name}.`)
  const hash = createHash('sha256')
  await pipeline(createReadStream(archive), hash)
  const actual = hash.digest('hex')
  if (actual !== expected) throw new Error(`${archive} isn't ${name}: its SHA-256 is ${actual}. Published is ${expected}.`)
}

/** Downloads it, unless it was downloaded before. @param {string} version @returns {Promise<string>} path of the archive */
async function downloaded(version) {
  const { downloadArtifact } = createRequire(path.join(PACKAGE, 'install.js'))('@electron/get')
  const { platform, arch } = process
  return downloadArtifact({ version, artifactName: 'electron', platform, arch, checksums: publishedChecksums() }).catch(
    (/** @type {unknown} */ reason) => {
      const why = reason instanceof Error ? reason.message : String(reason)
      throw new Error(
        `Electron ${version} couldn't be fetched from its release server (${why}). Fetch the archive elsewhere, and set CMK_WIZARD_ELECTRON_ARCHIVE to it.`,
      )
    },
  )
}

/**
 * @param {NodeJS.ProcessEnv} environment `CMK_WIZARD_ELECTRON_ARCHIVE`: the archive, where its release server can't be reached
 * @returns {Promise<{ folder: string, version: string, source: 'archive' }>} in a temporary folder, which is the caller's to delete
 * @throws where there is none, or it isn't what was published
 */
export async function electronForPeople(environment = process.env) {
  if (environment['ELECTRON_OVERRIDE_DIST_PATH'])
    throw new Error(
      'ELECTRON_OVERRIDE_DIST_PATH names a folder, in which nothing can be checked. Set CMK_WIZARD_ELECTRON_ARCHIVE to the archive that Electron publishes.',
    )
  const version = pinnedVersion()
  const name = `electron-v${version}-${process.platform}-${process.arch}.zip`
  const archive = environment['CMK_WIZARD_ELECTRON_ARCHIVE'] || (await downloaded(version))
  await requirePublished(archive, name, publishedChecksums())
  const folder = mkdtempSync(path.join(tmpdir(), 'electron-'))
  await extract(archive, { dir: folder })
  return { folder, version, source: 'archive' }
}
