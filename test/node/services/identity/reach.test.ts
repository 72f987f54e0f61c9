import { describe, expect, it } from 'vitest'
import type { ServiceName } from '#node/practice/addresses.ts'
import { PEOPLE, TENANT } from '#node/practice/world.ts'
import { listReach } from '#node/services/identity/reach.ts'
import type { OpenBrowser } from '#node/services/identity/system-browser.ts'
import { english } from '#test/english.ts'
import { type Entrance, enterCode, entrance, inTurn, openOf, optionsOf, personChoosing, problemOf, servePractice } from './entering.ts'
import { browserComingBack, fakeIdentity, type Question, refusal, TENANT_ID, tokenFor } from './fake-identity.ts'
import { onlyOnPath } from './tools-on-path.ts'

const FABRIKAM = { id: '0e7c4b95-3d81-4a26-b5f0-92d8c6a1e734', name: 'Fabrikam', domain: 'fabrikam.example' }
const TAILSPIN = { id: '71c04f3d-58a2-4e96-8b17-2d9e6a0c5f81', name: 'Tailspin', domain: 'tailspin.example' }

/** One cloud with the tenants of three companies, all of which know Ada. */
async function threeTenants(openBrowser?: OpenBrowser, ofTailspin: Parameters<typeof servePractice>[0] = {}) {
  const served = await servePractice({}, 'ready-to-enable', [{ company: TAILSPIN, ...ofTailspin }, { company: FABRIKAM }])
  return { ...served, ...entrance(served.cloud, openBrowser ? { openBrowser } : {}) }
}

const listedBy =
  (tenants: unknown, status = 200) =>
  (question: Question) =>
    question.path === '/tenants' ? { status, body: tenants } : undefined

async function fakeDoor(...given: Parameters<typeof fakeIdentity>) {
  const fake = await fakeIdentity(...given)
  return { fake, ...entrance(fake.cloud, { openBrowser: browserComingBack(), customCloud: { cloud: fake.cloud, authorities: [fake.ca] } }) }
}

