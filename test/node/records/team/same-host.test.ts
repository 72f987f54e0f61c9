import { cpSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { ContainerRefused } from '#node/services/storage/container.ts'
import { attested, chosen, ID, PLACE, WHOSE } from '../engagement/store-contract.ts'
import { type Computer, type Office, openOffice } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.close())

const tryToOpen = (computer: Computer) => computer.store.open(PLACE, WHOSE, CUSTOMER_MANAGED_KEYS)

/** Computers that were cloned have one name, and their processes are numbered anew. */
const cloned = (computer: Computer, processId: number) => computer.again({ host: 'debian', processId, isRunning: (id) => id === processId })

it('takes no lease of a colleague whose computer has the same name', async () => {
  const ada = cloned(office.computer('ada'), 1)
  const open = await ada.open()
  await open.journal.append(attested('one'))
  await open.save(chosen(open.engagement, 'one'))
  const grace = office.computer('grace')
  for (const processId of [1, 2]) {
    expect(await tryToOpen(cloned(grace, processId))).toMatchObject({ ok: false, held: { state: 'elsewhere', holder: { user: 'ada' } } })
    expect(await cloned(grace, processId).shared.list()).toMatchObject([{ id: ID, held: { user: 'ada' } }])
  }
  await open.journal.append(attested('two'))
  await open.close()
  const second = await cloned(grace, 2).open()
  expect((await second.journal.lines()).map(({ content, kind }) => content['key'] ?? kind)).toEqual(['one', 'two'])
  await second.close()
})

it('still ends the lease of its own earlier run, also after it asked while a colleague had it', async () => {
  const [ada, grace] = [office.computer('ada'), office.computer('grace')]
  const before = await cloned(grace, 9).open()
  expect(await tryToOpen(cloned(ada, 8))).toMatchObject({ ok: false })
  await before.close()
  const open = await cloned(ada, 1).open()
  await open.journal.append(attested('one'))
  await open.save(chosen(open.engagement, 'one'))
  // Killed. Another one is started, and continues at once.
  const second = await cloned(ada, 2).open()
  expect((await second.journal.lines()).map(({ content, kind }) => content['key'] ?? kind)).toEqual(['one', 'recovered'])
  await second.close()
})

it('ends the lease of its own killed run also where a removal by a colleague was noticed in between', async () => {
  const [ada, grace] = [office.computer('ada'), office.computer('grace')]
  const first = await cloned(ada, 1).open()
  await first.save(chosen(first.engagement, 'one'))
  await first.close()
  await cloned(grace, 1).store.remove(ID)
  // Killed once it has the lease, before it noticed the removal itself.
  let isDead = false
  const killed = office.computer('ada', {
    before(call, name) {
      if (call === 'list' && name.startsWith('removed-')) isDead = true
      if (isDead) throw new ContainerRefused('unreachable', 'killed')
    },
  })
  cpSync(ada.copies, killed.copies, { recursive: true })
  expect(await tryToOpen(cloned(killed, 2))).toMatchObject({ ok: false })
  cpSync(killed.copies, ada.copies, { recursive: true })
  const next = cloned(ada, 3)
  expect(await next.shared.list()).toEqual([])
  expect(await tryToOpen(next)).toMatchObject({ ok: true })
})
