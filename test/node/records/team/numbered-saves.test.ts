import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OpenEngagement, TakenOver } from '#node/records/engagement/store.ts'
import { english } from '#test/english.ts'
import { attested, chosen, ID } from '../engagement/store-contract.ts'
import { type Computer, type Office, openOffice } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

async function saved(computer: Computer, by: string): Promise<OpenEngagement> {
  const open = await computer.open()
  await open.save(chosen(open.engagement, by))
  return open
}

/** Decision 0159: under a policy, who opens a record can't give its file a new etag, and saves under the next number. */
describe('a save under a policy, after which the policy ends', () => {
  it.each(['before', 'after'] as const)('stays the one in use where the policy began %s a colleague opened the record', async (when) => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    office.service.isImmutable = when === 'before'
    const hers = await saved(grace, 'one')
    office.service.isImmutable = true
    grace.down(true)
    office.letPass(100)
    await (await saved(ada, 'two')).close()
    office.service.isImmutable = false
    grace.down(false)
    await expect(hers.save(chosen(hers.engagement, 'three'))).rejects.toThrow(TakenOver)
    // She has the lease of the log, and begins nothing on a record that isn't in use.
    expect(await hers.takenOver()).toEqual({ state: 'released' })
    await expect(hers.journal.append(attested('four'))).rejects.toThrow(TakenOver)
    await (await office.computer('fourth').open()).close()
    await hers.close()
    expect(await office.computer('third').shared.list()).toMatchObject([{ engagement: { attestations: [{ by: 'two' }] } }])
    expect(english.all(await grace.again().shared.list())).toMatchObject([
      { note: expect.stringContaining('has another version than this computer') },
    ])
    const again = await grace.again().open()
    expect(again).toMatchObject({ engagement: { attestations: [{ by: 'two' }] }, recovered: [{ what: 'engagement-unreadable' }] })
    const [{ keptAs } = {}] = again.recovered
    expect(await readFile(path.join(grace.copies, ID, String(keptAs)), 'utf8')).toContain('"three"')
    await again.close()
  })
})

describe('the last of several saves under a policy, which was deleted by hand since', () => {
  it('is kept beside the one before it', async () => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    office.service.isImmutable = true
    await (await saved(grace, 'one')).close()
    await (await saved(ada, 'two')).close()
    office.service.isImmutable = false
    expect(office.service.deleteByHand(`${ID}/engagement.2.json`)).toBe(true)
    expect(await office.computer('third').shared.list()).toMatchObject([{ engagement: { attestations: [{ by: 'one' }] } }])
    expect(english.all(await ada.again().shared.list())).toMatchObject([
      { note: expect.stringContaining('has another version than this computer') },
    ])
    const again = await ada.again().open()
    expect(again).toMatchObject({ engagement: { attestations: [{ by: 'one' }] }, recovered: [{ what: 'engagement-unreadable' }] })
    const [{ keptAs } = {}] = again.recovered
    expect(office.service.contents().get(`${ID}/${keptAs}`)?.toString()).toContain('"two"')
    await again.close()
    expect((await ada.again().shared.list())[0]).not.toHaveProperty('note')
  })
})

describe('a save that a policy and then a full store refuse', () => {
  it('leaves it known that the one before it was in the store', async () => {
    const ada = office.computer('ada')
    await (await saved(ada, 'one')).close()
    const open = await ada.again().open()
    Object.assign(office.service, { isImmutable: true, isFull: true })
    await open.save(chosen(open.engagement, 'two'))
    await open.close()
    Object.assign(office.service, { isImmutable: false, isFull: false })
    for (const name of office.service.contents().keys()) if (name.startsWith(ID)) office.service.deleteByHand(name)
    expect(english.all(await ada.again().shared.list())).toMatchObject([
      { engagement: { attestations: [{ by: 'two' }] }, note: expect.stringContaining('isn’t in the team store any more') },
    ])
    expect(english.all((await ada.again().open()).recovered)).toMatchObject([
      { detail: 'The team store didn’t have the saved work any more. We added this computer’s copy again.' },
    ])
  })
})

describe('a lease under a policy, which says nothing of its holder', () => {
  it('isn’t taken again on another log that has the name of the one before', async () => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    office.service.isImmutable = true
    const hers = await grace.open()
    await hers.journal.append(attested('one'))
    office.service.isImmutable = false
    for (const name of office.service.contents().keys()) if (name.startsWith(ID)) office.service.deleteByHand(name)
    const open = await ada.open()
    await open.journal.append(attested('two'))
    await open.close()
    await expect(hers.journal.append(attested('three'))).rejects.toThrow(TakenOver)
    await hers.close()
    expect(await ada.store.journal(ID)).toMatchObject({ ok: true, lines: [{ content: { key: 'two' } }] })
    await (await grace.again().open()).close()
    const { ok, lines } = await ada.store.journal(ID)
    expect([ok, lines.map(({ kind, content }) => content['key'] ?? kind)]).toEqual([true, ['two', 'one', 'recovered']])
  })

  it('isn’t taken again on a full log that a colleague continued by the next one', async () => {
    const [ada, grace] = [office.computer('ada'), office.computer('grace')]
    office.service.isImmutable = true
    office.service.blocks = 2
    const hers = await grace.open()
    for (const key of ['one', 'two']) await hers.journal.append(attested(key))
    await hers.save(hers.engagement)
    office.letPass(100)
    const open = await ada.open()
    await open.journal.append(attested('three'))
    await open.close()
    await expect(hers.journal.append(attested('four'))).rejects.toThrow(TakenOver)
    await hers.close()
    const again = await grace.again().open()
    await again.journal.append(attested('five'))
    await again.close()
    const { ok, lines } = await ada.store.journal(ID)
    expect([ok, lines.map(({ kind, content }) => content['key'] ?? kind)]).toEqual([true, ['one', 'two', 'three', 'five']])
  })
})
