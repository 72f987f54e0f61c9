import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { PEOPLE, SUBSCRIPTION } from '#node/practice/people.ts'
import { AUTOMATION } from '#node/practice/world.ts'
import { practise } from '../practise.ts'
import { ARM_SCOPE, authorizePath, claimsOf, failure, LOGIN, post, REDIRECT, redeem, token } from './sign-in.ts'

const ASKED = JSON.stringify({ access_token: { acrs: { essential: true, values: ['p1'] }, xms_cc: { values: ['cp1'] } } })
const GROUP = `https://management.azure.com/subscriptions/${SUBSCRIPTION.id}/resourceGroups/rg-new?api-version=2025-04-01`
const tokens = z.object({ access_token: z.string(), refresh_token: z.string() })

const opened = (asksSecondFactor = true) => practise('ready-to-enable', [], { asksSecondFactor })
type Opened = ReturnType<typeof opened>

async function signedIn(practised: Opened, claims: Record<string, string> = {}) {
  const path = authorizePath({ scope: `openid ${ARM_SCOPE}`, ...claims })
  const { headers } = await post(practised, path, { person: PEOPLE.ada.id, decision: 'accept' })
  return tokens.parse((await redeem(practised, new URL(headers.get('location') ?? REDIRECT).searchParams.get('code') ?? '')).body)
}

const write = ({ at }: Opened, bearer: string) =>
  at('PUT', GROUP, undefined, {
    body: JSON.stringify({ location: 'eastus' }),
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
  })

const renew = (practised: Opened, refreshToken: string, claims: Record<string, string> = {}) =>
  token(practised, { grant_type: 'refresh_token', client_id: 'app', refresh_token: refreshToken, scope: ARM_SCOPE, ...claims })

describe('a Resource Manager that asks for a second factor for changes', () => {
  test('refuses a change and says in base64 what it asks for, and answers readings', async () => {
    const practised = opened()
    const { access_token: bearer } = await signedIn(practised)
    const { status, headers } = await write(practised, bearer)
    expect(status).toBe(401)
    const challenge = headers.get('www-authenticate') ?? ''
    expect(challenge).toMatch(/^Bearer realm="", authorization_uri="https:.*", error="insufficient_claims", claims="/)
    const claims = /claims="([^"]+)"/.exec(challenge)?.[1] ?? ''
    expect(Buffer.from(claims, 'base64').toString()).toBe('{"access_token":{"acrs":{"essential":true,"values":["p1"]}}}')
    expect(await practised.at('GET', GROUP, undefined, { headers: { authorization: `Bearer ${bearer}` } })).toMatchObject({ status: 404 })
  })

  test('is answered only by a person who signs in with what it asks for, and by what renews that sign-in', async () => {
    const practised = opened()
    const before = await signedIn(practised)
    expect(failure(await renew(practised, before.refresh_token, { claims: ASKED }))).toBe('400 interaction_required 50076')
    const { access_token: same } = tokens.parse((await renew(practised, before.refresh_token)).body)
    expect((await write(practised, same)).status).toBe(401)
    const { access_token: shown, refresh_token: kept } = await signedIn(practised, { claims: ASKED })
    expect(claimsOf(shown)).toMatchObject({ acrs: ['p1'] })
    expect((await write(practised, shown)).status).toBe(201)
    expect((await write(practised, tokens.parse((await renew(practised, kept, { claims: ASKED })).body).access_token)).status).toBe(200)
  })

  test('asks no app for it', async () => {
    const practised = opened()
    const form = { grant_type: 'client_credentials', client_id: AUTOMATION.clientId, client_secret: AUTOMATION.secret, scope: ARM_SCOPE }
    const { access_token: bearer } = z.object({ access_token: z.string() }).parse((await token(practised, form)).body)
    expect((await write(practised, bearer)).status).not.toBe(401)
  })

  test('is said on the page on which the person signs in', async () => {
    const { at } = opened()
    const page = async (change: Record<string, string>) =>
      (await at('GET', LOGIN + authorizePath({ scope: ARM_SCOPE, ...change }), undefined)).raw.body
    expect(await page({ claims: ASKED })).toContain('asks for a second factor')
    expect(await page({})).not.toContain('second factor')
  })
})
