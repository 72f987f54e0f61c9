import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ClientCertificateCredential, ClientSecretCredential, DeviceCodeCredential, InteractiveBrowserCredential } from '@azure/identity'
import { afterEach, describe, expect, test } from 'vitest'
import { createClientCertificate, createLoopbackCertificates } from '../../../practice/certificates.ts'
import { createPracticeClock, realTimers } from '../../../practice/clock.ts'
import { AUTOMATION, PEOPLE, TENANT } from '../../../practice/people.ts'
import { seededRandom } from '../../../practice/random.ts'
import { scenarioByName } from '../../../practice/scenarios.ts'
import { type PracticeServer, startPracticeServer } from '../../../practice/server.ts'
import type { TenantWish } from '../../../practice/world.ts'
import { openingBy } from '../../../services/identity/system-browser.ts'
import { signInWithBrowser } from './browser.ts'
import { claimsOf } from './sign-in.ts'

const ARM = 'https://management.azure.com/.default'
const POWER_PLATFORM = 'https://service.powerapps.com//.default'
const KEY_VAULT = 'https://vault.azure.net/.default'

const certificates = createLoopbackCertificates(Date.now())
const ca = certificates.authority

const running: PracticeServer[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})

/** A served tenant, and the options by which Microsoft's own sign-in library is pointed at it. */
async function serve(wish: TenantWish = {}) {
  const scenario = scenarioByName('ready-to-enable')
  if (!scenario) throw new Error('The scenario is gone.')
  const clock = createPracticeClock({ wall: Date.now, timers: realTimers, speed: 1, longest: 0 })
  const server = await startPracticeServer({
    tenant: { scenario, clock, random: seededRandom('clients'), deviceCodeInterval: 0, ...wish },
    certificates,
    port: 0,
    onDefect: (reason) => {
      throw reason
    },
  })
  running.push(server)
  const base = server.addresses()[0]?.address ?? ''
  return { base, options: { authorityHost: base, disableInstanceDiscovery: true, tlsOptions: { ca }, retryOptions: { maxRetries: 0 } } }
}

describe('Microsoft’s sign-in library', () => {
  test.each([TENANT.id, TENANT.domain])(
    'signs a person of tenant %s in by the browser, and renews silently for other services',
    async (tenantId) => {
      const { base, options } = await serve()
      const visited: string[] = []
      const credential = new InteractiveBrowserCredential({ ...options, tenantId, clientId: 'the-customers-app' })
      const tokens = await openingBy(
        async (address) => {
          const { body } = await signInWithBrowser(address, ca, 'grace')
          visited.push(new URL(address).origin, body)
        },
        async () => [await credential.getToken(ARM), await credential.getToken(POWER_PLATFORM), await credential.getToken(KEY_VAULT)],
      )
      expect(visited).toHaveLength(2)
      expect(visited[0]).toBe(base)
      const claims = tokens.map(({ token }) => claimsOf(token))
      expect(claims).toMatchObject([
        { aud: 'https://management.azure.com', upn: PEOPLE.grace.userName, appid: 'the-customers-app', tid: TENANT.id },
        { aud: 'https://service.powerapps.com/', upn: PEOPLE.grace.userName },
        { aud: 'https://vault.azure.net', upn: PEOPLE.grace.userName },
      ])
    },
  )

  test('learns of an account that the tenant does not know', async () => {
    const { options } = await serve()
    const credential = new InteractiveBrowserCredential({ ...options, tenantId: TENANT.id, clientId: 'app' })
    const signingIn = openingBy(
      async (address) => {
        await signInWithBrowser(address, ca, 'robin', ['accept', 'report'])
      },
      () => credential.getToken(ARM),
    )
    await expect(signingIn).rejects.toThrow(/AADSTS50020/)
  })

  test('finds no addresses of a tenant that is not there, and does not pass on why', async () => {
    const { options } = await serve()
    const credential = new DeviceCodeCredential({
      ...options,
      tenantId: 'fabrikam.example',
      clientId: 'app',
      userPromptCallback: () => undefined,
    })
    await expect(credential.getToken(ARM)).rejects.toThrow(/endpoints_resolution_error/)
  })

  test.each([
    ['withoutConsent', 'AADSTS65001'],
    ['conditionalAccess', 'AADSTS53003'],
  ] as const)('gets on for the other services where one is kept back (%s)', async (behaviour, code) => {
    const { options } = await serve({ [behaviour]: ['key-vault'] })
    const credential = new InteractiveBrowserCredential({
      ...options,
      tenantId: TENANT.id,
      clientId: 'app',
      disableAutomaticAuthentication: true,
    })
    await openingBy(
      async (address) => {
        await signInWithBrowser(address, ca, 'ada')
      },
      () => credential.authenticate(ARM),
    )
    await expect(credential.getToken(KEY_VAULT)).rejects.toThrow()
    await expect(
      openingBy(
        async (address) => {
          await signInWithBrowser(address, ca, 'ada', ['accept', 'report'])
        },
        () => credential.authenticate(KEY_VAULT),
      ),
    ).rejects.toThrow(new RegExp(code))
    expect((await credential.getToken(POWER_PLATFORM)).token).toBeTruthy()
  })

  test('signs a service principal in by its certificate', async () => {
    const { certificate, key } = createClientCertificate(AUTOMATION.displayName, Date.now())
    const { options } = await serve({ certificates: [certificate] })
    const folder = await mkdtemp(path.join(tmpdir(), 'certificate-'))
    try {
      const certificatePath = path.join(folder, 'client.pem')
      await writeFile(certificatePath, `${key}${certificate}`, { mode: 0o600 })
      const credential = new ClientCertificateCredential(TENANT.id, AUTOMATION.clientId, { certificatePath }, options)
      expect(claimsOf((await credential.getToken(ARM)).token)).toMatchObject({ oid: AUTOMATION.objectId })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

  test.each([
    ['practice-expired', /AADSTS7000222/],
    ['wrong', /AADSTS7000215/],
  ])('learns what is wrong with the secret %j', async (secret, words) => {
    const { options } = await serve()
    await expect(new ClientSecretCredential(TENANT.id, AUTOMATION.clientId, secret, options).getToken(ARM)).rejects.toThrow(words)
  })
})
