import { describe, expect, it } from 'vitest'
import { ENVIRONMENT, GROUP, given, KEY, practise, SUBSCRIPTION, TENANT, VAULT } from './practice.ts'

const S = SUBSCRIPTION.id
const vault = { subscriptionId: S, resourceGroup: GROUP, name: VAULT, location: 'eastus', tenantId: TENANT.id }

describe('services that turn every fourth call away', () => {
  it('are waited for, on the tenant’s clock, and everything is done in the end', async () => {
    const { services, clock } = practise('throttled')
    const { azure, powerPlatform, dataverse } = services
    const before = clock.now()
    given(await azure.createResourceGroup(S, { name: GROUP, location: 'eastus' }))
    given(await azure.createVault(vault))
    for (let round = 0; round < 4; round++) {
      given(await powerPlatform.listEnvironments())
      given(await powerPlatform.readEnvironment(ENVIRONMENT))
      given(await azure.listSubscriptions())
      given(await azure.listVaults(S))
      given(await dataverse.readIntegration('https://contoso-prod.crm.dynamics.com'))
    }
    expect(clock.now() - before).toBeGreaterThan(10_000)
  })
})

describe('a write that is turned away', () => {
  it('is at worst refused as unavailable, and safe to repeat', async () => {
    const { services, tenant } = practise('throttled')
    const { azure } = services
    given(await azure.createResourceGroup(S, { name: GROUP, location: 'eastus' }))
    const { vaultUri } = given(await azure.createVault(vault))
    for (let round = 0; round < 12; round++) {
      const answer = await azure.createKey(vaultUri, `key-${round}`, { size: 2048, inHardware: false })
      expect(answer.ok || answer.refusal.reason).toBeOneOf([true, 'unavailable'])
      if (!answer.ok)
        expect(given(await azure.createKey(vaultUri, `key-${round}`, { size: 2048, inHardware: false }))).toMatchObject({ size: 2048 })
    }
    expect(tenant.inspect().keys.every(({ versions }) => versions.length === 1)).toBe(true)
  })
})

describe('tokens', () => {
  it('are renewed although days pass on the tenant’s clock in no time at all', async () => {
    const { services, clock } = practise('already-encrypted')
    const vaultUri = `https://${VAULT}.vault.azure.net/`
    for (let day = 0; day < 4; day++) {
      given(await services.azure.listSubscriptions())
      given(await services.azure.listPolicies(S))
      given(await services.azure.readKey(vaultUri, KEY))
      given(await services.powerPlatform.readEnvironment(ENVIRONMENT))
      given(await services.dataverse.readIntegration('https://contoso-prod.crm.dynamics.com'))
      clock.advance(24 * 3_600_000)
    }
  })
})
