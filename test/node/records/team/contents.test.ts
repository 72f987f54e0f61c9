import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { newEngagement, SCHEMA_VERSION, writeEngagement } from '#node/records/engagement/engagement.ts'
import { engagementStore } from '#node/records/engagement/folder-store.ts'
import { moveIntoStore, moveOutOfStore } from '#node/records/team/move.ts'
import { type Container, ContainerRefused } from '#node/services/storage/container.ts'
import { english } from '#test/english.ts'
import { AT, attested, chosen, ID, opened, PLACE, run, WHOSE } from '../engagement/store-contract.ts'
import { GRACE, type Team, teamAt } from './desks.ts'
import { sharedAzurite } from './emulator.ts'

const azurite = sharedAzurite()

let team: Team
beforeEach(async () => {
  team = await teamAt(azurite)
})
afterEach(() => team.close())

const names = async (): Promise<readonly string[]> => (await team.container.list(`${ID}/`)).map(({ name }) => name.slice(ID.length + 1))
const text = async (name: string): Promise<string | undefined> =>
  (await team.container.read(`${ID}/${name}`, 0, 10_000_000))?.bytes.toString('utf8')

/** Another person overwrites a blob. */
async function replaced(name: string, content: string): Promise<void> {
  const blob = await team.container.head(`${ID}/${name}`)
  await team.container.put(`${ID}/${name}`, content, blob?.etag)
}

/** An environment that was worked on twice, so that there is a copy before. */
async function workedOn(): Promise<void> {
  for (const by of ['one', 'two']) {
    const open = await team.desk().open()
    await open.journal.append(attested(by))
    await open.save(chosen(open.engagement, by))
    await open.close()
  }
}

describe('what someone else put into the container', () => {
  it.each([
    ['cut off', '{"schema":5,"appVersion":"0.1'],
    ['no JSON', 'hello'],
    ['nested without end', '['.repeat(100_000)],
  ])('a file that is %s is kept under a name, and the copy before it is opened', async (_, content) => {
    await workedOn()
    await replaced('engagement.json', content)
    const open = await team.desk(GRACE).open()
    expect(open.engagement.attestations).toMatchObject([{ by: 'one' }])
    expect(open.recovered).toMatchObject([{ what: 'engagement-unreadable' }])
    await open.save(chosen(open.engagement, 'three'))
    await open.close()
    const kept = (await names()).find((name) => name.startsWith('engagement.unreadable-'))
    expect(await text(kept ?? '')).toBe(content)
    expect(await team.desk().store.list()).toMatchObject([{ ok: true, engagement: { attestations: [{ by: 'three' }] } }])
  })

  it('a file of a newer version is refused by name, and left as it is', async () => {
    await workedOn()
    const content = JSON.stringify({ schema: SCHEMA_VERSION + 1 })
    await replaced('engagement.json', content)
    const why = expect.stringContaining('A newer version of the wizard wrote it')
    expect(english.all(await team.desk(GRACE).store.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS))).toMatchObject({ ok: false, why })
    expect(english.all(await team.desk(GRACE).store.list())).toMatchObject([{ ok: false, why }])
    expect(await text('engagement.json')).toBe(content)
  })

  it('a file that is too large is named and never read', async () => {
    await workedOn()
    await replaced('engagement.json', 'x'.repeat(5_000_001))
    expect(english.all(await team.desk(GRACE).store.list())).toMatchObject([{ id: ID, ok: false, why: 'It’s too large: 5,000,001 bytes.' }])
    expect(await team.desk(GRACE).store.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)).toMatchObject({ ok: false })
  })

  it('a file of another environment is refused by name', async () => {
    const other = newEngagement({ ...WHOSE, tenant: { id: 'another', name: 'Fabrikam' } }, AT)
    await team.container.put(`${ID}/engagement.json`, writeEngagement(other))
    expect(english.all(await team.desk().store.list())).toMatchObject([
      { ok: false, why: expect.stringContaining('It belongs to another') },
    ])
  })

  it('what has no name of an environment is passed over', async () => {
    for (const name of ['notes.txt', 'a/b/c.json', '..x/engagement.json', `${ID.toUpperCase()}/engagement.json`])
      await team.container.put(name, 'hello')
    expect(await team.desk().store.list()).toEqual([])
  })

  it('a log whose chain is broken stays, and a new one begins beside it', async () => {
    await workedOn()
    const log = (await text('journal.jsonl')) ?? ''
    await team.container.remove(`${ID}/journal.jsonl`)
    const forged = log.replace('"key":"one"', '"key":"six"')
    await team.container.createLog(`${ID}/journal.jsonl`)
    const lease = '00000000-0000-4000-8000-00000000ffff'
    await team.container.acquire(`${ID}/journal.jsonl`, lease)
    await team.container.append(`${ID}/journal.jsonl`, forged, 0, lease)
    await team.container.release(`${ID}/journal.jsonl`, lease)
    const open = await team.desk(GRACE).open()
    expect(open.recovered).toMatchObject([{ what: 'journal-broken' }])
    await open.journal.append(attested('three'))
    await open.close()
    expect(await text('journal.jsonl')).toBe(forged)
    const { ok, lines } = await team.desk().store.journal(ID)
    expect(ok).toBe(true)
    expect(lines.map(({ kind }) => kind)).toEqual(['recovered', 'attested'])
    const again = await team.desk().open()
    expect(again.recovered).toEqual([])
    await again.close()
  })

  it.each([
    ['of a newer version', '{"version":2,"id":"x"}', 'A newer version of the wizard set up this team store.'],
    ['of another team', '{"version":1,"id":"another"}', 'This isn’t the team store that this computer used at this address.'],
    ['that is damaged', '{"version":', 'The blob team-store.json that marks the container as your team store is missing or damaged.'],
  ])('a store %s is refused by name, and nothing is written', async (_, marker, why) => {
    await workedOn()
    const desk = team.desk()
    await desk.store.list()
    const blob = await team.container.head('team-store.json')
    await team.container.put('team-store.json', marker, blob?.etag)
    const before = await team.container.list('')
    expect(english.all(await desk.again().store.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS))).toMatchObject({
      ok: false,
      why: expect.stringContaining(why),
      found: { attestations: [{ by: 'two' }] },
    })
    expect(await team.container.list('')).toEqual(before)
  })

  it('a container with other content does not become a store', async () => {
    await azurite.administer(`${team.name}-other`, 'create')
    const other = azurite.container(`${team.name}-other`)
    await other.put('photos/1.jpg', 'x')
    await expect(team.desk({}, other).store.connect()).rejects.toMatchObject({ name: 'NotThisStore' })
    expect((await other.list('')).map(({ name }) => name)).toEqual(['photos/1.jpg'])
  })

  it('no token, secret or key is among what the wizard puts there', async () => {
    const open = await team.desk().open()
    const secret = `eyJhbGciOiJub25lIn0.${'e30'.repeat(10)}.c2lnbmF0dXJl`
    await open.journal.append(attested(`Bearer ${secret}`))
    await open.close()
    for (const name of await names()) expect(await text(name)).not.toContain(secret)
  })
})

