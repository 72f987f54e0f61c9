import { describe, expect, it } from 'vitest'
import type { ListedTenants, Ports } from '#machines/engine/step/ports.ts'
import { tenantIn } from '#machines/engine/wizard/start.ts'
import { verbatim } from '#machines/messages/message.ts'
import type { ReachableTenant } from '#machines/sign-in/sign-in.ts'
import { secondPorts } from '#test/second-procedure/ports.ts'
import { openWindow } from '#test/second-procedure/window.ts'

const CONTOSO: ReachableTenant = { id: '6b1f5d2e-0c4a-4f7b-9a3d-8e2c1b7f4a90', name: 'Contoso', domain: 'contoso.example' }
const FABRIKAM: ReachableTenant = { id: '0e7c4b95-3d81-4a26-b5f0-92d8c6a1e734', name: 'Fabrikam' }

const LIST = { type: 'LIST_TENANTS', request: { way: 'browser', cloud: 'commercial' } } as const
const signInTo = ({ id }: ReachableTenant) => ({ type: 'SIGN_IN', request: { way: 'browser', tenant: id, cloud: 'commercial' } }) as const
const refused = { title: verbatim('Refused'), meaning: verbatim('It is.'), remedy: verbatim('Ask.'), owner: 'you' } as const

/** The start page, before ports of which sign-ins are noted. */
function listing(listed: ListedTenants, ports: Partial<Ports> = {}) {
  const signedInTo: string[] = []
  let signedOut = 0
  const known = secondPorts()
  const window = openWindow({
    ...known,
    listTenants: async () => listed,
    signIn(request, report, signal) {
      signedInTo.push(request.tenant)
      return known.signIn(request, report, signal)
    },
    async signOut() {
      signedOut += 1
    },
    ...ports,
  })
  return { ...window, signedInTo, signedOut: () => signedOut }
}

const several: ListedTenants = { ok: true, tenants: [CONTOSO, FABRIKAM] }

describe('signing in without a tenant', () => {
  it('offers the tenants of the account, and signs in to none of them by itself', async () => {
    const { send, until, signedInTo } = listing(several)
    send(LIST)
    const { start, announcement, can } = await until((view) => view.start?.tenants !== undefined)
    expect(start).toMatchObject({ tenants: [CONTOSO, FABRIKAM], connecting: false, signIn: { request: { way: 'browser', tenant: '' } } })
    expect(announcement.text).toBe('Signed in. Choose one of 2 tenants')
    expect(can).toEqual(expect.arrayContaining(['SIGN_IN', 'BACK']))
    expect(signedInTo).toEqual([])
  })

  it('opens the chosen one with a sign-in to it', async () => {
    const { send, until, signedInTo, signedOut } = listing(several)
    send(LIST)
    await until((view) => view.start?.tenants !== undefined)
    send(signInTo(FABRIKAM))
    await until((view) => view.page !== 'start')
    expect(signedInTo).toEqual([FABRIKAM.id])
    expect(signedOut()).toBe(0)
    send({ type: 'CLOSE_TENANT' })
    expect((await until((view) => view.page === 'start')).start?.tenants).toBeUndefined()
  })

  it('asks nothing where there is one', async () => {
    const { send, until, signedInTo, machine } = listing({ ok: true, tenants: [CONTOSO] })
    const seen: unknown[] = []
    machine.subscribe(({ context }) => seen.push(context.tenants))
    send({ ...LIST, checkFirst: true })
    await until((view) => view.page === 'preflight')
    expect(signedInTo).toEqual([CONTOSO.id])
    expect(new Set(seen)).toEqual(new Set([undefined]))
    expect(tenantIn(machine.getSnapshot())?.context.signedInBy).toEqual({ way: 'browser', tenant: CONTOSO.id, cloud: 'commercial' })
  })

  it.each([
    ['none is listed', { ok: true, tenants: [] }, 'There are no tenants to choose from'],
    ['the list is refused', { ok: false, problem: refused }, 'Refused'],
  ] as const)('leads to the form where %s, with why', async (_when, listed, title) => {
    const { send, until, signedInTo } = listing(listed)
    send(LIST)
    const { start, can } = await until((view) => view.start?.problem !== undefined)
    expect(start).toMatchObject({ problem: { title }, connecting: false, signIn: { request: { tenant: '' } } })
    expect(start?.tenants).toBeUndefined()
    expect(can).toContain('SIGN_IN')
    expect(signedInTo).toEqual([])
  })

  it('is a defect said in words where it throws', async () => {
    const { send, until } = listing(several, { listTenants: () => Promise.reject(new Error('planted')) })
    send(LIST)
    expect((await until((view) => view.start?.problem !== undefined)).start?.connecting).toBe(false)
  })

  it('can be canceled while it waits, and shows what it waits for', async () => {
    let aborted = false
    const { send, until } = listing(several, {
      listTenants(_request, report, signal) {
        report({ kind: 'browser' })
        signal.addEventListener('abort', () => {
          aborted = true
        })
        return new Promise(() => undefined)
      },
    })
    send(LIST)
    expect((await until((view) => view.start?.signIn?.progress !== undefined)).start).toMatchObject({ connecting: true })
    send({ type: 'CANCEL' })
    expect((await until((view) => view.start?.connecting === false)).start?.tenants).toBeUndefined()
    expect(aborted).toBe(true)
  })

  it('keeps the choice where the chosen tenant refuses', async () => {
    const { send, until } = listing(several, { signIn: async () => ({ ok: false, problem: refused }) })
    send(LIST)
    await until((view) => view.start?.tenants !== undefined)
    send(signInTo(FABRIKAM))
    const { start } = await until((view) => view.start?.problem !== undefined)
    expect(start).toMatchObject({ tenants: [CONTOSO, FABRIKAM], signIn: { request: { tenant: FABRIKAM.id } } })
  })

  it.each([
    ['back to the form', { type: 'BACK' }],
    ['to the practice tenant', { type: 'OPEN_PRACTICE', scenario: 'any' }],
  ])('ends the sign-in that listed them on the way %s', async (_where, event) => {
    const { send, until, signedOut } = listing(several)
    send(LIST)
    await until((view) => view.start?.tenants !== undefined)
    send(event)
    await until((view) => view.start?.tenants === undefined)
    expect(signedOut()).toBe(1)
  })

  it.each(['browser', 'secret'] as const)('ends it before an engagement continues that was signed in to by %s', async (way) => {
    const ended: string[] = []
    const { send, until, machine } = listing(several, {
      async signOut() {
        ended.push('sign-out')
      },
      async signIn({ tenant }) {
        ended.push(tenant)
        return { ok: false, problem: refused }
      },
    })
    send(LIST)
    await until((view) => view.start?.tenants !== undefined)
    const request = { way, tenant: FABRIKAM.id, cloud: 'commercial' }
    machine.send({ type: 'RESUME', request, environmentId: 'any', environment: 'any' })
    expect((await until((view) => view.start?.connecting === false)).start?.tenants).toBeUndefined()
    expect(ended).toEqual(way === 'browser' ? ['sign-out', FABRIKAM.id] : ['sign-out'])
  })

  it('keeps what is kept for the next start where an engagement continues and no list is shown', async () => {
    const { until, machine, signedOut } = listing(several)
    const request = { way: 'browser', tenant: FABRIKAM.id, cloud: 'commercial' } as const
    machine.send({ type: 'RESUME', request, environmentId: 'any', environment: 'any' })
    await until((view) => view.page !== 'start')
    expect(signedOut()).toBe(0)
  })
})
