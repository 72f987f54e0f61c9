import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { AUTOMATION, PEOPLE, TENANT } from '#node/practice/world.ts'
import { type Answered, minutes, type Practised, practise } from '../practise.ts'
import { ARM_SCOPE, failure, LOGIN, post, token } from './sign-in.ts'

const tokens = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  expires_in: z.number(),
  client_info: z.string().optional(),
  id_token: z.string().optional(),
})
const tokensIn = ({ body }: Answered) => tokens.parse(body)

const secret = { grant_type: 'client_credentials', client_id: AUTOMATION.clientId, client_secret: AUTOMATION.secret, scope: ARM_SCOPE }

describe('OpenID metadata', () => {
  test.each([TENANT.id, TENANT.domain])('of %s name the one tenant', async (tenant) => {
    const answer = await practise('ready-to-enable').at('GET', `${LOGIN}/${tenant}/v2.0/.well-known/openid-configuration`, undefined)
    expect(answer.body).toMatchObject({ issuer: `${LOGIN}/${TENANT.id}/v2.0`, token_endpoint: `${LOGIN}/${TENANT.id}/oauth2/v2.0/token` })
  })

  test.each(['organizations', 'common'])('of %s name no tenant, as Entra’s don’t', async (word) => {
    const answer = await practise('ready-to-enable').at('GET', `${LOGIN}/${word}/v2.0/.well-known/openid-configuration`, undefined)
    expect(answer.body).toMatchObject({ issuer: `${LOGIN}/{tenantid}/v2.0`, token_endpoint: `${LOGIN}/${word}/oauth2/v2.0/token` })
  })

  test('of a tenant that is not there are refused', async () => {
    expect(
      failure(await practise('ready-to-enable').at('GET', `${LOGIN}/fabrikam.example/v2.0/.well-known/openid-configuration`, undefined)),
    ).toBe('400 invalid_tenant 90002')
  })

  test('and the instance discovery is answered', async () => {
    const answer = await practise('ready-to-enable').at('GET', `${LOGIN}/common/discovery/instance?api-version=1.1`, undefined)
    expect(answer.body).toMatchObject({ metadata: [{ preferred_network: 'login.microsoftonline.com' }] })
  })
})

describe('a client secret', () => {
  test('gives a token that Azure takes, for the service principal', async () => {
    const practised = practise('ready-to-enable')
    const { access_token } = tokensIn(await token(practised, secret))
    const answer = await practised.at('GET', 'https://management.azure.com/subscriptions?api-version=2022-12-01', undefined, {
      headers: { authorization: `Bearer ${access_token}` },
    })
    expect(answer.body).toMatchObject({ value: [{ displayName: 'Contoso Production' }] })
  })

  test('may come in a Basic header', async () => {
    const practised = practise('ready-to-enable')
    const basic = Buffer.from(`${AUTOMATION.clientId}:${AUTOMATION.secret}`).toString('base64')
    const answer = await post(
      practised,
      `/${TENANT.id}/oauth2/v2.0/token`,
      { grant_type: 'client_credentials', scope: ARM_SCOPE },
      { authorization: `Basic ${basic}` },
    )
    expect(answer.status).toBe(200)
  })

  test.each([
    [{ client_secret: 'wrong' }, '401 invalid_client 7000215'],
    [{ client_secret: 'practice-expired' }, '401 invalid_client 7000222'],
    [{ client_id: 'nobody' }, '400 unauthorized_client 700016'],
    [{ scope: 'https://fabrikam.example/.default' }, '400 invalid_resource 500011'],
    [{ scope: 'nonsense' }, '400 invalid_resource 500011'],
    [{ grant_type: 'password' }, '400 unsupported_grant_type 70003'],
    [{ grant_type: '' }, '400 unsupported_grant_type 70003'],
  ])('is refused with %j', async (change, expected) => {
    expect(failure(await token(practise('ready-to-enable'), { ...secret, ...change }))).toBe(expected)
  })
})

const started = z.object({
  user_code: z.string(),
  device_code: z.string(),
  verification_uri: z.string(),
  interval: z.number(),
  message: z.string(),
})

async function startDevice(practised: Practised) {
  const answer = await post(practised, `/${TENANT.id}/oauth2/v2.0/devicecode`, {
    client_id: 'app',
    scope: `openid profile offline_access ${ARM_SCOPE}`,
  })
  return started.parse(answer.body)
}

