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

  const pinned = { encryption: { keyVault: { id: VAULT_ID, key: { name: 'k', version: 'v1' } } } }
  it.each<[string, object, object]>([
    [
      'identity by the name in the specification',
      { identity: { systemAssignedIdentityPrincipalId: PRINCIPAL } },
      { principalId: PRINCIPAL },
    ],
    ['pinned version', { properties: pinned }, { keyVersion: 'v1' }],
    ['kind, whatever it is', { kind: 'NetworkInjection', properties: { networkInjection: {} } }, { kind: 'NetworkInjection' }],
  ])('shows its %s', async (_, sent, value) => {
    const answer = await bench(() => wire(sent)).services.azure.readPolicy(SUBSCRIPTION, 'rg', 'policy')
    expect(answer).toMatchObject({ ok: true, value })
    if ('kind' in sent) expect(answer).not.toHaveProperty('value.vaultId')
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
