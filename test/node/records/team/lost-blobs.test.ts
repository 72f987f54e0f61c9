import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DisplayText } from '#machines/messages/message.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import { engagementId, type OpenEngagement } from '#node/records/engagement/store.ts'
import { moveIntoStore, moveOutOfStore } from '#node/records/team/move.ts'
import { teamStore } from '#node/records/team/team-store.ts'
import { english } from '#test/english.ts'
import { attested, chosen, ID, PLACE, run, WHOSE } from '../engagement/store-contract.ts'
import { type Computer, type Office, openOffice } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const LOG = `${ID}/journal.jsonl`
const keysIn = async ({ store }: Computer): Promise<readonly unknown[]> => {
  const { ok, lines } = await store.journal(ID)
  expect(ok).toBe(true)
  return lines.map(({ kind, content }) => content['key'] ?? kind)
}

function waits(open: OpenEngagement) {
  let why: DisplayText | undefined
  open.watch?.((said) => {
    why = said
  })
  return () => (why === undefined ? undefined : english.text(why))
}

async function worked(computer: Computer, ...keys: readonly string[]): Promise<OpenEngagement> {
  const open = await computer.open()
  for (const key of keys) await open.journal.append(attested(key))
  await open.save(chosen(open.engagement, keys.at(-1) ?? ''))
  return open
}

/** Something that is waited for. */
function gate() {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((resolved) => {
    resolve = resolved
  })
  return { promise, resolve }
}

describe('a log that was deleted by hand', () => {
  it('is said to be gone while lines wait, and is added again when the environment is opened', async () => {
    const ada = office.computer('ada')
    const open = await worked(ada, 'one', 'two')
    const why = waits(open)
    office.service.deleteByHand(LOG)
    await open.journal.append(attested('three'))
    expect(why()).toMatch(/^The log of this environment isn’t in the team store any more\..*open it again/)
    await open.close()
    const again = await ada.again().open()
    expect(english.all(again.recovered)).toMatchObject([
      { detail: 'The team store didn’t have 3 lines of the log on this computer. We added them again.' },
    ])
    await again.close()
    expect(await keysIn(office.computer('grace'))).toEqual(['one', 'two', 'three', 'recovered'])
  })

  it('is begun again where it goes in the middle of an opening', async () => {
    const first = await worked(office.computer('grace'), 'one')
    await first.close()
    let isDeleted = false
    const ada = office.computer('ada', {
      after(call) {
        if (call === 'acquire' && !isDeleted) isDeleted = office.service.deleteByHand(LOG)
      },
    })
    const open = await worked(ada, 'two')
    expect(open).toMatchObject({ isNew: false })
    await open.close()
    expect(isDeleted).toBe(true)
    expect(await keysIn(ada)).toContain('two')
  })

  it('is added again by each computer that has lines of it, and each line once', async () => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    await (await worked(ada, 'one')).close()
    await (await worked(grace, 'two')).close()
    ada.down(true)
    ada.down(false)
    const open = await worked(ada, 'three')
    ada.down(true)
    await open.journal.append(attested('four, offline'))
    await open.close()
    ada.down(false)
    office.letPass(100)
    office.service.deleteByHand(LOG)
    await (await worked(grace.again(), 'five')).close()
    await (await ada.again().open()).close()
    const keys = (await keysIn(office.computer('third'))).filter((key) => key !== 'recovered')
    expect(keys).toEqual(['one', 'two', 'five', 'three', 'four, offline'])
  })
})

describe('a record that was deleted by hand', () => {
  it('is added again from the computer that has it, or from the copy before it', async () => {
    const ada = office.computer('ada')
    await (await worked(ada, 'one')).close()
    await (await worked(ada, 'two')).close()
    office.service.deleteByHand(`${ID}/engagement.json`)
    expect(english.all(await ada.again().shared.list())).toMatchObject([
      { ok: true, note: expect.stringContaining('isn’t in the team store any more') },
    ])
    const other = await office.computer('grace').open()
    expect(other).toMatchObject({ isNew: false, recovered: [{ what: 'engagement-unreadable' }] })
    await other.close()
    office.service.deleteByHand(`${ID}/engagement.json`)
    const again = await ada.again().open()
    expect(again).toMatchObject({
      isNew: false,
      engagement: { attestations: [{ by: 'two' }] },
      recovered: [{ what: 'engagement-unreadable' }],
    })
    await again.close()
    expect(await office.computer('third').store.list()).toMatchObject([{ engagement: { attestations: [{ by: 'two' }] } }])
  })
})

