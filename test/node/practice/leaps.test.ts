import { expect, test } from 'vitest'
import { DAY } from '#machines/engine/durations.ts'
import { realTimers } from '#node/practice/clock.ts'
import { openPractice } from '#node/practice/open.ts'

test('a day that is skipped while a request is on its way does not end the sign-in', async () => {
  const { services, advance } = openPractice('ready-to-enable', {
    wall: () => Date.UTC(2026, 10, 25),
    timers: realTimers,
    speed: Number.POSITIVE_INFINITY,
    longest: 0,
    random: () => 0,
  })
  const { signal } = new AbortController()
  await services.powerPlatform.listEnvironments(signal)
  // The request is elsewhere on its way with each turn: before its token is taken, after it, and before it is answered.
  for (let turn = 0; turn < 12; turn++) {
    const asked = services.powerPlatform.listEnvironments(signal)
    for (let waited = 0; waited < turn; waited++) await Promise.resolve()
    advance?.(DAY)
    expect(await asked, `after ${turn} turns`).toMatchObject({ ok: true })
  }
})
