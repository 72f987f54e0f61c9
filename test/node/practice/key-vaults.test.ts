import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { ConnectionDropped } from '#node/practice/exchange.ts'
import type { VaultState } from '#node/practice/state.ts'
import { PEOPLE, TENANT } from '#node/practice/world.ts'
import { type Answered, GROUP_PATH, listOf, message, practise, refusal, SUBSCRIPTION_PATH, scenarioOf, VAULT_PATH } from './practise.ts'

const vaultShape = z.looseObject({
  properties: z.looseObject({
    provisioningState: z.string(),
    vaultUri: z.string(),
    enablePurgeProtection: z.boolean().optional(),
    enableRbacAuthorization: z.boolean(),
    softDeleteRetentionInDays: z.number(),
    accessPolicies: z.array(z.looseObject({ objectId: z.string(), permissions: z.looseObject({ keys: z.array(z.string()).optional() }) })),
    networkAcls: z.looseObject({ bypass: z.string() }).optional(),
  }),
})
const propertiesOf = ({ body }: Answered) => vaultShape.parse(body).properties

const wanted = (properties: object = {}) => ({
  location: 'East US',
  properties: { tenantId: TENANT.id, sku: { family: 'A', name: 'standard' }, enableRbacAuthorization: true, ...properties },
})

const owner = (wish: Partial<VaultState> = {}) =>
  practise(
    scenarioOf('vault', (world) => {
      world.grant(PEOPLE.ada.objectId, 'Owner', SUBSCRIPTION_PATH)
      world.vault(world.group('rg-contoso-cmk', 'eastus'), 'kv-contoso-cmk', wish)
    }),
  )

const inEmptyGroup = () =>
  practise(
    scenarioOf('group', (world) => {
      world.grant(PEOPLE.ada.objectId, 'Owner', SUBSCRIPTION_PATH)
      world.group('rg-contoso-cmk', 'eastus')
    }),
  )

describe('creating a vault', () => {
  test('is refused, like the question for its name, where the provider is not registered, or only registering', async () => {
    const { arm, clock } = practise('unified-environment')
    await arm('PUT', GROUP_PATH, { body: { location: 'eastus' } })
    const asked = { body: { name: 'kv-contoso-cmk', type: 'Microsoft.KeyVault/vaults' } }
    const both = async () => [
      refusal(await arm('PUT', VAULT_PATH, { body: wanted() })),
      refusal(await arm('POST', `${SUBSCRIPTION_PATH}/providers/Microsoft.KeyVault/checkNameAvailability`, asked)),
    ]
    const NOT_REGISTERED = '409 MissingSubscriptionRegistration'
    expect(await both()).toEqual([NOT_REGISTERED, NOT_REGISTERED])
    await arm('POST', `${SUBSCRIPTION_PATH}/providers/Microsoft.KeyVault/register`)
    expect(await both()).toEqual([NOT_REGISTERED, NOT_REGISTERED])
    clock.advance(60_000)
    expect(propertiesOf(await arm('PUT', VAULT_PATH, { body: wanted() })).provisioningState).toBe('RegisteringDns')
  })

  test('takes some seconds in which its name is registered and nothing answers at its address', async () => {
    const { arm, keys, clock } = inEmptyGroup()
    const created = propertiesOf(await arm('PUT', VAULT_PATH, { body: wanted() }))
    expect([created.provisioningState, created.vaultUri]).toEqual(['RegisteringDns', 'https://kv-contoso-cmk.vault.azure.net/'])
    await expect(keys('GET', '/keys')).rejects.toThrow(ConnectionDropped)
    clock.advance(5000)
    expect(propertiesOf(await arm('GET', VAULT_PATH)).provisioningState).toBe('Succeeded')
    expect(refusal(await keys('GET', '/keys'))).toBe('403 Forbidden')
  })

  test('leaves purge protection and role-based access off unless they are asked for, and keeps deleted things 90 days', async () => {
    const { arm } = inEmptyGroup()
    const created = propertiesOf(await arm('PUT', VAULT_PATH, { body: wanted({ enableRbacAuthorization: undefined }) }))
    expect(created.enablePurgeProtection).toBeUndefined()
    expect(created.enableRbacAuthorization).toBe(false)
    expect(created.softDeleteRetentionInDays).toBe(90)
  })

  test.each([
    [wanted({ enablePurgeProtection: false }), '400 BadRequest'],
    [wanted({ enableSoftDelete: false }), '400 BadRequest'],
    [wanted({ softDeleteRetentionInDays: 3 }), '400 BadRequest'],
    [wanted({ sku: undefined }), '400 BadRequest'],
    [wanted({ sku: { name: 'gold' } }), '400 InvalidRequestContent'],
    [{ properties: {} }, '400 InvalidRequestContent'],
  ])('is refused: %j', async (body, expected) => {
    expect(refusal(await inEmptyGroup().arm('PUT', VAULT_PATH, { body }))).toBe(expected)
  })

  test.each(['kv', '1vault', 'a--b', 'vault-', `kv-${'x'.repeat(22)}`])('is refused for the name %s', async (name) => {
    expect(refusal(await inEmptyGroup().arm('PUT', VAULT_PATH.replace('kv-contoso-cmk', name), { body: wanted() }))).toBe(
      '400 VaultNameNotValid',
    )
  })

  test('is refused for a name that is taken, by a vault in another group or by a deleted one', async () => {
    const { arm } = owner()
    await arm('PUT', `${SUBSCRIPTION_PATH}/resourceGroups/rg-other`, { body: { location: 'eastus' } })
    const elsewhere = VAULT_PATH.replace('rg-contoso-cmk', 'rg-other')
    expect(refusal(await arm('PUT', elsewhere, { body: wanted() }))).toBe('409 VaultAlreadyExists')
    expect((await arm('DELETE', VAULT_PATH)).status).toBe(200)
    expect(refusal(await arm('PUT', VAULT_PATH, { body: wanted() }))).toBe('409 ConflictError')
    const check = await arm('POST', `${SUBSCRIPTION_PATH}/providers/Microsoft.KeyVault/checkNameAvailability`, {
      body: { name: 'KV-CONTOSO-CMK', type: 'Microsoft.KeyVault/vaults' },
    })
    expect(check.body).toMatchObject({ nameAvailable: false, reason: 'AlreadyExists' })
  })

  test('is refused without the right to write', async () => {
    expect(refusal(await owner().arm('PUT', VAULT_PATH, { as: 'nobody', body: wanted() }))).toBe('403 AuthorizationFailed')
  })
})

