import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLOUDS } from '#machines/cloud/cloud.ts'
import { modulusBits } from '#node/services/azure/key-vault.ts'
import { bench, challenge, isUnauthenticated, type Reply, type Seen } from './stand-in.ts'

const VAULT = 'https://kv1.vault.azure.net/'
const modulus = (bytes: number): string => Buffer.alloc(bytes, 0xc5).toString('base64url')
const KID = `${VAULT}keys/cmk-key/0123456789abcdef0123456789abcdef`

const bundle = (bytes: number, attributes: object = { enabled: true }): Reply => ({
  status: 200,
  body: { key: { kid: KID, kty: 'RSA', key_ops: ['wrapKey'], n: modulus(bytes), e: 'AQAB' }, attributes },
})
const missing: Reply = {
  status: 404,
  body: { error: { code: 'KeyNotFound', message: 'A key with (name/id) cmk-key was not found in this key vault.' } },
}

const vault = (answer: (request: Seen) => Reply) => bench((request) => (isUnauthenticated(request) ? challenge : answer(request)))

describe('a key', () => {
  it('is read with its size, its dates and its version', async () => {
    const { services, scopes } = vault(() => bundle(384, { enabled: false, nbf: 1, exp: 2, recoveryLevel: 'CustomizedRecoverable' }))
    expect(await services.azure.readKey(VAULT, 'cmk-key')).toEqual({
      ok: true,
      value: {
        id: KID,
        name: 'cmk-key',
        version: '0123456789abcdef0123456789abcdef',
        type: 'RSA',
        size: 3072,
        enabled: false,
        notBefore: 1000,
        expires: 2000,
        recoveryLevel: 'CustomizedRecoverable',
      },
    })
    expect(scopes).toEqual(['https://vault.azure.net/.default'])
  })

  it('without a modulus has no size', async () => {
    const { services } = vault(() => ({
      status: 200,
      body: { key: { kid: KID, kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' }, attributes: { enabled: true } },
    }))
    expect(await services.azure.readKey(VAULT, 'cmk-key')).toMatchObject({ ok: true, value: { type: 'EC' } })
    expect((await services.azure.readKey(VAULT, 'cmk-key')) as object).not.toHaveProperty('value.size')
  })

  it.each(['ForbiddenByRbac', 'ForbiddenByPolicy', 'ForbiddenByFirewall'])('that may not be read says %s', async (code) => {
    const { services } = vault(() => ({
      status: 403,
      body: { error: { code: 'Forbidden', message: 'Caller is not authorized.', innererror: { code } } },
    }))
    expect(await services.azure.readKey(VAULT, 'cmk-key')).toMatchObject({
      ok: false,
      refusal: { reason: 'forbidden', code, message: 'Caller is not authorized.' },
    })
  })

  it('is made once, with the size asked for', async () => {
    const { services, seen } = vault(({ method }) => (method === 'GET' ? missing : bundle(256)))
    expect(await services.azure.createKey(VAULT, 'cmk-key', { size: 2048, inHardware: false })).toMatchObject({
      ok: true,
      value: { size: 2048 },
    })
    const [made] = seen.filter(({ method }) => method === 'POST')
    expect(made?.url.pathname).toBe('/keys/cmk-key/create')
    expect(JSON.parse(made?.body ?? '')).toMatchObject({ kty: 'RSA', key_size: 2048, attributes: { enabled: true } })
  })

  it('that exists is given back instead of getting a second version', async () => {
    const { services, seen } = vault(() => bundle(512))
    expect(await services.azure.createKey(VAULT, 'cmk-key', { size: 2048, inHardware: false })).toMatchObject({
      ok: true,
      value: { size: 4096 },
    })
    expect(seen.every(({ method }) => method === 'GET')).toBe(true)
  })

  it('is not created when it is unknown whether it exists', async () => {
    const { services, seen } = vault(() => ({ status: 403, body: { error: { code: 'Forbidden', message: 'No.' } } }))
    expect(await services.azure.createKey(VAULT, 'cmk-key', { size: 2048, inHardware: false })).toMatchObject({
      ok: false,
      refusal: { reason: 'forbidden' },
    })
    expect(seen.every(({ method }) => method === 'GET')).toBe(true)
  })

  it('that is deleted but recoverable is a conflict in the vault’s own words', async () => {
    const conflict: Reply = {
      status: 409,
      body: { error: { code: 'Conflict', message: 'Deleted but recoverable.', innererror: { code: 'ObjectIsDeletedButRecoverable' } } },
    }
    const { services } = vault(({ method }) => (method === 'GET' ? missing : conflict))
    expect(await services.azure.createKey(VAULT, 'cmk-key', { size: 2048, inHardware: false })).toMatchObject({
      ok: false,
      refusal: { reason: 'conflict', code: 'ObjectIsDeletedButRecoverable' },
    })
  })
})

describe('a vault’s address', () => {
  it('gets no token when its challenge speaks of another domain', async () => {
    const headers = { 'WWW-Authenticate': 'Bearer authorization="https://login.microsoftonline.com/t", resource="https://evil.example"' }
    const { services, scopes } = bench(() => ({ ...challenge, headers }))
    expect(await services.azure.readKey(VAULT, 'cmk-key')).toMatchObject({ ok: false, refusal: { reason: 'unauthenticated' } })
    expect(scopes).toEqual([])
  })

  it('on loopback is taken where the whole cloud is there and its challenges cannot be checked', async () => {
    const { commercial } = CLOUDS
    const cloud = { ...commercial, resourceManager: 'https://localhost:9443', keyVault: { ...commercial.keyVault, verifyChallenge: false } }
    const { services, scopes } = bench((request) => (isUnauthenticated(request) ? challenge : bundle(256)), { cloud })
    expect(await services.azure.readKey('https://localhost:9444', 'cmk-key')).toMatchObject({ ok: true })
    expect(scopes).toEqual(['https://vault.azure.net/.default'])
    expect(await services.azure.readKey(VAULT, 'cmk-key')).toMatchObject({ ok: false, refusal: { reason: 'rejected' } })
  })

  it.each(['https://management.azure.com', 'https://graph.microsoft.com', 'https://vault.azure.net https://management.azure.com'])(
    'gets no token for %s where its challenges cannot be checked',
    async (resource) => {
      const { commercial } = CLOUDS
      const cloud = { ...commercial, keyVault: { ...commercial.keyVault, verifyChallenge: false } }
      const headers = { 'WWW-Authenticate': `Bearer authorization="https://login.microsoftonline.com/t", resource="${resource}"` }
      const { services, scopes } = bench(() => ({ ...challenge, headers }), { cloud })
      expect(await services.azure.readKey(VAULT, 'cmk-key')).toMatchObject({ ok: false, refusal: { reason: 'unauthenticated' } })
      expect(scopes).toEqual([])
    },
  )

  it('on loopback is refused in a real cloud', async () => {
    const { services, scopes } = vault(() => bundle(256))
    expect(await services.azure.readKey('https://localhost:9444', 'cmk-key')).toMatchObject({ ok: false, refusal: { reason: 'rejected' } })
    expect(scopes).toEqual([])
  })
})

describe('the size of a modulus', () => {
  it.each([
    [256, 2048],
    [384, 3072],
    [512, 4096],
  ])('of %i bytes is %i bits', (bytes, bits) => {
    expect(modulusBits(modulus(bytes))).toBe(bits)
    expect(modulusBits(Buffer.concat([Buffer.alloc(1), Buffer.alloc(bytes, 0x80)]).toString('base64url'))).toBe(bits)
  })

  it('is a whole number of bytes for any text', () => {
    fc.assert(fc.property(fc.string(), (text) => modulusBits(text) % 8 === 0))
  })
})

describe('what is read beside a key', () => {
  const kid = (version: string) => `${VAULT}keys/cmk-key/${version}`

  it('are its versions, over pages, with the moments they were made', async () => {
    const pages: readonly object[] = [
      {
        value: [{ kid: kid('b'), attributes: { enabled: true, created: 20, exp: 99 } }],
        nextLink: `${VAULT}keys/cmk-key/versions?api-version=7.6&$skiptoken=2`,
      },
      { value: [{ kid: kid('a'), attributes: { enabled: false, created: 10 } }, { kid: kid('c') }], nextLink: null },
    ]
    const { services } = vault(({ url }) => ({ status: 200, body: pages[url.searchParams.has('$skiptoken') ? 1 : 0] }))
    expect(await services.azure.listKeyVersions(VAULT, 'cmk-key')).toEqual({
      ok: true,
      value: [
        { version: 'b', enabled: true, createdAt: 20_000, expires: 99_000 },
        { version: 'a', enabled: false, createdAt: 10_000 },
        { version: 'c' },
      ],
    })
  })

  it.each([
    [
      'a key that rotates before it expires',
      {
        lifetimeActions: [
          { trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'Rotate' } },
          { trigger: { timeBeforeExpiry: 'P40D' }, action: { type: 'Notify' } },
        ],
        attributes: { expiryTime: 'P1Y' },
      },
      { rotates: true, rotateBeforeExpiry: 'P30D', notifiesBeforeExpiry: 'P40D', newVersionsLast: 'P1Y' },
    ],
    [
      'a key that rotates by its age, in another case',
      { LifetimeActions: [{ Trigger: { TimeAfterCreate: 'P18M' }, Action: { Type: 'rotate' } }], Attributes: {} },
      { rotates: true, rotateAfter: 'P18M' },
    ],
    [
      'a key without a policy of its own',
      { lifetimeActions: [{ trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'Notify' } }], attributes: {} },
      { rotates: false, notifiesBeforeExpiry: 'P30D' },
    ],
    ['an action without a moment', { lifetimeActions: [{ action: { type: 'Rotate' } }] }, { rotates: false }],
  ])('is the rotation policy of %s', async (_, body, value) => {
    const { services, seen } = vault(() => ({ status: 200, body }))
    expect(await services.azure.readKeyRotation(VAULT, 'cmk-key')).toEqual({ ok: true, value })
    expect(seen.at(-1)?.url.pathname).toBe('/keys/cmk-key/rotationpolicy')
  })

  it('is a deleted key: since when, and how long it can be recovered', async () => {
    const { services, seen } = vault(() => ({
      status: 200,
      body: { recoveryId: `${VAULT}deletedkeys/cmk-key`, key: { kid: kid('a') }, deletedDate: 5, scheduledPurgeDate: 90 },
    }))
    expect(await services.azure.readDeletedKey(VAULT, 'cmk-key')).toEqual({ ok: true, value: { deletedAt: 5_000, heldUntil: 90_000 } })
    expect(seen.at(-1)?.url.pathname).toBe('/deletedkeys/cmk-key')
  })
})

describe('a new version of a key', () => {
  it('is of the wanted kind and size, and is made though the key exists', async () => {
    const { services, seen } = vault(() => bundle(384))
    expect(await services.azure.createKeyVersion(VAULT, 'cmk-key', { size: 3072, inHardware: true })).toMatchObject({ ok: true })
    const sent = seen.filter(({ body }) => body !== '').map(({ method, url, body }) => [method, url.pathname, JSON.parse(body)])
    expect(sent).toEqual([['POST', '/keys/cmk-key/create', expect.objectContaining({ kty: 'RSA-HSM', key_size: 3072 })]])
  })
})
