import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Services } from '#machines/procedure/services/services.ts'
import { english } from '#test/english.ts'
import { PORT_CALLS } from './calls.ts'
import {
  ACCEPTING_CALLS,
  BROKEN,
  bench,
  challenge,
  isUnauthenticated,
  isVault,
  PRINCIPAL,
  type Reply,
  type Seen,
  SUBSCRIPTION,
  VAULT_ID,
} from './stand-in.ts'

/** Lets Key Vault's clients get past the challenge and gives everything else the same answer. */
const always = (reply: Reply | typeof BROKEN) => (request: Parameters<Parameters<typeof bench>[0]>[0]) =>
  isVault(request) && isUnauthenticated(request) ? challenge : reply

/** Asking whether a name is free is a POST that writes nothing. */
const isWrite = ({ method, url }: Seen): boolean => method !== 'GET' && !/checkNameAvailability$/i.test(url.pathname)

const VAULT: Reply = {
  status: 200,
  body: { id: VAULT_ID, name: 'kv1', location: 'westeurope', properties: { sku: { family: 'A', name: 'standard' }, tenantId: 't' } },
}
const NOT_FOUND: Reply = { status: 404, body: { error: { code: 'NotFound', message: 'No.' } } }

/** Runs a call whose reads let it come to its write, and whose writes are all answered with the same. @returns the writes that were sent */
async function writesOf(name: string, call: (services: Services) => Promise<unknown>, answer: Reply | typeof BROKEN): Promise<string[]> {
  const { services, seen } = bench((request) => {
    if (isVault(request) && isUnauthenticated(request)) return challenge
    if (isWrite(request)) return answer
    if (name === 'alertNearExpiry') return { status: 200, body: { value: [] } }
    return CHANGES_A_VAULT.has(name) ? VAULT : NOT_FOUND
  })
  await call(services)
  return seen
    .filter((request) => isWrite(request) && !isUnauthenticated(request))
    .map(({ method, url, body }) => `${method} ${url.href} ${body}`)
}

const CHANGES_A_VAULT: ReadonlySet<string> = new Set(['turnOnPurgeProtection', 'addKeyAccessPolicy'])
const WRITES = /^(?:create|enable|link|unlink|register|turnOn|add|assign|set|send|alert|mail)/

const HTML: Reply = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><html><title>Proxy sign-in</title></html>',
}

const UNREADABLE: readonly (readonly [string, Reply, RegExp])[] = [
  ['an HTML page', HTML, /instead of JSON.*Proxy sign-in/],
  ['an HTML page that calls itself JSON', { status: 200, body: '<html>Proxy</html>' }, /cut off or malformed.*<html>Proxy/],
  ['nothing', { status: 200 }, /answer is empty/],
  ['JSON that’s cut off', { status: 200, body: '{"value":[{"id":"/subscr' }, /cut off or malformed.*\/subscr/],
  ['a bare number', { status: 200, body: 7 }, /isn’t in the form/],
  ['null', { status: 200, body: null }, /isn’t in the form/],
  ['a list', { status: 200, body: [[]] }, /isn’t in the form/],
  ['an object of another kind', { status: 200, body: { hello: 'world' } }, /isn’t in the form|without the linked app/],
  [
    'a wrong kind where text belongs',
    { status: 200, body: { id: 1, name: {}, value: 3, key: 'no', properties: [], registrationState: null, Url: 9 } },
    /isn’t in the form/,
  ],
]

