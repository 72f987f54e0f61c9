import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { PEOPLE, TENANT } from '#node/practice/people.ts'
import type { TenantWish } from '#node/practice/world.ts'
import { type Answered, minutes, type Practised, practise } from '../practise.ts'
import { ARM_SCOPE, authorizePath, claimsOf, failure, LOGIN, post, REDIRECT, redeem } from './sign-in.ts'

const wish = {
  scope: `openid profile offline_access ${ARM_SCOPE}`,
  state: 'state of the app',
  nonce: 'nonce of the app',
  prompt: 'select_account',
}

const opened = (options: TenantWish = {}) => practise('ready-to-enable', [], options)
const pathFor = (change: Record<string, string>, tenant?: string) => authorizePath({ ...wish, ...change }, tenant)
const look = ({ at }: Practised, change: Record<string, string> = {}, tenant?: string) =>
  at('GET', LOGIN + pathFor(change, tenant), undefined)
const choose = (practised: Practised, person: string, change: Record<string, string> = {}, decision = 'accept') =>
  post(practised, pathFor(change), { person, decision })

/** Values that the browser returns to the app. */
function broughtBack({ status, headers }: Answered): Record<string, string> {
  expect(status).toBe(302)
  const address = new URL(headers.get('location') ?? '')
  expect(address.origin).toBe(REDIRECT)
  return Object.fromEntries(address.searchParams)
}

async function codeFor(practised: Practised, person = 'grace'): Promise<string> {
  return broughtBack(await choose(practised, person))['code'] ?? ''
}

const tokens = z.object({ access_token: z.string(), refresh_token: z.string(), id_token: z.string(), client_info: z.string() })

describe('the page on which a person signs in', () => {
  test('lets choose among the practice people, with labels, buttons, and no script', async () => {
    const { status, headers, raw } = await look(opened())
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('text/html')
    for (const { displayName, userName } of Object.values(PEOPLE)) expect(raw.body).toContain(`${displayName}, ${userName}</label>`)
    expect(raw.body).toContain('<legend>Sign in as</legend>')
    expect(raw.body).toContain('<html lang="en">')
    expect(raw.body).not.toContain('<script')
  })

  test('marks the account the app hints at', async () => {
    expect((await look(opened(), { login_hint: 'KIM@contoso.example' })).raw.body).toContain('value="kim" checked')
  })

  test.each(['client_id', 'scope', 'state', 'redirect_uri', 'login_hint'])('shows a hostile %s as text', async (name) => {
    const { raw } = await look(opened(), { [name]: `"><script>alert(1)</script>'` })
    expect(raw.body).not.toContain('<script')
  })

  test('may be left by its form for this server and the app’s own address only', async () => {
    const policy = (await look(opened())).headers.get('content-security-policy')
    expect(policy).toContain(`form-action 'self' ${REDIRECT};`)
    expect(policy).toContain("default-src 'none'")
  })

  test('is served for the tenant’s domain as for its id, and for no other tenant', async () => {
    expect((await look(opened(), {}, TENANT.domain)).status).toBe(200)
    const other = await look(opened(), {}, 'fabrikam.example')
    expect(other.status).toBe(400)
    expect(other.raw.body).toContain('AADSTS90002')
  })

  test.each([
    'https://localhost:53123',
    'http://example.com',
    'http://localhost.example.com:53123',
    'http://localhost:53123/elsewhere',
    'http://someone@localhost:53123',
    'http://localhost:53123/?next=x',
    'not an address',
    '',
  ])('never leads back to %j', async (address) => {
    for (const answer of [await look(opened(), { redirect_uri: address }), await choose(opened(), 'ada', { redirect_uri: address })]) {
      expect(answer.status).toBe(400)
      expect(answer.headers.get('location')).toBeNull()
      expect(answer.raw.body).toContain('AADSTS50011')
    }
  })

  test('leads back to 127.0.0.1 too', async () => {
    const answer = await choose(opened(), 'ada', { redirect_uri: 'http://127.0.0.1:8400' })
    expect(new URL(answer.headers.get('location') ?? '').origin).toBe('http://127.0.0.1:8400')
  })

  test.each([
    [{ response_type: 'token' }, 'unsupported_response_type', 'AADSTS700054'],
    [{ code_challenge: '' }, 'invalid_request', 'AADSTS501491'],
    [{ code_challenge_method: 'plain' }, 'invalid_request', 'AADSTS501491'],
    [{ prompt: 'none' }, 'login_required', 'AADSTS50058'],
    [{ scope: 'https://fabrikam.example/.default' }, 'invalid_resource', 'AADSTS500011'],
  ])('tells the app when it asks with %j', async (change, error, code) => {
    const answer = broughtBack(await look(opened(), change))
    expect(answer).toMatchObject({ error, state: wish.state, error_description: expect.stringContaining(code) })
    expect(answer['code']).toBeUndefined()
  })
})

