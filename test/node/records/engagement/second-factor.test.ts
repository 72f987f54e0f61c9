import { describe, expect, it } from 'vitest'
import { workplace } from './working.ts'

describe('Azure that asks for a second factor for changes', { timeout: 60_000 }, () => {
  it('is said at the refused change, confirmed by one page, and the plan continues where it stood', async () => {
    const place = await workplace('second-factor')
    const run = place.start()
    run.signIn()
    const asked = await run.walkUntil(({ step }) => step?.problem !== undefined)
    expect(asked.step).toMatchObject({ phase: 'pausing', problem: { title: 'Azure asks for a second factor for changes' } })
    expect(asked).toMatchObject({ signInAgain: { state: 'needed', way: 'browser' }, can: expect.arrayContaining(['SIGN_IN_AGAIN']) })
    expect(run.opened).toHaveLength(1)

    run.host.send({ type: 'SIGN_IN_AGAIN' })
    await run.walkUntil(({ page }) => page === 'closing')
    expect(run.opened).toHaveLength(2)
    expect(new URL(run.opened[1] ?? '').searchParams.get('claims')).toContain('"acrs":{"essential":true,"values":["p1"]}')
    const written = place.server.tenant.writes().map(({ method, path }) => `${method} ${path}`)
    expect(new Set(written).size).toBe(written.length)
  })
})
