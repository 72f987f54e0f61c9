import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { foundPeople } from '#machines/procedure/people/people.ts'
import type { ServiceName } from '#node/practice/addresses.ts'
import { PEOPLE, TENANT } from '#node/practice/world.ts'
import type { OpenBrowser } from '#node/services/identity/system-browser.ts'
import { english } from '#test/english.ts'
import { browse, entrance, goBack, inTurn, openOf, personChoosing, practiceEntrance, problemOf, servePractice } from './entering.ts'

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

const backPort = (address: string): number => Number(new URL(new URL(address).searchParams.get('redirect_uri') ?? '').port)

/** Who gives what was missing, and then signs in. */
const consenting =
  (person: string, withoutConsent: ServiceName[]): OpenBrowser =>
  (address) => {
    withoutConsent.splice(0)
    return personChoosing(person)(address)
  }

describe('signing in by the system browser', () => {
  it('opens the tenant for the person who signed in, with a token for each service', async () => {
    const { cloud, enter, reported, opened } = await practiceEntrance()
    const { tenant, services } = openOf(await enter())
    expect(tenant).toMatchObject({
      account: { userName: 'ada@contoso.example', displayName: 'Ada Marsh', tenantId: TENANT.id, tenantName: 'Contoso' },
      cloud: cloud.name,
      refusedAudiences: [],
    })
    expect(tenant.note).toBeUndefined()
    expect(reported.map((progress) => (progress.kind === 'tokens' ? progress.audience : progress.kind))).toEqual([
      'Azure Resource Manager',
      'browser',
      'Power Platform',
      'Azure Key Vault',
    ])
    expect(opened).toHaveLength(1)
    expect(await services.powerPlatform.listEnvironments()).toMatchObject({ ok: true })
  })

  it('opens the chosen cloud’s own sign-in page for the one tenant, bound to the app by PKCE and to this computer by its way back', async () => {
    const { cloud, enter, opened } = await practiceEntrance()
    await enter({ tenant: TENANT.domain, clientId: '11111111-2222-4333-8444-555555555555' })
    const address = new URL(opened[0] ?? '')
    expect(address.origin).toBe(cloud.authority)
    expect(address.pathname).toBe(`/${TENANT.id}/oauth2/v2.0/authorize`)
    const { client_id, code_challenge_method, code_challenge, redirect_uri, prompt } = Object.fromEntries(address.searchParams)
    expect({ client_id, code_challenge_method, prompt }).toEqual({
      client_id: '11111111-2222-4333-8444-555555555555',
      code_challenge_method: 'S256',
      prompt: 'select_account',
    })
    expect(code_challenge).toMatch(/^[\w-]{43}$/)
    expect(redirect_uri).toMatch(/^http:\/\/localhost:\d+$/)
  })

  it('reads Dataverse by the same sign-in, when an environment is chosen', async () => {
    const { cloud } = await servePractice()
    const { services } = openOf(await entrance(cloud).enter())
    const listed = await services.powerPlatform.listEnvironments()
    const instanceUrl = listed.ok ? listed.value.find(({ dataverse }) => dataverse?.instanceUrl)?.dataverse?.instanceUrl : undefined
    expect(await services.dataverse.readIntegration(instanceUrl ?? '')).toMatchObject({ ok: true })
  })

  it('finds people by the same sign-in: no page opens for it', async () => {
    const { enter, opened } = await practiceEntrance()
    const { services } = openOf(await enter())
    expect(await services.directory.searchPeople('ada')).toMatchObject({ ok: true, value: [{ id: PEOPLE.ada.objectId }] })
    expect(opened).toHaveLength(1)
  })

  it('opens no page either where no one consented to finding people, and everything else works', async () => {
    const { enter, opened } = await practiceEntrance({ withoutConsent: ['directory'] })
    const { services, tenant } = openOf(await enter())
    const answer = await services.directory.searchPeople('ada')
    expect(answer).toMatchObject({ ok: false, refusal: { reason: 'unauthenticated', code: 'AADSTS65001' } })
    expect(english.all(foundPeople(answer))).toMatchObject({ kind: 'not-readable', why: expect.stringContaining('User.ReadBasic.All') })
    expect(opened).toHaveLength(1)
    expect(tenant.refusedAudiences).toEqual([])
    expect(await services.powerPlatform.listEnvironments()).toMatchObject({ ok: true })
  })

  it('declined in the browser is said, and the next try works', async () => {
    const { cloud, enter } = await practiceEntrance({}, { openBrowser: personChoosing('ada', 'decline') })
    const problem = problemOf(await enter())
    expect(problem).toMatchObject({ title: 'The sign-in was declined in the browser', refusal: { code: 'AADSTS65004' } })
    expect(openOf(await entrance(cloud).enter()).tenant.account.userName).toBe('ada@contoso.example')
  })

  it.each([
    ['frank', 'The account isn’t a guest in this tenant', 'AADSTS50020'],
    ['robin', 'The account isn’t a guest in this tenant', 'AADSTS50020'],
  ])('%s, who is outside of the tenant, sees a message', async (person, title, code) => {
    const { enter } = await practiceEntrance({}, { openBrowser: personChoosing(person, 'report') })
    expect(problemOf(await enter())).toMatchObject({ title, refusal: { code } })
  })

  it('a partner with delegated administration comes in with the partner’s own account', async () => {
    const { cloud } = await servePractice()
    const { tenant } = openOf(await entrance(cloud, { openBrowser: personChoosing('petra') }).enter())
    expect(tenant.account).toMatchObject({
      userName: 'petra@fabrikam.example',
      tenantId: TENANT.id,
      tenantName: 'Contoso',
      homeTenantId: PEOPLE.petra.home.tenantId,
    })
    const member = openOf(await entrance(cloud).enter())
    expect(member.tenant.account.homeTenantId).toBeUndefined()
  })

  it('a browser that cannot be opened is said, with the way around it', async () => {
    const { cloud } = await servePractice()
    const { enter } = entrance(cloud, {
      openBrowser: () => {
        throw new Error('no application is registered for https')
      },
    })
    expect(problemOf(await enter())).toMatchObject({
      title: 'Couldn’t open the system browser',
      refusal: { message: expect.stringContaining('no application is registered for https') },
    })
  })

  it('canceled while the browser is open ends the wait and frees the port', async () => {
    const { cloud } = await servePractice()
    const controller = new AbortController()
    const { enter, opened } = entrance(cloud, { openBrowser: async () => controller.abort(new Error('Canceled.')) })
    expect(problemOf(await enter({}, controller.signal)).title).toBe('The sign-in was canceled')
    await expect.poll(() => isListening(backPort(opened[0] ?? ''))).toBe(false)
  })

  it('canceled before the browser was open still opens the next sign-in', async () => {
    const { cloud } = await servePractice()
    const controller = new AbortController()
    controller.abort(new Error('Canceled.'))
    const door = entrance(cloud)
    expect(problemOf(await door.enter({}, controller.signal)).title).toBe('The sign-in was canceled')
    expect(openOf(await door.enter()).tenant.account.displayName).toBe('Ada Marsh')
  })
})

