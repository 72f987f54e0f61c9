import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { LATEST_INSTANT } from '#machines/engine/instant.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { newEngagement, readEngagement, SCHEMA_VERSION, writeEngagement } from '#node/records/engagement/engagement.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import type { Holding } from '#node/records/engagement/lock.ts'
import { engagementId, type OpenEngagement } from '#node/records/engagement/store.ts'
import { english } from '#test/english.ts'
import { testFolder } from '#test/folder.ts'
import { AT, chosen, ID, PLACE, WHOSE } from './store-contract.ts'

let folder: string
beforeEach(async () => {
  folder = testFolder()
})

let locks = 0
const holding = (processId: number, running: readonly number[] = [processId], host = 'desk-1'): Holding => ({
  user: 'ada',
  host,
  processId,
  isRunning: (each) => running.includes(each),
  newId: () => `lock-${locks++}`,
})
const store = (how: Holding = holding(1)) => engagementStore(folder, how, () => AT)
const own = () => path.join(folder, ID)

async function opened(how?: Holding): Promise<OpenEngagement> {
  const opening = await store(how).open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)
  if (!opening.ok) throw new Error(JSON.stringify(opening))
  return opening.open
}

describe('the engagements on this computer', () => {
  it('come back as they were saved, with the copy before kept', async () => {
    const first = await opened()
    expect(first.isNew).toBe(true)
    await first.save(chosen(first.engagement, 'one'))
    await first.save(chosen(first.engagement, 'two'))
    await first.close()
    const again = await opened()
    expect(again).toMatchObject({ isNew: false, recovered: [], engagement: { attestations: [{ by: 'two' }], tenant: { name: 'Contoso' } } })
    await again.close()
    const previous = readEngagement(CUSTOMER_MANAGED_KEYS, await readFile(path.join(own(), 'engagement.previous.json'), 'utf8'))
    expect(previous).toMatchObject({ ok: true, engagement: { attestations: [{ by: 'one' }] } })
  })

  it('has one folder for each customer environment, the same for ids in another case, and never a name that leads elsewhere', () => {
    expect(engagementId(PLACE)).toBe(
      engagementId({ tenantId: PLACE.tenantId.toUpperCase(), environmentId: PLACE.environmentId.toLowerCase() }),
    )
    fc.assert(
      fc.property(fc.string(), fc.string(), (tenantId, environmentId) => {
        expect(engagementId({ tenantId, environmentId })).toMatch(/^[a-z0-9-]{1,64}_[a-z0-9-]{1,64}$/)
      }),
    )
  })

  it('lists nothing where nothing was written, and skips what is no engagement', async () => {
    expect(await engagementStore(path.join(folder, 'not-there'), holding(1), () => AT).list()).toEqual([])
    await writeFile(path.join(folder, 'notes.txt'), 'hello')
    await mkdir(path.join(folder, 'empty'))
    expect(await store().list()).toEqual([])
  })

  it('keeps the folder of one that is taken off the list', async () => {
    const first = await opened()
    await first.save(first.engagement)
    await first.close()
    await store().remove(engagementId(PLACE))
    expect(await store().list()).toEqual([])
    expect(await readdir(folder)).toEqual([`removed-${AT}-${engagementId(PLACE)}`])
    await store().remove('../..')
  })

  it('finds that lines are missing at the end of the journal, also those after the last save', async () => {
    const first = await opened()
    await first.save(first.engagement)
    for (const key of ['a', 'b']) await first.journal.append({ kind: 'attested', content: { key, title: verbatim(key), by: 'ada' } })
    await first.close()
    const journal = path.join(own(), 'journal.jsonl')
    const text = await readFile(journal, 'utf8')
    await truncate(journal, text.indexOf('\n') + 1)
    const again = await opened()
    expect(again.recovered).toMatchObject([{ what: 'journal-cut' }])
    await again.close()
  })

  it('says why a folder cannot be used', async () => {
    await writeFile(own(), 'a file where the folder should be')
    expect(english.all(await store().open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS))).toMatchObject({
      ok: false,
      why: expect.stringContaining('Can’t use the folder'),
    })
  })
})

