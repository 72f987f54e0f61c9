import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import type { OpenEngagement } from '#node/records/engagement/store.ts'
import { moveIntoStore, moveOutOfStore } from '#node/records/team/move.ts'
import { english } from '#test/english.ts'
import { attested, chosen, ID, PLACE, WHOSE } from '../engagement/store-contract.ts'
import { type Computer, type Office, openOffice } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const moveOut = ({ container, own, now, store, holding }: Computer) => moveOutOfStore({ container, folder: own, now, holding }, store)

const keys = (lines: readonly { readonly content: Readonly<Record<string, unknown>>; readonly kind: string }[]): readonly unknown[] =>
  lines.map(({ kind, content }) => content['key'] ?? kind)

/** Two lines and a save in the store, then two lines and a save that wait on this computer. */
async function withWaitingLines(computer: Computer): Promise<void> {
  const open = await computer.open()
  await open.journal.append(attested('one'))
  await open.journal.append(attested('two'))
  await open.save(chosen(open.engagement, 'before'))
  computer.down(true)
  await open.journal.append(attested('three, offline'))
  await open.journal.append(attested('four, offline'))
  await open.save(chosen(open.engagement, 'offline'))
  await open.close()
  computer.down(false)
  // The lease that couldn't be given back ends by itself.
  office.letPass(100)
}

/** A line and a save in the store. */
async function withWork(computer: Computer, by: string): Promise<OpenEngagement> {
  const open = await computer.open()
  await open.journal.append(attested(by))
  await open.save(chosen(open.engagement, by))
  return open
}

async function ownJournal({ own }: Computer): Promise<readonly unknown[]> {
  const text = await readFile(path.join(own, ID, 'journal.jsonl'), 'utf8')
  return keys(
    text
      .trimEnd()
      .split('\n')
      .map((each) => JSON.parse(each)),
  )
}

describe('moving out of the team’s store', () => {
  it('takes the lines along that wait on this computer', async () => {
    const ada = office.computer('ada')
    await withWaitingLines(ada)
    expect(await moveOut(ada)).toMatchObject({ moved: 1 })
    expect(await ownJournal(ada)).toEqual(expect.arrayContaining(['one', 'two', 'three, offline', 'four, offline']))
    expect(await ada.shared.list()).toMatchObject([{ ok: true, engagement: { attestations: [{ by: 'offline' }] } }])
  })

  it('leaves nothing that a second move would find', async () => {
    const ada = office.computer('ada')
    const open = await ada.open()
    await open.save(chosen(open.engagement, 'one'))
    await open.close()
    expect(await moveOut(ada)).toMatchObject({ moved: 1 })
    for (const each of [ada, office.computer('grace')]) {
      expect(await moveOut(each)).toMatchObject({ moved: 0 })
      expect(await each.store.list()).toEqual([])
    }
  })

  it.each(['moved', 'removed'] as const)('leaves what is open here, also where its log was begun anew meanwhile: %s', async (how) => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    const open = await ada.open()
    await open.save(chosen(open.engagement, 'hers'))
    for (const name of office.service.contents().keys()) if (name.startsWith(ID)) office.service.deleteByHand(name)
    const other = await grace.open()
    await other.save(chosen(other.engagement, 'anew'))
    await other.close()
    if (how === 'moved') expect(await moveOut(ada)).toEqual({ moved: 0, stays: { open: 1 } })
    else await expect(ada.store.remove(ID)).rejects.toMatchObject({ because: 'open' })
    ada.down(true)
    await open.journal.append(attested('after it'))
    await open.close()
    ada.down(false)
    office.letPass(100)
    const again = await ada.again().open()
    expect(keys(await again.journal.lines())).toContain('after it')
    await again.close()
  })

  it('leaves it where this computer has a record of its own, with a save that isn’t in the store, or open', async () => {
    const ada = office.computer('ada')
    const folder = engagementStore(ada.own, ada.holding, ada.now)
    const opening = await folder.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)
    if (!opening.ok) throw new Error('It has a folder of its own.')
    await opening.open.save(chosen(opening.open.engagement, 'hers alone'))
    const shared = await office.computer('grace').open()
    await shared.journal.append(attested('one'))
    await shared.save(chosen(shared.engagement, 'in the store'))
    await shared.close()
    expect(await moveOut(ada)).toEqual({ moved: 0, stays: { open: 1 } })
    await opening.open.close()
    expect(await moveOut(ada)).toEqual({ moved: 0, stays: { there: 1 } })
    expect(await folder.list()).toMatchObject([{ engagement: { attestations: [{ by: 'hers alone' }] } }])
    expect(await ada.store.list()).toMatchObject([{ engagement: { attestations: [{ by: 'in the store' }] } }])
  })

  it('gives an environment to one of two who move it at once', async () => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    const open = await ada.open()
    await open.journal.append(attested('one'))
    await open.save(chosen(open.engagement, 'one'))
    await open.close()
    const both = await Promise.all([moveOut(ada), moveOut(grace)])
    expect(both.map(({ moved }) => moved).toSorted()).toEqual([0, 1])
  })
})

describe('a colleague’s line', () => {
  it.each(['removed', 'moved'] as const)('written while the environment is %s stays where the list shows it', async (how) => {
    let between: (() => Promise<void>) | undefined
    const ada = office.computer('ada', {
      // The moment before the first blob is deleted.
      async before(call) {
        if (call !== 'remove') return
        const work = between
        between = undefined
        await work?.()
      },
    })
    const grace = office.computer('grace')
    const open = await ada.open()
    await open.journal.append(attested('one'))
    await open.save(chosen(open.engagement, 'one'))
    await open.close()
    let written = false
    between = async () => {
      const hers = await grace.open().catch(() => undefined)
      await hers?.journal.append(attested('hers'))
      written = hers !== undefined
      await hers?.close()
    }
    await (how === 'removed' ? ada.store.remove(ID) : moveOut(ada))
    expect(written).toBe(false)
  })
})

