import { describe, expect, it } from 'vitest'
import type { Challenge } from '#machines/engine/answer.ts'
import type { SignInProgress } from '#machines/sign-in/sign-in.ts'
import { SUBSCRIPTION, TENANT } from '#node/practice/people.ts'
import { AUTOMATION } from '#node/practice/world.ts'
import { SignInService } from '#node/services/identity/sign-in-service.ts'
import type { OpenBrowser } from '#node/services/identity/system-browser.ts'
import { english } from '#test/english.ts'
import { enterCode, entrance, inTurn, openOf, optionsOf, personChoosing, servePractice } from './entering.ts'
import { fakeIdentity, TENANT_ID, tokenFor } from './fake-identity.ts'
import { onlyOnPath } from './tools-on-path.ts'

const onUnix = process.platform !== 'win32'
const signal = () => new AbortController().signal

/** The practice tenant that asks for a second factor for changes. */
async function asking(openBrowser: OpenBrowser = personChoosing('ada'), way: 'browser' | 'device-code' = 'browser') {
  const { server, cloud } = await servePractice({ asksSecondFactor: true })
  const door = entrance(cloud, { openBrowser })
  const entering = door.enter({ way })
  if (way === 'device-code') {
    const { verificationUri, userCode } = await door.codeShown
    await enterCode(verificationUri, userCode, 'ada')
  }
  const { services, confirm } = openOf(await entering)
  if (!confirm) throw new Error('The open sign-in asks no one.')
  const change = () => services.azure.createResourceGroup(SUBSCRIPTION.id, { name: 'rg-new', location: 'eastus' }, signal())
  const challenged = async (): Promise<readonly Challenge[]> => {
    const answer = await change()
    if (answer.ok || !answer.refusal.challenge) throw new Error(`Not challenged: ${JSON.stringify(answer)}`)
    return [answer.refusal.challenge]
  }
  const writes = () => server.tenant.writes().map(({ method }) => method)
  return { ...door, server, services, confirm, change, challenged, writes }
}

describe('a change that Azure refuses until it has a second factor', () => {
  it('is refused with what it asks for, once more from memory, and readings go on', async () => {
    const { change, services, writes, server } = await asking()
    const refused = await change()
    expect(refused).toMatchObject({
      ok: false,
      refusal: {
        reason: 'unauthenticated',
        code: 'AADSTS50076',
        challenge: { asksFor: 'second-factor', scope: expect.stringContaining('/.default') },
      },
    })
    const asked = server.tenant.inspect().counters.requests
    expect(await change()).toMatchObject({ ok: false, refusal: { challenge: { asksFor: 'second-factor' } } })
    // The reading before the change and the change itself: nothing is asked of the sign-in service again.
    expect(server.tenant.inspect().counters.requests - asked).toBe(2)
    expect(await services.azure.listSubscriptions(signal())).toMatchObject({ ok: true })
    expect(writes()).toEqual([])
  })

  it('is made after the browser has shown one page, which asks for exactly that', async () => {
    const { change, challenged, confirm, opened, writes } = await asking()
    const reported: SignInProgress[] = []
    expect(await confirm(await challenged(), (progress) => reported.push(progress), signal())).toBeUndefined()
    expect(reported).toEqual([{ kind: 'browser' }])
    expect(opened).toHaveLength(2)
    expect(new URL(opened[1] ?? '').searchParams.get('claims')).toContain('"acrs":{"essential":true,"values":["p1"]}')
    expect(await change()).toMatchObject({ ok: true })
    expect(writes()).toEqual(['PUT'])
  })

  it('is made after a device code was entered for that', async () => {
    const { change, challenged, confirm, opened } = await asking(personChoosing('ada'), 'device-code')
    const answered = confirm(
      await challenged(),
      (progress) => {
        if (progress.kind === 'device-code') void enterCode(progress.verificationUri, progress.userCode, 'ada')
      },
      signal(),
    )
    expect(await answered).toBeUndefined()
    expect(await change()).toMatchObject({ ok: true })
    expect(opened).toEqual([])
  })

  it('declined, stays refused with the words of the sign-in, and everything can still be read', async () => {
    const { change, challenged, confirm, services } = await asking(inTurn(personChoosing('ada'), personChoosing('ada', 'decline')))
    expect(english.all(await confirm(await challenged(), () => undefined, signal()))).toMatchObject({
      refusal: { code: expect.stringMatching(/AADSTS65004|access_denied/) },
    })
    expect(await services.azure.listSubscriptions(signal())).toMatchObject({ ok: true })
    expect(await change()).toMatchObject({ ok: false, refusal: { challenge: { asksFor: 'second-factor' } } })
  })

  it('called off, stays refused, and everything can still be read', async () => {
    const stop = new AbortController()
    const { challenged, confirm, services } = await asking(inTurn(personChoosing('ada'), async () => stop.abort()))
    expect(await confirm(await challenged(), () => undefined, stop.signal)).toMatchObject({ owner: 'you' })
    expect(await services.azure.listSubscriptions(signal())).toMatchObject({ ok: true })
  })

  it('confirmed by another account is not taken', async () => {
    const { change, challenged, confirm, services } = await asking(inTurn(personChoosing('ada'), personChoosing('grace')))
    const problem = english.all(await confirm(await challenged(), () => undefined, signal()))
    expect(problem).toMatchObject({ meaning: expect.stringContaining('a different account') })
    expect(await services.azure.listSubscriptions(signal())).toMatchObject({ ok: true })
    expect(await change()).toMatchObject({ ok: false })
  })
})

