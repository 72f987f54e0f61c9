import { describe, expect, it } from 'vitest'
import { MINUTE } from '#machines/engine/durations.ts'
import { openOf, practiceEntrance, standingClock } from './entering.ts'

/** Signs in on a computer whose clock is wrong; the practice services have the right time. */
const enterWith = async (wrongBy: number) =>
  openOf(await (await practiceEntrance({}, { clock: { ...standingClock, now: () => Date.now() + wrongBy } })).enter())

describe('on a computer whose clock is wrong', () => {
  it.each([
    [20 * MINUTE, 'This computer’s clock is 20 minutes ahead of Microsoft’s services.'],
    [-45 * MINUTE, 'This computer’s clock is 45 minutes behind Microsoft’s services.'],
  ])('by %s ms, the open tenant has the services’ time, and the difference is said', async (wrongBy, said) => {
    const { clock, tenant } = await enterWith(wrongBy)
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(5_000)
    expect(tenant.note).toContain(said)
  })

  it('by less than a minute, nothing is said', async () => {
    const { clock, tenant } = await enterWith(30_000)
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(5_000)
    expect(tenant.note ?? '').not.toContain('clock')
  })
})
