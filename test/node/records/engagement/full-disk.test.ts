import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { diskWords } from '#node/records/engagement/disk-words.ts'
import { readJournalFile } from '#node/records/engagement/journal/journal-file.ts'
import { english } from '#test/english.ts'
import { type Workplace, workplace } from './working.ts'

const BLOCK = 4096

const mounted: string[] = []
afterEach(() => {
  for (const folder of mounted.splice(0)) {
    execFileSync('umount', ['--lazy', folder])
    rmSync(folder, { recursive: true, force: true })
  }
})

/** A small separate disk in place of a workplace's folder. @returns nothing where this computer does not allow mounting one */
function smallDisk(options: string): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  const folder = mkdtempSync(path.join(tmpdir(), 'disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmSync(folder, { recursive: true, force: true })
    return undefined
  }
  mounted.push(folder)
  return folder
}

/** Writes until not a byte is left. */
function fill(disk: string): string {
  const file = path.join(disk, 'filler')
  try {
    while (true) writeFileSync(file, Buffer.alloc(BLOCK), { flag: 'a' })
  } catch {
    return file
  }
}

const NO_DISK = 'No small disk can be mounted here: it takes Linux and root.'

const journalOf = async (disk: string) => {
  const [own = ''] = readdirSync(disk).filter((name) => name.includes('_'))
  return readJournalFile(path.join(disk, own, 'journal.jsonl'))
}

/** How many changes the journal says were begun. */
async function begunIn(disk: string): Promise<number> {
  const verdict = await journalOf(disk)
  return verdict.ok ? verdict.lines.filter(({ kind }) => kind === 'apply-started').length : 0
}

/** As far as the plan of step 3, with the engagement on a disk. */
async function beforeTheFirstWrite(disk: string): Promise<{ place: Workplace; run: ReturnType<Workplace['start']> }> {
  const place = await workplace()
  place.folder = disk
  const run = place.start()
  run.signIn()
  await run.walkUntil(({ step }) => step?.id === 'policy' && step.phase === 'confirming')
  return { place, run }
}

describe('a disk that is full', { timeout: 60_000 }, () => {
  it('is shown with what to do, nothing is written at Microsoft meanwhile, and it continues once there is room', async ({ skip }) => {
    const disk = smallDisk('size=1m')
    if (disk === undefined) return skip(NO_DISK)
    const { place, run } = await beforeTheFirstWrite(disk)
    const filler = fill(disk)
    const stopped = await run.walkUntil(({ step }) => step?.phase === 'reviewing' && step.problem !== undefined)
    expect(stopped.record?.problem).toMatch(/^The disk is full\. Free up some space.*ENOSPC/)
    expect(stopped.step?.problem).toMatchObject({
      meaning: expect.stringContaining('Nothing was sent to Microsoft'),
      refusal: { code: 'RecordNotKept', message: expect.stringContaining('The disk is full') },
    })
    // The block that the journal is in may have taken a line or two: what was written is logged, and no more was.
    const made = place.server.tenant.writes().filter(({ changed }) => changed).length
    expect(made).toBeLessThan(6)
    expect(await begunIn(disk)).toBeGreaterThanOrEqual(made)

    rmSync(filler)
    run.host.send({ type: 'CHECK_AGAIN' })
    const end = await run.walkUntil(({ page }) => page === 'closing')
    expect(end.record).toBeUndefined()
    const verdict = await journalOf(disk)
    expect(verdict).toMatchObject({ ok: true })
    await run.host.stop()
  })

  it('while Microsoft encrypts: the wait continues to its end', async ({ skip }) => {
    const disk = smallDisk('size=2m')
    if (disk === undefined) return skip(NO_DISK)
    const { place, run } = await beforeTheFirstWrite(disk)
    await run.walkUntil(({ step }) => step?.phase === 'waiting' && step.wait?.mayClose === true)
    const writes = place.server.tenant.writes().length
    fill(disk)
    const end = await run.walkUntil(({ page }) => page === 'closing')
    expect(end.record?.problem).toContain('The disk is full')
    expect(place.server.tenant.writes()).toHaveLength(writes)
    expect(await journalOf(disk)).toMatchObject({ ok: true })
    await run.host.stop()
  })
})

describe('a folder that can only be read', { timeout: 60_000 }, () => {
  it('is said, what runs at Microsoft is taken up and followed, and nothing is written there', async ({ skip }) => {
    const disk = smallDisk('size=2m')
    if (disk === undefined) return skip(NO_DISK)
    const { place, run: first } = await beforeTheFirstWrite(disk)
    await first.walkUntil(({ step }) => step?.phase === 'waiting' && step.wait?.mayClose === true)
    await first.host.stop()
    const writes = place.server.tenant.writes().length
    execFileSync('mount', ['-o', 'remount,ro', disk])

    const second = place.start({ processId: 2 })
    const start = await second.until(({ start: page }) => page?.engagements !== undefined)
    await second.host.openEngagement(start.start?.engagements?.[0]?.id ?? '')
    const followed = await second.until(({ step }) => step?.phase === 'waiting')
    expect(followed.step).toMatchObject({ id: 'membership', wait: { mayClose: true } })
    expect(followed.record?.problem).toMatch(
      /^Can’t use the folder with your saved work\. The disk is read-only\..*open this environment again\.$/,
    )
    await second.walkUntil(({ page }) => page === 'closing')
    expect(place.server.tenant.writes()).toHaveLength(writes)
    await second.host.stop()
  })

  it('stops before the first write, and says so', async ({ skip }) => {
    if (process.platform === 'win32' || process.getuid?.() === 0) {
      const disk = smallDisk('size=1m,ro')
      if (disk === undefined) return skip(NO_DISK)
      await expectNothingWritten(disk)
      return
    }
    const folder = mkdtempSync(path.join(tmpdir(), 'read-only-'))
    chmodSync(folder, 0o500)
    await expectNothingWritten(folder).finally(() => {
      chmodSync(folder, 0o700)
      rmSync(folder, { recursive: true })
    })
  })

  async function expectNothingWritten(folder: string): Promise<void> {
    const { place, run } = await beforeTheFirstWrite(folder)
    const stopped = await run.walkUntil(({ step }) => step?.phase === 'reviewing' && step.problem !== undefined)
    expect(stopped.record?.problem).toMatch(/^Can’t use the folder with your saved work\. /)
    expect(stopped.step?.problem?.remedy).toContain('Resolve the cause below')
    expect(place.server.tenant.writes()).toEqual([])
    await run.host.stop()
  }
})

describe('what the disk says', () => {
  it.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO'])('%s is said with what to do and in the system’s own words', (code) => {
    const words = english.text(diskWords(Object.assign(new Error(`${code}: words of the system`), { code })))
    expect(words).toMatch(/^(?:The disk|Your disk quota|This account) .*\. The system says: /)
    expect(words).toContain(`${code}: words of the system`)
  })

  it('is passed on unchanged where nothing more is known', () => {
    expect(diskWords(new Error('odd'))).toEqual(verbatim('odd'))
    expect(diskWords('odd')).toEqual(verbatim('odd'))
  })
})
