import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { ConnectionDropped } from '#node/practice/exchange.ts'
import type { VaultState } from '#node/practice/state.ts'
import { PEOPLE, TENANT } from '#node/practice/world.ts'
import {
  type Answered,
  assignmentAt,
  GROUP_PATH,
  listOf,
  NOW,
  practise,
  refusal,
  roleFor,
  SUBSCRIPTION_PATH,
  scenarioOf,
  VAULT_PATH,
} from './practise.ts'

const bundle = z.looseObject({
  key: z.looseObject({ kid: z.string(), kty: z.string(), n: z.string().optional() }),
  attributes: z.looseObject({ enabled: z.boolean(), recoveryLevel: z.string(), nbf: z.number().optional(), exp: z.number().optional() }),
})
const keyIn = ({ body }: Answered) => bundle.parse(body)
const inner = ({ body }: Answered): string =>
  z.looseObject({ error: z.looseObject({ innererror: z.looseObject({ code: z.string() }) }) }).parse(body).error.innererror.code

/** One vault; kim holds one role at its group, and nothing else. */
const withRole = (role: string, wish: Partial<VaultState> = {}) =>
  practise(
    scenarioOf('keys', (world) => {
      const vault = world.vault(world.group('rg-contoso-cmk', 'eastus'), 'kv-contoso-cmk', wish)
      world.key(vault, 'cmk', 2048)
      world.grant(PEOPLE.kim.objectId, role, GROUP_PATH)
    }),
  )

