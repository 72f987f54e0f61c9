import { describe, expect, it } from 'vitest'
import { bench, PRINCIPAL, type Reply, SUBSCRIPTION, VAULT_ID } from '../azure/stand-in.ts'

const POLICY_ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.PowerPlatform/enterprisePolicies/policy`
const wire = (more: object = {}): Reply => ({
  status: 200,
  body: {
    id: POLICY_ID,
    name: 'policy',
    location: 'europe',
    kind: 'Encryption',
    identity: { type: 'SystemAssigned', principalId: PRINCIPAL, tenantId: 't' },
    properties: {
      systemId: '/regions/europe/providers/Microsoft.PowerPlatform/enterprisePolicies/s',
      encryption: { state: 'Enabled', keyVault: { id: VAULT_ID, key: { name: 'cmk-key', version: null } } },
      healthStatus: 'Undetermined',
    },
    ...more,
  },
})
const missing: Reply = { status: 404, body: { error: { code: 'ResourceNotFound', message: 'No policy.' } } }
const wanted = {
  subscriptionId: SUBSCRIPTION,
  resourceGroup: 'rg',
  name: 'policy',
  location: 'europe',
  vaultId: VAULT_ID,
  keyName: 'cmk-key',
}

describe('an enterprise policy', () => {
  it('is read with its identity, its vault and its key', async () => {
    const { services, seen, scopes } = bench(() => wire())
    expect(await services.azure.readPolicy(SUBSCRIPTION, 'rg', 'policy')).toEqual({
      ok: true,
      value: {
        id: POLICY_ID,
        name: 'policy',
        location: 'europe',
        kind: 'Encryption',
        identityType: 'SystemAssigned',
        principalId: PRINCIPAL,
        systemId: '/regions/europe/providers/Microsoft.PowerPlatform/enterprisePolicies/s',
        encryptionState: 'Enabled',
        vaultId: VAULT_ID,
        keyName: 'cmk-key',
      },
    })
    expect(seen[0]?.url.href).toBe(`https://management.azure.com${POLICY_ID}?api-version=2020-10-30`)
    expect(scopes).toEqual(['https://management.azure.com/.default'])
  })

  it('has its identity under the name the specification gives it, too', async () => {
    const { services } = bench(() => wire({ identity: { type: 'SystemAssigned', systemAssignedIdentityPrincipalId: PRINCIPAL } }))
    expect(await services.azure.readPolicy(SUBSCRIPTION, 'rg', 'policy')).toMatchObject({ ok: true, value: { principalId: PRINCIPAL } })
  })

  it('shows the version it is pinned to', async () => {
    const { services } = bench(() =>
      wire({ properties: { encryption: { keyVault: { id: VAULT_ID, key: { name: 'k', version: 'v1' } } } } }),
    )
    expect(await services.azure.readPolicy(SUBSCRIPTION, 'rg', 'policy')).toMatchObject({ ok: true, value: { keyVersion: 'v1' } })
  })

  it('of another kind is read as what it is', async () => {
    const { services } = bench(() => wire({ kind: 'NetworkInjection', properties: { networkInjection: { virtualNetworks: [] } } }))
    const answer = await services.azure.readPolicy(SUBSCRIPTION, 'rg', 'policy')
    expect(answer).toMatchObject({ ok: true, value: { kind: 'NetworkInjection' } })
    expect(answer).not.toHaveProperty('value.vaultId')
  })

  it('is made with a system-assigned identity and no pinned version', async () => {
    const { services, seen } = bench(({ method }) => (method === 'GET' ? missing : { ...wire(), status: 201 }))
    expect(await services.azure.createPolicy(wanted)).toMatchObject({ ok: true, value: { id: POLICY_ID } })
    expect(seen.map(({ method }) => method)).toEqual(['GET', 'PUT'])
    expect(JSON.parse(seen[1]?.body ?? '')).toEqual({
      location: 'europe',
      kind: 'Encryption',
      identity: { type: 'SystemAssigned' },
      tags: {},
      properties: { encryption: { state: 'Enabled', keyVault: { id: VAULT_ID, key: { name: 'cmk-key' } } } },
    })
  })

  it('that exists is returned unchanged, with any key', async () => {
    const { services, seen } = bench(() => wire())
    expect(await services.azure.createPolicy({ ...wanted, keyName: 'another' })).toMatchObject({ ok: true, value: { keyName: 'cmk-key' } })
    expect(seen.map(({ method }) => method)).toEqual(['GET'])
  })

  it('has its name written so that it cannot become another address', async () => {
    const { services, seen } = bench(() => missing)
    await services.azure.readPolicy(SUBSCRIPTION, 'rg', '../../x?y#z')
    expect(seen[0]?.url.pathname.endsWith('/enterprisePolicies/..%2F..%2Fx%3Fy%23z')).toBe(true)
  })
})

describe('listing policies', () => {
  it('follows the next page on the same host', async () => {
    const next = `https://management.azure.com/subscriptions/${SUBSCRIPTION}/x?$skiptoken=2`
    const { services } = bench(({ url }) => ({
      status: 200,
      body: url.searchParams.has('$skiptoken') ? { value: [] } : { value: [wire().body], nextLink: next },
    }))
    expect(await services.azure.listPolicies(SUBSCRIPTION)).toMatchObject({ ok: true, value: [{ name: 'policy' }] })
  })

  it('refuses a next page on another host before it fetches a token for it', async () => {
    const { services, seen, scopes } = bench(() => ({
      status: 200,
      body: { value: [], nextLink: 'https://management.azure.com.evil.example/x' },
    }))
    expect(await services.azure.listPolicies(SUBSCRIPTION)).toMatchObject({ ok: false, refusal: { reason: 'rejected' } })
    expect(seen).toHaveLength(1)
    expect(scopes).toHaveLength(1)
  })
})
