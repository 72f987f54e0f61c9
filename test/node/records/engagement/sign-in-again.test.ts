import { describe, expect, it } from 'vitest'
import type { SignedInAccount } from '#machines/procedure/services/services.ts'
import { realTimers } from '#node/practice/clock.ts'
import { openPractice } from '#node/practice/open.ts'
import { createPorts } from '#node/services/ports.ts'
import { english } from '#test/english.ts'
import { workplace } from './working.ts'

describe('a sign-in that ends during a wait of days', { timeout: 60_000 }, () => {
  it('is shown, renewed from the page as the same person, and the wait continues to its end', async () => {
    const place = await workplace()
    const run = place.start()
    run.signIn()
    await run.walkUntil(({ step }) => step?.phase === 'waiting' && step.wait?.mayClose === true)
    const writes = place.server.tenant.writes().length
    const faults = ['/providers/Microsoft.BusinessAppPlatform/lifecycleOperations/**', '/**/environments/*'].map((path) =>
      place.server.tenant.faults.set({ method: 'GET', path, fault: '401-expired' }),
    )
    run.host.send({ type: 'POLL_NOW' })
    const ended = await run.walkUntil(({ signInAgain }) => signInAgain !== undefined)
    expect(ended.step).toMatchObject({ phase: 'waiting', wait: { problem: { title: 'Your sign-in has ended' } } })
    expect(ended).toMatchObject({ signInAgain: { state: 'needed', way: 'browser' }, can: expect.arrayContaining(['SIGN_IN_AGAIN']) })

    run.host.send({ type: 'SIGN_IN_AGAIN' })
    for (const fault of faults) fault.callOff()
    await run.until(({ signInAgain }) => signInAgain?.state === 'running')
    const renewed = await run.until(({ signInAgain }) => signInAgain === undefined)
    expect(renewed).toMatchObject({ page: 'step', step: { id: 'membership' }, who: ended.who })
    await run.walkUntil(({ page }) => page === 'closing')
    expect(place.server.tenant.writes()).toHaveLength(writes)
  })
})

describe('signing in while something is open', () => {
  const account = (objectId: string): SignedInAccount => ({
    objectId,
    userName: `${objectId}@contoso.example`,
    displayName: objectId,
    tenantId: 't',
    tenantName: 'Contoso',
    directoryRoles: [],
  })
  async function signingIn(...people: readonly string[]) {
    const wall = () => 0
    const open = await openPractice('ready-to-enable', { wall, timers: realTimers, speed: 1, longest: 0, random: () => 0 })
    const queue = [...people]
    const ports = createPorts(
      () => Promise.reject(new Error('Nothing is practised here.')),
      {
        signIn: async () => ({ ok: true, open: { ...open, tenant: { ...open.tenant, account: account(queue.shift() ?? '') } } }),
        listTenants: () => Promise.reject(new Error('The tenant is known.')),
        signOut: async () => undefined,
      },
      wall,
    )
    const signIn = () => ports.signIn({ way: 'browser', tenant: 't', cloud: 'commercial' }, () => undefined, new AbortController().signal)
    return { ports, signIn }
  }

  it('as another person is refused, and what is open stays with the person who began it', async () => {
    const { ports, signIn } = await signingIn('ada', 'kim', 'ADA')
    expect(await signIn()).toMatchObject({ ok: true })
    expect(english.all(await signIn())).toMatchObject({
      ok: false,
      problem: { title: 'Someone else signed in', remedy: expect.stringContaining('ada@') },
    })
    expect(ports.opened()?.tenant.account.objectId).toBe('ada')
    expect(await signIn()).toMatchObject({ ok: true })
  })
})
