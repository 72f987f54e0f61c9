import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { type Line, nextLine, writeLine } from '#node/records/engagement/journal/chain.ts'
import { moveIntoStore } from '#node/records/team/move.ts'
import { ContainerRefused } from '#node/services/storage/container.ts'
import { english } from '#test/english.ts'
import { attested, chosen, ID, PLACE, WHOSE } from '../engagement/store-contract.ts'
import { type Computer, type Office, openOffice } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const LOG = `${ID}/journal.jsonl`
const LONG = 'x'.repeat(700_000)

const inStore = (name = LOG): Buffer => office.service.contents().get(name) ?? Buffer.alloc(0)

async function keysIn({ store }: Computer): Promise<readonly unknown[]> {
  const { ok, lines } = await store.journal(ID)
  expect(ok).toBe(true)
  return lines.map(({ kind, content }) => String(content['key'] ?? kind).replace(LONG, ''))
}

async function worked(computer: Computer, ...keys: readonly string[]): Promise<void> {
  const open = await computer.open()
  for (const key of keys) await open.journal.append(attested(key))
  await open.save(chosen(open.engagement, keys.at(-1) ?? ''))
  await open.close()
}

describe('lines that are too long for one request', () => {
  it('are sent whole, so that nothing ends in half a line where the network goes', async () => {
    let appends = 0
    let isFailing = false
    const ada = office.computer('ada', {
      before(call) {
        if (call !== 'append' || !isFailing) return
        appends += 1
        if (appends > 1) throw new ContainerRefused('unreachable', 'read ECONNRESET')
      },
    })
    const open = await ada.open()
    await open.save(chosen(open.engagement, 'one'))
    ada.down(true)
    for (const number of [1, 2, 3, 4, 5]) await open.journal.append(attested(`${number}${LONG}`))
    ada.down(false)
    isFailing = true
    await ada.tick()
    await open.close()
    expect(appends).toBeGreaterThan(1)
    expect(inStore().length).toBeGreaterThan(0)
    expect(inStore().at(-1)).toBe(0x0a)
    office.letPass(100)
    await worked(office.computer('grace'), 'colleague')
    isFailing = false
    await worked(ada.again(), 'again')
    const keys = (await keysIn(office.computer('third'))).filter((key) => key !== 'recovered')
    expect(keys).toEqual(['1', 'colleague', '2', '3', '4', '5', 'again'])
  })

  it('are copied whole into the log that continues a full one', async () => {
    const ada = office.computer('ada')
    const open = await ada.open()
    for (const number of [1, 2, 3, 4, 5]) await open.journal.append(attested(`${number}${LONG}`))
    await open.save(chosen(open.engagement, 'one'))
    await open.close()
    office.service.blocks = 5
    let appends = 0
    let isFailing = true
    const grace = office.computer('grace', {
      before(call, name) {
        if (call !== 'append' || name === LOG || !isFailing) return
        appends += 1
        if (appends > 1) throw new ContainerRefused('unreachable', 'read ECONNRESET')
      },
    })
    const second = await grace.open()
    await second.journal.append(attested('six'))
    expect(appends).toBe(2)
    expect(inStore(`${ID}/journal.2.jsonl`).at(-1)).toBe(0x0a)
    isFailing = false
    office.service.blocks = 50_000
    await second.close()
    expect(await keysIn(office.computer('third'))).toEqual(['1', '2', '3', '4', '5', 'six'])
  })
})

/** As an earlier version left it. */
function cutLog(bytes: number): void {
  office.service.overwriteByHand(LOG, inStore().subarray(0, inStore().length - bytes))
}

describe('a log in the store that ends in half a line', () => {
  it('is continued by a colleague in a new log, and the half line is kept and named', async () => {
    const ada = office.computer('ada')
    await worked(ada, 'one', 'two')
    cutLog(40)
    const half = inStore().subarray(inStore().lastIndexOf(0x0a) + 1)
    expect(half.length).toBeGreaterThan(0)
    const grace = office.computer('grace')
    const open = await grace.open()
    expect(english.all(open.recovered.slice(0, 1))).toMatchObject([
      {
        what: 'journal-torn',
        detail: `The log in the team store ends in half a line (${half.length} bytes). We continued it in a new log.`,
        keptAs: expect.stringMatching(/^journal\.torn-.*\.jsonl$/),
      },
    ])
    const [{ keptAs } = { keptAs: undefined }] = open.recovered
    expect(inStore(`${ID}/${keptAs}`)).toEqual(half)
    expect(await readFile(path.join(grace.copies, ID, keptAs ?? ''))).toEqual(half)
    await open.journal.append(attested('three'))
    await open.close()
    expect(await keysIn(office.computer('third'))).toEqual(['one', 'recovered', 'recovered', 'three'])
    // The computer that has the whole line adds it.
    await worked(ada.again(), 'four')
    expect((await keysIn(office.computer('third'))).filter((key) => key !== 'recovered')).toEqual(['one', 'three', 'two', 'four'])
    await worked(grace.again(), 'five')
    expect((await keysIn(office.computer('third'))).filter((key) => key !== 'recovered').at(-1)).toBe('five')
  })

  it('is completed by the computer that has the rest', async () => {
    const ada = office.computer('ada')
    await worked(ada, 'one', 'two')
    cutLog(40)
    await worked(ada.again(), 'three')
    expect((await keysIn(office.computer('third'))).filter((key) => key !== 'recovered')).toEqual(['one', 'two', 'three'])
    expect([...office.service.contents().keys()]).not.toContain(`${ID}/journal.2.jsonl`)
    await worked(office.computer('grace'), 'four')
    expect((await keysIn(office.computer('third'))).at(-1)).toBe('four')
  })

  it('keeps the lines of a colleague that waited', async () => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    await worked(ada, 'one')
    const open = await grace.open()
    grace.down(true)
    await open.journal.append(attested('offline'))
    await open.close()
    grace.down(false)
    office.letPass(100)
    await worked(ada.again(), 'two')
    cutLog(40)
    await worked(grace.again(), 'three')
    await worked(ada.again(), 'four')
    const keys = (await keysIn(office.computer('third'))).filter((key) => key !== 'recovered')
    expect(keys).toEqual(['one', 'offline', 'three', 'two', 'four'])
  })

  it('is continued where nothing but half a line is in it', async () => {
    const ada = office.computer('ada')
    await worked(ada, 'one')
    cutLog(40)
    await worked(office.computer('grace'), 'two')
    await worked(ada.again(), 'three')
    const keys = (await keysIn(office.computer('third'))).filter((key) => key !== 'recovered')
    expect(keys).toEqual(['two', 'one', 'three'])
  })
})

