import { describe, expect, it } from 'vitest'
import { account, bench, PRINCIPAL, type Reply, type Seen, SUBSCRIPTION, VAULT_ID } from '../azure/stand-in.ts'

const wire = (properties: object = {}): Reply => ({
  status: 200,
  body: {
    id: VAULT_ID,
    name: 'kv1',
    location: 'westeurope',
    type: 'Microsoft.KeyVault/vaults',
    properties: {
      tenantId: account.tenantId,
      sku: { family: 'A', name: 'standard' },
      vaultUri: 'https://kv1.vault.azure.net/',
      enableSoftDelete: true,
      provisioningState: 'Succeeded',
      ...properties,
    },
  },
})
const missing: Reply = { status: 404, body: { error: { code: 'ResourceNotFound', message: 'No vault.' } } }
const newVault = { subscriptionId: SUBSCRIPTION, resourceGroup: 'rg', name: 'kv1', location: 'westeurope', tenantId: account.tenantId }
const inTurn = (...replies: readonly Reply[]) => {
  let turn = 0
  return () => replies[Math.min(turn++, replies.length - 1)] ?? missing
}
const methods = (seen: readonly Seen[]) => seen.map(({ method }) => method)

describe('a vault', () => {
  it('is read with what matters for customer-managed keys', async () => {
    const { services, seen, scopes } = bench(() =>
      wire({
        softDeleteRetentionInDays: 90,
        enablePurgeProtection: true,
        enableRbacAuthorization: false,
        accessPolicies: [{ tenantId: 't', objectId: PRINCIPAL, permissions: { keys: ['Get', 'wrapKey'] } }],
        networkAcls: { bypass: 'AzureServices', defaultAction: 'Deny', ipRules: [{ value: '1.2.3.4' }], virtualNetworkRules: [] },
        publicNetworkAccess: 'Enabled',
      }),
    )
    expect(await services.azure.readVault(SUBSCRIPTION, 'rg', 'kv1')).toEqual({
      ok: true,
      value: {
        id: VAULT_ID,
        name: 'kv1',
        tier: 'standard',
        location: 'westeurope',
        vaultUri: 'https://kv1.vault.azure.net/',
        tenantId: account.tenantId,
        softDelete: true,
        softDeleteRetentionDays: 90,
        purgeProtection: true,
        roleBasedAccess: false,
        accessPolicies: [{ objectId: PRINCIPAL, keyPermissions: ['Get', 'wrapKey'] }],
        networkRules: { defaultAction: 'Deny', bypass: 'AzureServices', ipRules: 1, virtualNetworkRules: 0 },
        publicNetworkAccess: 'Enabled',
        provisioningState: 'Succeeded',
      },
    })
    expect(seen[0]?.url.pathname).toBe(VAULT_ID)
    expect(scopes).toEqual(['https://management.azure.com/.default'])
  })

  it('has no purge protection where the service does not say that it has', async () => {
    const { services } = bench(() => wire())
    expect(await services.azure.readVault(SUBSCRIPTION, 'rg', 'kv1')).toMatchObject({
      ok: true,
      value: { purgeProtection: false, roleBasedAccess: false, accessPolicies: [] },
    })
  })

  it('has rules without the members that the service doesn’t send', async () => {
    const { services } = bench(() => wire({ networkAcls: { ipRules: [{ value: '1.2.3.4' }] } }))
    const answer = await services.azure.readVault(SUBSCRIPTION, 'rg', 'kv1')
    expect(answer.ok && answer.value.networkRules).toEqual({ ipRules: 1, virtualNetworkRules: 0 })
  })

  it('is read even where the SDK’s own parser gives up', async () => {
    const { services } = bench(() => ({ status: 200, body: { id: VAULT_ID, name: 'kv1', location: 'westeurope', properties: {} } }))
    expect(await services.azure.readVault(SUBSCRIPTION, 'rg', 'kv1')).toMatchObject({ ok: true, value: { name: 'kv1', vaultUri: '' } })
  })
})

describe('listing vaults', () => {
  const next = `https://management.azure.com/subscriptions/${SUBSCRIPTION}/providers/Microsoft.KeyVault/vaults?page=2`

  it('does not pass half a list for a whole one', async () => {
    // The list can be read, but the SDK cannot parse this entry and so never asks for the next page.
    const { services } = bench(() => ({ status: 200, body: { value: [{ id: VAULT_ID, name: 'kv1' }], nextLink: next } }))
    expect(await services.azure.listVaults(SUBSCRIPTION)).toMatchObject({ ok: false, refusal: { reason: 'unreadable' } })
  })
})