describe('a container with an immutability policy', () => {
  const kept = (): Promise<never> => Promise.reject(new ContainerRefused('immutable', 'This operation is not permitted.'))
  /** As a policy with protected append writes: blobs can be added and logs appended to, and nothing else changes. */
  const immutable = (): Container => ({
    ...team.container,
    describe: kept,
    remove: kept,
    put: (name, content, expected, metadata) => (expected === undefined ? team.container.put(name, content, expected, metadata) : kept()),
    protection: async () => ({ policy: true, legalHold: false, versions: false }),
  })

  it('is recognized', async () => {
    expect(await team.desk({}, immutable()).store.connect()).toMatchObject({ policy: true })
  })

  it('takes lines, and each save as a file of its own', async () => {
    for (const by of ['one', 'two', 'three']) {
      const open = await team.desk({}, immutable()).open()
      await open.journal.append(attested(by))
      await open.save(chosen(open.engagement, by))
      const other = await team.desk(GRACE, immutable()).store.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)
      expect(other).toMatchObject({ ok: false, held: { state: 'unreadable' } })
      await open.close()
    }
    const again = await team.desk(GRACE, immutable()).open()
    expect(again).toMatchObject({ recovered: [], engagement: { attestations: [{ by: 'three' }] } })
    await again.close()
    const { ok, lines } = await team.desk().store.journal(ID)
    expect(ok).toBe(true)
    expect(lines.map(({ content }) => content['key'])).toEqual(['one', 'two', 'three'])
  })

  it('takes a lease again that has ended', async () => {
    const open = await team.desk({}, immutable()).open()
    await azurite.shiftClock(100)
    await open.journal.append(attested('one'))
    await open.close()
    await azurite.shiftClock(0)
    expect((await team.desk().store.journal(ID)).lines).toHaveLength(1)
  })
})