describe('a service that wants separate consent', () => {
  it('is asked for in the browser once more, and the account stays the same', async () => {
    const withoutConsent: ServiceName[] = ['key-vault']
    const { cloud } = await servePractice({ withoutConsent })
    const { enter, opened } = entrance(cloud, { openBrowser: inTurn(personChoosing('ada'), consenting('ada', withoutConsent)) })
    expect(openOf(await enter()).tenant.refusedAudiences).toEqual([])
    expect(opened.map((address) => new URL(address).searchParams.get('scope')?.split(' ')[0])).toEqual([
      `${cloud.resourceManager}/.default`,
      'https://vault.azure.net/.default',
    ])
  })

  it('and is refused it is named, with what to do, and the others are unaffected', async () => {
    const { cloud } = await servePractice({ withoutConsent: ['key-vault'] })
    const { enter } = entrance(cloud, {
      openBrowser: inTurn(personChoosing('ada', 'accept'), personChoosing('ada', 'report')),
    })
    const { tenant, services } = openOf(await enter())
    expect(tenant.refusedAudiences).toMatchObject([
      {
        audience: 'key-vault',
        problem: {
          title: 'Couldn’t access Azure Key Vault: Consent is missing',
          remedy: expect.stringContaining('Grant admin consent'),
          refusal: { code: 'AADSTS65001' },
        },
      },
    ])
    expect(await services.powerPlatform.listEnvironments()).toMatchObject({ ok: true })
    expect(await services.azure.listSubscriptions()).toMatchObject({ ok: true })
  })

  it('is not taken from another account than the one that is signed in', async () => {
    const withoutConsent: ServiceName[] = ['key-vault']
    const { cloud } = await servePractice({ withoutConsent })
    const { enter } = entrance(cloud, { openBrowser: inTurn(personChoosing('ada'), consenting('grace', withoutConsent)) })
    const { tenant, services } = openOf(await enter())
    expect(tenant.account.displayName).toBe('Ada Marsh')
    expect(tenant.refusedAudiences).toMatchObject([
      { audience: 'key-vault', problem: { meaning: expect.stringContaining('a different account') } },
    ])
    expect(services.account.displayName).toBe('Ada Marsh')
  })

  it('is not waited for longer than five minutes', async () => {
    const { cloud } = await servePractice({ withoutConsent: ['key-vault'] })
    let passed: (() => void) | undefined
    const slept: number[] = []
    const clock = {
      now: Date.now,
      sleep: (milliseconds: number) => {
        slept.push(milliseconds)
        return new Promise<void>((resolve) => {
          passed = resolve
        })
      },
    }
    let pages = 0
    const { enter, opened } = entrance(cloud, {
      clock,
      openBrowser: async (address) => {
        pages += 1
        if (pages === 1) await personChoosing('ada')(address)
        else passed?.()
      },
    })
    const { tenant } = openOf(await enter())
    expect(slept).toEqual([300_000])
    expect(tenant.refusedAudiences).toMatchObject([
      { audience: 'key-vault', problem: { meaning: expect.stringContaining('five minutes') } },
    ])
    await expect.poll(() => isListening(backPort(opened[1] ?? ''))).toBe(false)
  })
})

