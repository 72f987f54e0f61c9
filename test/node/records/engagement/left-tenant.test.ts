import { describe, expect, it } from 'vitest'
import { Desk, quiet } from '#test/model/sequences/desk.ts'
import { goOn } from '#test/model/sequences/walk.ts'

describe('what is answered of a tenant that was left meanwhile', () => {
  it.each([
    ['a reading', 'observe membership', 'already-encrypted', true],
    ['a look at what runs', 'poll', 'ready-to-enable', false],
  ])('is on no record of the next one: %s', async (_, what, first, checksAll) => {
    const desk = new Desk(first)
    const open = async (scenario: string): Promise<void> => {
      desk.send({ type: 'OPEN_PRACTICE', scenario })
      await quiet()
    }
    const onRecord = async () => (await desk.moment(desk.view())).evidence
    const place = () => desk.hand.held.findIndex((each) => each.what === what)
    /** With the environment chosen and read, so that its record is open. */
    const begin = async (): Promise<void> => {
      while (!(await onRecord())) await goOn(desk, 1)
    }
    await open(first)
    await begin()
    if (checksAll) {
      desk.send({ type: 'GO_TO_PAGE', page: 'preflight' })
      desk.send({ type: 'CHECK_AGAIN' })
      await quiet()
      // A run whose changes still follow keeps the tenant.
    } else while (place() === -1 || !desk.view().can.includes('CLOSE_TENANT')) await goOn(desk, 1)
    const left = desk.view().practice
    desk.send({ type: 'CLOSE_TENANT' })
    await open('earlier-key')
    await begin()
    const before = await onRecord()
    expect(desk.view().practice).not.toEqual(left)
    expect(place()).not.toBe(-1)
    await desk.settle(place(), { end: 'truth' })
    await quiet()
    expect(await onRecord()).toEqual(before)
    await desk.stop()
  })
})
