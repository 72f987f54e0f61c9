import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeAction } from '#machines/engine/action.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { verifyChain } from '#node/records/engagement/journal/chain.ts'
import type { Entry } from '#node/records/engagement/journal/entry.ts'
import { NotInStore, type OpenEngagement, TakenOver } from '#node/records/engagement/store.ts'
import { type Container, ContainerRefused } from '#node/services/storage/container.ts'
import { english } from '#test/english.ts'
import { example } from '#test/machines/procedure/actions/create-resource-group.ts'
import { attested, chosen, ID, PLACE, WHOSE } from '../engagement/store-contract.ts'
import { type Line, lineTo } from './azurite.ts'
import { GRACE, type Team, teamAt } from './desks.ts'
import { sharedAzurite } from './emulator.ts'

const azurite = sharedAzurite()

let line: Line
let team: Team
beforeEach(async () => {
  team = await teamAt(azurite)
  line = await lineTo(azurite)
})
afterEach(async () => {
  await azurite.shiftClock(0)
  await line.close()
  await team.close()
})

const begun: Entry = {
  kind: 'apply-started',
  content: {
    step: 'policy',
    attempt: 1,
    action: example,
    description: describeAction(CUSTOMER_MANAGED_KEYS.actions, example, undefined),
  },
}

/** Content of the store: one whole chain. */
async function keysIn(): Promise<readonly unknown[]> {
  const { ok, lines } = await team.desk().store.journal(ID)
  expect(ok).toBe(true)
  expect(verifyChain(lines).ok).toBe(true)
  return lines.map(({ kind, content }) => content['key'] ?? kind)
}

/** Follows why lines wait. */
function waits(open: OpenEngagement) {
  let why: DisplayText | undefined
  open.watch?.((said) => {
    why = said
  })
  return () => (why === undefined ? undefined : english.text(why))
}

describe('without the team’s store', () => {
  it('lines wait in their order, nothing is begun at Microsoft, and all of it arrives later', async () => {
    const desk = team.desk({}, line.container(team.name))
    const open = await desk.open()
    const why = waits(open)
    await open.journal.append(attested('before'))
    line.down(true)
    await open.journal.append(attested('one'))
    await open.save(chosen(open.engagement, 'offline'))
    expect(why()).toMatch(/^Couldn’t reach the team store\..*nothing can be changed in the tenant\.$/)
    await expect(open.journal.append(begun)).rejects.toThrow(NotInStore)
    await open.journal.append(attested('two'))
    expect((await open.journal.lines()).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4])
    expect(await keysIn()).toEqual(['before'])
    line.down(false)
    await open.journal.append(begun)
    expect(why()).toBeUndefined()
    expect(await keysIn()).toEqual(['before', 'one', 'apply-started', 'two', 'apply-started'])
    expect(await team.desk().store.list()).toMatchObject([{ engagement: { attestations: [{ by: 'offline' }] } }])
    await open.close()
  })

  it('what waits when the wizard ends arrives when the environment is opened again', async () => {
    const desk = team.desk({}, line.container(team.name), 'ada')
    const open = await desk.open()
    await open.save(chosen(open.engagement, 'before'))
    line.down(true)
    for (const key of ['one', 'two']) await open.journal.append(attested(key))
    await open.save(chosen(open.engagement, 'offline'))
    await open.close()
    expect(await desk.again().store.list()).toMatchObject([{ engagement: { attestations: [{ by: 'offline' }] } }])
    await azurite.shiftClock(100)
    const again = await team.desk({ processId: 2 }, team.container, 'ada').open()
    expect(again.engagement.attestations).toMatchObject([{ by: 'offline' }])
    await again.journal.append(attested('three'))
    await again.close()
    expect(await keysIn()).toEqual(['one', 'two', 'recovered', 'three'])
    expect(await team.desk().store.list()).toMatchObject([{ engagement: { attestations: [{ by: 'offline' }] } }])
  })

  it.each(['answered', 'unanswered'])(
    'a save that waits when the wizard is killed continues the one from here that was %s',
    async (end) => {
      const reached = line.container(team.name)
      let isLost = false
      const put: Container['put'] = async (...asked) => {
        const etag = await reached.put(...asked)
        if (isLost) throw new ContainerRefused('unreachable', 'The answer is lost.')
        return etag
      }
      const desk = team.desk({}, { ...reached, put })
      const killed = await desk.open()
      await killed.save(chosen(killed.engagement, 'first'))
      isLost = end === 'unanswered'
      await killed.save(chosen(killed.engagement, 'in the store'))
      line.down(true)
      await killed.save(chosen(killed.engagement, 'waits'))
      expect(await team.desk().store.list()).toMatchObject([{ engagement: { attestations: [{ by: 'in the store' }] } }])
      await azurite.shiftClock(100)
      const again = await desk.again(team.container).open()
      expect(again.recovered).toEqual([])
      expect(again.engagement.attestations).toMatchObject([{ by: 'waits' }])
      await again.close()
      await killed.close()
      expect(await team.desk().store.list()).toMatchObject([{ engagement: { attestations: [{ by: 'waits' }] } }])
    },
  )

  it('what was written offline follows what a colleague wrote meanwhile', async () => {
    const desk = team.desk({}, line.container(team.name))
    const open = await desk.open()
    await open.journal.append(attested('before'))
    await open.save(chosen(open.engagement, 'before'))
    line.down(true)
    for (const key of ['offline 1', 'offline 2']) await open.journal.append(attested(key))
    await open.save(chosen(open.engagement, 'offline'))
    await azurite.shiftClock(100)
    const grace = await team.desk(GRACE).open()
    await grace.journal.append(attested('grace'))
    await grace.save(chosen(grace.engagement, 'grace'))
    await grace.close()
    line.down(false)
    await expect(open.journal.append(begun)).rejects.toThrow(TakenOver)
    await open.close()
    const again = await desk.again(team.container).open()
    expect(english.all(again.recovered)).toMatchObject([
      { what: 'lock-broken', detail: 'Another wizard continued while this one was offline. 2 lines of this one follow.' },
      { what: 'engagement-unreadable', keptAs: expect.stringMatching(/^engagement\.other-/) },
    ])
    expect(again.engagement.attestations).toMatchObject([{ by: 'grace' }])
    await again.close()
    expect(await keysIn()).toEqual(['before', 'recovered', 'grace', 'offline 1', 'offline 2', 'recovered', 'recovered'])
  })

  it('an environment can be read and not written', async () => {
    const desk = team.desk({}, line.container(team.name))
    const open = await desk.open()
    await open.journal.append(attested('one'))
    await open.save(open.engagement)
    await open.close()
    line.down(true)
    const later = desk.again()
    expect(await later.store.list()).toMatchObject([{ id: ID, ok: true }])
    expect((await later.store.journal(ID)).lines).toHaveLength(1)
    const opening = await later.store.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)
    expect(english.all(opening)).toMatchObject({
      ok: false,
      why: expect.stringMatching(/^Couldn’t reach the team store\..*You can read/),
      found: { tenant: { name: 'Contoso' } },
    })
  })
})