describe('the door of a vault', () => {
  const { at, keys } = practise('already-encrypted')
  const url = 'https://kv-contoso-cmk.vault.azure.net/keys?api-version=7.4'

  test('challenges a request without a token, and names tenant and resource', async () => {
    const answer = await at('GET', url, undefined)
    expect(refusal(answer)).toBe('401 Unauthorized')
    expect(answer.headers.get('www-authenticate')).toBe(
      `Bearer authorization="https://login.microsoftonline.com/${TENANT.id}", resource="https://vault.azure.net"`,
    )
  })

  test('challenges a token for another service too', async () => {
    const answer = await at('GET', url, 'https://management.azure.com/.default')
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toContain('resource="https://vault.azure.net"')
  })

  test.each(['7.4', '7.5', '7.6', '7.6-preview.2', '2025-07-01'])('takes version %s', async (version) => {
    expect((await keys('GET', `/keys?api-version=${version}`)).status).toBe(200)
  })

  test.each(['1.0', 'latest', '7.9', '1999-01-01'])('refuses version %s', async (version) => {
    expect(refusal(await keys('GET', `/keys?api-version=${version}`))).toBe('400 BadParameter')
  })

  test('is nowhere where there is no such vault', async () => {
    await expect(at('GET', 'https://kv-none.vault.azure.net/keys?api-version=7.4', 'https://vault.azure.net/.default')).rejects.toThrow(
      ConnectionDropped,
    )
  })

  test('gives every answer a request id', async () => {
    const answer = await keys('GET', '/keys/none', { headers: { 'x-ms-client-request-id': 'mine' } })
    expect(answer.headers.get('x-ms-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(answer.headers.get('x-ms-client-request-id')).toBe('mine')
  })
})

describe('creating a key', () => {
  test.each([
    [2048, 256],
    [3072, 384],
    [4096, 512],
  ])('of %i bits has a modulus of %i bytes', async (size, bytes) => {
    const { keys } = withRole('Key Vault Crypto Officer')
    const created = keyIn(await keys('POST', '/keys/new/create', { as: 'kim', body: { kty: 'RSA', key_size: size } }))
    expect(Buffer.from(created.key.n ?? '', 'base64url')).toHaveLength(bytes)
    expect(created.key.kid).toMatch(/^https:\/\/kv-contoso-cmk\.vault\.azure\.net\/keys\/new\/[0-9a-f]{32}$/)
    expect(created.attributes.enabled).toBe(true)
  })

  test('makes a new version of one that exists; the latest is what is read without a version', async () => {
    const { keys } = withRole('Key Vault Crypto Officer')
    const first = keyIn(await keys('POST', '/keys/new/create', { as: 'kim', body: { kty: 'RSA' } })).key.kid
    const second = keyIn(await keys('POST', '/keys/new/create', { as: 'kim', body: { kty: 'EC', crv: 'P-256' } })).key
    expect(second.n).toBeUndefined()
    expect(keyIn(await keys('GET', '/keys/new/', { as: 'kim' })).key.kid).toBe(second.kid)
    expect(keyIn(await keys('GET', new URL(first).pathname, { as: 'kim' })).key.kid).toBe(first)
    expect(listOf(await keys('GET', '/keys/NEW/versions', { as: 'kim' })).value).toHaveLength(2)
    expect(listOf(await keys('GET', '/keys', { as: 'kim' })).value).toHaveLength(2)
  })

  test.each([[{ kty: 'RSA', key_size: 1024 }], [{ kty: 'DSA' }], [{ kty: 'RSA-HSM' }], [{}]])(
    'refuses %j in a standard vault',
    async (body) => {
      expect(refusal(await withRole('Key Vault Administrator').keys('POST', '/keys/new/create', { as: 'kim', body }))).toBe(
        '400 BadParameter',
      )
    },
  )

  test('takes hardware-protected keys in a premium vault', async () => {
    const { keys } = withRole('Key Vault Administrator', { sku: 'premium' })
    expect(keyIn(await keys('POST', '/keys/new/create', { as: 'kim', body: { kty: 'RSA-HSM' } })).key.kty).toBe('RSA-HSM')
  })

  test.each([
    ['Owner', 'ForbiddenByRbac'],
    ['Contributor', 'ForbiddenByRbac'],
    ['Key Vault Contributor', 'ForbiddenByRbac'],
    ['Key Vault Reader', 'ForbiddenByRbac'],
    ['Key Vault Crypto User', 'ForbiddenByRbac'],
  ])('is refused to %s', async (role, code) => {
    const answer = await withRole(role).keys('POST', '/keys/new/create', { as: 'kim', body: { kty: 'RSA' } })
    expect([refusal(answer), inner(answer)]).toEqual(['403 Forbidden', code])
  })
})

describe('reading a key', () => {
  test.each([
    ['Key Vault Reader', 200],
    ['Key Vault Crypto User', 200],
    ['Key Vault Crypto Service Encryption User', 200],
    ['Owner', 403],
  ])('%s gets %i', async (role, status) => {
    expect((await withRole(role).keys('GET', '/keys/cmk', { as: 'kim' })).status).toBe(status)
  })

  test('that does not exist is 404, in any version', async () => {
    const { keys } = withRole('Key Vault Reader')
    expect(refusal(await keys('GET', '/keys/none', { as: 'kim' }))).toBe('404 KeyNotFound')
    expect(refusal(await keys('GET', `/keys/cmk/${'0'.repeat(32)}`, { as: 'kim' }))).toBe('404 KeyNotFound')
  })

  test.each([
    [{ enablePurgeProtection: true }, 'Recoverable'],
    [{ enablePurgeProtection: false }, 'Recoverable+Purgeable'],
    [{ enablePurgeProtection: true, softDeleteRetentionInDays: 30 }, 'CustomizedRecoverable'],
    [{ enablePurgeProtection: false, softDeleteRetentionInDays: 30 }, 'CustomizedRecoverable+Purgeable'],
  ])('in a vault with %j says %s', async (wish, level) => {
    expect(keyIn(await withRole('Key Vault Reader', wish).keys('GET', '/keys/cmk', { as: 'kim' })).attributes.recoveryLevel).toBe(level)
  })

  test('tells its dates in seconds, and whether it is enabled', async () => {
    const { keys } = withRole('Key Vault Crypto Officer')
    const exp = NOW / 1000 + 3600
    await keys('PATCH', '/keys/cmk', { as: 'kim', body: { attributes: { enabled: false, nbf: 1, exp } } })
    expect(keyIn(await keys('GET', '/keys/cmk', { as: 'kim' })).attributes).toMatchObject({ enabled: false, nbf: 1, exp })
  })
})

describe('who is let in', () => {
  const policyFor = (keys: string[]): Partial<VaultState> => ({
    enableRbacAuthorization: false,
    accessPolicies: [{ tenantId: TENANT.id, objectId: PEOPLE.kim.objectId, permissions: { keys } }],
  })

  test.each([
    [['Get'], 200],
    [['ALL'], 200],
    [['list', 'create'], 403],
    [[], 403],
  ])('by an access policy of %j gets %i', async (permissions, status) => {
    const answer = await withRole('Key Vault Administrator', policyFor(permissions)).keys('GET', '/keys/cmk', { as: 'kim' })
    expect(answer.status).toBe(status)
    if (status === 403) expect(inner(answer)).toBe('ForbiddenByPolicy')
  })

  test.each([
    [{ networkAcls: { bypass: 'AzureServices', defaultAction: 'Deny', ipRules: [], virtualNetworkRules: [] } }, 'ForbiddenByFirewall'],
    [{ publicNetworkAccess: 'Disabled' }, 'ForbiddenByConnection'],
  ])('is no one from outside when the vault has %j', async (wish, code) => {
    expect(inner(await withRole('Key Vault Administrator', wish).keys('GET', '/keys/cmk', { as: 'kim' }))).toBe(code)
  })

  test('by a role assigned just now only after a minute', async () => {
    const { arm, keys, clock } = practise(
      scenarioOf('fresh', (world) => {
        world.grant(PEOPLE.ada.objectId, 'Owner', SUBSCRIPTION_PATH)
        world.key(world.vault(world.group('rg-contoso-cmk', 'eastus'), 'kv-contoso-cmk'), 'cmk', 2048)
      }),
    )
    const body = roleFor(PEOPLE.kim.objectId, '21090545-7ca7-4776-b22c-e363652d74d2')
    expect((await arm('PUT', assignmentAt(`${VAULT_PATH}/keys/cmk`), { body })).status).toBe(201)
    clock.advance(59_999)
    expect(inner(await keys('GET', '/keys/cmk', { as: 'kim' }))).toBe('ForbiddenByRbac')
    clock.advance(1)
    expect((await keys('GET', '/keys/cmk', { as: 'kim' })).status).toBe(200)
    // The role is on the key, so the vault's list stays closed.
    expect((await keys('GET', '/keys', { as: 'kim' })).status).toBe(403)
  })
})

test('a key without a rotation policy answers the default one', async () => {
  expect((await withRole('Key Vault Crypto Officer').keys('GET', '/keys/cmk/rotationpolicy', { as: 'kim' })).body).toMatchObject({
    lifetimeActions: [{ action: { type: 'Notify' } }],
  })
})

test('a rotation policy is kept as it was set, and returned again', async () => {
  const { keys } = withRole('Key Vault Crypto Officer')
  const body = {
    lifetimeActions: [{ trigger: { timeAfterCreate: 'P18M' }, action: { type: 'Rotate' } }],
    attributes: { expiryTime: 'P2Y' },
  }
  expect((await keys('PUT', '/keys/cmk/rotationpolicy', { as: 'kim', body })).body).toMatchObject(body)
  expect((await keys('GET', '/keys/cmk/rotationpolicy', { as: 'kim' })).body).toMatchObject(body)
  expect(refusal(await keys('PUT', '/keys/cmk/rotationpolicy', { as: 'kim', body: { lifetimeActions: [{}] } }))).toBe('400 BadParameter')
  expect(refusal(await keys('GET', '/keys/none/rotationpolicy', { as: 'kim' }))).toBe('404 KeyNotFound')
})

describe('a deleted key', () => {
  test('is gone, keeps its name for the retention time, and comes back with its versions', async () => {
    const { keys } = withRole('Key Vault Crypto Officer', { softDeleteRetentionInDays: 7 })
    const before = keyIn(await keys('GET', '/keys/cmk', { as: 'kim' }))
    const deleted = await keys('DELETE', '/keys/cmk', { as: 'kim' })
    expect(deleted.body).toMatchObject({ deletedDate: NOW / 1000, scheduledPurgeDate: NOW / 1000 + 7 * 86_400 })
    expect(refusal(await keys('GET', '/keys/cmk', { as: 'kim' }))).toBe('404 KeyNotFound')
    expect((await keys('GET', '/deletedkeys/cmk', { as: 'kim' })).body).toEqual(deleted.body)
    const again = await keys('POST', '/keys/cmk/create', { as: 'kim', body: { kty: 'RSA' } })
    expect([refusal(again), inner(again)]).toEqual(['409 Conflict', 'ObjectIsDeletedButRecoverable'])
    expect((await keys('POST', '/deletedkeys/cmk/recover', { as: 'kim' })).status).toBe(200)
    expect(keyIn(await keys('GET', '/keys/cmk', { as: 'kim' }))).toEqual(before)
    expect(refusal(await keys('GET', '/deletedkeys/cmk', { as: 'kim' }))).toBe('404 KeyNotFound')
  })

  test('is deleted only by who may', async () => {
    const { keys } = withRole('Key Vault Reader')
    expect(inner(await keys('DELETE', '/keys/cmk', { as: 'kim' }))).toBe('ForbiddenByRbac')
    expect(refusal(await withRole('Key Vault Crypto Officer').keys('DELETE', '/keys/none', { as: 'kim' }))).toBe('404 KeyNotFound')
  })
})