describe('a save whose record was deleted by hand, and then another one put there', () => {
  /** In the store as the last one, and on Ada's computer. */
  async function deletedAfter(ada: Computer, ...saves: readonly string[]): Promise<void> {
    for (const each of saves) await (await worked(ada, each)).close()
    for (const name of office.service.contents().keys())
      if (name.startsWith(ID) && name.endsWith('.json')) office.service.deleteByHand(name)
  }
  /** Files kept beside the record according to her log, by the person who saved them. */
  async function keptBeside(ada: Computer): Promise<readonly string[]> {
    const { lines } = await ada.store.journal(ID)
    const names = lines.flatMap(({ content }) => (typeof content['keptAs'] === 'string' ? [content['keptAs']] : []))
    return Promise.all(names.map((name) => readFile(path.join(ada.copies, ID, name), 'utf8')))
  }

  it.each(['begun anew', 'added again from an older copy'] as const)('is kept beside it: %s', async (how) => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    if (how !== 'begun anew') await (await worked(grace, 'older')).close()
    await deletedAfter(ada, 'lost')
    await (await worked(grace.again(), 'other')).close()
    for (const each of [ada.again(), ada.again()])
      expect(english.all(await each.shared.list())).toMatchObject([
        { note: expect.stringContaining('has another version than this computer') },
      ])
    const open = await ada.again().open()
    expect(open).toMatchObject({ engagement: { attestations: [{ by: 'other' }] } })
    expect(english.all(open.recovered)).toMatchObject([
      { detail: 'The team store has another version than this computer. We opened the one in the store.' },
    ])
    await open.close()
    expect(await keptBeside(ada)).toEqual([expect.stringContaining('"lost"')])
    expect(await ada.again().shared.list()).toMatchObject([{ engagement: { attestations: [{ by: 'other' }] } }])
    expect((await ada.again().shared.list())[0]).not.toHaveProperty('note')
  })

  it('comes along where the environment is moved out of the store, also by a colleague, and into it again', async () => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    await deletedAfter(ada, 'lost')
    await (await worked(grace, 'other')).close()
    await (await ada.again().open()).close()
    const { container, own, now, store, holding } = grace.again()
    expect(await moveOutOfStore({ container, folder: own, now, holding }, store)).toMatchObject({ moved: 1 })
    const { lines } = await engagementStore(own, run(), now).journal(ID)
    const [name] = lines.flatMap(({ content }) => (typeof content['keptAs'] === 'string' ? [content['keptAs']] : []))
    expect(await readFile(path.join(own, ID, name ?? ''), 'utf8')).toContain('"lost"')
    expect(await moveIntoStore({ container, folder: own, now, holding })).toMatchObject({ moved: 1 })
    expect(office.service.contents().get(`${ID}/${name}`)?.toString()).toContain('"lost"')
  })

  it('isn’t claimed to be another where it is the one that was put there', async () => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    await (await worked(ada, 'one')).close()
    await (await grace.open()).close()
    await deletedAfter(ada)
    await (await worked(ada.again(), 'two')).close()
    expect((await grace.again().shared.list())[0]).not.toHaveProperty('note')
    const open = await grace.again().open()
    expect(open).toMatchObject({ recovered: [], engagement: { attestations: [{ by: 'two' }] } })
    await open.close()
  })
})