describe('listing the tenants of an account', () => {
  it('shows one sign-in page, asks for Azure Resource Manager alone, and gives names and domains', async () => {
    const { list, opened, reported, files } = await threeTenants()
    expect(await list()).toEqual({
      ok: true,
      tenants: [TENANT, FABRIKAM, TAILSPIN].map(({ id, name, domain }) => ({ id, name, domain })),
    })
    expect(opened).toHaveLength(1)
    expect(reported.flatMap((each) => (each.kind === 'tokens' ? each.audience : []))).toEqual(['Azure Resource Manager'])
    expect(files.contents.size, 'kept for the next start').toBe(0)
  })

  it('lists only the tenants that know the account', async () => {
    const { list } = await threeTenants(undefined, { people: [PEOPLE.grace] })
    expect(await list()).toMatchObject({ ok: true, tenants: [{ name: 'Contoso' }, { name: 'Fabrikam' }] })
  })

  it('takes a device code', async () => {
    const { list, codeShown } = await threeTenants()
    const listing = list('device-code')
    const { verificationUri, userCode } = await codeShown
    await enterCode(verificationUri, userCode, 'ada')
    expect(await listing).toMatchObject({ ok: true, tenants: [{}, {}, {}] })
  })

  it.runIf(process.platform !== 'win32')('takes the account of Azure CLI, with no tenant named', async () => {
    const { list } = await fakeDoor()
    onlyOnPath({
      az: `case "$*" in *--tenant*) exit 2 ;; esac
echo '{ "accessToken": "${tokenFor('any')}", "expires_on": ${Math.floor(Date.now() / 1000) + 3600}, "tokenType": "Bearer" }'`,
    })
    expect(await list('azure-cli')).toEqual({ ok: true, tenants: [{ id: TENANT_ID, name: 'Contoso' }] })
  })

  it.runIf(process.platform !== 'win32')('names the command that signs in to the tool, where no one is', async () => {
    const { list } = await fakeDoor()
    onlyOnPath({ az: `[ "$1" = "/?" ] && exit 0\necho "Please run 'az login' to setup account." >&2\nexit 1` })
    const listed = await list('azure-cli')
    expect(listed.ok ? undefined : english.all(listed.problem)).toMatchObject({
      title: 'No one is signed in to Azure CLI',
      remedy: 'Run “az login” in a terminal, then sign in here again.',
    })
  })

  it('leaves out what has no tenant ID, and what is there twice', async () => {
    const value = [
      { tenantId: TENANT_ID.toUpperCase(), displayName: 'Contoso' },
      { tenantId: TENANT_ID, displayName: 'Contoso' },
      { tenantId: 'common', displayName: 'Any' },
      { displayName: 'Without' },
      { tenantId: FABRIKAM.id, displayName: null, defaultDomain: 'fabrikam.example\u0007' },
    ]
    const { list } = await fakeDoor(listedBy({ value }))
    expect(await list()).toEqual({
      ok: true,
      tenants: [
        { id: TENANT_ID.toUpperCase(), name: 'Contoso' },
        { id: FABRIKAM.id, domain: 'fabrikam.example' },
      ],
    })
  })

  it('hands nothing on where no tenant is listed', async () => {
    const { cloud, ca } = await fakeIdentity(listedBy({ value: [] }))
    const options = { ...optionsOf(cloud), openBrowser: browserComingBack(), customCloud: { cloud, authorities: [ca] } }
    const asked = { report: () => undefined, signal: new AbortController().signal }
    expect(await listReach({ way: 'browser', cloud: cloud.id }, cloud, options, asked)).toEqual({ listed: { ok: true, tenants: [] } })
  })

  it('says so where the list is refused', async () => {
    const { list } = await fakeDoor(listedBy({ error: { code: 'AuthorizationFailed', message: 'No.' } }, 403))
    const listed = await list()
    expect(listed.ok ? undefined : english.all(listed.problem)).toMatchObject({
      title: 'Couldn’t list your tenants',
      remedy: 'Enter the tenant ID or one of its domains, then sign in again.',
      refusal: { code: 'AuthorizationFailed', status: 403 },
    })
  })

  it('says what Entra says where no token is given', async () => {
    const { list } = await fakeDoor(({ path }) => (path.endsWith('/token') ? refusal(53003) : undefined))
    const listed = await list()
    expect(listed.ok ? undefined : english.all(listed.problem)).toMatchObject({ refusal: { code: 'AADSTS53003' } })
  })

  it('can be canceled, and leaves nothing', async () => {
    const controller = new AbortController()
    const { list, enter, opened, codeShown, files } = await threeTenants()
    const listing = list('device-code', controller.signal)
    await codeShown
    controller.abort(new Error('Canceled.'))
    const listed = await listing
    expect(listed.ok ? undefined : english.text(listed.problem.title)).toBe('The sign-in was canceled')
    expect(files.contents.size, 'kept for the next start').toBe(0)
    openOf(await enter({ tenant: TAILSPIN.id }))
    expect(opened).toHaveLength(1)
  })

  it('that was canceled once the person signed in leaves nothing', async () => {
    const controller = new AbortController()
    const { list, enter, opened } = await fakeDoor(({ path }) => {
      if (path === '/tenants') controller.abort(new Error('Canceled.'))
      return undefined
    })
    const listed = await list('browser', controller.signal)
    expect(listed.ok ? undefined : english.text(listed.problem.title)).toBe('The sign-in was canceled')
    openOf(await enter({ tenant: TENANT_ID }))
    expect(opened).toHaveLength(2)
  })
})

