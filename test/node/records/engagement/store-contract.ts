import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import type { Engagement } from '#node/records/engagement/engagement.ts'
import { verifyChain } from '#node/records/engagement/journal/chain.ts'
import type { Holding } from '#node/records/engagement/lock.ts'
import { type EngagementStore, engagementId, type OpenEngagement, TakenOver, type Whose } from '#node/records/engagement/store.ts'

export const AT = Date.parse('2026-11-24T09:00:00Z')
export const PLACE = { tenantId: '5ac6f30d-1111-4222-8333-444455556666', environmentId: 'Default-5ac6f30d-1111-4222-8333-444455556666' }
export const ID = engagementId(PLACE)
export const WHOSE: Whose = {
  reached: 'integration',
  steps: {},
  appVersion: '0.1.0',
  cloud: { id: 'commercial', name: 'Azure' },
  tenant: { id: PLACE.tenantId, name: 'Contoso' },
  environment: { id: PLACE.environmentId, displayName: 'Contoso Production' },
  account: { objectId: 'a', userName: 'ada@contoso.example', displayName: 'Ada' },
}

let locks = 0
/** A run of the wizard. @param wish what differs from the first one on the first desk */
export const run = (wish: Partial<Holding> = {}): Holding => ({
  user: 'ada',
  host: 'desk-1',
  processId: 1,
  isRunning: () => true,
  newId: () => `00000000-0000-4000-8000-${String(locks++).padStart(12, '0')}`,
  ...wish,
})

export const attested = (key: string) => ({ kind: 'attested', content: { key, title: verbatim(key), by: 'ada' } }) as const

export const chosen = (engagement: Engagement, by: string): Engagement => ({
  ...engagement,
  attestations: [{ key: 'licence', by, at: AT }],
})

export async function opened(store: EngagementStore): Promise<OpenEngagement> {
  const opening = await store.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)
  if (!opening.ok) throw new Error(JSON.stringify(opening))
  return opening.open
}

/** Where the stores of a test are. */
export interface Premises {
  /** The same place, as one more run of the wizard has it. */
  store(holding: Holding): EngagementStore
  close(): Promise<void>
}

