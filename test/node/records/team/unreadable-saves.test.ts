import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { moveOutOfStore } from '#node/records/team/move.ts'
import { english } from '#test/english.ts'
import { attested, chosen, ID, PLACE, WHOSE } from '../engagement/store-contract.ts'
import { type Computer, type Office, openOffice } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const RECORD = `${ID}/engagement.json`
const NEWER = JSON.stringify({ schema: 999 })

async function saves(computer: Computer, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    office.letPass(1)
    const open = await computer.open()
    await open.save(chosen(open.engagement, key))
    await open.close()
  }
}

/** As a disk or a person damages it. */
function cutInStore(): void {
  const whole = office.service.contents().get(RECORD) ?? Buffer.alloc(0)
  office.service.overwriteByHand(RECORD, whole.subarray(0, 300))
}

const localFile = ({ copies }: Computer, name = 'engagement.json'): string => path.join(copies, ID, name)
const savedIn = (bytes: Buffer | string | undefined): unknown => JSON.parse((bytes ?? '').toString()).attestations[0]?.by
const inStore = (name: string): Buffer | undefined => office.service.contents().get(name)

/** Opens it, and closes it at once. */
async function opened(computer: Computer) {
  const open = await computer.open()
  await open.close()
  return { by: open.engagement.attestations[0]?.by, isNew: open.isNew, recovered: english.all(open.recovered), texts: open.recovered }
}

describe('a record that can’t be read in the store', () => {
  it('leaves a readable copy on a computer as it is when the list is read, and the list says it', async () => {
    const ada = office.computer('ada')
    await saves(ada, 'one', 'two', 'three')
    cutInStore()
    for (const _time of [1, 2])
      expect(english.all(await ada.again().shared.list())).toMatchObject([
        {
          ok: true,
          engagement: { attestations: [{ by: 'three' }] },
          note: 'Couldn’t read the saved work in the team store. It’s cut off or isn’t JSON. The list shows what this computer has of it. Open the environment to add it to the store again.',
        },
      ])
    expect(savedIn(await readFile(localFile(ada)))).toBe('three')
  })

  it('is opened from the computer’s copy, kept under another name that the log has, and saved again', async () => {
    const ada = office.computer('ada')
    await saves(ada, 'one', 'two', 'three')
    cutInStore()
    await ada.again().shared.list()
    const { by, isNew, recovered } = await opened(ada.again())
    expect({ by, isNew }).toEqual({ by: 'three', isNew: false })
    expect(recovered).toMatchObject([
      {
        what: 'engagement-unreadable',
        detail: 'Couldn’t read the saved work in the team store. It’s cut off or isn’t JSON. We opened this computer’s copy.',
        keptAs: expect.stringMatching(/^engagement\.unreadable-/),
      },
      // The store's previous copy, in case a colleague saved it.
      { detail: 'There was another copy of the saved work, which we didn’t open.', keptAs: expect.stringMatching(/^engagement\.other-/) },
    ])
    expect(inStore(`${ID}/${Object(recovered[0]).keptAs}`)).toHaveLength(300)
    expect(await opened(office.computer('grace'))).toMatchObject({ by: 'three', isNew: false, recovered: [] })
  })

  it('doesn’t cost a second computer its later save, which is kept and named', async () => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    await saves(ada, 'one')
    await saves(grace, 'two', 'three')
    // Ada's computer has the first one only, and the previous copy in the store is later than that.
    cutInStore()
    const first = await opened(ada.again())
    expect(first).toMatchObject({ by: 'two', isNew: false })
    const { by, recovered } = await opened(grace.again())
    expect(by).toBe('two')
    const [{ keptAs } = { keptAs: '' }] = recovered.map((each) => Object(each))
    expect(savedIn(inStore(`${ID}/${keptAs}`))).toBe('three')
    expect(savedIn(await readFile(localFile(grace, keptAs)))).toBe('three')
  })

  it('is written on a computer that has none, and opens as its previous copy', async () => {
    await saves(office.computer('ada'), 'one', 'two', 'three')
    cutInStore()
    expect(await opened(office.computer('grace'))).toMatchObject({ by: 'two', isNew: false })
  })

  it('is named by the list of a computer that has it from a move, which left it there', async () => {
    await saves(office.computer('ada'), 'one', 'two')
    cutInStore()
    const grace = office.computer('grace')
    const { container, own: folder, now, holding, store } = grace
    expect(await moveOutOfStore({ container, folder, now, holding }, store)).toEqual({ moved: 0, stays: { damaged: 1 } })
    for (const computer of [grace, grace, grace.again()])
      expect(english.all(await computer.shared.list())).toMatchObject([
        {
          ok: true,
          engagement: { attestations: [{ by: 'one' }] },
          note: expect.stringMatching(/^Couldn’t read the saved work in the team store\. .* shows what this computer has of it/),
        },
      ])
    expect(await opened(grace)).toMatchObject({ by: 'one' })
    expect((await grace.shared.list())[0]).not.toHaveProperty('note')
  })

  it('stays on the list of a computer whose run ended after it set the record aside, and before it saved another', async () => {
    await saves(office.computer('ada'), 'one')
    cutInStore()
    const grace = office.computer('grace')
    await grace.open()
    expect(english.all(await grace.again().shared.list())).toMatchObject([
      { id: ID, ok: false, why: expect.stringContaining('cut off or isn’t JSON') },
    ])
  })

  it('never gets the unsent save of a computer lost', async () => {
    const ada = office.computer('ada')
    await saves(ada, 'one', 'two')
    const open = await ada.open()
    ada.down(true)
    await open.save(chosen(open.engagement, 'offline'))
    await open.close()
    cutInStore()
    ada.down(false)
    office.letPass(100)
    expect(await opened(ada.again())).toMatchObject({ by: 'offline', isNew: false })
    expect(savedIn(inStore(RECORD))).toBe('offline')
  })
})

