import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { toIcns, toIco } from '../../tools/icon-formats.mjs'
import { repositoryRoot } from '../../tools/location.mjs'

const image = (size: number) => ({ size, png: Buffer.from(`png of ${size}`) })

test('an .ico lists each image with its size and where it is', () => {
  const ico = toIco([image(16), image(256)])
  expect(ico.readUInt16LE(4)).toBe(2)
  expect([ico.readUInt8(6), ico.readUInt8(22)]).toEqual([16, 0])
  const second = ico.readUInt32LE(22 + 12)
  expect(ico.toString('utf8', second, second + ico.readUInt32LE(22 + 8))).toBe('png of 256')
})

test('an image too large for an .ico is refused', () => {
  expect(() => toIco([image(512)])).toThrow('at most 256')
})

test('an .icns holds parts whose lengths add up to its own', () => {
  const icns = toIcns([32, 64, 128, 256, 512].map(image))
  expect(icns.toString('latin1', 0, 4)).toBe('icns')
  expect(icns.readUInt32BE(4)).toBe(icns.length)
  let parts = 0
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) parts++
  expect(parts).toBe(7)
})

test('an .icns without one of its sizes is refused', () => {
  expect(() => toIcns([image(32)])).toThrow('64 pixels')
})

test('every committed picture has the size its name says', () => {
  const folder = path.join(repositoryRoot, 'assets', 'icons')
  const names = readdirSync(folder)
  expect(names).toContain('512x512.png')
  for (const name of names) {
    const png = readFileSync(path.join(folder, name))
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}.png`).toBe(name)
  }
})