/** One that was saved twice, so that there is a copy before. */
async function savedTwice(): Promise<void> {
  const open = await opened()
  for (const by of ['one', 'two']) await open.save(chosen(open.engagement, by))
  await open.close()
}

describe('an engagement file that cannot be read', () => {
  async function damaged(content: string): Promise<OpenEngagement> {
    await savedTwice()
    await writeFile(path.join(own(), 'engagement.json'), content)
    return opened()
  }

  it.each([
    ['cut off', '{"schema":1,"appVersion":"0.1'],
    ['empty', ''],
    ['without a version', '{}'],
    ['with another type somewhere', JSON.stringify({ ...newEngagement(WHOSE, AT), attestations: 'none' })],
    ['nested without end', '['.repeat(100_000)],
    ['of 6 MB', `{"schema":1,"x":"${'x'.repeat(6_000_000)}"}`],
  ])('is kept under a name, and the copy before it is opened: %s', async (_, content) => {
    const again = await damaged(content)
    expect(again.engagement.attestations).toMatchObject([{ by: 'one' }])
    expect(again.recovered).toMatchObject([
      { what: 'engagement-unreadable', keptAs: 'engagement.unreadable-2026-11-24T09-00-00-000Z.json' },
    ])
    expect(await readFile(path.join(own(), again.recovered[0]?.keptAs ?? ''), 'utf8')).toBe(content)
    expect((await again.journal.lines()).at(-1)).toMatchObject({ kind: 'recovered' })
    await again.close()
  })

  it.each([
    ['engagement.json', { by: 'one' }],
    ['engagement.previous.json', { by: 'two' }],
  ])('with one flipped bit is found by its digest, and reported: %s', async (file, kept) => {
    await (await damagedAt(file, (content) => content.replace('Contoso', 'Cont\u006eso'))).close()
    const again = await opened()
    expect(again).toMatchObject({ recovered: [], engagement: { attestations: [kept], tenant: { name: 'Contoso' } } })
    await again.close()
  })

  async function damagedAt(file: string, damage: (content: string) => string): Promise<OpenEngagement> {
    await savedTwice()
    await writeFile(path.join(own(), file), damage(await readFile(path.join(own(), file), 'utf8')))
    const again = await opened()
    expect(again.recovered).toMatchObject([{ what: 'engagement-unreadable', keptAs: expect.stringContaining('.unreadable-') }])
    return again
  }

  it('of another tenant is no file of this one, however whole it is', async () => {
    const foreign = { ...newEngagement({ ...WHOSE, tenant: { id: 'another', name: 'Fabrikam' } }, AT) }
    const again = await damagedAt('engagement.json', () => JSON.stringify(foreign))
    expect(again).toMatchObject({ isNew: false, engagement: { attestations: [{ by: 'one' }], tenant: { name: 'Contoso' } } })
    await again.close()
  })

  it.each(['engagement.json', 'engagement.previous.json', 'journal.jsonl'])(
    'a folder in its place is kept under another name: %s',
    async (file) => {
      await savedTwice()
      await rm(path.join(own(), file), { force: true })
      await mkdir(path.join(own(), file))
      expect(await store().list()).toMatchObject([{ ok: true }])
      const again = await opened()
      expect(again.isNew).toBe(false)
      expect(again.recovered).toMatchObject([{ keptAs: expect.stringMatching(/unreadable|broken/) }])
      await again.save(again.engagement)
      await again.close()
      expect(await readdir(own())).toContain(again.recovered[0]?.keptAs)
    },
  )

  it('says on the list how to continue where no copy of it can be read either', async () => {
    await mkdir(own(), { recursive: true })
    await writeFile(path.join(own(), 'engagement.json'), 'x')
    expect(english.all(await store().list())).toMatchObject([
      { ok: false, why: expect.stringMatching(/isn’t JSON.*sign in and choose its environment/) },
    ])
  })

  it('lies in a folder that cannot be read: then the list says so, and is not empty', async () => {
    const file = path.join(folder, 'a-file')
    await writeFile(file, '')
    expect(english.all(await engagementStore(file, holding(1), () => AT).list())).toMatchObject([
      { ok: false, why: expect.stringContaining('Couldn’t read') },
    ])
  })

  it.each([-1, LATEST_INSTANT + 1, 8.64e15 + 1])('never gives a time that no calendar has: %s', (savedAt) => {
    expect(english.all(readEngagement(CUSTOMER_MANAGED_KEYS, writeEngagement({ ...newEngagement(WHOSE, AT), savedAt })))).toMatchObject({
      ok: false,
      why: expect.stringContaining('savedAt'),
    })
  })

  it('opens with the nearest date of the calendar where a key’s is beyond it', () => {
    const noted: Choices = { partnerEndsAt: 8.64e15 }
    const kept = {
      ...newEngagement(WHOSE, AT),
      keyExpires: 1e16,
      rotation: { at: -1, byPolicy: true },
      accessEnds: 8.64e15,
      choices: noted,
    }
    expect(english.all(readEngagement(CUSTOMER_MANAGED_KEYS, writeEngagement(kept)))).toMatchObject({
      ok: true,
      engagement: {
        keyExpires: LATEST_INSTANT,
        rotation: { at: 0 },
        accessEnds: LATEST_INSTANT,
        choices: { partnerEndsAt: LATEST_INSTANT },
      },
    })
  })

  it('opens without the marks that a reason has', () => {
    const said = {
      answer: 'accepted',
      step: 's',
      key: 'k',
      what: verbatim('k'),
      was: verbatim('On'),
      is: verbatim('Off'),
      state: 's',
    } as const
    const reviews = [{ ...said, reason: '\u202eAgreed', by: 'ada@contoso.example', at: AT }]
    const end = { at: AT, by: 'ada@contoso.example', environmentId: 'environment-1', findings: [], reviews }
    expect(readEngagement(CUSTOMER_MANAGED_KEYS, writeEngagement({ ...newEngagement(WHOSE, AT), end }))).toMatchObject({
      ok: true,
      engagement: { end: { reviews: [{ reason: 'Agreed' }] } },
    })
  })

  it('without its digest is damaged: what the digest speaks for may be other than it was', () => {
    const { digest: _, ...rest } = JSON.parse(writeEngagement(newEngagement(WHOSE, AT)))
    expect(english.all(readEngagement(CUSTOMER_MANAGED_KEYS, JSON.stringify(rest)))).toMatchObject({
      ok: false,
      why: expect.stringContaining('digest is missing'),
    })
  })

  it('is still listed from the copy before it', async () => {
    await (await damaged('')).close()
    expect(await store().list()).toMatchObject([{ ok: true }])
  })

  it('of a newer version is refused by name and left as it is', async () => {
    const newer = JSON.stringify({ schema: SCHEMA_VERSION + 1, dreams: [] })
    await mkdir(own(), { recursive: true })
    await writeFile(path.join(own(), 'engagement.json'), newer)
    const opening = await store().open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)
    expect(english.all(opening)).toMatchObject({ ok: false, why: expect.stringContaining('newer version of the wizard') })
    expect(await readFile(path.join(own(), 'engagement.json'), 'utf8')).toBe(newer)
    expect(await readdir(own())).toEqual(['engagement.json'])
    expect(english.all(await store().list())).toMatchObject([{ ok: false, why: expect.stringContaining('newer version') }])
  })

  it('of each released version opens', async () => {
    const golden = path.join(import.meta.dirname, 'golden')
    const files = await readdir(golden)
    expect(files).toEqual(Array.from({ length: SCHEMA_VERSION }, (_, index) => `engagement-${index + 1}.json`))
    for (const file of files)
      expect(readEngagement(CUSTOMER_MANAGED_KEYS, await readFile(path.join(golden, file), 'utf8'))).toMatchObject({ ok: true })
  })

  it('always ends in a reason, for any content', () => {
    const whole = writeEngagement(newEngagement(WHOSE, AT))
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(255), (place, byte) => {
        const bytes = Buffer.from(whole)
        bytes[place] = byte
        const read = readEngagement(CUSTOMER_MANAGED_KEYS, bytes.toString('utf8'))
        if (!read.ok) expect(english.text(read.why)).not.toBe('')
      }),
      { numRuns: 300 },
    )
  })
})

