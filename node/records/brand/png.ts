import { crc32 } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Chunks needed to draw the image. Text, times, places and profiles are dropped. */
const KEPT: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'pHYS', 'IDAT', 'IEND'])

/** In pixels, each way; larger images would exhaust a reader's memory. */
const LARGEST_SIDE = 2_000

/** @returns the image without metadata; undefined if it isn't a PNG, is damaged, or is too large for a logo */
export function cleanPng(bytes: Buffer): Buffer | undefined {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return undefined
  const kept: Buffer[] = [SIGNATURE]
  const types: string[] = []
  let at = SIGNATURE.length
  while (at + 12 <= bytes.length && types.at(-1) !== 'IEND') {
    const length = bytes.readUInt32BE(at)
    const to = at + 12 + length
    if (to > bytes.length) return undefined
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (crc32(bytes.subarray(at + 4, to - 4)) !== bytes.readUInt32BE(to - 4)) return undefined
    if (KEPT.has(type)) kept.push(bytes.subarray(at, to))
    types.push(type)
    at = to
  }
  if (types[0] !== 'IHDR' || !types.includes('IDAT') || types.at(-1) !== 'IEND' || bytes.readUInt32BE(SIGNATURE.length) !== 13)
    return undefined
  const sides = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  return sides.every((side) => side > 0 && side <= LARGEST_SIDE) ? Buffer.concat(kept) : undefined
}