describe('a person who signs in with the browser', () => {
  test('brings a code and the app’s own state back, and the app gets tokens that name who signed in', async () => {
    const practised = opened()
    const answer = broughtBack(await choose(practised, 'grace'))
    expect(answer['state']).toBe(wish.state)
    const granted = tokens.parse((await redeem(practised, answer['code'] ?? '')).body)
    expect(claimsOf(granted.access_token)).toMatchObject({
      aud: 'https://management.azure.com',
      oid: PEOPLE.grace.objectId,
      tid: TENANT.id,
      appid: 'app',
    })
    expect(claimsOf(granted.id_token)).toMatchObject({
      iss: `${LOGIN}/${TENANT.id}/v2.0`,
      aud: 'app',
      nonce: wish.nonce,
      preferred_username: PEOPLE.grace.userName,
    })
  })

  test('gets an identity token that verifies by the key the metadata name', async () => {
    const practised = opened()
    const { id_token } = tokens.parse((await redeem(practised, await codeFor(practised))).body)
    const [header = '', payload = '', signature = ''] = id_token.split('.')
    const { kid } = z.object({ kid: z.string() }).parse(JSON.parse(Buffer.from(header, 'base64url').toString()))
    const published = await practised.at('GET', `${LOGIN}/${TENANT.id}/discovery/v2.0/keys`, undefined)
    const { keys } = z
      .object({ keys: z.array(z.looseObject({ kid: z.string(), kty: z.string(), n: z.string(), e: z.string() })) })
      .parse(published.body)
    const named = keys.find((key) => key.kid === kid)
    const publicKey = createPublicKey({ key: { kty: 'RSA', n: named?.n ?? '', e: named?.e ?? '' }, format: 'jwk' })
    expect(verify('sha256', Buffer.from(`${header}.${payload}`), publicKey, Buffer.from(signature, 'base64url'))).toBe(true)
  })

  test('may cancel', async () => {
    expect(broughtBack(await choose(opened(), 'ada', {}, 'decline'))).toMatchObject({
      error: 'access_denied',
      // By which the administrator finds it.
      error_description: expect.stringMatching(/^AADSTS65004: .* Trace ID: [0-9a-f-]{36} Correlation ID: [0-9a-f-]{36} Timestamp: /),
      state: wish.state,
    })
  })

  test('must exist', async () => {
    expect((await choose(opened(), 'mallory')).status).toBe(400)
  })

  test('goes back by a form with a button where the app asks for one', async () => {
    const { raw, status } = await choose(opened(), 'ada', { response_mode: 'form_post', state: '"><script>' })
    expect(status).toBe(200)
    expect(raw.body).toContain(`action="${REDIRECT}"`)
    expect(raw.body).toContain('name="code"')
    expect(raw.body).toContain('<button>Go back to the app</button>')
    expect(raw.body).not.toContain('<script')
  })
})

describe('a code', () => {
  test.each([
    [{ code_verifier: 'another' }, '400 invalid_grant 501481'],
    [{ code_verifier: '' }, '400 invalid_grant 501481'],
    [{ client_id: 'other' }, '400 invalid_grant 70000'],
    [{ redirect_uri: 'http://localhost:1' }, '400 invalid_grant 500112'],
    [{ code: 'made-up' }, '400 invalid_grant 9002313'],
  ])('is refused with %j, and is good afterwards', async (change, expected) => {
    const practised = opened()
    const code = await codeFor(practised)
    expect(failure(await redeem(practised, code, change))).toBe(expected)
    expect((await redeem(practised, code)).status).toBe(200)
  })

  test('is good once', async () => {
    const practised = opened()
    const code = await codeFor(practised)
    expect((await redeem(practised, code)).status).toBe(200)
    expect(failure(await redeem(practised, code))).toBe('400 invalid_grant 54005')
  })

  test('is good for ten minutes', async () => {
    const practised = opened()
    const code = await codeFor(practised)
    practised.clock.advance(minutes(10))
    expect(failure(await redeem(practised, code))).toBe('400 invalid_grant 70008')
  })
})