describe('moving', () => {
  const moving = (folder: string, container: Container = team.container) => ({ container, folder, holding: run(), now: () => AT })
  async function folderWith(lines: number): Promise<string> {
    const folder = path.join(team.desk().folder, 'engagements')
    const open = await opened(engagementStore(folder, run(), () => AT))
    for (let index = 0; index < lines; index++) await open.journal.append(attested(`line ${index}`))
    await open.save(chosen(open.engagement, 'moved'))
    await open.close()
    return folder
  }

  it('brings an environment into the store and back, each line as it was', async () => {
    const folder = await folderWith(30)
    const journal = await readFile(path.join(folder, ID, 'journal.jsonl'), 'utf8')
    expect(await moveIntoStore(moving(folder))).toEqual({ moved: 1, stays: {} })
    expect(await readdir(folder)).toEqual([`removed-${AT}-${ID}`])
    expect(await text('journal.jsonl')).toBe(journal)
    const open = await team.desk(GRACE).open()
    expect(open).toMatchObject({ isNew: false, recovered: [], engagement: { attestations: [{ by: 'moved' }] } })
    await open.close()
    const { store } = team.desk()
    expect(await moveOutOfStore(moving(folder), store)).toEqual({ moved: 1, stays: {} })
    expect(await readFile(path.join(folder, ID, 'journal.jsonl'), 'utf8')).toBe(journal)
    expect(await store.list()).toEqual([])
    expect(await engagementStore(folder, run(), () => AT).list()).toMatchObject([
      { ok: true, engagement: { attestations: [{ by: 'moved' }] } },
    ])
  })

  it('continues where it was broken off', async () => {
    const folder = await folderWith(5)
    const failing: Container = { ...team.container, put: () => Promise.reject(new Error('The power is gone.')) }
    await expect(moveIntoStore(moving(folder, failing))).rejects.toThrow('The power is gone.')
    expect(await team.desk().store.list()).toEqual([])
    expect(await moveIntoStore(moving(folder))).toEqual({ moved: 1, stays: {} })
    expect((await team.desk().store.journal(ID)).lines).toHaveLength(5)
  })

  it('leaves what is open, what the store has already, and what is damaged', async () => {
    const folder = await folderWith(2)
    await workedOn()
    expect(await moveIntoStore(moving(folder))).toEqual({ moved: 0, stays: { there: 1 } })
    await team.desk().store.remove(ID)
    const open = await opened(engagementStore(folder, run(GRACE), () => AT))
    expect(await moveIntoStore(moving(folder))).toEqual({ moved: 0, stays: { open: 1 } })
    await open.close()
    await writeFile(path.join(folder, ID, 'journal.jsonl'), 'hello\n')
    expect(await moveIntoStore(moving(folder))).toEqual({ moved: 0, stays: { damaged: 1 } })
    expect(await readdir(folder)).toEqual([ID])
  })
})

describe('how often the store is asked', () => {
  it('not at all for the list of what this computer has, whose logs are not read either', async () => {
    const desk = team.desk()
    for (const environmentId of ['one', 'two']) {
      const own = path.join(desk.folder, `${PLACE.tenantId}_${environmentId}`)
      // A folder in place of its log: reading the log fails.
      await mkdir(path.join(own, 'journal.jsonl'), { recursive: true })
      const engagement = newEngagement({ ...WHOSE, environment: { id: environmentId, displayName: environmentId } }, AT)
      await writeFile(path.join(own, 'engagement.json'), writeEngagement(engagement))
    }
    await azurite.administer(team.name, 'delete')
    expect(await desk.store.list()).toMatchObject([{ ok: true }, { ok: true }])
  })

  it('once for a line', async () => {
    let asked = 0
    const counting = new Proxy(team.container, {
      get(target, name, receiver) {
        const method: unknown = Reflect.get(target, name, receiver)
        if (typeof method !== 'function') return method
        return (...given: unknown[]) => {
          asked += 1
          return method.apply(target, given)
        }
      },
    })
    const open = await team.desk({}, counting).open()
    const trips: number[] = []
    for (let index = 0; index < 100; index++) {
      asked = 0
      await open.journal.append(attested(`line ${index}`))
      trips.push(asked)
    }
    await open.close()
    const p95 = trips.sort((a, b) => a - b)[94]
    expect(p95).toBeLessThanOrEqual(2)
  })
})
