import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LATEST_INSTANT } from '#machines/engine/instant.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { moveOutOfStore } from '#node/records/team/move.ts'
import { type TeamStore, teamStore } from '#node/records/team/team-store.ts'
import { type Blob, type Container, ContainerRefused } from '#node/services/storage/container.ts'
import { ID, PLACE, WHOSE } from '../engagement/store-contract.ts'
import { type Computer, type Office, openOffice } from './office.ts'

/* What a container may hold or answer that no wizard writes and no service sends: a colleague can put any blob there, and what is between may answer anything. */

let office: Office
let ada: Computer
beforeEach(async () => {
  office = await openOffice()
  ada = office.computer('ada')
  const open = await ada.open()
  await open.save(open.engagement)
  await open.close()
})
afterEach(() => office.close())

const content = (name: string): Buffer => office.service.contents().get(`${ID}/${name}`) ?? Buffer.alloc(0)
const names = (): readonly string[] => [...office.service.contents().keys()].map((name) => name.slice(name.indexOf('/') + 1))

/** A computer whose requests are answered otherwise. */
function storeWith(answers: Partial<Container>): TeamStore {
  const { container, copies, holding, now } = office.computer('eve')
  return teamStore({ container: { ...container, ...answers }, folder: copies, holding, now })
}

const openIn = (store: TeamStore) => store.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)

/** Refuses after so many calls, where the wizard would ask for as long as it is answered. */
function counted<Given>(most: number, answer: () => Promise<Given>): () => Promise<Given> {
  let calls = 0
  return () => {
    calls += 1
    return calls > most ? Promise.reject(new Error('Asked without an end.')) : answer()
  }
}

describe('a blob whose name leads out of its environment', () => {
  it.each(['../../engagement.other-1.json', 'x/engagement.other-1.json', '..\\/engagement.other-1.json', 'a/../../journal.torn-1.jsonl'])(
    'stays in the store when the environment is moved out: %s',
    async (name) => {
      office.service.putByHand(`${ID}/${name}`, 'Not the wizard’s.')
      const { container, own, now, store, holding } = office.computer('eve')
      expect(await moveOutOfStore({ container, folder: own, now, holding }, store)).toEqual({ moved: 1, stays: {} })
      expect(await readdir(path.join(own, ID))).toEqual(['engagement.json', 'journal.jsonl'])
      expect(await readdir(own)).toEqual([ID])
      expect(await readdir(path.dirname(own))).toEqual(['copies', 'engagements'])
    },
  )
})

describe('a store that never agrees', () => {
  it('refuses each condition: opening ends', async () => {
    const refused = counted(50, () => Promise.reject(new ContainerRefused('changed', 'ConditionNotMet')))
    const { container } = ada
    const store = storeWith({
      describe: (name, metadata, on) => (on.etag ? refused() : container.describe(name, metadata, on)) as Promise<string>,
    })
    expect(await openIn(store)).toMatchObject({ ok: false, why: { values: { why: { messageId: 'records.team.refused' } } } })
  })

  it('names another log each time: opening ends', async () => {
    let lists = 0
    const { container } = ada
    const renamed = (blob: Blob): Blob => ({ ...blob, name: blob.name.replace('journal.jsonl', 'journal.2.jsonl') })
    const list = counted(100, () => container.list(`${ID}/`))
    const store = storeWith({
      list: async (prefix) => {
        lists += 1
        const found = prefix === `${ID}/` ? await list() : await container.list(prefix)
        return lists % 2 === 0 ? found : found.map(renamed)
      },
      head: async (name) => {
        const found = await container.head(name.replace('journal.2.jsonl', 'journal.jsonl'))
        return found && { ...found, name }
      },
      acquire: async () => undefined,
      describe: async () => '0x1',
      release: async () => undefined,
    })
    expect(await openIn(store)).toMatchObject({ ok: false, why: { values: { why: { messageId: 'records.team.refused' } } } })
  })

  it('has each name already: a removal ends', async () => {
    const { container } = ada
    const listRemoved = counted(50, () => container.list(''))
    const store = storeWith({ list: (prefix) => (prefix.startsWith('removed-') ? listRemoved() : container.list(prefix)) })
    await expect(store.remove(ID)).rejects.toMatchObject({ name: 'ContainerRefused' })
    expect(names()).toContain('engagement.json')
  })
})

describe('the last number that a name can have', () => {
  it('is no reason to continue in a log that no one finds', async () => {
    office.service.putByHand(`${ID}/journal.999999.jsonl`, `${content('journal.jsonl')}half`)
    const store = office.computer('eve').store
    expect(await openIn(store)).toMatchObject({ ok: false })
    expect(names().filter((name) => name.startsWith('journal.1'))).toEqual([])
  })

  it('is no reason to save in a file that no one finds', async () => {
    office.service.putByHand(`${ID}/engagement.999999.json`, content('engagement.json'))
    const { container } = ada
    const store = storeWith({
      put: (name, bytes, expected, metadata) =>
        expected === undefined ? container.put(name, bytes, expected, metadata) : Promise.reject(new ContainerRefused('immutable', '')),
    })
    const opening = await openIn(store)
    if (!opening.ok) throw new Error('It opens.')
    const waits: unknown[] = []
    opening.open.watch?.((why) => waits.push(why))
    await opening.open.save(opening.open.engagement)
    expect(names().filter((name) => name.startsWith('engagement.1'))).toEqual([])
    expect(waits).toMatchObject([{ messageId: 'records.team.waiting' }])
    await opening.open.close()
  })
})

describe('words of a colleague’s computer', () => {
  const DISGUISED = `\u202Eeve\u001B[31m\nfoot\u200Bnote${'x'.repeat(2_000)}`
  const shown = /^eve \[31m footnotex{230,}$/

  it('are on one line, without marks and short, where they say who works', async () => {
    const holder = { id: 'a', user: DISGUISED, host: DISGUISED, processId: 1, since: 1e300 }
    const { container } = ada
    const leased = (blob: Blob): Blob => ({ ...blob, isLeased: true, metadata: { holder: encodeURIComponent(JSON.stringify(holder)) } })
    const store = storeWith({
      list: async (prefix) => (await container.list(prefix)).map((each) => (each.name.endsWith('.jsonl') ? leased(each) : each)),
    })
    const [row] = await store.list()
    expect(row?.held).toMatchObject({ user: expect.stringMatching(shown), host: expect.stringMatching(shown), since: LATEST_INSTANT })
  })

  it('are the same where they say who took it out of the store', async () => {
    const store = office.computer('eve').store
    await store.list()
    for (const name of office.service.contents().keys()) if (name.startsWith(ID)) office.service.deleteByHand(name)
    office.service.putByHand(`removed-1-${ID}/removed.json`, JSON.stringify({ user: DISGUISED, host: DISGUISED, at: 5 }))
    const [row] = await store.list()
    expect(row?.note).toMatchObject({ values: { user: expect.stringMatching(shown), host: expect.stringMatching(shown) } })
  })
})

it('lists an environment with 60,000 blobs at once', async () => {
  const { container } = ada
  const others = Array.from(
    { length: 60_000 },
    (_, number): Blob => ({
      name: `${ID}/report-${number}.json`,
      size: 1,
      etag: '0x1',
      createdAt: 1,
      isLeased: false,
      metadata: {},
    }),
  )
  const store = storeWith({ list: async (prefix) => [...(await container.list(prefix)), ...others] })
  const began = performance.now()
  expect(await store.list()).toHaveLength(1)
  expect(performance.now() - began).toBeLessThan(5_000)
})
