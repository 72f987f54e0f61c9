import { describe, expect, it } from 'vitest'
import type { ManagedSettings } from '#machines/managed/settings.ts'
import { english } from '#test/english.ts'
import { leapingClock } from '../azure/stand-in.ts'
import { entrance, openOf, practiceEntrance, problemOf } from './entering.ts'
import {
  type Answering,
  browserComingBack,
  CLIENT_ID,
  fakeIdentity,
  PLANTED,
  type Reply,
  refusal,
  TENANT_ID,
  tokenFor,
} from './fake-identity.ts'

const SECRET = { way: 'secret', tenant: TENANT_ID, clientId: CLIENT_ID } as const

async function misbehaving(answering: Answering, { trusted = true } = {}) {
  const fake = await fakeIdentity(answering)
  const clock = leapingClock(Date.now())
  const door = entrance(fake.cloud, {
    customCloud: { cloud: fake.cloud, authorities: trusted ? [fake.ca] : [] },
    clock,
    openBrowser: browserComingBack(),
  })
  const bySecret = () => {
    door.identity.holdSecret(PLANTED.secret)
    return door.enter(SECRET)
  }
  return { ...door, fake, bySecret, clock }
}

const isDiscovery = (path: string): boolean => path.endsWith('/.well-known/openid-configuration')
const isToken = (path: string): boolean => path.endsWith('/token')

const PORTAL: Reply = { status: 200, body: '<!doctype html><html><title>Hotel Miramar</title>Enter your room number.</html>' }