describe('opening a tenant of the list', () => {
  it('signs in to that tenant without another page, with tokens of its own', async () => {
    const { list, enter, opened } = await threeTenants()
    await list()
    const { tenant, services } = openOf(await enter({ tenant: TAILSPIN.id }))
    expect(tenant.account).toMatchObject({ tenantId: TAILSPIN.id, tenantName: 'Tailspin', userName: PEOPLE.ada.userName })
    expect(tenant.refusedAudiences).toEqual([])
    expect(opened).toHaveLength(1)
    // The services of each tenant take only tokens that it issued.
    expect(await services.powerPlatform.listEnvironments()).toMatchObject({ ok: true })
  })

  it('keeps for the next start only the chosen tenant, and no access token of the one that listed it', async () => {
    const { cloud } = await threeTenants()
    const keyring = { isSafe: () => true, seal: (text: string) => Buffer.from(text), unseal: String }
    const { list, enter, files } = entrance(cloud, { keyring })
    await list()
    openOf(await enter({ tenant: TAILSPIN.id }))
    const [kept, ...more] = [...files.contents.values()].map((content) => JSON.parse(Buffer.from(content).toString()))
    expect(more).toEqual([])
    expect(kept.whose.tenantId).toBe(TAILSPIN.id)
    const tokens = Object.values<{ realm: string }>(JSON.parse(kept.cache).AccessToken)
    expect(new Set(tokens.map(({ realm }) => realm))).toEqual(new Set([TAILSPIN.id]))
  })

  it('asks the person again where the account alone isn’t enough', async () => {
    const withoutConsent: ServiceName[] = ['resource-manager', 'power-platform', 'key-vault']
    const consenting: OpenBrowser = (address) => {
      withoutConsent.splice(0)
      return personChoosing('ada')(address)
    }
    const { list, enter, opened } = await threeTenants(inTurn(personChoosing('ada'), consenting), { withoutConsent })
    await list()
    expect(openOf(await enter({ tenant: TAILSPIN.id })).tenant.account.tenantId).toBe(TAILSPIN.id)
    expect(opened.map((address) => new URL(address).pathname.split('/')[1])).toEqual(['organizations', TAILSPIN.id])
  })

  it('can be done once more after one refused', async () => {
    const { list, enter, opened } = await threeTenants()
    await list()
    expect(problemOf(await enter({ tenant: TAILSPIN.id, cloud: 'nowhere' })).title).toBe('Unknown cloud')
    openOf(await enter({ tenant: FABRIKAM.id }))
    expect(opened).toHaveLength(1)
  })

  it.each([
    ['was refused', async ({ enter }: Entrance) => problemOf(await enter({ tenant: TENANT.id, cloud: 'nowhere' }))],
    ['was canceled', async ({ enter }: Entrance) => problemOf(await enter({ tenant: TENANT.id }, AbortSignal.abort()))],
  ])('asks the person again where the only tenant of the account %s, since no list is shown', async (_, ended) => {
    const { cloud } = await servePractice()
    const door = entrance(cloud)
    expect(await door.list()).toMatchObject({ ok: true, tenants: [{ name: 'Contoso' }] })
    await ended(door)
    openOf(await door.enter())
    expect(door.opened).toHaveLength(2)
  })

  it('asks the person for a tenant that wasn’t listed', async () => {
    const people = [PEOPLE.ada]
    const { list, enter, opened } = await threeTenants(inTurn(personChoosing('kim'), personChoosing('ada')), { people })
    expect(await list()).toMatchObject({ ok: true, tenants: [{ name: 'Contoso' }, { name: 'Fabrikam' }] })
    expect(openOf(await enter({ tenant: TAILSPIN.id })).tenant.account.userName).toBe(PEOPLE.ada.userName)
    expect(opened).toHaveLength(2)
  })

  it('asks the person for another app registration', async () => {
    const { list, enter, opened } = await threeTenants()
    await list()
    openOf(await enter({ tenant: TAILSPIN.id, clientId: '11111111-2222-4333-8444-555555555555' }))
    expect(opened).toHaveLength(2)
  })

  it('asks the person again once the choice was left', async () => {
    const { identity, list, enter, opened } = await threeTenants()
    await list()
    await identity.signOut()
    openOf(await enter({ tenant: TAILSPIN.id }))
    expect(opened).toHaveLength(2)
  })
})
