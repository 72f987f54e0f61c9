import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import type { Command, Environment } from './commands.ts'
import { complaintsAboutList, damagedAt, waitingAt } from './judge.ts'
import { Ledger } from './ledger.ts'
import { live } from './sequence.ts'
import { idOf, placeOf, Team, whoseOf } from './team.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'judged-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('asks of no list to tell what was deleted by hand after the store had answered', async () => {
  const commands: readonly Command[] = [
    { does: 'save', who: 'grace', of: 'sandbox' },
    { does: 'move out', who: 'lin' },
    { does: 'open', who: 'lin', of: 'production' },
    {
      does: 'list',
      who: 'lin',
      meets: { call: 1, after: true, what: { does: 'delete by hand', what: 'everything', of: 'production' } },
    },
  ]
  expect((await live(folder, commands)).wrong).toEqual([])
})

it('asks of no list to tell of a record that was damaged after the store had answered', async () => {
  const commands: readonly Command[] = [
    { does: 'line', who: 'grace', of: 'production' },
    { does: 'close', who: 'grace', of: 'production' },
    {
      does: 'list',
      who: 'grace',
      meets: { call: 2, after: true, what: { does: 'damage', what: 'record', of: 'production', at: 'ada' } },
    },
  ]
  expect((await live(folder, commands)).wrong).toEqual([])
})

it.each(['record', 'copy'] as const)('finds a list that is silent of a %s that was damaged before it', async (what) => {
  const team = await Team.open(folder)
  const grace = team.at('grace')
  const opening = await grace.run.shared.open(placeOf('production'), whoseOf('production'), CUSTOMER_MANAGED_KEYS)
  if (!opening.ok) throw new Error(JSON.stringify(opening))
  await opening.open.save(opening.open.engagement)
  await opening.open.close()
  const rows = await grace.run.shared.list()
  const shown = { inStore: [], holders: new Map(), rows }
  const judged = (damaged: readonly Environment[]) => complaintsAboutList(team, new Ledger(), grace, { ...shown, damaged })
  expect(judged(damagedAt(team, grace))).toEqual([])
  if (what === 'copy') writeFileSync(path.join(grace.run.copies, idOf('production'), 'engagement.json'), '{')
  else team.service.overwriteByHand(`${idOf('production')}/engagement.json`, '{')
  expect(judged(damagedAt(team, grace))).toEqual(['The list of grace is silent of production: the record that can’t be read'])
  expect(judged([])).toEqual([])
})

it('finds no one who waits for a lease that the same run couldn’t end', async () => {
  const commands: readonly Command[] = [
    { does: 'open', who: 'grace', of: 'production' },
    { does: 'lose answers', who: 'grace', count: 1 },
    { does: 'close', who: 'grace', of: 'production' },
    { does: 'open', who: 'grace', of: 'production' },
  ]
  expect((await live(folder, commands)).wrong).toEqual([])
})

it('finds a list that is silent of a save that waited before a change by hand', async () => {
  const team = await Team.open(folder)
  const ledger = new Ledger()
  const lin = team.at('lin')
  const opening = await lin.run.shared.open(placeOf('production'), whoseOf('production'), CUSTOMER_MANAGED_KEYS)
  if (!opening.ok) throw new Error(JSON.stringify(opening))
  const { open } = opening
  await open.save({ ...open.engagement, attestations: [{ key: 'licence', by: 'S1', at: 0 }] })
  await open.close()
  ledger.parents.set('S1', undefined)
  ledger.saves.push({ key: 'S1', of: 'production' })
  const shown = { inStore: [], damaged: [], holders: new Map(), rows: await lin.run.shared.list() }
  const before = waitingAt(team, ledger, lin)
  for (const name of team.service.contents().keys()) team.service.deleteByHand(name)
  const complaint = ['The list of lin is silent of production: that S1 waits']
  expect(complaintsAboutList(team, ledger, lin, shown)).toEqual(complaint)
  expect(complaintsAboutList(team, ledger, lin, { ...shown, waited: waitingAt(team, ledger, lin) })).toEqual(complaint)
  expect(complaintsAboutList(team, ledger, lin, { ...shown, waited: before })).toEqual([])
})
