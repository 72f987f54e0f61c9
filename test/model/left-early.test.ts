import { expect, it } from 'vitest'
import { Desk, quiet } from './sequences/desk.ts'
import { brokenNow } from './sequences/invariants.ts'
import { offered } from './sequences/offered.ts'
import { goOn } from './sequences/walk.ts'

/** The link has ended, and nothing was read again yet. */
async function ended(): Promise<Desk> {
  const desk = new Desk('ready-to-enable')
  desk.send({ type: 'OPEN_PRACTICE', scenario: 'ready-to-enable' })
  await quiet()
  while (desk.view().step?.id !== 'membership' || desk.view().step?.phase !== 'waiting') await goOn(desk, 1)
  desk.advance(100)
  while (desk.view().step?.phase === 'waiting') {
    await desk.settleNext()
    await quiet()
  }
  expect(desk.view().step).toMatchObject({ id: 'membership', phase: 'reading' })
  return desk
}

it('the end comes once every step was read again, also where the page was left as the operation ended', async () => {
  const desk = await ended()
  desk.send({ type: 'BACK' })
  await quiet()
  for (let turn = 0; turn < 12 && desk.view().page !== 'closing'; turn++) {
    await goOn(desk, 1)
    expect(brokenNow(desk.view(), desk.start, desk.hand)).toEqual([])
  }
  expect(desk.view().page).toBe('closing')
  await desk.stop()
})

it('a step that no longer holds once the operation has ended keeps Continue from the end, and is named', async () => {
  const desk = await ended()
  // The last step is proved by its own reading, while the first one can't be read.
  const first = desk.hand.held.findIndex(({ what }) => what === 'observe integration')
  await desk.settle(first, { end: 'fault', fault: '403', nth: 2 })
  while ((await desk.settleNext()) !== undefined) await quiet()
  expect(desk.view().step).toMatchObject({ id: 'membership', phase: 'reviewing', proved: true })
  desk.send({ type: 'NEXT' })
  await quiet()
  expect(desk.view().step).toMatchObject({ id: 'membership', missing: { text: expect.stringMatching(/^Step 1 is no longer verified: /) } })
  await desk.stop()
})

it('what ran beside the end and is over makes it old: everything is read again before it counts', async () => {
  const desk = new Desk('afterwards')
  desk.send({ type: 'OPEN_PRACTICE', scenario: 'afterwards' })
  await quiet()
  while (desk.view().page !== 'operations') await goOn(desk, 1)
  desk.send({ type: 'OPEN_OPERATION', operation: 'add' })
  await quiet()
  await desk.settleNext()
  await quiet()
  desk.send(offered(desk.view()).findLast((event) => event.type === 'DECIDE' && event.decision.kind === 'choose-addition'))
  await quiet()
  const isEncrypting = () => /^Microsoft is encrypting/.test(desk.view().step?.wait?.title ?? '')
  for (let turn = 0; turn < 40 && !isEncrypting(); turn++) {
    // While something runs, a person who continues turns to another environment.
    if (desk.view().step?.phase === 'waiting') await desk.settleNext()
    else await goOn(desk, 1)
    await quiet()
  }
  expect(isEncrypting()).toBe(true)
  desk.send({ type: 'GO_TO_STEP', step: 'membership' })
  await quiet()
  while (desk.view().step?.phase === 'reading') {
    await desk.settleNext()
    await quiet()
  }
  desk.send({ type: 'NEXT' })
  await quiet()
  expect(desk.view()).toMatchObject({ page: 'closing', closing: { checking: false } })
  desk.advance(100)
  for (let turn = 0; turn < 12 && desk.view().closing?.checking === false; turn++) {
    await desk.settleNext()
    await quiet()
  }
  expect(desk.view()).toMatchObject({ page: 'closing', closing: { checking: true } })
  for (let turn = 0; turn < 12 && desk.view().closing?.checking; turn++) {
    await desk.settleNext()
    await quiet()
  }
  expect(desk.view()).toMatchObject({ page: 'closing', closing: { checking: false } })
  expect(brokenNow(desk.view(), desk.start, desk.hand)).toEqual([])
  await desk.stop()
})
