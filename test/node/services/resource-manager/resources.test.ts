import { describe, expect, it } from 'vitest'
import { english } from '#test/english.ts'
import { bench, type Reply, SUBSCRIPTION } from '../azure/stand-in.ts'

const provider = (registrationState: string, resourceTypes?: unknown): Reply => ({
  status: 200,
  body: { id: '/x', namespace: 'Microsoft.PowerPlatform', registrationState, ...(resourceTypes === undefined ? {} : { resourceTypes }) },
})
const missing: Reply = {
  status: 404,
  body: { error: { code: 'ResourceGroupNotFound', message: "Resource group 'rg' could not be found." } },
}
const group: Reply = { status: 200, body: { id: '/x', name: 'rg', location: 'westeurope', properties: { provisioningState: 'Succeeded' } } }

describe('the resource provider', () => {
  it('is read with the locations of enterprise policies as words', async () => {
    const types = [
      { resourceType: 'accounts', locations: ['East US'] },
      { resourceType: 'EnterprisePolicies', locations: ['United States', 'Europe', 'UAE'] },
    ]
    const { services, seen } = bench(() => provider('Registered', types))
    expect(await services.azure.readProvider(SUBSCRIPTION, 'Microsoft.PowerPlatform')).toEqual({
      ok: true,
      value: { namespace: 'Microsoft.PowerPlatform', registrationState: 'Registered', policyLocations: ['unitedstates', 'europe', 'uae'] },
    })
    expect(seen[0]?.url.pathname).toBe(`/subscriptions/${SUBSCRIPTION}/providers/Microsoft.PowerPlatform`)
  })

  it('may list no types', async () => {
    const { services } = bench(() => provider('Registering'))
    expect(await services.azure.readProvider(SUBSCRIPTION, 'Microsoft.PowerPlatform')).toMatchObject({
      ok: true,
      value: { registrationState: 'Registering', policyLocations: [] },
    })
  })

  it('is asked once to register', async () => {
    const { services, seen } = bench(() => provider('Registering'))
    expect(await services.azure.registerProvider(SUBSCRIPTION, 'Microsoft.PowerPlatform')).toMatchObject({
      ok: true,
      value: { registrationState: 'Registering' },
    })
    expect(seen.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
      `POST /subscriptions/${SUBSCRIPTION}/providers/Microsoft.PowerPlatform/register`,
    ])
  })
})

describe('a resource group', () => {
  it('is made where there is none', async () => {
    const { services, seen } = bench(({ method }) => (method === 'GET' ? missing : { ...group, status: 201 }))
    expect(await services.azure.createResourceGroup(SUBSCRIPTION, { name: 'rg', location: 'westeurope' })).toEqual({
      ok: true,
      value: { name: 'rg', location: 'westeurope' },
    })
    expect(seen.map(({ method, body }) => `${method} ${body}`)).toEqual(['GET ', 'PUT {"location":"westeurope"}'])
    expect(seen.every(({ url }) => url.pathname.toLowerCase() === `/subscriptions/${SUBSCRIPTION}/resourcegroups/rg`)).toBe(true)
  })

  it('that exists stays as it is, wherever it is', async () => {
    const { services, seen } = bench(() => group)
    expect(await services.azure.createResourceGroup(SUBSCRIPTION, { name: 'rg', location: 'eastus' })).toEqual({
      ok: true,
      value: { name: 'rg', location: 'westeurope' },
    })
    expect(seen.map(({ method }) => method)).toEqual(['GET'])
  })
})

describe('a resource group that Azure is deleting', () => {
  const deleting = { ...group, body: { name: 'rg', location: 'westeurope', properties: { provisioningState: 'Deleting' } } }

  it('isn’t there any more', async () => {
    const { services } = bench(() => deleting)
    expect(english.all(await services.azure.readResourceGroup(SUBSCRIPTION, 'rg'))).toMatchObject({
      ok: false,
      refusal: { reason: 'not-found', message: 'Azure is still deleting the resource group rg.' },
    })
  })

  it('is waited for before another of its name is made', async () => {
    const { services, seen } = bench(() => deleting)
    expect(await services.azure.createResourceGroup(SUBSCRIPTION, { name: 'rg', location: 'westeurope' })).toMatchObject({
      ok: false,
      refusal: { reason: 'not-ready', retryAfterSeconds: 60, code: 'ResourceGroupBeingDeleted' },
    })
    expect(seen.map(({ method }) => method)).toEqual(['GET'])
  })
})

describe('subscriptions', () => {
  it('are read with what the account can tell of them', async () => {
    const { services } = bench(() => ({
      status: 200,
      body: {
        value: [
          { id: `/subscriptions/${SUBSCRIPTION}`, subscriptionId: SUBSCRIPTION, displayName: 'Contoso', state: 'Warned', tenantId: 't' },
          { subscriptionId: 'bare' },
          { subscriptionId: 'disguised', displayName: '\u202edorP\u001b[2J\n' },
          { subscriptionId: 'unseen', displayName: '\u202e\u200b' },
        ],
      },
    }))
    expect(await services.azure.listSubscriptions()).toEqual({
      ok: true,
      value: [
        { id: SUBSCRIPTION, displayName: 'Contoso', state: 'Warned', tenantId: 't' },
        { id: 'bare', displayName: 'bare', state: '' },
        { id: 'disguised', displayName: 'dorP [2J', state: '' },
        { id: 'unseen', displayName: 'unseen', state: '' },
      ],
    })
  })
})