it('isn’t moved into the store with half a line at its end', async () => {
  const ada = office.computer('ada')
  await worked(ada, 'one')
  const { engagementStore } = await import('#node/records/engagement/folder-store.ts')
  const opening = await engagementStore(ada.own, ada.holding, ada.now).open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)
  if (!opening.ok) throw new Error('It isn’t open.')
  await opening.open.journal.append(attested('own'))
  await opening.open.save(opening.open.engagement)
  await opening.open.close()
  office.service.deleteByHand(LOG)
  office.service.deleteByHand(`${ID}/engagement.json`)
  const { appendFile } = await import('node:fs/promises')
  await appendFile(path.join(ada.own, ID, 'journal.jsonl'), '{"half')
  const { container, own, now, holding } = ada
  expect(await moveIntoStore({ container, folder: own, now, holding })).toEqual({ moved: 0, stays: { damaged: 1 } })
})

describe('a log that was replaced by a shorter one of the same second', () => {
  /** @returns what it had */
  async function replaced(ada: Computer): Promise<Buffer> {
    await worked(ada, 'one', 'two', 'three')
    const whole = inStore()
    office.service.overwriteByHand(LOG, whole.subarray(0, whole.indexOf(0x0a) + 1))
    return whole
  }

  it('gets the lines again that it lacks, and takes new ones', async () => {
    const ada = office.computer('ada')
    await replaced(ada)
    await worked(ada.again(), 'four')
    const keys = (await keysIn(office.computer('third'))).filter((key) => key !== 'recovered')
    expect(keys).toEqual(['one', 'two', 'three', 'four'])
  })

  it('is said on the list of the computer that has the lines', async () => {
    const ada = office.computer('ada')
    await replaced(ada)
    expect(english.all(await ada.again().shared.list())).toMatchObject([
      { note: expect.stringMatching(/^2 lines aren’t in the team store yet/) },
    ])
  })

  /** Another log of these lines takes its place. */
  function other(ada: Computer, ...keys: readonly string[]): string {
    let last: Line | undefined
    const text = keys.map((key) => {
      last = nextLine(last, 'attested', { ...attested(key).content }, ada.now())
      return `${writeLine(last)}\n`
    })
    office.service.overwriteByHand(LOG, text.join(''))
    return text.join('')
  }

  it.each([
    ['as long', []],
    ['longer', ['four', 'five']],
  ])('is said on the list of the computer that has the lines, also where it is %s by now', async (_how, more) => {
    let reads = 0
    const ada = office.computer('ada', {
      before(call, name) {
        if (call === 'read' && name === LOG) reads += 1
      },
    })
    await replaced(ada)
    const again = ada.again()
    other(ada, 'one', 'two', 'THREE', ...more)
    const lists = [await again.shared.list(), await again.shared.list()]
    for (const list of lists)
      expect(english.all(list)).toMatchObject([{ note: expect.stringMatching(/^1 line isn’t in the team store yet/) }])
    await worked(again, 'six')
    await again.shared.list()
    const before = reads
    expect(await again.shared.list()).toMatchObject([{ ok: true }])
    expect((await again.shared.list())[0]).not.toHaveProperty('note')
    expect(reads).toBe(before)
  })

  it('is told from the one before, also where it is as long and another continued it', async () => {
    const ada = office.computer('ada')
    await replaced(ada)
    const full = other(ada, 'one', 'two', 'THREE', 'four')
    office.service.putByHand(`${ID}/journal.2.jsonl`, full)
    await worked(office.computer('grace'), 'five')
    expect(english.all(await ada.again().shared.list())).toMatchObject([
      { note: expect.stringMatching(/^1 line isn’t in the team store yet/) },
    ])
    await worked(ada.again(), 'six')
    const keys = (await keysIn(office.computer('third'))).filter((key) => key !== 'recovered')
    expect(keys).toEqual(['one', 'two', 'THREE', 'four', 'five', 'three', 'six'])
  })

  it('is told from the one before, also where it is as long', async () => {
    const ada = office.computer('ada')
    const whole = await replaced(ada)
    expect(other(ada, 'one', 'two', 'THREE')).toHaveLength(whole.length)
    const open = await ada.again().open()
    await open.close()
    await worked(office.computer('grace'), 'four')
    const keys = (await keysIn(office.computer('third'))).filter((key) => key !== 'recovered')
    expect(keys).toEqual(['one', 'two', 'THREE', 'three', 'four'])
  })
})
