import { request as httpsRequest } from 'node:https'
import { connect } from 'node:net'
import { KeyVaultManagementClient } from '@azure/arm-keyvault'
import { ClientSecretCredential } from '@azure/identity'
import { KeyClient } from '@azure/keyvault-keys'
import { afterEach, describe, expect, test } from 'vitest'
import { createLoopbackCertificates } from '#node/practice/certificates.ts'
import { createPracticeClock, realTimers } from '#node/practice/clock.ts'
import { seededRandom } from '#node/practice/random.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { type PracticeServer, startPracticeServer } from '#node/practice/server.ts'
import { AUTOMATION, SUBSCRIPTION, TENANT } from '#node/practice/world.ts'

const certificates = createLoopbackCertificates(Date.now())
const tls = { tlsOptions: { ca: certificates.authority }, retryOptions: { maxRetries: 0 } }

const running: PracticeServer[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})

interface Other {
  readonly scenario: string
  readonly company: { readonly id: string; readonly name: string; readonly domain: string }
}

async function serve(name = 'ready-to-enable', port = 0, latency = 0, others: readonly Other[] = []) {
  const clock = createPracticeClock({ wall: Date.now, timers: realTimers, speed: 1, longest: 0 })
  const defects: unknown[] = []
  const wish = (of: string) => {
    const scenario = scenarioByName(of)
    if (!scenario) throw new Error(`no scenario ${of}`)
    return { scenario, clock, random: seededRandom(of), deviceCodeInterval: 0 }
  }
  const server = await startPracticeServer({
    tenant: wish(name),
    others: others.map(({ scenario, company }) => ({ ...wish(scenario), company })),
    certificates,
    port,
    latency,
    onDefect: (reason) => defects.push(reason),
  })
  running.push(server)
  const addressOf = (origin: string): string => {
    const found = server.addresses().find((entry) => entry.origin === origin)
    if (!found) throw new Error(`no address for ${origin}`)
    return found.address
  }
  const base = addressOf('https://management.azure.com')
  return { server, clock, defects, addressOf, base }
}

interface Got {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

/** One request over real TLS, checked against the authority. */
function get(address: string, options: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const request = httpsRequest(
      address,
      {
        method: options.method ?? 'GET',
        headers: options.headers ?? {},
        ca: certificates.authority,
        agent: false,
        servername: 'localhost',
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString('utf8') }),
        )
      },
    )
    request.on('error', reject)
    request.end(options.body)
  })
}

const secretCredential = (base: string, secret: string = AUTOMATION.secret) =>
  new ClientSecretCredential(TENANT.id, AUTOMATION.clientId, secret, { authorityHost: base, disableInstanceDiscovery: true, ...tls })