describe('a save whose record was deleted by hand, and another one taken off the list since', () => {
  const allOf = (ending: string): void => {
    for (const name of office.service.contents().keys())
      if (name.startsWith(`${ID}/`) && name.endsWith(ending)) office.service.deleteByHand(name)
  }

  it.each([
    ['without a line in any log', [], '', 'Your last save isn’t in it.'],
    ['while its log stayed', ['one'], '.json', '1 line of this computer isn’t in it.'],
  ] as const)('stays on the list of its computer: %s', async (_, keys, deleted, note) => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    const hers = await worked(ada, ...keys)
    await hers.save(chosen(hers.engagement, 'lost'))
    await hers.close()
    allOf(deleted)
    const other = await grace.open()
    await other.save(chosen(other.engagement, 'other'))
    await other.close()
    const { container, own, now, store, holding } = grace.again()
    expect(await moveOutOfStore({ container, folder: own, now, holding }, store)).toMatchObject({ moved: 1 })
    for (const each of [ada.again(), ada.again()])
      expect(english.all(await each.shared.list())).toMatchObject([
        { engagement: { attestations: [{ by: 'lost' }] }, note: expect.stringContaining(note) },
      ])
    const again = await ada.again().open()
    expect(again).toMatchObject({ isNew: false, engagement: { attestations: [{ by: 'lost' }] } })
    await again.close()
    expect(await office.computer('third').shared.list()).toMatchObject([{ engagement: { attestations: [{ by: 'lost' }] } }])
  })

  it.each([
    ['', [], true],
    ['by a version that said nothing of its branch', ['one'], false],
  ] as const)('leaves the list where another save continued it before it was taken off %s', async (_, keys, tellsBranch) => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    await (await worked(ada, ...keys)).close()
    await (await worked(grace, 'two')).close()
    await grace.again().shared.remove(ID)
    const removed = [...office.service.contents()].filter(([name]) => name.startsWith('removed-'))
    if (!tellsBranch) for (const [name, bytes] of removed) office.service.putByHand(name, bytes)
    expect(removed).not.toEqual([])
    expect(await ada.again().shared.list()).toEqual([])
  })

  it('is kept beside the record that was begun anew where it never was in the one that was taken off', async () => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    const hers = await worked(ada, 'one')
    ada.down(true)
    await hers.save(chosen(hers.engagement, 'offline'))
    await hers.close()
    office.letPass(100)
    await (await worked(grace, 'two')).close()
    await grace.again().shared.remove(ID)
    await (await worked(grace.again(), 'anew')).close()
    ada.down(false)
    const again = await ada.again().open()
    expect(again.recovered).toMatchObject([{ what: 'engagement-unreadable' }])
    const [{ keptAs } = {}] = again.recovered
    expect(await readFile(path.join(ada.copies, ID, String(keptAs)), 'utf8')).toContain('"offline"')
    await again.close()
  })

  it('stays on the list where the log in use is another than the one it knows, which is kept', async () => {
    const ada = office.computer('ada')
    await (await worked(ada, 'lost')).close()
    const elsewhere = await openOffice()
    await (await worked(elsewhere.computer('grace'), 'other')).close()
    office.service.putByHand(`${ID}/journal.2.jsonl`, elsewhere.service.contents().get(LOG) ?? '')
    await elsewhere.close()
    allOf('.json')
    expect(english.all(await ada.again().shared.list())).toMatchObject([
      { engagement: { attestations: [{ by: 'lost' }] }, note: expect.stringContaining('isn’t in the team store any more') },
    ])
    const again = await ada.again().open()
    expect(again).toMatchObject({ isNew: false, engagement: { attestations: [{ by: 'lost' }] } })
    await again.close()
  })
})

describe('a log that takes no more lines', () => {
  it('is continued by a log that begins with a copy of it', async () => {
    office.service.blocks = 5
    const ada = office.computer('ada')
    const keys = Array.from({ length: 12 }, (_none, index) => `line ${index}`)
    const open = await worked(ada, ...keys)
    const why = waits(open)
    expect(why()).toBeUndefined()
    await open.close()
    expect(await keysIn(office.computer('grace'))).toEqual(keys)
    const names = [...office.service.contents().keys()].filter((name) => name.includes('journal'))
    expect(names.length).toBeGreaterThan(1)
    const again = await ada.again().open()
    expect(again.recovered).toEqual([])
    await again.close()
  })

  it.each([1, 2, 3, 4])('loses no line where the copy ends early, at its call %i', async (nth) => {
    office.service.blocks = 3
    let calls = Number.POSITIVE_INFINITY
    const ada = office.computer('ada', {
      before(_call, name) {
        if (!name.endsWith('journal.2.jsonl')) return
        if (calls === Number.POSITIVE_INFINITY) calls = nth
        calls -= 1
        if (calls === 0) ada.down(true)
      },
    })
    const open = await worked(ada, 'one', 'two', 'three', 'four', 'five')
    await open.close()
    office.letPass(100)
    ada.down(false)
    const hers = await worked(office.computer('grace'), 'hers')
    await hers.close()
    await (await ada.again().open()).close()
    const found = (await keysIn(office.computer('third'))).filter((key) => key !== 'recovered')
    expect(found.toSorted()).toEqual(['five', 'four', 'hers', 'one', 'three', 'two'])
  })
})

