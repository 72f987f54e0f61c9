/**
 * Reads a zip archive held in memory. Written here because a fresh machine may have neither `unzip` nor, before
 * `npm ci`, any package. Knows stored and deflated entries; no encryption, no archives over 4 GiB.
 */
import { inflateRawSync } from 'node:zlib'

const END_OF_CENTRAL_DIRECTORY = 0x06054b50
const CENTRAL_DIRECTORY_ENTRY = 0x02014b50
const END_RECORD_LENGTH = 22
const LONGEST_COMMENT = 0xffff

/**
 * @typedef {object} ZipEntry
 * @property {string} name path inside the archive, with forward slashes; folders end in one
 * @property {number} mode Unix permission bits, 0 when the archive was made without them
 * @property {() => Buffer} read inflates the content
 */

/**
 * @param {Buffer} archive
 * @returns {number} where the end record starts
 */
function findEndRecord(archive) {
  const earliest = Math.max(0, archive.length - END_RECORD_LENGTH - LONGEST_COMMENT)
  for (let at = archive.length - END_RECORD_LENGTH; at >= earliest; at--) {
    if (archive.readUInt32LE(at) === END_OF_CENTRAL_DIRECTORY) return at
  }
  throw new Error('Not a zip archive, or a truncated one: it has no end record.')
}

/**
 * @param {Buffer} archive
 * @param {number} localHeader
 * @param {number} compressedSize
 * @param {number} method
 */
function readContent(archive, localHeader, compressedSize, method) {
  // Name and extra field are repeated in the local header, with lengths of their own.
  const start = localHeader + 30 + archive.readUInt16LE(localHeader + 26) + archive.readUInt16LE(localHeader + 28)
  const raw = archive.subarray(start, start + compressedSize)
  if (method === 0) return Buffer.from(raw)
  if (method === 8) return inflateRawSync(raw)
  throw new Error(`The zip archive uses compression method ${method}; only stored (0) and deflate (8) are known here.`)
}

/**
 * @param {Buffer} archive
 * @returns {ZipEntry[]} in the order of the archive's directory
 */
export function zipEntries(archive) {
  const end = findEndRecord(archive)
  const count = archive.readUInt16LE(end + 10)
  let at = archive.readUInt32LE(end + 16)
  /** @type {ZipEntry[]} */
  const entries = []
  for (let index = 0; index < count; index++) {
    if (archive.readUInt32LE(at) !== CENTRAL_DIRECTORY_ENTRY) throw new Error('The directory of the zip archive is damaged.')
    const method = archive.readUInt16LE(at + 10)
    const compressedSize = archive.readUInt32LE(at + 20)
    const nameLength = archive.readUInt16LE(at + 28)
    const localHeader = archive.readUInt32LE(at + 42)
    entries.push({
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      mode: (archive.readUInt32LE(at + 38) >>> 16) & 0o777,
      read: () => readContent(archive, localHeader, compressedSize, method),
    })
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return entries
}