describe('a device code', () => {
  const ask = (practised: Practised, code: string, grant = 'urn:ietf:params:oauth:grant-type:device_code') =>
    token(practised, { grant_type: grant, client_id: 'app', device_code: code })
  const enter = (practised: Practised, code: string, decision: string, person: string = PEOPLE.grace.id) =>
    post(practised, '/device', { code, person, decision })

  test('is pending until a person enters it, and then signs that person in', async () => {
    const practised = practise('ready-to-enable')
    const { user_code, device_code, message } = await startDevice(practised)
    expect(message).toContain(user_code)
    expect(failure(await ask(practised, device_code))).toBe('400 authorization_pending 70016')
    expect((await enter(practised, ` ${user_code.toLowerCase()} `, 'accept')).status).toBe(200)
    const granted = tokensIn(await ask(practised, device_code, 'device_code'))
    const claims = z
      .object({ oid: z.string(), appid: z.string() })
      .parse(JSON.parse(Buffer.from(granted.access_token.split('.')[1] ?? '', 'base64url').toString()))
    expect(claims).toEqual({ oid: PEOPLE.grace.objectId, appid: 'app' })
    expect(JSON.parse(Buffer.from(granted.client_info ?? '', 'base64url').toString())).toEqual({
      uid: PEOPLE.grace.objectId,
      utid: TENANT.id,
    })
    expect(failure(await ask(practised, device_code))).toBe('400 invalid_grant 70019')
  })

  test('can be declined', async () => {
    const practised = practise('ready-to-enable')
    const { user_code, device_code } = await startDevice(practised)
    await enter(practised, user_code, 'decline')
    expect(failure(await ask(practised, device_code))).toBe('400 authorization_declined 70018')
  })

  test('expires after a quarter of an hour', async () => {
    const practised = practise('ready-to-enable')
    const { user_code, device_code } = await startDevice(practised)
    practised.clock.advance(minutes(15))
    expect((await enter(practised, user_code, 'accept')).status).toBe(400)
    expect(failure(await ask(practised, device_code))).toBe('400 expired_token 70020')
  })

  test('that is unknown is refused, on the page and at the token', async () => {
    const practised = practise('ready-to-enable')
    expect((await enter(practised, 'WRONG', 'accept')).status).toBe(400)
    expect(failure(await ask(practised, 'wrong'))).toBe('400 invalid_grant 70019')
  })

  test('needs a person who exists', async () => {
    const practised = practise('ready-to-enable')
    const { user_code } = await startDevice(practised)
    expect((await enter(practised, user_code, 'accept', 'mallory')).status).toBe(400)
  })

  test('is shown on the page as text, with any address', async () => {
    const page = await practise('ready-to-enable').at(
      'GET',
      `${LOGIN}/device?code=${encodeURIComponent('"><script>alert(1)</script>')}`,
      undefined,
    )
    expect(page.raw.body).not.toContain('<script>')
    expect(page.raw.body).toContain('PRACTICE TENANT')
    for (const person of Object.values(PEOPLE)) expect(page.raw.body).toContain(person.userName)
  })
})

describe('a refresh token', () => {
  test('gives a token for another audience to the same client only', async () => {
    const practised = practise('ready-to-enable')
    const { user_code, device_code } = await startDevice(practised)
    await post(practised, '/device', { code: user_code, person: 'ada', decision: 'accept' })
    const granted = tokensIn(await token(practised, { grant_type: 'device_code', client_id: 'app', device_code }))
    const refresh = {
      grant_type: 'refresh_token',
      refresh_token: granted.refresh_token ?? '',
      scope: 'https://service.powerapps.com//.default offline_access',
    }
    const renewed = tokensIn(await token(practised, { ...refresh, client_id: 'app' }))
    const url = 'https://api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments?api-version=2023-06-01'
    expect((await practised.at('GET', url, undefined, { headers: { authorization: `Bearer ${renewed.access_token}` } })).status).toBe(200)
    expect(failure(await token(practised, { ...refresh, client_id: 'other' }))).toBe('400 invalid_grant 700082')
    expect(failure(await token(practised, { ...refresh, client_id: 'app', refresh_token: 'made-up' }))).toBe('400 invalid_grant 700082')
  })
})

test('signing in writes nothing', async () => {
  const practised = practise('ready-to-enable')
  await token(practised, secret)
  await startDevice(practised)
  expect(practised.tenant.writes()).toEqual([])
})

test('no one signs in who is not in the directory', () => {
  const { tenant } = practise('ready-to-enable')
  expect(() => tenant.tokenFor('mallory', ARM_SCOPE)).toThrow(/ada, grace, kim, gloria, carl, petra, nobody, frank, robin/)
  expect(() => tenant.account('mallory')).toThrow(RangeError)
  expect(tenant.account('ada')).toEqual({
    objectId: PEOPLE.ada.objectId,
    userName: 'ada@contoso.example',
    displayName: 'Ada Marsh',
    tenantId: TENANT.id,
    tenantName: 'Contoso',
    directoryRoles: PEOPLE.ada.directoryRoles,
  })
})