describe('at the command line', () => {
  it('a device code is asked for at once, once, and the reading goes on', async () => {
    const { server, cloud } = await servePractice()
    const codes: string[] = []
    const report = (progress: SignInProgress): void => {
      if (progress.kind !== 'device-code') return
      codes.push(progress.userCode)
      void enterCode(progress.verificationUri, progress.userCode, 'ada')
    }
    const identity = new SignInService({ ...optionsOf(cloud), confirmsAtOnce: true })
    const outcome = await identity.signIn({ way: 'device-code', tenant: TENANT.id, cloud: cloud.id }, undefined, report, signal())
    const { services } = openOf(outcome)
    expect(codes).toHaveLength(1)
    server.tenant.faults.set({ method: 'GET', path: '/subscriptions', nth: 1, fault: '401-second-factor' })
    const [first, second] = await Promise.all([services.azure.listSubscriptions(signal()), services.azure.listSubscriptions(signal())])
    expect([first.ok, second.ok]).toEqual([true, true])
    expect(codes).toHaveLength(2)
  })

  it('a secret says who can act', async () => {
    const { cloud } = await servePractice()
    const door = entrance(cloud)
    door.identity.holdSecret(AUTOMATION.secret)
    const { confirm } = openOf(await door.enter({ way: 'secret', clientId: AUTOMATION.clientId }))
    const problem = english.all(await confirm?.([{ asksFor: 'second-factor', scope: 's', claims: 'e30=' }], () => undefined, signal()))
    expect(problem).toMatchObject({ title: 'An app can’t confirm this sign-in', remedy: expect.stringContaining('Ask your Entra admin') })
  })
})

describe.runIf(onUnix)('a tool, which opens no page for another program', () => {
  const claims = Buffer.from('{"access_token":{"acrs":{"essential":true,"values":["p1"]}}}').toString('base64')

  it.each([
    [
      'azure-cli',
      'az',
      (token: string) => `{ "accessToken": "${token}", "expires_on": ${Math.floor(Date.now() / 1000) + 3600}, "tokenType": "Bearer" }`,
      `az login --tenant ${TENANT_ID} --scope`,
    ],
    [
      'azure-powershell',
      'pwsh',
      (token: string) => `{ "Token": "${token}", "ExpiresOn": "${new Date(Date.now() + 3_600_000).toISOString()}" }`,
      `Connect-AzAccount -Tenant ${TENANT_ID} -ClaimsChallenge ${claims}`,
    ],
  ] as const)(
    '%s is named with its own command until it gives another token of the same account',
    async (way, program, answer, command) => {
      const signedIn = (token: string): void => onlyOnPath({ [program]: `[ "$1" = "/?" ] && exit 0\necho '${answer(token)}'` })
      signedIn(tokenFor('any'))
      const fake = await fakeIdentity(({ method, path }) =>
        method === 'GET' && path === '/subscriptions'
          ? {
              status: 401,
              headers: { 'www-authenticate': `Bearer error="insufficient_claims", claims="${claims}"` },
              body: { error: { code: 'RequestDisallowedByPolicy', message: 'MFA is required' } },
            }
          : undefined,
      )
      const { services, confirm } = openOf(
        await entrance(fake.cloud, { customCloud: { cloud: fake.cloud, authorities: [fake.ca] } }).enter({ way, tenant: TENANT_ID }),
      )
      const refused = await services.azure.listSubscriptions(signal())
      if (refused.ok || !refused.refusal.challenge) throw new Error('Not challenged.')
      expect(english.text(refused.refusal.message)).toContain(command)
      const challenges = [refused.refusal.challenge]
      const confirmed = async () => english.all(await confirm?.(challenges, () => undefined, signal()))
      expect(await confirmed()).toMatchObject({ remedy: expect.stringContaining(command) })
      signedIn(tokenFor('any', { oid: 'b1d4c7e2-3b5f-4a86-9c0d-1e2f3a4b5c6d' }))
      expect(await confirmed()).toMatchObject({ meaning: expect.stringContaining('a different account') })
      signedIn(tokenFor('any', { acrs: ['p1'] }))
      expect(await confirmed()).toBeUndefined()
    },
  )
})

it('claims that the sign-in has shown already are met without a page, and repeated in no other request', async () => {
  const { server, cloud } = await servePractice()
  const { enter, opened } = entrance(cloud)
  const { services } = openOf(await enter())
  server.tenant.faults.set({ method: 'GET', path: '/subscriptions', nth: 1, fault: '401-claims-challenge' })
  expect(await services.azure.listSubscriptions(signal())).toMatchObject({ ok: true })
  const before = server.tenant.inspect().refreshTokens.length
  expect(await services.azure.listSubscriptions(signal())).toMatchObject({ ok: true })
  expect(await services.powerPlatform.listEnvironments(signal())).toMatchObject({ ok: true })
  expect(server.tenant.inspect().refreshTokens.length).toBe(before)
  expect(opened).toHaveLength(1)
})