describe.each(PORT_CALLS)('%s', (name, call) => {
  it.each(UNREADABLE)('gives a readable refusal for %s', async (what, reply, message) => {
    const { services } = bench(always(reply))
    const answer = await call(services)
    if (ACCEPTING_CALLS.has(name)) {
      // The service said yes, and what it wrote beside it does not matter; but a page is not the service.
      expect(answer).toMatchObject(what.includes('HTML') ? { ok: false, refusal: { reason: 'unreadable' } } : { ok: true })
      return
    }
    expect(english.all(answer)).toMatchObject({
      ok: false,
      refusal: { reason: 'unreadable', status: 200, message: expect.stringMatching(message) },
    })
  })

  it('keeps an unknown code, its message and the correlation id verbatim', async () => {
    const body = { error: { code: 'SomethingNobodyDocumented', message: 'Policy “Ω” says no.' } }
    const { services } = bench(always({ status: 422, body, headers: { 'x-ms-correlation-request-id': 'corr-1' } }))
    expect(await call(services)).toEqual({
      ok: false,
      refusal: expect.objectContaining({
        reason: 'rejected',
        status: 422,
        code: 'SomethingNobodyDocumented',
        message: 'Policy “Ω” says no.',
        correlationId: 'corr-1',
        request: expect.stringMatching(/^(?:GET|PUT|POST|PATCH) \/[^/?][^?]*$/),
      }),
    })
  })

  it.each([
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [409, 'conflict'],
    [500, 'unavailable'],
  ] as const)('sorts a %i into "%s"', async (status, reason) => {
    const { services } = bench(always({ status, body: { error: { code: 'Code', message: 'Message' } } }))
    expect(await call(services)).toMatchObject({ ok: false, refusal: { reason, status, code: 'Code', message: 'Message' } })
  })

  it('gives a refusal when the connection breaks each time', async () => {
    const { services } = bench(always(BROKEN))
    expect(await call(services)).toMatchObject({
      ok: false,
      refusal: { reason: 'unavailable', code: 'ECONNRESET', message: 'read ECONNRESET' },
    })
  })

  it.each([
    ['the connection breaks', BROKEN],
    ['the request times out', { status: 408 }],
    ['the server fails', { status: 500 }],
    ['the gateway has a bad answer', { status: 502 }],
    ['the service is unavailable without saying for how long', { status: 503 }],
    ['the gateway gives up waiting', { status: 504 }],
  ] as const)('sends a write once when %s: it may have been made', async (_, failure) => {
    expect(await writesOf(name, call, failure)).toHaveLength(WRITES.test(name) ? 1 : 0)
  })

  it.each([{ status: 429, headers: { 'Retry-After': '2' } }, { status: 429 }, { status: 503, headers: { 'Retry-After': '2' } }])(
    'sends a write again when the service says that it did not take it: %j',
    async (failure) => {
      const writes = await writesOf(name, call, failure)
      expect(writes).toHaveLength(WRITES.test(name) ? 6 : 0)
      expect(new Set(writes).size).toBe(WRITES.test(name) ? 1 : 0)
    },
  )

  it('gives a refusal when no token can be had', async () => {
    const credential = { getToken: () => Promise.reject(new Error('AADSTS50076: You must use multi-factor authentication.')) }
    const { services, seen } = bench(always({ status: 200, body: {} }), { credential })
    expect(await call(services)).toMatchObject({
      ok: false,
      refusal: { reason: 'unauthenticated', code: 'AADSTS50076', message: 'AADSTS50076: You must use multi-factor authentication.' },
    })
    expect(seen.every(isUnauthenticated)).toBe(true)
  })

  it('ends with the reason of the caller that aborted it', async () => {
    const controller = new AbortController()
    const reason = new Error('The page was left.')
    const { services } = bench(() => {
      controller.abort(reason)
      return new Promise(() => undefined)
    })
    await expect(call(services, controller.signal)).rejects.toBe(reason)
  })

  it('sends nothing when it was aborted before it began', async () => {
    const { services, seen } = bench(always({ status: 200, body: {} }))
    await expect(call(services, AbortSignal.abort(new Error('Too late.')))).rejects.toThrow('Too late.')
    expect(seen).toEqual([])
  })

  it('identifies itself with a GUID and the name of the tool', async () => {
    const { services, seen } = bench(always({ status: 404, body: { error: { code: 'EnvironmentNotFound', message: 'No.' } } }))
    await call(services)
    expect(seen.length).toBeGreaterThan(0)
    for (const { headers } of seen) {
      expect(headers['x-ms-client-request-id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(headers['x-ms-useragent']).toMatch(/^cmk-enablement-wizard\/\d/)
      expect(headers['accept']).toMatch(/application\/json/)
    }
  })

  it.each(['https://login.proxy.example/', '/elsewhere'])('does not follow a redirect to %s', async (location) => {
    const { services, seen } = bench(always({ status: 302, headers: { location }, body: 'Found' }))
    expect(await call(services)).toMatchObject({ ok: false, refusal: { reason: 'unreadable', status: 302 } })
    expect(seen.map(({ url }) => url.href)).not.toContain(new URL(location, seen[0]?.url).href)
  })

  it('never throws, with any JSON and any status', async () => {
    const statuses = fc.constantFrom(200, 201, 202, 204, 206, 301, 400, 401, 403, 404, 409, 412, 415, 429, 500, 502, 503)
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string(), fc.jsonValue()), statuses, async (body, status) => {
        const { services } = bench(always({ status, body }))
        const answer = await call(services)
        expect(answer).toHaveProperty('ok')
      }),
      { numRuns: 25 },
    )
  })
})

