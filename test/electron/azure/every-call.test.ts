import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACCEPTING_CALLS, BROKEN, bench, challenge, isUnauthenticated, isVault, PORT_CALLS, type Reply } from './stand-in.ts'

/** Lets Key Vault's clients get past the challenge and gives everything else the same answer. */
const always = (reply: Reply | typeof BROKEN) => (request: Parameters<Parameters<typeof bench>[0]>[0]) =>
  isVault(request) && isUnauthenticated(request) ? challenge : reply

const HTML: Reply = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><html><title>Proxy sign-in</title></html>',
}

const UNREADABLE: readonly (readonly [string, Reply, RegExp])[] = [
  ['an HTML page', HTML, /instead of JSON.*Proxy sign-in/],
  ['an HTML page that calls itself JSON', { status: 200, body: '<html>Proxy</html>' }, /cut off or malformed.*<html>Proxy/],
  ['nothing', { status: 200 }, /nothing in it/],
  ['JSON that is cut off', { status: 200, body: '{"value":[{"id":"/subscr' }, /cut off or malformed.*\/subscr/],
  ['a bare number', { status: 200, body: 7 }, /not in the form/],
  ['null', { status: 200, body: null }, /not in the form/],
  ['a list', { status: 200, body: [[]] }, /not in the form/],
  ['an object of another kind', { status: 200, body: { hello: 'world' } }, /not in the form|without the address/],
  [
    'a wrong kind where text belongs',
    { status: 200, body: { id: 1, name: {}, value: 3, key: 'no', properties: [], registrationState: null, Url: 9 } },
    /not in the form/,
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
    expect(answer).toMatchObject({ ok: false, refusal: { reason: 'unreadable', status: 200, message: expect.stringMatching(message) } })
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

  it('gives a refusal when no token can be had', async () => {
    const credential = { getToken: () => Promise.reject(new Error('AADSTS50076: You must use multi-factor authentication.')) }
    const { services } = bench(always({ status: 200, body: {} }), { credential })
    expect(await call(services)).toMatchObject({
      ok: false,
      refusal: { reason: 'unauthenticated', code: 'AADSTS50076', message: 'AADSTS50076: You must use multi-factor authentication.' },
    })
  })

  it('ends with the reason of whoever gave it up', async () => {
    const controller = new AbortController()
    const reason = new Error('The page was left.')
    const { services } = bench(() => {
      controller.abort(reason)
      return new Promise(() => undefined)
    })
    await expect(call(services, controller.signal)).rejects.toBe(reason)
  })

  it('asks nobody when it was given up before it began', async () => {
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
    expect(new Set(seen.map(({ url }) => url.href)).size).toBe(1)
  })

  it('never throws, whatever JSON comes with whatever status', async () => {
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
