/** Says how two packages differ that should be the same, byte for byte. */
import { readFileSync } from 'node:fs'
import { runTool } from '../../tools/linux/deb.mjs'

/** More lines than that are not read by anyone. */
const LINES_SHOWN = 20

/**
 * @param {readonly (readonly [string, string])[]} first what the first package says of each of its parts
 * @param {readonly (readonly [string, string])[]} second
 * @returns {readonly string[]} a line for each part that is in one only, or that the two describe differently
 */
export function explainDifference(first, second) {
  const after = new Map(second)
  const before = new Map(first)
  const changed = first.flatMap(([part, says]) => {
    const now = after.get(part)
    if (now === undefined) return [`only in the first: ${part}`]
    return now === says ? [] : [`${part}: ${says} in the first, ${now} in the second`]
  })
  const added = second.filter(([part]) => !before.has(part)).map(([part]) => `only in the second: ${part}`)
  const lines = [...changed, ...added]
  if (lines.length === 0) return ['Every file is the same: the difference is in the header or in the compression. diffoscope shows it.']
  const more = lines.length - LINES_SHOWN
  return more > 0 ? [...lines.slice(0, LINES_SHOWN), `and ${more} more`] : lines
}

/**
 * @param {string} listing of tar, with full times
 * @returns {readonly (readonly [string, string])[]} each file, and its mode, owner, size, and time
 */
export function parseTarListing(listing) {
  return listing
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, says = '', file = ''] = /^(\S+ +\S+ +\d+ +\S+ +\S+) (.*)$/.exec(line) ?? []
      return /** @type {const} */ ([file, says.replace(/ +/g, ' ')])
    })
}

/** @param {string} deb */
function partsOfDeb(deb) {
  const listed = (/** @type {string} */ which) =>
    parseTarListing(runTool('sh', ['-c', `dpkg-deb --${which}-tarfile "$1" | tar --full-time -tvf -`, 'sh', deb]))
  const sums = runTool('dpkg-deb', ['--info', deb, 'md5sums']).trim().split('\n')
  const digests = sums.map((line) => /** @type {const} */ ([`${line.slice(34)} (content)`, line.slice(0, 32)]))
  const control = runTool('dpkg-deb', ['--field', deb]).trim().split('\n')
  return [
    ...control.map((line, index) => /** @type {const} */ ([`control, line ${index + 1}`, line])),
    ...listed('ctrl'),
    ...listed('fsys'),
    ...digests,
  ]
}

/** @param {string} rpm */
function partsOfRpm(rpm) {
  const query = (/** @type {string} */ format) => runTool('rpm', ['-qp', '--nosignature', '--queryformat', format, rpm]).trim().split('\n')
  const files = query(
    '[%{FILENAMES}\\t%{FILEMODES:perms} %{FILEUSERNAME}/%{FILEGROUPNAME} %{FILESIZES} %{FILEMTIMES} %{FILEDIGESTS} %{FILELINKTOS}\\n]',
  )
  const header = query('%{BUILDTIME}\\n%{BUILDHOST}\\n[%{REQUIRENAME} %{REQUIREVERSION}\\n][%{PROVIDENAME}\\n]%{DESCRIPTION}\\n')
  return [
    ...header.map((line, index) => /** @type {const} */ ([`header, line ${index + 1}`, line])),
    ...files.map((line) => /** @type {const} */ ([line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)])),
  ]
}

/**
 * @param {string} first a package
 * @param {string} second the same, made again
 * @returns {readonly string[]} how they differ; empty where every byte is the same
 */
export function differences(first, second) {
  if (readFileSync(first).equals(readFileSync(second))) return []
  const parts = first.endsWith('.rpm') ? partsOfRpm : partsOfDeb
  return explainDifference(parts(first), parts(second))
}
