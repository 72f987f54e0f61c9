import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { removeUnfinished, setFolderAside, writeDurably } from '#node/records/engagement/durable-file.ts'
import { whileMovesMeet, whileNothingIsMoved } from '#test/failing-rename.ts'
import { testFolder } from '#test/folder.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = testFolder()
  file = path.join(folder, 'engagement.json')
})

describe('a file that is written durably', () => {
  it('is one of several that are written to one place at once, whole, and none of them fails', async () => {
    const contents = Array.from({ length: 50 }, (_none, index) => `${index}`.repeat(10_000))
    await whileMovesMeet(() => Promise.all(contents.map((content) => writeDurably(file, content))))
    expect(contents).toContain(await readFile(file, 'utf8'))
    expect(await readdir(folder)).toEqual(['engagement.json'])
  })

  it('stays as it was where it can’t be moved into place, and nothing is left beside it', async () => {
    await writeDurably(file, 'before')
    await whileNothingIsMoved('EIO', () => expect(writeDurably(file, 'after')).rejects.toThrow('EIO'))
    expect(await readFile(file, 'utf8')).toBe('before')
    expect(await readdir(folder)).toEqual(['engagement.json'])
  })
})

/** Name under which the next file is written, as a failed move tells that of the last one. */
async function nextUnfinished(): Promise<string> {
  const taken = path.join(folder, 'taken')
  await mkdir(path.join(taken, 'own'), { recursive: true })
  const failed = await writeDurably(taken, '').catch(String)
  const [, last] = /-(\d+)\.unfinished/.exec(String(failed)) ?? []
  return `${file}.${process.pid}-${Number(last) + 1}.unfinished`
}

describe.skipIf(process.platform === 'win32')('what stands where a file is written before it is moved into place', () => {
  it('isn’t waited for where it’s a pipe', async () => {
    execFileSync('mkfifo', [await nextUnfinished()])
    await writeDurably(file, 'content')
    expect(await readFile(file, 'utf8')).toBe('content')
  })

  it('isn’t followed where it’s a link', async () => {
    const other = path.join(testFolder({ other: 'theirs' }), 'other')
    await symlink(other, await nextUnfinished())
    await writeDurably(file, 'content')
    expect([await readFile(file, 'utf8'), await readFile(other, 'utf8')]).toEqual(['content', 'theirs'])
  })
})

it('what a kill left half written is removed when the folder is opened, and nothing else', async () => {
  for (const name of ['engagement.json', 'engagement.json.4711-1.unfinished', 'engagement.json.unfinished', 'journal.jsonl'])
    await writeFile(path.join(folder, name), name)
  await mkdir(path.join(folder, 'a.unfinished'))
  await removeUnfinished(folder)
  expect((await readdir(folder)).toSorted()).toEqual(['a.unfinished', 'engagement.json', 'journal.jsonl'])
})

it('a folder is kept beside itself under a name that no other has', async () => {
  for (const content of ['one', 'two']) {
    await writeDurably(file, content)
    const own = path.join(folder, 'own')
    await mkdir(own)
    await writeDurably(path.join(own, 'file'), content)
    await setFolderAside(own, 5)
  }
  expect(await readFile(path.join(folder, 'removed-5-own', 'file'), 'utf8')).toBe('one')
  expect(await readFile(path.join(folder, 'removed-6-own', 'file'), 'utf8')).toBe('two')
})