describe('the tenant', () => {
  it('that does not exist is named before a browser opens', async () => {
    const { enter, opened } = await practiceEntrance()
    expect(problemOf(await enter({ tenant: 'fabrikam.example' }))).toMatchObject({
      title: 'The tenant wasn’t found in this cloud',
      refusal: {
        code: 'AADSTS90002',
        message: expect.stringContaining("Tenant 'fabrikam.example' not found"),
        correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    })
    expect(opened).toEqual([])
  })

  it.each(['common', 'Organizations', ' consumers ', '', 'ada@contoso.example', 'contoso', 'contoso.example/x', '../contoso.example'])(
    '“%s” is refused without a request',
    async (tenant) => {
      const { enter, fake } = await misbehaving(() => undefined)
      expect(problemOf(await enter({ tenant })).title).toBe('The tenant isn’t valid')
      expect(fake.asked).toEqual([])
    },
  )

  it('of another cloud is distinguished from one that does not exist', async () => {
    const { enter, opened } = await misbehaving(({ path }) =>
      isDiscovery(path)
        ? { body: { issuer: `https://login.example/${TENANT_ID}/v2.0`, cloud_instance_name: 'microsoftonline.us' } }
        : undefined,
    )
    const problem = problemOf(await enter())
    expect(problem.title).toBe('The tenant is in another cloud')
    expect(problem.meaning).toContain('microsoftonline.us')
    expect(opened).toEqual([])
  })

  it.each([
    ['of another tenant', tokenFor('any', { tid: '99999999-0000-4000-8000-000000000000' }), 'You signed in to another tenant'],
    ['that nobody can read', 'opaque', 'The sign-in doesn’t say who signed in'],
    ['that says nothing of an account', `e30.${Buffer.from('{}').toString('base64url')}.x`, 'The sign-in doesn’t say who signed in'],
  ])('is not opened by a token %s', async (_, access_token, title) => {
    const { bySecret } = await misbehaving(({ path }) =>
      isToken(path) ? { body: { token_type: 'Bearer', expires_in: 3600, access_token } } : undefined,
    )
    expect(problemOf(await bySecret()).title).toBe(title)
  })

  it('and the app registration are checked for their form before anything is sent', async () => {
    const { enter, fake } = await misbehaving(() => undefined)
    expect(problemOf(await enter({ clientId: 'my app' })).title).toBe('The app registration ID isn’t valid')
    expect(problemOf(await enter({ cloud: 'mars' })).title).toBe('Unknown cloud')
    expect(fake.asked).toEqual([])
  })
})

describe('something between this computer and the sign-in service', () => {
  it.each([
    ['a captive portal’s page', PORTAL],
    ['a captive portal that calls its page JSON', { ...PORTAL, headers: { 'content-type': 'application/json' } }],
    ['a captive portal that sends elsewhere', { status: 302, headers: { location: 'https://portal.example/' }, body: '' }],
    ['an empty answer', { body: '', headers: { 'content-type': 'application/json' } }],
  ])('%s is recognised, where the tenant is looked up', async (_, reply) => {
    const { enter, opened, fake } = await misbehaving(() => reply)
    expect(problemOf(await enter())).toMatchObject({
      title: 'A web page answered instead of the sign-in service',
      refusal: { reason: 'unreadable' },
    })
    expect(opened).toEqual([])
    expect(fake.asked).toHaveLength(1)
  })

  it.each([
    ['without an end to its length', ' '.repeat(1024 * 1024 + 1), 'answered with more than 1 MB'],
    ['without an end to its nesting', '{"a":['.repeat(150_000), 'nested more than 100 levels deep'],
  ])('an answer %s is refused in words, where the tenant is looked up and where the token is asked for', async (_, body, why) => {
    for (const isRefused of [isDiscovery, isToken]) {
      const { enter, bySecret, fake } = await misbehaving(({ path }) => (isRefused(path) ? { body } : undefined))
      const problem = problemOf(await (isRefused === isToken ? bySecret() : enter()))
      expect(problem.refusal).toMatchObject({
        reason: 'unreadable',
        message: expect.stringMatching(new RegExp(`^localhost:\\d+ .*${why}`)),
      })
      expect(fake.asked.filter(({ path }) => isRefused(path))).toHaveLength(1)
    }
  })

  it('a captive portal that appears in between is recognised where the token is asked for', async () => {
    const { bySecret } = await misbehaving(({ path }) => (isToken(path) ? PORTAL : undefined))
    expect(problemOf(await bySecret())).toMatchObject({
      title: 'A web page answered instead of the sign-in service',
      refusal: { message: expect.stringContaining('Hotel Miramar') },
    })
  })

  it('an answer of another service is not taken for the sign-in’s', async () => {
    const { enter } = await misbehaving(() => ({ body: { hello: 'world' } }))
    expect(problemOf(await enter()).refusal?.message).toContain('not a sign-in service’s description')
  })

  it('inspected traffic without the company’s authority is named, with the way to give it', async () => {
    const { enter, fake } = await misbehaving(() => undefined, { trusted: false })
    expect(problemOf(await enter())).toMatchObject({
      title: 'The connection to Microsoft shows a certificate that isn’t trusted',
      remedy: expect.stringContaining('--ca-file'),
      refusal: { code: expect.stringMatching(/UNABLE_TO_VERIFY|SELF_SIGNED/) },
    })
    expect(fake.asked).toEqual([])
  })

  it('no answer at the address is shown as being offline', async () => {
    const { enter, fake } = await misbehaving(() => undefined)
    await fake.close()
    expect(problemOf(await enter())).toMatchObject({ title: 'Can’t reach the sign-in service', refusal: { code: 'ECONNREFUSED' } })
  })

  it('a connection that breaks is tried again, and said when it keeps breaking', async () => {
    const { enter, fake } = await misbehaving(() => 'broken')
    expect(problemOf(await enter()).title).toBe('Can’t reach the sign-in service')
    expect(fake.asked.length).toBeGreaterThan(1)
  })

  it('a service that cannot answer is distinguished from one that cannot be reached', async () => {
    const { enter } = await misbehaving(() => ({ status: 503, body: '<html>Our services aren’t available right now</html>' }))
    expect(problemOf(await enter()).title).toBe('The sign-in service can’t answer right now')
  })

  it('an address outside of the cloud, in the service’s own description, is not followed', async () => {
    const elsewhere = await fakeIdentity()
    const { bySecret, fake } = await misbehaving(({ path }) =>
      isDiscovery(path)
        ? {
            body: {
              issuer: `${fake.origin}/${TENANT_ID}/v2.0`,
              authorization_endpoint: 'https://evil.example/authorize',
              token_endpoint: 'https://evil.example/token',
              jwks_uri: 'https://evil.example/keys',
            },
          }
        : undefined,
    )
    const outcome = await bySecret()
    expect(problemOf(outcome).refusal?.message).toContain('evil.example')
    expect(elsewhere.asked).toEqual([])
  })

  it('a sign-in page outside of the cloud is not opened', async () => {
    const { enter, fake, opened } = await misbehaving(({ path }) =>
      isDiscovery(path)
        ? {
            body: {
              issuer: `${fake.origin}/${TENANT_ID}/v2.0`,
              authorization_endpoint: 'https://evil.example/authorize',
              token_endpoint: `${fake.origin}/${TENANT_ID}/oauth2/v2.0/token`,
              jwks_uri: `${fake.origin}/keys`,
            },
          }
        : undefined,
    )
    expect(problemOf(await enter()).title).toBe('Couldn’t open the system browser')
    expect(opened).toEqual([])
  })
})

describe('a refusal of the sign-in service', () => {
  it.each([
    [50020, 'The account isn’t a guest in this tenant'],
    [7000222, 'The client secret has expired'],
    [7000218, 'The app registration isn’t set up for this sign-in method'],
    [50173, 'Your sign-in has ended'],
    [987654, 'The sign-in was refused'],
  ])('AADSTS%i is said in the person’s words, with the service’s own beside them', async (code, title) => {
    const { bySecret } = await misbehaving(({ path }) => (isToken(path) ? refusal(code, 'invalid_client') : undefined))
    expect(problemOf(await bySecret())).toMatchObject({
      title,
      owner: 'you',
      refusal: {
        code: `AADSTS${code}`,
        status: 400,
        correlationId: '0a1b2c3d-0000-4000-8000-00000000000b',
        message: expect.stringContaining('Trace ID: 0a1b2c3d-0000-4000-8000-00000000000a'),
      },
    })
  })

  it.each([65001, 53003])('AADSTS%i for one service names it and leaves the others unaffected', async (code) => {
    const { bySecret } = await misbehaving(({ path, form }) =>
      isToken(path) && form.get('scope')?.startsWith('https://vault.azure.net') ? refusal(code, 'invalid_grant') : undefined,
    )
    expect(openOf(await bySecret()).tenant.refusedAudiences).toMatchObject([
      {
        audience: 'key-vault',
        problem: { title: expect.stringMatching(/^Couldn’t access Azure Key Vault/), refusal: { code: `AADSTS${code}` } },
      },
    ])
  })

  it('of both Azure and Power Platform, each with its own reason, names both', async () => {
    const { bySecret } = await misbehaving(({ path, form }) =>
      isToken(path) ? refusal(form.get('scope')?.includes('powerapps') ? 650052 : 53003) : undefined,
    )
    expect(problemOf(await bySecret())).toMatchObject({
      title: 'Couldn’t access Azure or Power Platform',
      meaning: expect.stringMatching(/Couldn’t access Azure Resource Manager.*Couldn’t access Power Platform/),
    })
  })

  it('that comes back by the browser is read as well', async () => {
    const fake = await fakeIdentity()
    const { enter } = entrance(fake.cloud, {
      customCloud: { cloud: fake.cloud, authorities: [fake.ca] },
      openBrowser: browserComingBack({
        error: 'access_denied',
        error_description:
          'AADSTS50105: The signed in user is not assigned to a role for the application. Correlation ID: 0a1b2c3d-0000-4000-8000-00000000000b',
      }),
    })
    expect(problemOf(await enter({ tenant: TENANT_ID }))).toMatchObject({
      title: expect.stringContaining('The account isn’t assigned to the app'),
      refusal: { code: 'AADSTS50105', correlationId: '0a1b2c3d-0000-4000-8000-00000000000b' },
    })
  })

  it('leaves the door open for the next try', async () => {
    let refusing = true
    const { bySecret } = await misbehaving(({ path }) => (refusing && isToken(path) ? refusal(7000215, 'invalid_client') : undefined))
    expect(problemOf(await bySecret()).title).toBe('The client secret is wrong')
    refusing = false
    expect(openOf(await bySecret()).tenant.account.tenantName).toBe('Contoso')
  })

  it('that comes later, when a token is renewed, is shown by the service’s request with Entra’s own code', async () => {
    let refusing = false
    const { bySecret } = await misbehaving(({ path }) => (refusing && isToken(path) ? refusal(53003) : undefined))
    const { services } = openOf(await bySecret())
    refusing = true
    // Dataverse is asked for the first time here, so no token for it can have been kept.
    expect(await services.dataverse.readIntegration('https://localhost:1')).toMatchObject({
      ok: false,
      refusal: { reason: 'unauthenticated', code: 'AADSTS53003', correlationId: '0a1b2c3d-0000-4000-8000-00000000000b' },
    })
  })
})

describe('an organization’s policy', () => {
  const managed = (settings: ManagedSettings) => ({ managed: { source: '/etc/policy.json', settings, authorities: [] } })

  it('refuses another method and another cloud before anything leaves this computer', async () => {
    const fake = await fakeIdentity(() => undefined)
    const by = (settings: ManagedSettings) =>
      entrance(fake.cloud, {
        customCloud: { cloud: fake.cloud, authorities: [fake.ca] },
        openBrowser: browserComingBack(),
        ...managed(settings),
      })
    for (const settings of [{ AllowedSignInMethods: ['certificate'] }, { AllowedClouds: ['commercial'] }] as const) {
      const { enter, list, opened } = by(settings)
      expect(problemOf(await enter({ way: 'browser' })).title).toBe('Your organization doesn’t allow this sign-in')
      const listed = await list('browser')
      expect(listed.ok ? undefined : english.text(listed.problem.title)).toBe('Your organization doesn’t allow this sign-in')
      expect(opened).toEqual([])
    }
    expect(fake.asked).toEqual([])
  })
})