describe('a list', () => {
  it('says that the store can’t be reached, and which lines may wait', async () => {
    const ada = office.computer('ada')
    const open = await worked(ada, 'one')
    ada.down(true)
    await open.journal.append(attested('two'))
    await open.close()
    const { shared } = ada.again()
    expect(english.all(await shared.list())).toMatchObject([
      { id: ID, note: expect.stringMatching(/^1 line of this computer may not be in the team store yet\.$/) },
    ])
    expect(english.text(shared.lacks?.() ?? { verbatim: '' })).toMatch(
      /^Couldn’t reach the team store\..*The list shows what this computer has of it\.$/,
    )
    ada.down(false)
    office.letPass(100)
    const later = ada.again().shared
    expect(english.all(await later.list())).toMatchObject([
      { id: ID, note: expect.stringMatching(/^1 line isn’t in the team store yet\./) },
    ])
    expect(later.lacks?.()).toBeUndefined()
  })

  it('says that a new environment can’t begin without the store, and speaks of no folder', async () => {
    const ada = office.computer('ada')
    await ada.store.list()
    ada.down(true)
    const opening = await ada.store.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)
    expect(english.all(opening)).toMatchObject({
      ok: false,
      why: expect.stringMatching(/^Couldn’t reach the team store\..*New environments begin in the team store/),
    })
  })

  it('shows what came to the store after the list before it was asked for', async () => {
    const [listed, through] = [gate(), gate()]
    const ada = office.computer('ada', {
      async after(call) {
        if (call !== 'list') return
        listed.resolve()
        await through.promise
      },
    })
    const first = ada.store.list()
    await listed.promise
    await (await worked(office.computer('grace'), 'one')).close()
    const second = ada.store.list()
    through.resolve()
    expect(await first).toEqual([])
    expect(await second).toMatchObject([{ id: ID }])
  })

  it('says how many environments are still being read, is read once at a time, and calls when all are there', async () => {
    const ENVIRONMENTS = 40
    for (let index = 0; index < ENVIRONMENTS; index++) {
      const place = { ...PLACE, environmentId: `environment-${index}` }
      const whose = { ...WHOSE, environment: { id: place.environmentId, displayName: place.environmentId } }
      const opening = await office.computer('grace').store.open(place, whose, CUSTOMER_MANAGED_KEYS)
      if (!opening.ok) throw new Error(JSON.stringify(opening))
      await opening.open.save(opening.open.engagement)
      await opening.open.close()
    }
    const [through, stuck, come] = [gate(), gate(), gate()]
    let reads = 0
    const ada = office.computer('ada', {
      async before(call, name) {
        if (call !== 'read' || !name.endsWith('/engagement.json')) return
        reads += 1
        // Eight are brought at once: ten have come, and eight are on their way.
        if (reads === 18) stuck.resolve()
        if (reads > 10) await through.promise
      },
    })
    const { container, holding, now } = ada
    let late: Promise<void> = stuck.promise
    const store = teamStore({ container, holding, now, folder: ada.copies, pause: () => late, changed: come.resolve })
    await store.list()
    const said = store.lacks?.()
    expect(english.text(said ?? { verbatim: '' })).toBe(
      'Still reading the team store: 10 of 40 environments. The list shows what this computer has.',
    )
    await Promise.all([store.list(), store.list()])
    expect(store.lacks?.()).toBeDefined()
    late = new Promise(() => undefined)
    through.resolve()
    await come.promise
    expect(await store.list()).toHaveLength(ENVIRONMENTS)
    expect(store.lacks?.()).toBeUndefined()
    expect(reads).toBe(ENVIRONMENTS)
    expect((await store.list()).map(({ id }) => id)).toContain(engagementId({ ...PLACE, environmentId: 'environment-0' }))
  })
})
