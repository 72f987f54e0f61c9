import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { PEOPLE, TENANT } from '#node/practice/people.ts'
import type { TenantWish } from '#node/practice/world.ts'
import { type Practised, practise } from '../practise.ts'
import { ARM_SCOPE, authorizePath, claimsOf, failure, post, redeem, token } from './sign-in.ts'

const SCOPES = {
  'resource-manager': ARM_SCOPE,
  'key-vault': 'https://vault.azure.net/.default',
  'power-platform': 'https://service.powerapps.com//.default',
  dataverse: 'https://contoso-prod.crm.dynamics.com/.default',
} as const

const SERVICES = ['resource-manager', 'key-vault', 'power-platform', 'dataverse'] as const

const opened = (wish: TenantWish = {}) => practise('ready-to-enable', [], wish)

const choose = (practised: Practised, person: string, scope: string, decision = 'accept') =>
  post(practised, authorizePath({ scope }), { person, decision })

const granted = z.object({ access_token: z.string(), refresh_token: z.string(), client_info: z.string() })

async function signIn(practised: Practised, person: string, scope: string) {
  const code = new URL((await choose(practised, person, scope)).headers.get('location') ?? '').searchParams.get('code') ?? ''
  const answer = await redeem(practised, code)
  return granted.parse(answer.body)
}

async function renew(practised: Practised, refreshToken: string, service: keyof typeof SCOPES): Promise<string> {
  const answer = await token(practised, {
    grant_type: 'refresh_token',
    client_id: 'app',
    refresh_token: refreshToken,
    scope: SCOPES[service],
  })
  return answer.status === 200 ? 'token' : failure(answer)
}

describe('an account that this tenant does not know', () => {
  test.each(['frank', 'robin'])('sees the refusal on the page and gets no code: %s', async (person) => {
    const practised = opened()
    const answer = await choose(practised, person, ARM_SCOPE)
    expect(answer.status).toBe(403)
    expect(answer.headers.get('location')).toBeNull()
    expect(answer.raw.body).toContain('AADSTS50020')
    expect(answer.raw.body).toContain('Choose another account')
    expect(practised.tenant.inspect().authorizationCodes).toEqual([])
  })

  test('can let the app know', async () => {
    const answer = await choose(opened(), 'frank', ARM_SCOPE, 'report')
    const members = new URL(answer.headers.get('location') ?? '').searchParams
    expect(members.get('error')).toBe('access_denied')
    expect(members.get('error_description')).toMatch(/^AADSTS50020: .*frank@fabrikam\.example.*Contoso/)
  })

  test('can let the app know from the page for device codes as well', async () => {
    const practised = opened()
    const started = await post(practised, `/${TENANT.id}/oauth2/v2.0/devicecode`, { client_id: 'app', scope: ARM_SCOPE })
    const { user_code, device_code } = z.object({ user_code: z.string(), device_code: z.string() }).parse(started.body)
    const enter = (decision: string) => post(practised, '/device', { code: user_code, person: 'robin', decision })
    expect((await enter('accept')).raw.body).toContain('AADSTS50020')
    const ask = () => token(practised, { grant_type: 'device_code', client_id: 'app', device_code })
    expect(failure(await ask())).toBe('400 authorization_pending 70016')
    expect((await enter('report')).status).toBe(200)
    expect(failure(await ask())).toBe('400 invalid_grant 50020')
  })

  test('is never given a token in process either', () => {
    expect(() => opened().tenant.tokenFor('frank', ARM_SCOPE)).toThrow(/cannot sign in/)
  })
})

describe('a partner’s employee with a delegated role', () => {
  test('signs in to this tenant, at home in another', async () => {
    const { access_token, client_info } = await signIn(opened(), 'petra', SCOPES['power-platform'])
    expect(claimsOf(access_token)).toMatchObject({
      tid: TENANT.id,
      oid: PEOPLE.petra.objectId,
      upn: 'petra@fabrikam.example',
      wids: PEOPLE.petra.directoryRoles,
      idp: PEOPLE.petra.home.identityProvider,
    })
    expect(JSON.parse(Buffer.from(client_info, 'base64url').toString())).toEqual({
      uid: PEOPLE.petra.objectId,
      utid: PEOPLE.petra.home.tenantId,
    })
  })
})

describe.each([
  ['consent is missing', 'withoutConsent', 65001, 'consent_required'],
  ['conditional access forbids it', 'conditionalAccess', 53003, 'message_only'],
] as const)('a service for which %s', (_why, behaviour, code, suberror) => {
  test.each(SERVICES)('gives no token for %s, and the others are unaffected', async (service) => {
    const practised = opened({ [behaviour]: [service] })
    const first = service === 'resource-manager' ? 'power-platform' : 'resource-manager'
    const { refresh_token } = await signIn(practised, 'ada', SCOPES[first])
    const outcomes: Record<string, string> = {}
    for (const other of SERVICES) outcomes[other] = await renew(practised, refresh_token, other)
    const all = Object.fromEntries(SERVICES.map((name) => [name, 'token']))
    expect(outcomes).toEqual({ ...all, [service]: `400 invalid_grant ${code}` })
  })

  test('says so in the browser, with what clients tell cases apart by', async () => {
    const practised = opened({ [behaviour]: ['key-vault'] })
    expect((await choose(practised, 'ada', SCOPES['key-vault'])).raw.body).toContain(`AADSTS${code}`)
    const members = new URL((await choose(practised, 'ada', SCOPES['key-vault'], 'report')).headers.get('location') ?? '').searchParams
    expect(members.get('suberror')).toBe(suberror)
    expect(members.get('error_description')).toContain('https://vault.azure.net')
  })
})
