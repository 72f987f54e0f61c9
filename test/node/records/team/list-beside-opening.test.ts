import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { REMOVED } from '#node/records/engagement/durable-file.ts'
import type { Container } from '#node/services/storage/container.ts'
import { attested, chosen, ID, PLACE, WHOSE } from '../engagement/store-contract.ts'
import { type Computer, type Office, openOffice } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await setImmediate()
}

const tryToOpen = (computer: Computer) => computer.store.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)

/** Ada, whose copy is of what a colleague took off the list. Her request of this kind waits for `goOn`: the first from now on, or a later one. */
async function withTheRestOfARemoval(waits: keyof Container, asks = '', nth = 1) {
  let left = nth
  let arrived = (): void => undefined
  const gate = { isSet: false, goOn: (): void => undefined, reached: new Promise<void>((resolve) => (arrived = resolve)) }
  const ada = office.computer('ada', {
    async before(call, name) {
      if (call !== waits || !name.startsWith(asks) || !gate.isSet || --left > 0) return
      gate.isSet = false
      await new Promise<void>((resolve) => {
        gate.goOn = resolve
        arrived()
      })
    },
  })
  const open = await ada.open()
  await open.journal.append(attested('one'))
  await open.save(chosen(open.engagement, 'one'))
  await open.close()
  await office.computer('grace').store.remove(ID)
  gate.isSet = true
  return { ada, gate }
}

it.each(['createLog', 'acquire', 'describe'] as const)('opens an environment that a list comes upon before its %s', async (call) => {
  const { ada, gate } = await withTheRestOfARemoval(call)
  const opening = tryToOpen(ada)
  await gate.reached
  await ada.store.list()
  gate.goOn()
  const opened = await opening
  if (!opened.ok) throw new Error(JSON.stringify(opened))
  const { open } = opened
  await open.journal.append(attested('two'))
  await open.save(chosen(open.engagement, 'two'))
  await open.close()
  const anew = await ada.again().open()
  expect((await anew.journal.lines()).map(({ kind, content }) => content['key'] ?? kind)).toEqual(['two'])
  await anew.close()
})

it('puts the rest of a removal away once an opening has failed', async () => {
  const { ada, gate } = await withTheRestOfARemoval('createLog')
  const opening = tryToOpen(ada)
  await gate.reached
  ada.down(true)
  gate.goOn()
  expect(await opening).toMatchObject({ ok: false })
  ada.down(false)
  expect(await ada.store.list()).toEqual([])
})

it.each([1, 2])(
  'puts nothing away that an opening wrote while the list compared the folder: at look %i at what was removed',
  async (nth) => {
    const { ada, gate } = await withTheRestOfARemoval('list', REMOVED, nth)
    const listing = ada.store.list()
    await gate.reached
    async function work(): Promise<void> {
      const opening = await tryToOpen(ada)
      if (!opening.ok) throw new Error(JSON.stringify(opening))
      const { open } = opening
      ada.down(true)
      await open.journal.append(attested('two'))
      await open.save(chosen(open.engagement, 'two'))
      await open.close()
      ada.down(false)
    }
    const working = work()
    // The opening waits for the list. If it didn't, it would be done by then.
    await Promise.race([working, turns(5000)])
    gate.goOn()
    await Promise.all([listing, working])
    expect(await ada.store.list()).toMatchObject([{ engagement: { attestations: [{ by: 'two' }] }, note: expect.anything() }])
    const anew = await ada.again().open()
    expect((await anew.journal.lines()).map(({ kind, content }) => content['key'] ?? kind)).toContain('two')
    await anew.close()
  },
)