describe('the practice tenant over HTTPS', () => {
  test('answers on one address for Resource Manager, identity and Power Platform, and on one each for the others', async () => {
    const { base, addressOf } = await serve('already-encrypted')
    expect(addressOf('https://login.microsoftonline.com')).toBe(base)
    expect(addressOf('https://api.bap.microsoft.com')).toBe(base)
    const others = [
      'https://graph.microsoft.com',
      'https://unitedstates.api.bap.microsoft.com',
      'https://kv-contoso-cmk.vault.azure.net',
      'https://contoso-prod.crm.dynamics.com',
    ].map(addressOf)
    expect(new Set([base, ...others]).size).toBe(5)
  })

  test('tells the metadata of the cloud with its own addresses', async () => {
    const { base } = await serve()
    const { status, body } = await get(`${base}/metadata/endpoints?api-version=2022-09-01`)
    expect(status).toBe(200)
    expect(JSON.parse(body)).toMatchObject({ resourceManager: base, authentication: { loginEndpoint: base } })
  })

  test('holds its answers back where it is to be far away', async () => {
    const { base } = await serve('ready-to-enable', 0, 50)
    const began = performance.now()
    await get(`${base}/metadata/endpoints`)
    expect(performance.now() - began).toBeGreaterThanOrEqual(49)
  })

  test('never closes a connection for being idle: it could be just when the next request leaves', async () => {
    const { base } = await serve()
    const { headers } = await get(`${base}/metadata/endpoints?api-version=2022-09-01`, { headers: { connection: 'keep-alive' } })
    expect([headers['connection'], headers['keep-alive']]).toEqual(['keep-alive', undefined])
  })

  test('is not trusted without its authority', async () => {
    const { base } = await serve()
    await expect(
      new Promise((_resolve, reject) => {
        httpsRequest(base, { agent: false, ca: [] }).on('error', reject).end()
      }),
    ).rejects.toThrow(/certificate/)
  })

  test('answers HEAD without a body', async () => {
    const { base, server } = await serve('already-encrypted')
    const { token } = server.tenant.tokenFor('ada', 'https://management.azure.com/.default')
    const head = (group: string) =>
      get(`${base}/subscriptions/${SUBSCRIPTION.id}/resourceGroups/${group}?api-version=2021-04-01`, {
        method: 'HEAD',
        headers: { authorization: `Bearer ${token}` },
      })
    expect([(await head('rg-contoso-cmk')).status, (await head('rg-none')).status]).toEqual([204, 404])
  })

  test('answers for this machine by its own names only', async () => {
    const { base } = await serve()
    expect((await get(`${base}/metadata/endpoints?api-version=2022-09-01`, { headers: { host: 'management.azure.com' } })).status).toBe(421)
  })

  test('refuses a body beyond a megabyte', async () => {
    const { base } = await serve()
    const outcome = await get(`${base}/common/oauth2/v2.0/token`, { method: 'POST', body: 'x'.repeat(1024 * 1024 + 1) })
    expect(outcome.status).toBe(413)
  })

  test('drops the connection where a network would find no host', async () => {
    const { server, addressOf, clock } = await serve('already-encrypted')
    const vault = addressOf('https://kv-contoso-cmk.vault.azure.net')
    const { token } = server.tenant.tokenFor('ada', 'https://management.azure.com/.default')
    const path = `/subscriptions/${SUBSCRIPTION.id}/resourceGroups/rg-contoso-cmk/providers/Microsoft.KeyVault/vaults/kv-contoso-cmk?api-version=2023-07-01`
    await get(addressOf('https://management.azure.com') + path, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } })
    clock.advance(1000)
    await expect(get(`${vault}/keys?api-version=7.4`)).rejects.toMatchObject({ code: 'ECONNRESET' })
  })

  test('says that its first port is taken, and takes the next free ones for the others', async () => {
    const { base } = await serve()
    const port = Number(new URL(base).port)
    await expect(serve('ready-to-enable', port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  test('lets go of its ports when it is closed', async () => {
    const { server, base } = await serve()
    await server.close()
    await expect(
      new Promise((resolve, reject) => {
        const socket = connect(Number(new URL(base).port), '127.0.0.1', () => resolve(socket.destroy()))
        socket.on('error', reject)
      }),
    ).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    running.splice(running.indexOf(server), 1)
  })
})

describe('several tenants of one cloud', () => {
  const FABRIKAM = { id: '1f5d2e6b-4a0c-4b7f-8d3a-c1b7f4a908e2', name: 'Fabrikam', domain: 'fabrikam.example' }

  test('share their addresses: each is found by its name and by its tokens, and none answers for another', async () => {
    const { server, base, addressOf } = await serve('ready-to-enable', 0, 0, [{ scenario: 'already-encrypted', company: FABRIKAM }])
    const [other] = server.others
    if (!other) throw new Error('There is no other tenant.')
    const issuerFor = async (word: string) =>
      JSON.parse((await get(`${base}/${word}/v2.0/.well-known/openid-configuration`)).body).issuer.split('/')[3]
    expect(await Promise.all(['contoso.example', 'fabrikam.example', FABRIKAM.id, 'common'].map(issuerFor))).toEqual([
      TENANT.id,
      FABRIKAM.id,
      FABRIKAM.id,
      // As Entra says it of any tenant.
      '{tenantid}',
    ])
    const tenantsOf = async ({ token }: { token: string }) =>
      JSON.parse((await get(`${base}/tenants?api-version=2022-12-01`, { headers: { authorization: `Bearer ${token}` } })).body).value
    const audience = 'https://management.azure.com/.default'
    expect(await tenantsOf(server.tenant.tokenFor('ada', audience))).toMatchObject([{ tenantId: TENANT.id }, { tenantId: FABRIKAM.id }])
    expect(await tenantsOf(other.tokenFor('ada', audience))).toMatchObject([{ tenantId: FABRIKAM.id }, { tenantId: TENANT.id }])

    const organization = addressOf('https://contoso-prod.crm.dynamics.com')
    const { token } = other.tokenFor('ada', organization)
    const asked = await get(`${organization}/api/data/v9.2/WhoAmI`, { headers: { authorization: `Bearer ${token}` } })
    expect(asked.status).toBe(401)
  })
})

describe('the Azure clients over HTTPS', () => {
  test('create a vault that gets its own address, and a key in it', async () => {
    const { base, clock, addressOf } = await serve('already-encrypted')
    const credential = secretCredential(base)
    const management = new KeyVaultManagementClient(credential, SUBSCRIPTION.id, { endpoint: base, ...tls })
    const made = management.vaults.createOrUpdate(
      'rg-contoso-cmk',
      'kv-contoso-new',
      {
        location: 'eastus',
        properties: {
          tenantId: TENANT.id,
          sku: { family: 'A', name: 'standard' },
          enableRbacAuthorization: true,
          enablePurgeProtection: true,
        },
      },
      { updateIntervalInMs: 1 },
    )
    await made.submitted()
    clock.advance(5000)
    const vault = await made
    expect(vault.properties.vaultUri).toBe(`${addressOf('https://kv-contoso-new.vault.azure.net')}/`)
    const keys = new KeyClient(vault.properties.vaultUri ?? '', credential, { disableChallengeResourceVerification: true, ...tls })
    const key = await keys.createRsaKey('cmk', { keySize: 3072 })
    expect(key.id).toContain(`${addressOf('https://kv-contoso-new.vault.azure.net')}/keys/cmk/`)
  })

  test('find the regional host and the sign-in of a vault by the addresses that the services name', async () => {
    const { base, server, addressOf } = await serve('link-fails')
    const { token } = server.tenant.tokenFor('ada', 'https://service.powerapps.com/.default')
    const path = `/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/${server.tenant.scenario.environmentId}`
    const environment = await get(`${base}${path}?api-version=2023-06-01`, { headers: { authorization: `Bearer ${token}` } })
    const runtimeEndpoints = { 'microsoft.BusinessAppPlatform': addressOf('https://unitedstates.api.bap.microsoft.com') }
    expect(JSON.parse(environment.body)).toMatchObject({ properties: { runtimeEndpoints } })
    const challenge = await get(`${addressOf('https://kv-contoso-cmk.vault.azure.net')}/keys?api-version=7.4`)
    expect(challenge.headers['www-authenticate']).toContain(`authorization="${base}/${TENANT.id}"`)
  })
})