describe('purge protection', () => {
  test('is absent from the wire until it is on, and cannot be turned off again', async () => {
    const { arm } = practise('vault-without-purge-protection')
    expect('enablePurgeProtection' in propertiesOf(await arm('GET', VAULT_PATH))).toBe(false)
    const on = await arm('PATCH', VAULT_PATH, { body: { properties: { enablePurgeProtection: true } } })
    expect(propertiesOf(on).enablePurgeProtection).toBe(true)
    expect(propertiesOf(on).networkAcls?.bypass).toBe('AzureServices')
    const off = await arm('PATCH', VAULT_PATH, { body: { properties: { enablePurgeProtection: false } } })
    expect(refusal(off)).toBe('400 BadRequest')
    expect(message(off)).toContain('irreversible')
    expect(propertiesOf(await arm('GET', VAULT_PATH)).enablePurgeProtection).toBe(true)
  })

  test('is turned on where the provider isn’t registered anymore: only what is new needs that', async () => {
    const { arm } = practise(
      scenarioOf('vault', (world) => {
        world.grant(PEOPLE.ada.objectId, 'Owner', SUBSCRIPTION_PATH)
        world.vault(world.group('rg-contoso-cmk', 'eastus'), 'kv-contoso-cmk')
        world.unregisterKeyVault()
      }),
    )
    expect((await arm('PATCH', VAULT_PATH, { body: { properties: { enablePurgeProtection: true } } })).status).toBe(200)
    expect(refusal(await arm('PUT', VAULT_PATH, { body: wanted() }))).toBe('409 MissingSubscriptionRegistration')
  })

  test('forbids purging a deleted vault; without it the vault is gone for good', async () => {
    for (const [enablePurgeProtection, status] of [
      [true, 400],
      [false, 200],
    ] as const) {
      const { arm } = owner({ enablePurgeProtection })
      await arm('DELETE', VAULT_PATH)
      const deleted = `${SUBSCRIPTION_PATH}/providers/Microsoft.KeyVault/locations/eastus/deletedVaults/kv-contoso-cmk`
      expect((await arm('GET', deleted)).status).toBe(200)
      expect((await arm('POST', `${deleted}/purge`)).status).toBe(status)
      expect((await arm('GET', deleted)).status).toBe(status === 200 ? 404 : 200)
    }
  })
})

