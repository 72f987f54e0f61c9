import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { repositoryRoot } from '../../tools/location.mjs'

// All of them are `assets/icon.svg`, drawn once: a change of it means to draw each size again.
const assets = path.join(repositoryRoot, 'assets')

test('every committed picture has the size its name says', () => {
  const folder = path.join(assets, 'icons')
  const names = readdirSync(folder)
  expect(names).toContain('512x512.png')
  for (const name of names) {
    const png = readFileSync(path.join(folder, name))
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}.png`).toBe(name)
  }
})

test('the icon of Windows has every size up to 256 pixels, which its single byte writes as 0', () => {
  const ico = readFileSync(path.join(assets, 'icon.ico'))
  const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => ico.readUInt8(6 + 16 * index))
  expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 0])
})

test('the icon of macOS has a picture for each kind of screen', () => {
  const icns = readFileSync(path.join(assets, 'icon.icns'))
  expect(icns.readUInt32BE(4)).toBe(icns.length)
  const kinds: string[] = []
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) kinds.push(icns.toString('latin1', at, at + 4))
  expect(kinds).toEqual(['ic11', 'ic12', 'ic07', 'ic08', 'ic13', 'ic09', 'ic14'])
})
