import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { executableName, pinnedVersion } from '../../tools/electron.mjs'
import { electronForPeople, publishedChecksums, requirePublished } from '../../tools/electron-archive.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'electron-archive-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, text: string): string => {
  const place = path.join(folder, name)
  writeFileSync(place, text)
  return place
}
const NAME = `electron-v${pinnedVersion()}-linux-x64.zip`

describe('the Electron of a package for people', () => {
  it('is taken from no folder, whatever version it says of itself', async () => {
    file('version', pinnedVersion())
    file(executableName('linux'), 'another Electron')
    await expect(electronForPeople({ ELECTRON_OVERRIDE_DIST_PATH: folder })).rejects.toThrow('nothing can be checked')
  })

  it('is taken from no archive but the published one', async () => {
    const archive = file(NAME, 'another archive')
    await expect(electronForPeople({ CMK_WIZARD_ELECTRON_ARCHIVE: archive })).rejects.toThrow(/its SHA-256 is [0-9a-f]{64}\. Published is/)
  })

  it('is one whose checksum the pinned package names, for each system that packages are made on', () => {
    const checksums = publishedChecksums()
    for (const system of ['linux-x64', 'linux-arm64', 'win32-x64', 'win32-arm64', 'darwin-x64', 'darwin-arm64'])
      expect(checksums[`electron-v${pinnedVersion()}-${system}.zip`], system).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('an archive', () => {
  const text = 'the archive'
  const archive = file('archive.zip', text)
  const sum = createHash('sha256').update(text).digest('hex')

  it('is what was published if its checksum is', async () => {
    await expect(requirePublished(archive, 'a.zip', { 'a.zip': sum })).resolves.toBeUndefined()
    await expect(requirePublished(archive, 'a.zip', { 'a.zip': sum.replace(/./, sum.startsWith('0') ? '1' : '0') })).rejects.toThrow(
      'a.zip',
    )
  })

  it('is refused where no checksum of that name is published', async () => {
    await expect(requirePublished(archive, 'b.zip', { 'a.zip': sum })).rejects.toThrow('names no checksum of b.zip')
  })
})
