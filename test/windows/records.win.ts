import { constants } from 'node:fs'
import { chmod, mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { readKept, writeDurably } from '#node/records/engagement/durable-file.ts'
import { openJournalFile } from '#node/records/engagement/journal/journal-file.ts'
import { isHeld, type Lock, takeLock } from '#node/records/engagement/lock.ts'
import { thisRun } from '#node/records/engagement/this-run.ts'
import { filesIn } from '#node/services/identity/sealed-files.ts'
import { testFolder } from '../folder.ts'
import { keptCase, openRecordIn, storeIn } from '../node/cli/cmk-wizard/kept-record.ts'

/** libuv's UV_FS_O_EXLOCK, which only Windows has: the file is shared with no one, as virus scanners open it. */
const SHARED_WITH_NONE = 0x10000000

/** In milliseconds: some pauses of the wizard, and not all. */
const A_SCAN = 250

/** Holds a file as a virus scanner does. @returns lets go of it */
async function hold(file: string): Promise<() => Promise<void>> {
  const handle = await open(file, constants.O_RDONLY | SHARED_WITH_NONE)
  return () => handle.close()
}

/** Does something while the file is held for a moment. */
async function duringAScan<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  const release = await hold(file)
  const [result] = await Promise.all([work(), pause(A_SCAN).then(release)])
  return result
}

const entry = (key: string) => ({ kind: 'attested' as const, content: { key, title: verbatim(key), by: 'ada@contoso.example' } })

let folder: string
let file: string
beforeEach(async () => {
  folder = testFolder()
  file = path.join(folder, 'engagement.json')
  await writeFile(file, 'before')
})

describe('a file that a virus scanner holds', () => {
  it('is really shared with no one', async () => {
    const release = await hold(file)
    await expect(readFile(file)).rejects.toThrow('EBUSY')
    await release()
    expect(await readFile(file, 'utf8')).toBe('before')
  })

  it('is replaced once it is released', async () => {
    await duringAScan(file, () => writeDurably(file, 'after'))
    expect(await readFile(file, 'utf8')).toBe('after')
    expect(await readdir(folder)).toEqual(['engagement.json'])
  })

  it('is read once it is released', async () => {
    expect(await duringAScan(file, () => readKept(file, 100))).toMatchObject({ ok: true, bytes: Buffer.from('before') })
  })

  it('is written to, where it is a log, once it is released', async () => {
    const log = path.join(folder, 'journal.jsonl')
    const first = await openJournalFile(log, Date.now)
    await first.journal.append(entry('a'))
    await first.journal.close()
    const { journal } = await duringAScan(log, () => openJournalFile(log, Date.now))
    await journal.append(entry('b'))
    expect(await journal.lines()).toHaveLength(2)
    await journal.close()
  })

  it('is removed, where it is a lock, once it is released', async () => {
    const lock = await locked(path.join(folder, 'lock.json'))
    await duringAScan(path.join(folder, 'lock.json'), () => lock.release())
    expect(await readdir(folder)).toEqual(['engagement.json'])
  })

  it('is replaced, where it is a sign-in, once it is released', async () => {
    const files = filesIn(folder)
    await duringAScan(file, () => files.write('engagement.json', Buffer.from('after')))
    expect(await readFile(file, 'utf8')).toBe('after')
  })

  it('stays as it was where it is never released, and nothing is left beside it', async () => {
    const release = await hold(file)
    await expect(writeDurably(file, 'after')).rejects.toThrow(/^E(?:PERM|BUSY|ACCES)/)
    await release()
    expect(await readFile(file, 'utf8')).toBe('before')
    expect(await readdir(folder)).toEqual(['engagement.json'])
  })
})

async function locked(at: string): Promise<Lock> {
  const lock = await takeLock(at, thisRun(), Date.now())
  if (isHeld(lock)) throw new Error(`It is ${lock.state}.`)
  return lock
}

describe('a lock on Windows', () => {
  it('names the user and the process, and shows another run that this one is at work', async () => {
    const lock = await locked(path.join(folder, 'lock.json'))
    expect(lock.holder).toMatchObject({ user: 'Jürgen Müßig 太郎', processId: process.pid })
    expect(await takeLock(path.join(folder, 'lock.json'), { ...thisRun(), processId: -1 }, Date.now())).toMatchObject({ state: 'here' })
    await lock.release()
  })
})

describe('a record on Windows', () => {
  it('is kept below a path of more than 260 characters', async () => {
    const deep = path.join(folder, ...Array.from({ length: 6 }, () => 'ein ziemlich langer Name eines Ordners 太郎'))
    await mkdir(deep, { recursive: true })
    expect(deep.length).toBeGreaterThan(260)
    const kept = await keptCase()
    const [listed] = await storeIn(kept.folder, Date.now()).list()
    if (!listed?.ok) throw new Error('It is not listed.')
    for (const appVersion of ['1.0.0', '1.1.0']) {
      const opened = await openRecordIn(deep, { ...listed.engagement, appVersion }, Date.now())
      await opened.journal.append(entry(appVersion))
      await opened.save(opened.engagement)
      await opened.close()
    }
    expect(await storeIn(deep, Date.now()).list()).toMatchObject([{ ok: true, id: listed.id }])
  })

  it('that is marked as read-only stays whole, and its save is refused', async () => {
    const kept = await keptCase()
    const before = await readFile(kept.file, 'utf8')
    const [listed] = await storeIn(kept.folder, Date.now()).list()
    if (!listed?.ok) throw new Error('It is not listed.')
    const opened = await openRecordIn(kept.folder, listed.engagement, Date.now())
    await chmod(kept.file, 0o444)
    await expect(opened.save({ ...opened.engagement, choices: {} })).rejects.toThrow(/^E(?:PERM|ACCES)/)
    expect(await readFile(kept.file, 'utf8')).toBe(before)
    await chmod(kept.file, 0o666)
    await opened.save(opened.engagement)
    await opened.close()
  })
})
