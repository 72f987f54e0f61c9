import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import type { Line } from '#node/records/engagement/journal/chain.ts'
import type { ContentOf, Entry } from '#node/records/engagement/journal/entry.ts'
import { type Journal, memoryJournal } from '#node/records/engagement/journal/journal.ts'
import { type JournalFile, openJournalFile } from '#node/records/engagement/journal/journal-file.ts'
import { createKnownSchedules } from '#node/records/evidence/known-schedules.ts'
import { testFolder } from '#test/folder.ts'
import { AT, ENTRIES } from './journal.ts'

const [OPENED, , , BEGUN] = ENTRIES
const START = Date.UTC(2026, 10, 28, 22)
const set = (start = START): Entry => ({ kind: 'schedule', content: { step: 'policy', state: 'set', start, by: 'ada@contoso.example' } })
const ended = (state: ContentOf<'schedule'>['state']): Entry => ({
  kind: 'schedule',
  content: { step: 'policy', state, by: 'ada@contoso.example' },
})
const begun = { ...BEGUN, content: { ...BEGUN.content, step: 'policy' } } as Entry

/** The known schedules, and each change of them. */
function watched() {
  const told: unknown[] = []
  const schedules = createKnownSchedules(CUSTOMER_MANAGED_KEYS, () => told.push(undefined))
  const known = async (journal: Journal) => {
    await expect.poll(() => schedules.of(journal)).toBeDefined()
    return schedules.of(journal)?.map(({ start, end }) => [start, end?.how])
  }
  return { schedules, known, changes: () => told.length }
}

/** @returns the journal, whose lines are read only when the test lets them be, and how often that was asked for */
function heldBack(journal: Journal) {
  let readings = 0
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const held: Journal = {
    ...journal,
    async linesOf(kinds) {
      readings += 1
      await opened
      return journal.linesOf(kinds)
    },
  }
  return { journal: held, open: () => open(), readings: () => readings }
}

describe('the scheduled starts that are known of a journal', () => {
  it('are those in it when it is asked first, and those of each line stored after that, with one reading', async () => {
    const { journal, open, readings } = heldBack(memoryJournal(() => AT))
    open()
    await journal.append(OPENED)
    await journal.append(set())
    const { schedules, known, changes } = watched()
    schedules.follow(journal)
    expect(await known(journal)).toEqual([[START, undefined]])
    await journal.append(begun)
    schedules.follow(journal)
    expect(await known(journal)).toEqual([[START, 'started']])
    await journal.append(set(START + 1))
    await journal.append(ended('canceled'))
    expect(await known(journal)).toEqual([
      [START, 'started'],
      [START + 1, 'canceled'],
    ])
    expect([readings(), changes()]).toEqual([1, 4])
  })

  it('include a line that is stored while the journal is being read, once, whether or not the reading met it', async () => {
    for (const isRead of [true, false]) {
      const { journal, open } = heldBack(memoryJournal(() => AT))
      await journal.append(OPENED)
      await journal.append(set())
      const reading = { ...journal, linesOf: async (kinds: ReadonlySet<string>) => (await journal.linesOf(kinds)).slice(0, isRead ? 2 : 1) }
      const { schedules, known } = watched()
      schedules.follow(reading)
      await reading.append(ended('canceled'))
      open()
      expect(await known(reading), `read: ${isRead}`).toEqual([[START, 'canceled']])
    }
  })

  it('tell no one of a journal without any', async () => {
    const journal = memoryJournal(() => AT)
    await journal.append(OPENED)
    await journal.append(begun)
    const { schedules, known, changes } = watched()
    schedules.follow(journal)
    expect(await known(journal)).toEqual([])
    const before = changes()
    await journal.append(begun)
    expect([await known(journal), changes()]).toEqual([[], before])
  })

  it('are forgotten with the journal that is left for another one', async () => {
    const [one, other] = [memoryJournal(() => AT), memoryJournal(() => AT)]
    for (const journal of [one, other]) await journal.append(OPENED)
    await one.append(set())
    const { schedules, known } = watched()
    schedules.follow(one)
    expect(await known(one)).toHaveLength(1)
    schedules.follow(other)
    expect(await known(other)).toEqual([])
    await one.append(ended('canceled'))
    expect([schedules.of(one), schedules.of(other)]).toEqual([undefined, []])
  })
})

describe('the scheduled starts that are known of a journal on disk', () => {
  let folder: string
  beforeEach(async () => {
    folder = testFolder()
  })
  const opened = async (): Promise<JournalFile> => {
    const { journal } = await openJournalFile(path.join(folder, 'journal.jsonl'), () => AT)
    return journal
  }

  it('include a line that is still on its way to the disk when they are asked for', async () => {
    const journal = await opened()
    await journal.append(OPENED)
    await journal.append(set())
    const { schedules, known } = watched()
    const writing = journal.append(ended('canceled'))
    schedules.follow(journal)
    const first = known(journal)
    await writing
    await first
    expect(await known(journal)).toEqual([[START, 'canceled']])
    await journal.close()
  })

  it('are read in the next run', async () => {
    const first = await opened()
    for (const entry of [OPENED, set(), begun]) await first.append(entry)
    await first.close()
    const journal = await opened()
    const { schedules, known } = watched()
    schedules.follow(journal)
    expect(await known(journal)).toEqual([[START, 'started']])
    await journal.close()
  })

  it('begin anew where the journal is set aside meanwhile', async () => {
    const real = memoryJournal(() => AT)
    await real.append(OPENED)
    await real.append(set())
    const lines = await real.lines()
    let tell: (line: Line) => void = () => undefined
    const journal: Journal = {
      ...real,
      follow(listener) {
        tell = listener
        return () => undefined
      },
    }
    const { schedules, known } = watched()
    schedules.follow(journal)
    expect(await known(journal)).toHaveLength(1)
    tell(lines[0] as Line)
    expect(await known(journal)).toEqual([])
  })
})