/** Contract of every store. @param open makes an empty place */
export function storeContract(name: string, open: () => Promise<Premises>): void {
  describe(`the store: ${name}`, () => {
    let premises: Premises
    beforeEach(async () => {
      premises = await open()
    })
    afterEach(() => premises.close())
    const store = (wish: Partial<Holding> = {}) => premises.store(run(wish))
    const colleague = { user: 'grace', host: 'desk-2', processId: 2 }

    it('lists nothing where nothing was kept, and has no journal of it', async () => {
      expect(await store().list()).toEqual([])
      expect(await store().journal(ID)).toMatchObject({ ok: true, lines: [] })
      expect(await store().journal('../..')).toMatchObject({ ok: true, lines: [] })
    })

    it('gives back what was saved, on every desk', async () => {
      const first = await opened(store())
      expect(first.isNew).toBe(true)
      await first.journal.append(attested('one'))
      await first.save(chosen(first.engagement, 'one'))
      await first.save(chosen(first.engagement, 'two'))
      await first.close()
      const again = await opened(store(colleague))
      expect(again).toMatchObject({
        isNew: false,
        recovered: [],
        engagement: { attestations: [{ by: 'two' }], tenant: { name: 'Contoso' } },
      })
      expect(again.lines).toMatchObject([{ kind: 'attested', sequence: 1 }])
      await again.close()
      expect(await store().list()).toMatchObject([{ id: ID, ok: true, engagement: { attestations: [{ by: 'two' }] } }])
    })

    it('keeps the order of lines that are asked for at once, in one whole chain', async () => {
      const first = await opened(store())
      const keys = Array.from({ length: 20 }, (_, index) => `line ${index}`)
      await Promise.all(keys.map((key) => first.journal.append(attested(key))))
      expect(first.journal.last()?.sequence).toBe(20)
      await first.close()
      const { ok, lines } = await store(colleague).journal(ID)
      expect(ok).toBe(true)
      expect(lines.map(({ content }) => content['key'])).toEqual(keys)
      expect(verifyChain(lines).ok).toBe(true)
    })

    it('writes the last of many saves that were asked for at once', async () => {
      const first = await opened(store())
      await Promise.all(['a', 'b', 'c', 'd'].map((by) => first.save(chosen(first.engagement, by))))
      await first.close()
      expect((await store(colleague).list())[0]).toMatchObject({ ok: true, engagement: { attestations: [{ by: 'd' }] } })
    })

    it('has one writer at a time; everyone else reads, and is told who and where', async () => {
      const first = await opened(store())
      await first.journal.append(attested('one'))
      await first.save(chosen(first.engagement, 'one'))
      const other = store(colleague)
      expect(await other.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)).toMatchObject({
        ok: false,
        held: { state: 'elsewhere', holder: { user: 'ada', host: 'desk-1' } },
        found: { attestations: [{ by: 'one' }] },
      })
      expect(await other.list()).toMatchObject([{ ok: true, held: { user: 'ada', host: 'desk-1' } }])
      expect((await other.journal(ID)).lines).toHaveLength(1)
      await first.close()
      expect((await other.list())[0]?.held).toBeUndefined()
      await (await opened(other)).close()
    })

    it('continues after a process of this computer that was killed, and puts that on record', async () => {
      const killed = await opened(store({ processId: 7 }))
      await killed.journal.append(attested('one'))
      await killed.save(killed.engagement)
      const next = await opened(store({ isRunning: (processId) => processId !== 7 }))
      expect((await next.journal.lines()).map(({ kind, content }) => [kind, content['what']])).toEqual([
        ['attested', undefined],
        ['recovered', 'lock-broken'],
      ])
      await next.close()
      await killed.close()
    })

    it('lets a person take over: from then on the first one writes nothing', async () => {
      const first = await opened(store())
      await first.journal.append(attested('one'))
      await first.save(chosen(first.engagement, 'one'))
      const other = store(colleague)
      const refused = await other.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)
      const shown = 'held' in refused ? refused.held.holder?.id : undefined
      expect(await other.breakLock(PLACE, 'a lock that was shown earlier')).toBe(false)
      expect(await other.breakLock(PLACE, shown)).toBe(true)
      const second = await opened(other)
      await second.journal.append(attested('two'))
      await second.save(chosen(second.engagement, 'two'))
      await expect(first.journal.append(attested('too late'))).rejects.toThrow(TakenOver)
      await expect(first.save(chosen(first.engagement, 'too late'))).rejects.toThrow(TakenOver)
      expect(await first.takenOver()).toMatchObject({ state: 'elsewhere', holder: { user: 'grace' } })
      await first.close()
      await second.journal.append(attested('three'))
      await second.close()
      const { ok, lines } = await store().journal(ID)
      expect(ok).toBe(true)
      expect(lines.map(({ content }) => content['key'])).toEqual(['one', 'two', 'three'])
      expect(await store().list()).toMatchObject([{ ok: true, engagement: { attestations: [{ by: 'two' }] } }])
    })

    it('takes one off the list, and begins anew when its environment is opened again', async () => {
      const first = await opened(store())
      await first.journal.append(attested('one'))
      await first.save(first.engagement)
      await first.close()
      await store().remove(ID)
      await store().remove('../..')
      expect(await store(colleague).list()).toEqual([])
      const again = await opened(store(colleague))
      expect(again).toMatchObject({ isNew: true, lines: [], recovered: [] })
      await again.close()
    })

    it('keeps a copy of each report that was saved, overwrites none, and touches nothing else', async () => {
      const first = await opened(store())
      await first.journal.append(attested('one'))
      await first.save(first.engagement)
      expect(await store().reports(ID)).toEqual([])
      // While the environment is open elsewhere, and by another person in the same moment.
      const given = [
        [store(), { format: 'html', content: '<p>one</p>' }],
        [store(colleague), { format: 'html', content: '<p>two, of the same moment</p>' }],
        [store(colleague), { format: 'pdf', content: Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 255]) }],
      ] as const
      for (const [each, report] of given) await each.keepReport(ID, report)
      const name = 'report-2026-11-24T09-00-00-000Z'
      const kept = [
        { name: `${name}.pdf`, at: AT, format: 'pdf', size: 6 },
        { name: `${name}.html`, at: AT, format: 'html', size: 10 },
        { name: `${name}.2.html`, at: AT, format: 'html', size: 30 },
      ]
      expect(await store(colleague).reports(ID)).toEqual(kept)
      expect(String(await store(colleague).report(ID, `${name}.html`))).toBe('<p>one</p>')
      expect(await store(colleague).report(ID, `${name}.3.html`)).toBeUndefined()
      // Other files there are never returned as a report.
      for (const other of ['engagement.json', 'journal.jsonl', '../report.pdf', `../${ID}/${name}.html`])
        expect(await store(colleague).report(ID, other)).toBeUndefined()
      // Asked again because an answer was lost.
      expect(await store().keepReport(ID, given[1][1])).toEqual(kept[2])
      expect(await store().reports(ID)).toEqual(kept)
      await first.close()
      const again = await opened(store(colleague))
      expect(again).toMatchObject({ isNew: false, recovered: [], lines: [{ sequence: 1 }] })
      await again.close()
    })

    it('keeps no report outside of an engagement', async () => {
      expect(await store().keepReport('../..', { format: 'html', content: '' })).toBeUndefined()
      expect(await store().reports('../..')).toEqual([])
      expect(await store().report('../..', 'report-2026-11-24T09-00-00-000Z.pdf')).toBeUndefined()
    })
  })
}