describe('a copy on a computer that can’t be read', () => {
  it('is never sent over the readable record in the store, which is opened', async () => {
    const ada = office.computer('ada')
    await saves(ada, 'one', 'two', 'three')
    await writeFile(localFile(ada), 'cut')
    expect(english.all(await ada.again().shared.list())).toMatchObject([
      {
        note: 'Couldn’t read this computer’s copy of the saved work. It’s cut off or isn’t JSON. Open the environment to use the one in the team store.',
      },
    ])
    const { by, recovered } = await opened(ada.again())
    expect(by).toBe('three')
    expect(recovered).toMatchObject([
      {
        detail: 'Couldn’t read this computer’s copy of the saved work. It’s cut off or isn’t JSON. We opened the one in the team store.',
        keptAs: expect.stringMatching(/^engagement\.unreadable-/),
      },
    ])
    expect(savedIn(inStore(RECORD))).toBe('three')
    expect((await readFile(localFile(ada, Object(recovered[0]).keptAs))).toString()).toBe('cut')
  })

  it('doesn’t become the record where the store has lost its own', async () => {
    const ada = office.computer('ada')
    await saves(ada, 'one', 'two', 'three')
    office.service.deleteByHand(RECORD)
    await writeFile(localFile(ada), 'cut')
    const { by, isNew } = await opened(ada.again())
    expect({ by, isNew }).toEqual({ by: 'two', isNew: false })
    await saves(ada.again(), 'four')
    expect(savedIn(inStore(RECORD))).toBe('four')
  })

  it('opens as its own previous copy where that is later than the store’s', async () => {
    const ada = office.computer('ada')
    await saves(ada, 'one', 'two')
    const open = await ada.open()
    await open.save(chosen(open.engagement, 'three'))
    await open.save(chosen(open.engagement, 'four'))
    await open.close()
    cutInStore()
    await writeFile(localFile(ada), 'cut')
    expect(await opened(ada.again())).toMatchObject({ by: 'three', isNew: false })
  })

  it('doesn’t cost the save before it, which the store lost before a colleague began anew', async () => {
    const ada = office.computer('ada')
    await saves(ada, 'one')
    const open = await ada.open()
    ada.down(true)
    await open.save(chosen(open.engagement, 'offline'))
    await open.close()
    ada.down(false)
    office.letPass(100)
    for (const name of office.service.contents().keys()) if (name.startsWith(ID)) office.service.deleteByHand(name)
    office.letPass(1)
    await saves(office.computer('grace'), 'anew')
    await writeFile(localFile(ada), 'cut')
    const { by, recovered } = await opened(ada.again())
    expect(by).toBe('anew')
    const kept = recovered.map((each) => Object(each).keptAs).filter((name) => /^engagement\.other-/.test(name))
    expect(kept.map((name) => savedIn(inStore(`${ID}/${name}`)))).toEqual(['one'])
  })
})

