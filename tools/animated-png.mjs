/** Puts pictures of one size into an animated PNG, as they are: their compressed pixels are taken over. */
import { crc32 } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * @param {Buffer} png
 * @returns {readonly { type: string, data: Buffer }[]}
 */
function chunksOf(png) {
  const chunks = []
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return chunks
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** @param {...number} numbers each in four bytes */
const words = (...numbers) => {
  const bytes = Buffer.alloc(4 * numbers.length)
  for (const [index, number] of numbers.entries()) bytes.writeUInt32BE(number, 4 * index)
  return bytes
}

/**
 * @param {readonly Buffer[]} pictures PNG files
 * @param {{ readonly milliseconds: number, readonly plays: number }} timing how long each is shown, and how often all are. Then the last one stays.
 * @returns {Buffer} a viewer that doesn't know the format shows the first picture
 * @throws when their sizes or kinds of pixels differ
 */
export function animatedPng(pictures, { milliseconds, plays }) {
  const frames = pictures.map((png) => {
    const chunks = chunksOf(png)
    const header = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(0)
    return { header, pixels: chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data) }
  })
  const [first] = frames
  if (first === undefined || frames.some(({ header }) => !header.equals(first.header)))
    throw new Error('The pictures of an animation must have one size and one kind of pixels.')
  let sequence = 0
  const parts = frames.flatMap(({ header, pixels }, index) => {
    const delay = Buffer.alloc(6)
    delay.writeUInt16BE(milliseconds, 0)
    delay.writeUInt16BE(1000, 2)
    // Width, height, and where: all of the picture. It replaces the one before.
    const control = chunk('fcTL', Buffer.concat([words(sequence++), header.subarray(0, 8), words(0, 0), delay]))
    return [control, ...pixels.map((data) => (index === 0 ? chunk('IDAT', data) : chunk('fdAT', Buffer.concat([words(sequence++), data]))))]
  })
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', first.header),
    chunk('acTL', words(frames.length, plays)),
    ...parts,
    chunk('IEND', Buffer.alloc(0)),
  ])
}
