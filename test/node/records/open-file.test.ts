import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openFile } from '#node/records/open-file.ts'
import { english } from '../../english.ts'
import { testFolder } from '../../folder.ts'

const filter = { name: 'Handoff', extension: 'json' }
const picking = (...filePaths: string[]) => openFile(async () => ({ canceled: filePaths.length === 0, filePaths }), filter, 16)

function folder(): string {
  const made = testFolder()
  return made
}

it('gives the file’s text under its own name, without its folder', async () => {
  const file = path.join(folder(), 'mine.json')
  writeFileSync(file, 'ü'.repeat(8))
  expect(await picking(file)).toEqual({ ok: true, picked: { name: 'mine.json', text: 'ü'.repeat(8) } })
})

it('gives a name that could turn its ending around as it is read', async () => {
  const file = path.join(folder(), 'mine\u202enosj.exe')
  writeFileSync(file, 'x')
  expect(await picking(file)).toMatchObject({ picked: { name: 'mine nosj.exe' } })
})

it('gives nothing when the person calls it off', async () => {
  expect(await picking()).toEqual({ ok: true })
})

it.each([
  ['one byte too many', (at: string) => writeFileSync(at, 'x'.repeat(17)), 'larger than'],
  ['no file any more', () => undefined, 'no longer there'],
  ['a folder', (at: string) => void mkdirSync(at), 'It’s a folder.'],
])('says why it opens nothing where there is %s', async (_what, make, why) => {
  const at = path.join(folder(), 'it')
  make(at)
  const opened = await picking(at)
  expect(opened.ok ? 'opened' : english.text(opened.why)).toContain(why)
})

it.skipIf(process.platform === 'win32')('says of a pipe that no one writes to what it is, without waiting', async () => {
  const at = path.join(folder(), 'it')
  execFileSync('mkfifo', [at])
  const opened = await picking(at)
  expect(opened.ok ? 'opened' : english.text(opened.why)).toContain('It’s a pipe')
})
