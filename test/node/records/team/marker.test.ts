import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NotThisStore } from '#node/records/team/words.ts'
import { english } from '#test/english.ts'
import { attested, chosen, ID } from '../engagement/store-contract.ts'
import { type Computer, type Office, openOffice } from './office.ts'

let office: Office
let ada: Computer
beforeEach(async () => {
  office = await openOffice()
  ada = office.computer('ada')
  const open = await ada.open()
  await open.journal.append(attested('one'))
  await open.save(chosen(open.engagement, 'one'))
  await open.close()
})
afterEach(() => office.close())

/** Why the store can't be used, and what would repair it. */
async function refusal(work: Promise<unknown>): Promise<readonly unknown[]> {
  const error: unknown = await work.then(
    () => undefined,
    (refused: unknown) => refused,
  )
  return error instanceof NotThisStore ? [english.text(error.why), error.repair] : [error]
}

const names = (): readonly string[] => [...office.service.contents().keys()].toSorted()

describe('a store whose marker is gone', () => {
  it.each([
    ['deleted', undefined],
    ['damaged', '{"version":'],
  ])('can be repaired by a computer that knows it: %s', async (_how, content) => {
    if (content === undefined) office.service.deleteByHand('team-store.json')
    else office.service.putByHand('team-store.json', content)
    const before = names()
    for (const look of [() => ada.again().store.look(), () => ada.again().store.connect()])
      expect(await refusal(look())).toEqual([expect.stringMatching(/^The blob team-store\.json .* missing or damaged\./), 'mark'])
    expect(names()).toEqual(before)
    // Who never used it can't say that it was one.
    const grace = office.computer('grace')
    expect(await refusal(grace.store.connect())).toEqual([expect.stringContaining('isn’t a team store'), undefined])
    expect(await refusal(grace.store.repair())).toEqual([expect.stringContaining('isn’t a team store'), undefined])
    await ada.store.repair()
    await Promise.all([ada.store.look(), ada.again().store.look(), grace.store.look()])
    expect(await grace.store.list()).toMatchObject([{ id: ID, ok: true }])
    if (content !== undefined) expect(names().some((name) => name.startsWith('team-store.unreadable-'))).toBe(true)
  })
})

describe('a container that was emptied', () => {
  it('is never marked by looking at it, and once repaired takes up what each computer has', async () => {
    const grace = office.computer('grace')
    await grace.store.list()
    for (const name of names()) office.service.deleteByHand(name)
    for (const look of [() => ada.again().store.look(), () => ada.again().store.connect()])
      expect(await refusal(look())).toEqual([expect.stringMatching(/^Everything in the team store was deleted\./), 'mark'])
    expect(names()).toEqual([])
    await ada.store.repair()
    expect(names()).toEqual(['team-store.json'])
    // It is the same store to each computer.
    await grace.again().store.look()
    expect(english.all(await ada.again().shared.list())).toMatchObject([
      { id: ID, note: expect.stringContaining('isn’t in the team store any more') },
    ])
    const open = await ada.again().open()
    expect(open).toMatchObject({ isNew: false, engagement: { attestations: [{ by: 'one' }] } })
    await open.close()
    expect((await grace.again().store.journal(ID)).lines.map(({ content }) => content['key'])).toContain('one')
  })

  it('that no computer knows is set up by connecting, and not by looking', async () => {
    for (const name of names()) office.service.deleteByHand(name)
    const grace = office.computer('grace')
    expect(await refusal(grace.store.look())).toEqual([expect.stringMatching(/^The container is empty\./), undefined])
    expect(names()).toEqual([])
    await grace.store.connect()
    expect(names()).toEqual(['team-store.json'])
  })
})

describe('another store at the same address', () => {
  it('is used once the person says so, and what is here of the earlier one stays on the list', async () => {
    for (const name of names()) office.service.deleteByHand(name)
    await office.computer('grace').store.connect()
    expect(await refusal(ada.again().store.look())).toEqual([
      expect.stringMatching(/^This isn’t the team store that this computer used/),
      'adopt',
    ])
    await ada.store.repair()
    await ada.again().store.look()
    expect(await ada.again().shared.list()).toMatchObject([{ id: ID, ok: true }])
    const open = await ada.again().open()
    expect(open).toMatchObject({ isNew: false, engagement: { attestations: [{ by: 'one' }] } })
    await open.close()
  })

  it('of a newer version isn’t', async () => {
    office.service.putByHand('team-store.json', '{"version":2,"id":"x"}')
    expect(await refusal(ada.store.repair())).toEqual([expect.stringContaining('A newer version'), undefined])
  })
})