test('a deleted vault can be recovered with its keys, but without its role assignments', async () => {
  const { arm, tenant, clock } = practise('already-encrypted')
  const before = tenant.inspect().roleAssignments.length
  await arm('DELETE', VAULT_PATH)
  expect(tenant.inspect().roleAssignments).toHaveLength(before - 1)
  expect(listOf(await arm('GET', `${SUBSCRIPTION_PATH}/providers/Microsoft.KeyVault/deletedVaults`)).value).toHaveLength(1)
  expect((await arm('PUT', VAULT_PATH, { body: { location: 'eastus', properties: { createMode: 'recover' } } })).status).toBe(200)
  clock.advance(5000)
  expect(propertiesOf(await arm('GET', VAULT_PATH)).enablePurgeProtection).toBe(true)
  expect(tenant.inspect().keys).toHaveLength(1)
})

test('retention of a vault is fixed when it is made', async () => {
  expect(refusal(await owner().arm('PATCH', VAULT_PATH, { body: { properties: { softDeleteRetentionInDays: 30 } } }))).toBe(
    '400 BadRequest',
  )
})

describe('access policies', () => {
  const policyFor = (objectId: string, keys: string[]) => ({
    properties: { accessPolicies: [{ tenantId: TENANT.id, objectId, permissions: { keys } }] },
  })
  const held = async (practised: ReturnType<typeof owner>) =>
    propertiesOf(await practised.arm('GET', VAULT_PATH)).accessPolicies.map(({ objectId, permissions }) => [objectId, permissions.keys])

  test('are added to what a principal has, replaced, and removed', async () => {
    const practised = owner({ enableRbacAuthorization: false })
    const put = (how: string, body: object) => practised.arm('PUT', `${VAULT_PATH}/accessPolicies/${how}`, { body })
    const { kim, grace } = PEOPLE
    await put('add', policyFor(kim.objectId, ['get']))
    await put('add', policyFor(kim.objectId, ['Get', 'wrapKey']))
    expect(await held(practised)).toEqual([[kim.objectId, ['get', 'wrapKey']]])
    await put('add', policyFor(grace.objectId, ['list']))
    await put('remove', policyFor(kim.objectId, []))
    expect(await held(practised)).toEqual([[grace.objectId, ['list']]])
    await put('replace', policyFor(kim.objectId, ['unwrapKey']))
    expect(await held(practised)).toEqual([[kim.objectId, ['unwrapKey']]])
    expect(refusal(await put('increase', policyFor(kim.objectId, [])))).toBe('400 BadRequest')
  })
})

test('lists hold the vaults that the caller may read', async () => {
  const { arm } = practise('already-encrypted')
  const path = `${SUBSCRIPTION_PATH}/providers/Microsoft.KeyVault/vaults`
  expect(listOf(await arm('GET', path, { as: 'kim' })).value).toHaveLength(1)
  expect(refusal(await arm('GET', path, { as: 'nobody' }))).toBe('403 AuthorizationFailed')
  expect(listOf(await arm('GET', `${GROUP_PATH}/providers/Microsoft.KeyVault/vaults`)).value).toHaveLength(1)
  expect(refusal(await arm('GET', `${VAULT_PATH}2`))).toBe('404 ResourceNotFound')
})

test('has its diagnostic settings all at once', async () => {
  const { arm } = practise(
    scenarioOf('vault', (world) => {
      world.grant(PEOPLE.ada.objectId, 'Owner', SUBSCRIPTION_PATH)
      const group = world.group('rg-contoso-cmk', 'eastus')
      world.vault(group, 'kv-contoso-cmk')
      world.workspace(group, 'log-contoso')
    }),
  )
  const settings = `${VAULT_PATH}/providers/Microsoft.Insights/diagnosticSettings`
  const workspaceId = `${GROUP_PATH}/providers/Microsoft.OperationalInsights/workspaces/log-contoso`
  const body = { properties: { workspaceId, logs: [{ category: 'AuditEvent', enabled: true }] } }
  for (const name of ['first', 'second']) expect((await arm('PUT', `${settings}/${name}`, { body })).status).toBe(200)
  expect((await arm('GET', settings)).body).toMatchObject({ value: [{ name: 'first' }, { name: 'second' }] })
})
