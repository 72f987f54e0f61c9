import { describe, expect, it } from 'vitest'
import type { Services } from '#machines/procedure/services/services.ts'
import { GROUP, given, KEY, practise, refused, SUBSCRIPTION, VAULT } from './practice.ts'

const PLACE = { subscriptionId: SUBSCRIPTION.id, resourceGroup: GROUP, name: VAULT }
const ENDPOINT = { ...PLACE, resourceGroup: 'rg-contoso-network', name: 'pe-contoso-cmk' }

/** Reads and writes on a private vault from outside its network. */
async function walk({ azure }: Services): Promise<void> {
  const vault = given(await azure.readVault(SUBSCRIPTION.id, GROUP, VAULT))
  expect(vault).toMatchObject({
    publicNetworkAccess: 'Disabled',
    networkRules: { bypass: 'AzureServices' },
    privateEndpoints: [
      { name: 'pe-contoso-cmk', state: 'Approved', endpointId: expect.stringContaining('/privateEndpoints/pe-contoso-cmk') },
    ],
  })
  expect(refused(await azure.readKey(vault.vaultUri, KEY))).toMatchObject({ reason: 'forbidden', code: 'ForbiddenByConnection' })
  expect(refused(await azure.readKeyResource(PLACE, KEY))).toMatchObject({ reason: 'not-found' })
  const made = given(await azure.createKeyResource(PLACE, KEY, 3072))
  expect(made).toMatchObject({
    key: { name: KEY, type: 'RSA', size: 3072, enabled: true, recoveryLevel: 'Recoverable' },
    rotation: { rotates: false },
  })
  // As the vault itself names it, though Azure Resource Manager writes out the port.
  expect(made.key.id).toBe(`${vault.vaultUri}keys/${KEY}/${made.key.version}`)
  expect(given(await azure.readKeyResource(PLACE, KEY))).toEqual(made)
  const versions = given(await azure.listKeyResourceVersions(PLACE, KEY))
  expect(versions).toEqual([{ version: made.key.version, enabled: true, createdAt: expect.any(Number) }])
  // A second request returns the same key: no second version, for any requested size.
  expect(given(await azure.createKeyResource(PLACE, KEY, 2048))).toEqual(made)
  expect(given(await azure.listPrivateDnsZones(ENDPOINT))).toEqual(['privatelink.vaultcore.azure.net'])
  expect(refused(await azure.listPrivateDnsZones({ ...ENDPOINT, name: 'pe-other' }))).toMatchObject({ reason: 'not-found' })
}

describe('a private vault, from outside its network', () => {
  it('shows its keys to Azure Resource Manager only, in process', async () => walk(practise('private-vault').services))

  it('says no to who may not, in words of its own', async () => {
    const { as } = practise('private-vault')
    const { azure } = as('grace')
    expect(refused(await azure.readKeyResource(PLACE, KEY))).toMatchObject({ reason: 'forbidden' })
    expect(refused(await azure.createKeyResource(PLACE, KEY, 3072))).toMatchObject({ reason: 'forbidden' })
    expect(refused(await azure.listPrivateDnsZones(ENDPOINT))).toMatchObject({ reason: 'forbidden' })
  })
})
