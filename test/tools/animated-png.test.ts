import { Buffer } from 'node:buffer'
import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { animatedPng } from '../../tools/animated-png.mjs'

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

/** Of one gray pixel in each row. */
function picture(height: number, gray: number): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, height, 8, 0, 0, 0, 0])
  const rows = Buffer.concat(Array.from({ length: height }, () => Buffer.from([0, gray])))
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

function chunksOf(png: Buffer) {
  const found: { type: string; data: Buffer; holds: boolean }[] = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const body = png.subarray(at + 4, at + 8 + length)
    found.push({ type: body.toString('latin1', 0, 4), data: body.subarray(4), holds: png.readUInt32BE(at + 8 + length) === crc32(body) })
    at += 12 + length
  }
  return found
}

describe('an animated PNG', () => {
  const chunks = chunksOf(animatedPng([picture(2, 1), picture(2, 2), picture(2, 3)], { milliseconds: 2500, plays: 2 }))

  it('holds every picture with its time, the first as any viewer reads it', () => {
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'acTL', 'fcTL', 'IDAT', 'fcTL', 'fdAT', 'fcTL', 'fdAT', 'IEND'])
    expect(chunks.every(({ holds }) => holds)).toBe(true)
    expect(chunks[1]?.data).toEqual(Buffer.from([0, 0, 0, 3, 0, 0, 0, 2]))
    expect(chunks[2]?.data.readUInt16BE(20)).toBe(2500)
  })

  it('counts its parts on, and shows all of each picture', () => {
    const counted = chunks.filter(({ type }) => /^f/.test(type))
    expect(counted.map(({ data }) => data.readUInt32BE(0))).toEqual([0, 1, 2, 3, 4])
    for (const { type, data } of counted)
      if (type === 'fcTL') expect(data.subarray(4, 20)).toEqual(Buffer.from('00000001000000020000000000000000', 'hex'))
  })

  it('refuses pictures of two sizes', () => {
    expect(() => animatedPng([picture(2, 1), picture(3, 1)], { milliseconds: 1, plays: 1 })).toThrow('one size')
  })
})