describe('making a vault', () => {
  it('asks for one that is fit for customer-managed keys and waits on the given clock until it is there', async () => {
    const registering = { ...wire({ provisioningState: 'RegisteringDns' }), status: 201 }
    const { services, seen, slept } = bench(inTurn(missing, registering, wire({ provisioningState: 'RegisteringDns' }), missing, wire()))
    expect(await services.azure.createVault(newVault)).toMatchObject({ ok: true, value: { provisioningState: 'Succeeded' } })
    expect(methods(seen)).toEqual(['GET', 'PUT', 'GET', 'GET', 'GET'])
    expect(slept).toEqual([5000, 5000, 5000])
    expect(JSON.parse(seen[1]?.body ?? '')).toEqual({
      location: 'westeurope',
      properties: {
        tenantId: account.tenantId,
        sku: { family: 'A', name: 'standard' },
        enableSoftDelete: true,
        softDeleteRetentionInDays: 90,
        enablePurgeProtection: true,
        enableRbacAuthorization: true,
        accessPolicies: [],
        networkAcls: { bypass: 'AzureServices', defaultAction: 'Allow' },
        publicNetworkAccess: 'Enabled',
      },
    })
  })

  it('leaves one that exists exactly as it is', async () => {
    const { services, seen } = bench(() => wire({ enablePurgeProtection: null }))
    expect(await services.azure.createVault(newVault)).toMatchObject({ ok: true, value: { purgeProtection: false } })
    expect(methods(seen)).toEqual(['GET'])
  })

  it('writes nothing when it is unknown whether it exists', async () => {
    const { services, seen } = bench(() => ({ status: 403, body: { error: { code: 'AuthorizationFailed', message: 'No.' } } }))
    expect(await services.azure.createVault(newVault)).toMatchObject({ ok: false, refusal: { code: 'AuthorizationFailed' } })
    expect(methods(seen)).toEqual(['GET'])
  })

  it('waits for one that answers with nothing yet', async () => {
    const { services, seen } = bench(inTurn(missing, { status: 202 }, wire()))
    expect(await services.azure.createVault(newVault)).toMatchObject({ ok: true })
    expect(methods(seen)).toEqual(['GET', 'PUT', 'GET'])
  })

  it('does not wait forever', async () => {
    const { services, slept } = bench(inTurn(missing, wire({ provisioningState: 'RegisteringDns' })))
    expect(await services.azure.createVault(newVault)).toMatchObject({
      ok: false,
      refusal: { reason: 'not-ready', code: 'RegisteringDns' },
    })
    expect(slept).toHaveLength(120)
  })

  it('leaves in doubt what Azure took and then never shows: that is read before it is sent again', async () => {
    const { services, seen } = bench(inTurn(missing, wire({ provisioningState: 'RegisteringDns' }), missing))
    const answer = await services.azure.createVault(newVault)
    expect(answer).toMatchObject({ ok: false, refusal: { reason: 'unavailable', taken: true } })
    expect(methods(seen).filter((method) => method === 'PUT')).toHaveLength(1)
  })

  it('does not wait for one that failed', async () => {
    const { services, slept } = bench(inTurn(missing, wire({ provisioningState: 'Failed' })))
    expect(await services.azure.createVault(newVault)).toMatchObject({ ok: false, refusal: { reason: 'conflict', code: 'Failed' } })
    expect(slept).toEqual([])
  })

  it('gives back the conflict when a deleted vault holds the name', async () => {
    const { services } = bench(
      inTurn(missing, {
        status: 409,
        body: { error: { code: 'ConflictError', message: 'A vault with the same name already exists in deleted state.' } },
      }),
    )
    expect(await services.azure.createVault(newVault)).toMatchObject({ ok: false, refusal: { reason: 'conflict', code: 'ConflictError' } })
  })
})

describe('turning on purge protection', () => {
  it('sends that one member and no other', async () => {
    const { services, seen } = bench(({ method }) => (method === 'GET' ? wire() : wire({ enablePurgeProtection: true })))
    expect(await services.azure.turnOnPurgeProtection(SUBSCRIPTION, 'rg', 'kv1')).toMatchObject({
      ok: true,
      value: { purgeProtection: true },
    })
    expect(methods(seen)).toEqual(['GET', 'PATCH'])
    expect(JSON.parse(seen[1]?.body ?? '')).toEqual({ properties: { enablePurgeProtection: true } })
  })

  it('writes nothing where it is on', async () => {
    const { services, seen } = bench(() => wire({ enablePurgeProtection: true }))
    expect(await services.azure.turnOnPurgeProtection(SUBSCRIPTION, 'rg', 'kv1')).toMatchObject({ ok: true })
    expect(methods(seen)).toEqual(['GET'])
  })
})

