import { describe, expect, test } from 'vitest'
import { TENANT } from '#node/practice/world.ts'
import { environment, link, poll, ready, type Wish } from './linking.ts'
import { assignmentAt, hours, NOW, operationAddress, roleFor, VAULT_PATH } from './practise.ts'

/** State of a link some hours after it was accepted. */
async function linked(practised: ReturnType<typeof ready>, after: number) {
  const address = operationAddress(await link(practised))
  practised.clock.advance(hours(after))
  return poll(practised, address)
}

describe('a link that is accepted although the vault says no', () => {
  const denied = { bypass: 'None', defaultAction: 'Deny', ipRules: [], virtualNetworkRules: [] }
  test.each<[string, Wish, string]>([
    ['no role for the identity', { granted: false }, 'ForbiddenByRbac'],
    ['no access policy for the identity', { vault: { enableRbacAuthorization: false } }, 'ForbiddenByPolicy'],
    ['a closed firewall', { vault: { networkAcls: denied } }, 'ForbiddenByFirewall'],
    ['no public access and no bypass', { vault: { publicNetworkAccess: 'Disabled', networkAcls: denied } }, 'ForbiddenByFirewall'],
    ['no purge protection', { vault: { enablePurgeProtection: false } }, 'purge protection'],
    ['a key of 4096 bits', { keySize: 4096 }, '2048 or 3072'],
  ])('fails in Validate: %s', async (_what, wish, text) => {
    const practised = ready(wish)
    const operation = await linked(practised, 2)
    expect(operation.state.id).toBe('Failed')
    expect(operation.stages.map(({ id, state }) => `${id} ${state?.id}`)).toEqual(['Validate Failed'])
    expect(operation.error?.message).toContain(text)
    const { states, enterprisePolicies, ongoingOperation } = await environment(practised)
    expect([states?.runtime.id, enterprisePolicies?.customerManagedKeys, ongoingOperation]).toEqual(['Enabled', undefined, undefined])
  })

  test.each<[string, Wish]>([
    ['a role', {}],
    ['the firewall shut, but open to trusted services', { vault: { networkAcls: { ...denied, bypass: 'AzureServices' } } }],
    [
      'no public access, but trusted services',
      { vault: { publicNetworkAccess: 'Disabled', networkAcls: { ...denied, bypass: 'AzureServices' } } },
    ],
    ['a key of 3072 bits', { keySize: 3072 }],
  ])('succeeds with %s', async (_what, wish) => {
    const practised = ready(wish)
    expect((await linked(practised, 27)).state.id).toBe('Succeeded')
  })

  test.each([
    [['Get', 'WRAPKEY', 'unwrapkey'], 'Succeeded'],
    [['all'], 'Succeeded'],
    [['get', 'wrapKey'], 'Failed'],
    [['wrapKey', 'unwrapKey'], 'Failed'],
  ])('with an access policy of %j: %s', async (keys, state) => {
    const practised = ready({ vault: { enableRbacAuthorization: false } })
    const accessPolicies = [{ tenantId: TENANT.id, objectId: practised.principalId, permissions: { keys } }]
    await practised.arm('PUT', `${VAULT_PATH}/accessPolicies/add`, { body: { properties: { accessPolicies } } })
    expect((await linked(practised, 27)).state.id).toBe(state)
  })

  test.each([
    [44_999, 'Failed'],
    [45_000, 'Succeeded'],
  ])('%i ms after the role was assigned: %s, because a vault knows a role only after a minute', async (pause, state) => {
    const practised = ready({ granted: false })
    const body = roleFor(practised.principalId, 'e147488a-f6f5-4113-8e2d-b22465e65bf6', 'ServicePrincipal')
    await practised.arm('PUT', assignmentAt(VAULT_PATH), { body })
    practised.clock.advance(pause)
    expect((await linked(practised, 27)).state.id).toBe(state)
  })

  test.each([
    [{ enabled: false }, 'disabled'],
    [{ exp: NOW / 1000 - 1 }, 'expired'],
    [{ nbf: NOW / 1000 + 86_400 }, 'not active yet'],
  ])('fails with a key that has %j', async (attributes, text) => {
    const practised = ready()
    await practised.keys('PATCH', '/keys/cmk', { body: { attributes } })
    expect((await linked(practised, 1)).error?.message).toContain(text)
  })

  test('says nothing of the reason where the scenario keeps it back', async () => {
    const practised = ready({ granted: false, behaviour: { failedOperationsSayWhy: false } })
    expect(await linked(practised, 1)).not.toHaveProperty('error')
  })
})
