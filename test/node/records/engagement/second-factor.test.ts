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

  it('stays where it is after the page was called off, says who can act, and goes on after the next', async () => {
    const place = await workplace('second-factor')
    const run = place.start()
    run.signIn()
    const asked = await run.walkUntil(({ step }) => step?.phase === 'pausing')
    expect(asked.step?.problem).toMatchObject({ owner: 'you', remedy: expect.stringContaining('ask your Entra admin') })
    expect(asked.can).not.toContain('POLL_NOW')
    expect(asked.announcement.text).toContain('sign in again to continue')
    run.host.send({ type: 'SIGN_IN_AGAIN' })
    run.host.send({ type: 'CALL_OFF_SIGN_IN' })
    const held = await run.until(({ signInAgain }) => signInAgain?.state === 'needed')
    expect(held.step).toMatchObject({ phase: 'pausing', problem: asked.step?.problem })
    expect(place.server.tenant.writes()).toEqual([])
    await run.walkUntil(({ page }) => page === 'closing')
    const written = place.server.tenant.writes().map(({ method, path }) => `${method} ${path}`)
    expect(new Set(written).size).toBe(written.length)
  })

  it('can be left, changes nothing, and is asked for again from the review', async () => {
    const place = await workplace('second-factor')
    const run = place.start()
    run.signIn()
    await run.walkUntil(({ step }) => step?.phase === 'pausing')
    run.host.send({ type: 'STOP_AFTER_THIS' })
    const left = await run.until(({ step }) => step?.phase === 'reviewing')
    expect(left.step).toMatchObject({
      problem: { title: 'Azure asks for a second factor for changes' },
      findings: expect.not.arrayContaining([{ status: 'unknown', id: 'F-303' }]),
    })
    expect(left).toMatchObject({ signInAgain: { state: 'needed' } })
    expect(place.server.tenant.writes()).toEqual([])
    run.host.send({ type: 'SIGN_IN_AGAIN' })
    await run.until(({ signInAgain, step }) => signInAgain === undefined && step?.phase === 'reviewing')
    expect(run.opened).toHaveLength(2)
    await run.walkUntil(({ page }) => page === 'closing')
    expect(run.opened).toHaveLength(2)
  })

  it('is asked for while Microsoft works, and the wait goes on after one page', async () => {
    const place = await workplace()
    const run = place.start()
    run.signIn()
    await run.walkUntil(({ step }) => step?.phase === 'waiting' && step.wait?.mayClose === true)
    const writes = place.server.tenant.writes().length
    const faults = ['/providers/Microsoft.BusinessAppPlatform/lifecycleOperations/**', '/**/environments/*'].map((path) =>
      place.server.tenant.faults.set({ method: 'GET', path, fault: '401-second-factor' }),
    )
    run.host.send({ type: 'POLL_NOW' })
    const asked = await run.walkUntil(({ signInAgain }) => signInAgain !== undefined)
    expect(asked.step).toMatchObject({ phase: 'waiting', wait: { problem: { refusal: { challenge: { asksFor: 'second-factor' } } } } })
    for (const fault of faults) fault.callOff()
    run.host.send({ type: 'SIGN_IN_AGAIN' })
    await run.until(({ signInAgain, step }) => signInAgain === undefined && step?.phase === 'waiting')
    expect(new URL(run.opened[1] ?? '').searchParams.get('claims')).toContain('"acrs"')
    await run.walkUntil(({ page }) => page === 'closing')
    expect(run.opened).toHaveLength(2)
    expect(place.server.tenant.writes()).toHaveLength(writes)
  })

  it('is asked for at a reading, by one page for each service that asks', async () => {
    const place = await workplace()
    const run = place.start()
    run.signIn()
    await run.walkUntil(({ step }) => step?.id === 'policy' && step.phase === 'reviewing')
    const fault = place.server.tenant.faults.set({ method: 'GET', path: '/subscriptions/**', fault: '401-second-factor' })
    run.host.send({ type: 'CHECK_AGAIN' })
    const asked = await run.until(({ step, signInAgain }) => step?.phase === 'reviewing' && signInAgain !== undefined)
    const unread = asked.step?.findings.filter(({ refusal }) => refusal) ?? []
    expect(unread.length).toBeGreaterThan(1)
    for (const { refusal, remedy } of unread) {
      expect(refusal?.challenge).toMatchObject({ asksFor: 'second-factor' })
      expect(remedy).toContain('confirm the second factor')
    }
    fault.callOff()
    run.host.send({ type: 'SIGN_IN_AGAIN' })
    await run.until(({ signInAgain, step }) => signInAgain === undefined && step?.phase === 'reviewing')
    expect(run.opened).toHaveLength(2)
    await run.walkUntil(({ page }) => page === 'closing')
  })
})