describe('adding an access policy', () => {
  const withPolicy = (...keys: readonly string[]) =>
    wire({ accessPolicies: [{ tenantId: account.tenantId, objectId: PRINCIPAL.toUpperCase(), permissions: { keys } }] })

  it('adds get, wrapKey and unwrapKey for the identity in the vault’s tenant and reads the vault again', async () => {
    const { services, seen } = bench(({ method }) => (method === 'PUT' ? wire({ accessPolicies: [] }) : wire()))
    expect(await services.azure.addKeyAccessPolicy(SUBSCRIPTION, 'rg', 'kv1', PRINCIPAL)).toMatchObject({ ok: true })
    expect(methods(seen)).toEqual(['GET', 'PUT', 'GET'])
    expect(seen[1]?.url.pathname).toBe(`${VAULT_ID}/accessPolicies/add`)
    expect(JSON.parse(seen[1]?.body ?? '')).toEqual({
      properties: {
        accessPolicies: [{ tenantId: account.tenantId, objectId: PRINCIPAL, permissions: { keys: ['get', 'wrapKey', 'unwrapKey'] } }],
      },
    })
  })

  it.each([[['GET', 'WrapKey', 'unwrapkey']], [['All']]])('writes nothing where the identity has %j', async (keys) => {
    const { services, seen } = bench(() => withPolicy(...keys))
    expect(await services.azure.addKeyAccessPolicy(SUBSCRIPTION, 'rg', 'kv1', PRINCIPAL)).toMatchObject({ ok: true })
    expect(methods(seen)).toEqual(['GET'])
  })

  it('writes where one of the three is missing', async () => {
    const { services, seen } = bench(() => withPolicy('get', 'wrapKey'))
    await services.azure.addKeyAccessPolicy(SUBSCRIPTION, 'rg', 'kv1', PRINCIPAL)
    expect(methods(seen)).toContain('PUT')
  })
})

describe('asking for a vault’s name', () => {
  const reply = (body: object): Reply => ({ status: 200, body })
  const taken = { nameAvailable: false, reason: 'AlreadyExists', message: 'The name is in use.' }
  const deleted = (name: string, properties: object | null) => ({ value: [{ name, properties }] })

  it('sends the name and the type, and asks nothing more where it is free', async () => {
    const { services, seen } = bench(() => reply({ nameAvailable: true }))
    expect(await services.azure.readVaultName(SUBSCRIPTION, 'kv1')).toEqual({ ok: true, value: { available: true } })
    expect(methods(seen)).toEqual(['POST'])
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ name: 'kv1', type: 'Microsoft.KeyVault/vaults' })
  })

  it.each([
    [
      'a deleted vault, with its dates',
      deleted('KV1', { deletionDate: '2026-01-05T09:00:00Z', scheduledPurgeDate: '2026-04-05T09:00:00Z' }),
      { deleted: { deletedAt: Date.UTC(2026, 0, 5, 9), heldUntil: Date.UTC(2026, 3, 5, 9) } },
    ],
    ['a deleted vault, with unreadable dates', deleted('kv1', { deletionDate: 'lately', scheduledPurgeDate: null }), { deleted: {} }],
    ['another deleted vault', deleted('kv2', null), {}],
  ])('says that %s is what was found', async (_, body, found) => {
    const { services, seen } = bench(({ method }) => reply(method === 'POST' ? taken : body))
    expect(await services.azure.readVaultName(SUBSCRIPTION, 'kv1')).toEqual({
      ok: true,
      value: { available: false, reason: taken.reason, message: taken.message, ...found },
    })
    expect(methods(seen)).toEqual(['POST', 'GET'])
  })

  it('still says that the name is taken where deleted vaults may not be listed', async () => {
    const refusal: Reply = { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'No.' } } }
    const { services } = bench(({ method }) => (method === 'POST' ? reply(taken) : refusal))
    expect(await services.azure.readVaultName(SUBSCRIPTION, 'kv1')).toMatchObject({ ok: true, value: { available: false } })
  })
})