describe('a record of a newer version in the store', () => {
  it('is left as it is, and so is the computer’s copy, which is shown', async () => {
    const ada = office.computer('ada')
    await saves(ada, 'one')
    const open = await ada.open()
    ada.down(true)
    await open.save(chosen(open.engagement, 'offline'))
    await open.close()
    ada.down(false)
    office.letPass(100)
    office.service.overwriteByHand(RECORD, NEWER)
    expect(english.all(await ada.again().shared.list())).toMatchObject([
      {
        engagement: { attestations: [{ by: 'offline' }] },
        note: expect.stringMatching(/^A newer version of the wizard saved this in the team store\. .*older copy\. Update the wizard/),
      },
    ])
    const opening = await ada.again().shared.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)
    expect(english.all(opening)).toMatchObject({
      ok: false,
      why: expect.stringMatching(/newer version of the wizard/),
      found: { attestations: [{ by: 'offline' }] },
    })
    expect(inStore(RECORD)?.toString()).toBe(NEWER)
    expect(savedIn(await readFile(localFile(ada)))).toBe('offline')
    expect([...office.service.contents().keys()].filter((name) => name.includes('.other-'))).toEqual([])
  })

  it('is the one that opens after the update, and the unsent save is kept and named', async () => {
    const ada = office.computer('ada')
    await saves(ada, 'one')
    const theirs = office.service.contents().get(RECORD) ?? Buffer.alloc(0)
    const open = await ada.open()
    ada.down(true)
    await open.save(chosen(open.engagement, 'offline'))
    await open.close()
    ada.down(false)
    office.letPass(100)
    office.service.overwriteByHand(RECORD, NEWER)
    await ada.again().shared.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)
    // What the updated wizard reads.
    office.service.overwriteByHand(RECORD, Buffer.from(theirs))
    await saves(office.computer('grace'), 'newer')
    const { by, recovered } = await opened(ada.again())
    expect(by).toBe('newer')
    expect(savedIn(inStore(`${ID}/${Object(recovered[0]).keptAs}`))).toBe('offline')
  })

  it('isn’t overwritten on a computer that saved it there, and isn’t sent', async () => {
    const ada = office.computer('ada')
    await saves(ada, 'one')
    await writeFile(localFile(ada), NEWER)
    const before = inStore(RECORD)
    const opening = await ada.again().shared.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)
    expect(english.all(opening)).toMatchObject({ ok: false, why: expect.stringMatching(/newer version of the wizard/) })
    expect(inStore(RECORD)).toEqual(before)
    expect((await readFile(localFile(ada))).toString()).toBe(NEWER)
  })
})

it('opens a record and closes it again without a change', async () => {
  const ada = office.computer('ada')
  const open = await ada.open()
  await open.journal.append(attested('one'))
  await open.save(chosen(open.engagement, 'one'))
  await open.close()
  const before = [...office.service.contents()]
  await ada.again().shared.list()
  await opened(ada.again())
  await opened(office.computer('grace'))
  expect([...office.service.contents()].filter(([name]) => !name.endsWith('previous.json'))).toEqual(before)
})

it('keeps the only readable save where a computer without one opened the damaged record first', async () => {
  const ada = office.computer('ada')
  const open = await ada.open()
  await open.save(chosen(open.engagement, 'one'))
  await open.close()
  cutInStore()
  await saves(office.computer('grace'), 'anew')
  const { by, recovered } = await opened(ada.again())
  expect(by).toBe('anew')
  expect(savedIn(inStore(`${ID}/${Object(recovered[0]).keptAs}`))).toBe('one')
})