describe('a lease', () => {
  it('that has ended and no one took since is taken again', async () => {
    const open = await team.desk().open()
    await open.journal.append(attested('one'))
    await azurite.shiftClock(100)
    await open.journal.append(attested('two'))
    await open.close()
    expect(await keysIn()).toEqual(['one', 'two'])
  })

  it('of a holder that was killed elsewhere ends by itself, and the next one puts that on record', async () => {
    const killed = await team.desk({ host: 'desk-9' }).open()
    await killed.journal.append(attested('one'))
    await killed.save(chosen(killed.engagement, 'one'))
    const desk = team.desk(GRACE)
    expect(await desk.store.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)).toMatchObject({ ok: false, held: { state: 'elsewhere' } })
    await azurite.shiftClock(100)
    const open = await desk.open()
    expect(await keysIn()).toEqual(['one', 'recovered'])
    await expect(killed.journal.append(attested('from the dead'))).rejects.toThrow(TakenOver)
    await expect(killed.save(killed.engagement)).rejects.toThrow(TakenOver)
    await open.close()
    await killed.close()
    expect(await keysIn()).toEqual(['one', 'recovered'])
  })

  it('does not depend on how clocks are set', async () => {
    for (const seconds of [3_600, 0]) {
      await azurite.shiftClock(seconds)
      const open = await team.desk().open()
      await open.journal.append(attested(`clock ${seconds}`))
      await open.save(open.engagement)
      await open.close()
    }
    expect(await keysIn()).toEqual(['clock 3600', 'clock 0'])
  })

  it('is had by one of two who open at once', async () => {
    const openings = await Promise.all([{}, GRACE].map((wish) => team.desk(wish).store.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)))
    expect(openings.map(({ ok }) => ok).sort()).toEqual([false, true])
    for (const opening of openings) if (opening.ok) await opening.open.close()
  })
})

describe('a container that is deleted', () => {
  it('is said and never made anew; what this computer has stays readable', async () => {
    const desk = team.desk()
    const open = await desk.open()
    const why = waits(open)
    await open.journal.append(attested('one'))
    await open.save(chosen(open.engagement, 'one'))
    await azurite.administer(team.name, 'delete')
    await open.journal.append(attested('two'))
    await expect(open.journal.append(begun)).rejects.toThrow(NotInStore)
    expect(why()).toMatch(/^The container of the team store isn’t there\./)
    await open.close()
    const later = desk.again()
    expect(await later.store.list()).toMatchObject([{ id: ID, ok: true }])
    expect((await later.store.journal(ID)).lines).toHaveLength(3)
    expect(await later.store.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)).toMatchObject({ ok: false })
    await expect(team.container.list('')).rejects.toMatchObject({ kind: 'no-container' })
  })
})