describe('lines that wait on a computer whose colleague took the environment out of the store', () => {
  it.each(['removed', 'moved out', 'deleted by hand'] as const)('stay on its list with a word: %s', async (how) => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    await withWaitingLines(ada)
    if (how === 'removed') await grace.store.remove(ID)
    if (how === 'moved out') expect(await moveOut(grace)).toMatchObject({ moved: 1 })
    if (how === 'deleted by hand')
      for (const name of office.service.contents().keys()) if (name.startsWith(ID)) office.service.deleteByHand(name)
    const listed = english.all(await ada.again().shared.list())
    expect(listed).toMatchObject([
      {
        id: ID,
        ok: true,
        engagement: { attestations: [{ by: 'offline' }] },
        note: how === 'deleted by hand' ? expect.stringContaining('isn’t in the team store any more') : expect.stringContaining('grace'),
      },
    ])
    const again = await ada.again().open()
    expect(again).toMatchObject({ isNew: false, engagement: { attestations: [{ by: 'offline' }] } })
    expect(keys(await again.journal.lines())).toEqual(expect.arrayContaining(['one', 'two', 'three, offline', 'four, offline']))
    expect(again.recovered).not.toEqual([])
    await again.close()
    expect(keys((await grace.again().store.journal(ID)).lines)).toEqual(expect.arrayContaining(['three, offline', 'four, offline']))
  })

  it('stays on its list where it is a save alone, made after the environment was taken out', async () => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    const open = await ada.open()
    await open.journal.append(attested('one'))
    await open.save(chosen(open.engagement, 'before'))
    let why: DisplayText | undefined
    open.watch?.((said) => {
      why = said
    })
    // Her lease has ended by itself, as while a computer sleeps.
    office.service.now += 100_000
    await grace.store.remove(ID)
    await open.save(chosen(open.engagement, 'after'))
    expect(english.text(why ?? verbatim(''))).toMatch(/^The log of this environment isn’t in the team store any more\./)
    await open.close()
    expect(english.all(await ada.again().shared.list())).toMatchObject([
      { engagement: { attestations: [{ by: 'after' }] }, note: expect.stringMatching(/^Taken out .* grace .*Open the environment to add/) },
    ])
    const again = await ada.again().open()
    expect(again).toMatchObject({ isNew: false, engagement: { attestations: [{ by: 'after' }] } })
    expect(keys(await again.journal.lines())).toEqual(['one', 'recovered', 'recovered'])
    await again.close()
    expect(await grace.again().shared.list()).toMatchObject([{ engagement: { attestations: [{ by: 'after' }] } }])
  })

  it('aren’t claimed where all of them had come to the store', async () => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    const open = await ada.open()
    await open.journal.append(attested('one'))
    await open.save(chosen(open.engagement, 'one'))
    await open.close()
    await grace.store.remove(ID)
    expect(await ada.again().shared.list()).toEqual([])
  })

  it.each(['first', 'later'] as const)('aren’t claimed where all had come before a kill in the %s run', async (which) => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    if (which === 'later') await (await withWork(ada, 'before')).close()
    await withWork(ada.again(), 'last')
    office.letPass(100)
    await grace.store.remove(ID)
    expect(english.all(await ada.again().shared.list())).toEqual([])
  })

  it('aren’t claimed where they came with the removal itself, after which the wizard was killed', async () => {
    let end = (): void => undefined
    const killed = new Promise<void>((resolve) => {
      end = resolve
    })
    const ada = office.computer('ada', {
      after(call) {
        if (call !== 'remove' || [...office.service.contents().keys()].some((name) => name.startsWith(ID))) return
        end()
        // Nothing happens after a kill.
        return new Promise(() => undefined)
      },
    })
    await withWaitingLines(ada)
    void ada.again().store.remove(ID)
    await killed
    expect(english.all(await ada.again().shared.list())).toEqual([])
  })

  it('are claimed where the last save never came before the wizard was killed', async () => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    await (await withWork(ada, 'before')).close()
    const open = await withWork(ada.again(), 'there')
    ada.down(true)
    await open.save(chosen(open.engagement, 'never there'))
    office.letPass(100)
    await grace.store.remove(ID)
    ada.down(false)
    expect(english.all(await ada.again().shared.list())).toMatchObject([
      { engagement: { attestations: [{ by: 'never there' }] }, note: expect.stringContaining('Taken out of the team store by grace') },
    ])
  })
})

describe('a save that can’t be read', () => {
  it('is moved in neither direction', async () => {
    const ada = office.computer('ada')
    await (await withWork(ada, 'one')).close()
    office.service.overwriteByHand(`${ID}/engagement.json`, 'cut')
    const grace = office.computer('grace')
    expect(await moveOut(grace)).toEqual({ moved: 0, stays: { damaged: 1 } })
    await moveOut(ada)
    await writeFile(path.join(ada.own, ID, 'engagement.json'), 'cut')
    const { container, own, now, holding } = ada
    expect(await moveIntoStore({ container, folder: own, now, holding })).toEqual({ moved: 0, stays: { damaged: 1 } })
  })
})