describe('conditional access', () => {
  it('of one service names it, opens no second page and leaves the others unaffected', async () => {
    const { enter, opened } = await practiceEntrance({ conditionalAccess: ['key-vault'] })
    const title = expect.stringContaining('Couldn’t access Azure Key Vault')
    expect(openOf(await enter()).tenant.refusedAudiences).toMatchObject([
      { audience: 'key-vault', problem: { title, refusal: { code: 'AADSTS53003' } } },
    ])
    expect(opened).toHaveLength(1)
  })

  it('of both Azure and Power Platform ends the sign-in', async () => {
    const { cloud } = await servePractice({ conditionalAccess: ['resource-manager', 'power-platform'] })
    const problem = problemOf(await entrance(cloud, { openBrowser: personChoosing('ada', 'report') }).enter())
    expect(problem).toMatchObject({ title: 'Conditional Access blocks this sign-in', refusal: { code: 'AADSTS53003' } })
  })

  it('of Azure alone still lets a Power Platform administrator work', async () => {
    const { cloud } = await servePractice({ conditionalAccess: ['resource-manager'] })
    const { enter } = entrance(cloud, {
      openBrowser: inTurn(personChoosing('ada', 'report'), personChoosing('ada', 'accept')),
    })
    const { tenant, services } = openOf(await enter())
    expect(tenant.refusedAudiences?.map(({ audience }) => audience)).toEqual(['resource-manager'])
    expect(tenant.account.tenantName).toBe(TENANT.id)
    expect(await services.powerPlatform.listEnvironments()).toMatchObject({ ok: true })
    expect(await services.azure.listSubscriptions()).toMatchObject({ ok: false, refusal: { code: 'AADSTS53003' } })
  })
})

describe('what the browser shows at the end', () => {
  it('of a refused sign-in is a page of the wizard’s own', async () => {
    const { cloud } = await servePractice()
    const shown: string[] = []
    const { enter } = entrance(cloud, {
      openBrowser: async (address) => {
        const { location } = await browse(address, { person: 'ada', decision: 'decline' })
        shown.push(await goBack(location ?? ''))
      },
    })
    await enter()
    await expect.poll(() => shown).toEqual([expect.stringContaining('to see what happened and what to do')])
  })
})