const id = `${VAULT_ID}/providers/x/y`
const KID = 'https://kv1.vault.azure.net/keys/cmk-key/'
const access = { principalId: PRINCIPAL, principalType: 'Group', roleDefinitionId: '/x/roleDefinitions/r', scope: VAULT_ID }

/** Calls whose answers come in pages, each with an entry of one. */
const PAGES: Readonly<Record<string, object>> = {
  listEnvironments: { name: 'e', location: 'europe', properties: {} },
  listSubscriptions: { subscriptionId: SUBSCRIPTION },
  listVaults: { id: VAULT_ID, name: 'kv1', location: 'westeurope', properties: { vaultUri: 'x', tenantId: 't', sku: {} } },
  listManagedHsms: { id, name: 'hsm1', location: 'westeurope' },
  listKeyVersions: { kid: `${KID}a`, attributes: { enabled: true } },
  listKeyResourceVersions: { id, name: 'a', properties: { attributes: { enabled: true }, keyUriWithVersion: `${KID}a` } },
  listPolicies: { id, name: 'policy', location: 'europe', kind: 'Encryption' },
  listRoleAssignments: { id, properties: access },
  readPermissions: { actions: ['*'] },
  listRoleHolders: { id, properties: access },
  listEligibleRoles: { id, properties: { ...access, expandedProperties: {} } },
  listRoleDefinitions: { id, properties: { roleName: 'Owner', permissions: [] } },
  listDiagnosticSettings: { id, name: 's', properties: {} },
  listWorkspaces: { id, name: 'log', location: 'eastus' },
  listGroupResources: { id: VAULT_ID, name: 'kv1', type: 'Microsoft.KeyVault/vaults' },
  listKeyNames: { id, name: 'cmk-key', properties: {} },
  listSecretNames: { id, name: 'password', properties: {} },
  listLocks: { id: `${VAULT_ID}/providers/Microsoft.Authorization/locks/l`, name: 'l', properties: { level: 'CanNotDelete' } },
  listLocalRoles: { id, properties: { ...access, scope: '/keys' } },
}

describe.each(PORT_CALLS.filter(([name]) => Object.hasOwn(PAGES, name)))('the pages of %s', (name, call) => {
  const pages = (second: (asked: URL) => object) =>
    bench((request) => {
      if (isVault(request) && isUnauthenticated(request)) return challenge
      const { url } = request
      return { status: 200, body: url.searchParams.has('$skiptoken') ? { value: [PAGES[name]] } : { value: [PAGES[name]], ...second(url) } }
    })
  const asked = (seen: readonly Seen[]) => seen.filter((request) => !isUnauthenticated(request))

  it('are all read', async () => {
    const { services } = pages((url) => ({ nextLink: `${url.href}&$skiptoken=2` }))
    expect(await call(services)).toMatchObject({ ok: true, value: [{}, {}] })
  })

  it('end before a token is fetched for one on another host', async () => {
    const { services, seen, scopes } = pages(() => ({ nextLink: 'https://management.azure.com.evil.example/next' }))
    const refusal = { reason: 'rejected', request: 'GET /next', message: expect.stringContaining('evil.example') }
    expect(english.all(await call(services))).toMatchObject({ ok: false, refusal })
    expect([asked(seen).length, scopes.length]).toEqual([1, 1])
  })

  it('end after a hundred that link in a circle', async () => {
    const { services, seen } = pages((url) => ({ nextLink: url.href }))
    expect(await call(services)).toMatchObject({ ok: false, refusal: { reason: 'unreadable' } })
    expect(asked(seen)).toHaveLength(100)
  })
})