describe('the lock of an engagement', () => {
  const at = async (how: Holding) => {
    const opening = await store(how).open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)
    if (opening.ok) await opening.open.close()
    return opening
  }

  it('says to a run that was taken over from when the other has let go of it', async () => {
    const first = await opened(holding(1))
    await store().breakLock(PLACE, `lock-${locks - 1}`)
    await (await opened(holding(2))).close()
    expect(await first.takenOver()).toEqual({ state: 'released' })
    expect(await store().breakLock(PLACE, undefined)).toBe(true)
    await first.close()
  })

  it('tells a second instance who holds it, and lets go at the end', async () => {
    const first = await opened(holding(1))
    expect(await at(holding(2, [1, 2]))).toMatchObject({
      ok: false,
      held: { state: 'here', holder: { user: 'ada', host: 'desk-1', processId: 1, since: AT } },
    })
    await first.close()
    expect(await at(holding(2, [1, 2]))).toMatchObject({ ok: true })
  })

  const startedAt = (how: Holding, started: string): Holding => ({ ...how, startOf: () => started })

  it.each([
    ['is gone', holding(1), holding(2, [2])],
    ['had the number that another one has by now', startedAt(holding(1), 'boot 5'), startedAt(holding(2, [1, 2]), 'boot 9')],
    ['had the number that this run has by now', startedAt(holding(1), 'boot 5'), startedAt(holding(1), 'boot 9')],
  ])('is taken over automatically where its process %s, and that is logged', async (_, before, after) => {
    const first = await opened(before)
    const second = await opened(after)
    expect(await first.takenOver()).toBeDefined()
    expect(second.recovered).toEqual([])
    expect((await second.journal.lines()).map(({ content }) => english.all(content))).toEqual([
      { what: 'lock-broken', detail: expect.stringContaining('(process 1 on desk-1)') },
    ])
    await first.close()
    await second.close()
  })

  it.each([
    ['whose process runs', startedAt(holding(2, [1, 2]), 'boot 5'), 'here'],
    ['of another computer', holding(2, [2], 'desk-2'), 'elsewhere'],
  ])('%s is shown as such and removed only on purpose, by its name', async (_, second, state) => {
    const first = await opened(startedAt(holding(1), 'boot 5'))
    const opening = await at(second)
    if (opening.ok || !('held' in opening)) throw new Error('expected to be held')
    expect(opening.held.state).toBe(state)
    expect(await store(second).breakLock(PLACE, 'another lock')).toBe(false)
    expect(await at(second)).toMatchObject({ ok: false })
    expect(await store(second).breakLock(PLACE, opening.held.holder?.id)).toBe(true)
    const taken = await opened(second)
    // A late process removes nothing from the new holder.
    await first.close()
    expect(await at(holding(3, [2, 3]))).toMatchObject({ ok: false })
    await taken.close()
  })

  it.each(['a file', 'a folder'])('that is damaged can be taken away too, and is kept: %s', async (what) => {
    await mkdir(own(), { recursive: true })
    if (what === 'a file') await writeFile(path.join(own(), 'lock.json'), 'cut')
    else await mkdir(path.join(own(), 'lock.json'))
    expect(await at(holding(1))).toMatchObject({ ok: false, held: { state: 'unreadable' } })
    expect(await store().breakLock(PLACE, undefined)).toBe(true)
    expect(await readdir(own())).toEqual(['lock.unreadable-2026-11-24T09-00-00-000Z.json'])
    expect(await at(holding(1))).toMatchObject({ ok: true })
  })
})
