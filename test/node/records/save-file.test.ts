import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, it, vi } from 'vitest'
import { saveFile } from '#node/records/save-file.ts'
import { english } from '../../english.ts'
import { testFolder } from '../../folder.ts'

let folder: string
beforeEach(() => {
  folder = testFolder()
})

const choosing = (name: string) => async () => ({ canceled: false, filePath: path.join(folder, name) })
const SCRIPT = { name: 'enable-cmk.sh', content: '#!/usr/bin/env bash\necho "ü"\n' }

it('writes the file where the person wants it, byte for byte, and leaves nothing else there', async () => {
  expect(await saveFile(SCRIPT, choosing('mine.sh'))).toEqual({ ok: true, value: { savedAs: 'mine.sh' } })
  expect(readFileSync(path.join(folder, 'mine.sh'), 'utf8')).toBe(SCRIPT.content)
  expect(readdirSync(folder)).toEqual(['mine.sh'])
})

it('replaces a file that the person agreed to replace', async () => {
  writeFileSync(path.join(folder, 'mine.sh'), 'something much longer that was there before')
  await saveFile({ ...SCRIPT, content: new Uint8Array([1, 2, 3]) }, choosing('mine.sh'))
  expect([...readFileSync(path.join(folder, 'mine.sh'))]).toEqual([1, 2, 3])
})

it('suggests a name and never a path', async () => {
  const ask = vi.fn(async () => ({ canceled: true }))
  await saveFile({ ...SCRIPT, name: '../../.bashrc' }, ask)
  expect(ask).toHaveBeenCalledExactlyOnceWith({ defaultPath: '.bashrc' })
})

it.each([
  ['calls it off', { canceled: true }],
  ['calls it off in a dialog that then gives an empty path', { canceled: true, filePath: '' }],
  ['gives no name', { canceled: false, filePath: '' }],
])('writes nothing when the person %s', async (_what, answer) => {
  expect(await saveFile(SCRIPT, async () => answer)).toEqual({ ok: true, value: {} })
  expect(readdirSync(folder)).toEqual([])
})

it('says why a file cannot be written, and keeps what was there', async () => {
  mkdirSync(path.join(folder, 'a-folder'))
  const blockingFindings = await saveFile(SCRIPT, choosing('a-folder'))
  expect(english.all(blockingFindings)).toEqual({ ok: false, why: expect.stringMatching(/^Couldn’t save the file\. .+ \([A-Z]+\)$/) })
  expect(english.all(await saveFile(SCRIPT, choosing('gone/mine.sh')))).toEqual({
    ok: false,
    why: 'Couldn’t save the file. That folder is no longer there. Choose another folder. (ENOENT)',
  })
  expect(readdirSync(folder)).toEqual(['a-folder'])
  expect(existsSync(path.join(folder, 'gone'))).toBe(false)
})
