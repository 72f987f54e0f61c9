import { describe, expect, it } from 'vitest'
import { storeOrigin, vaultOrigin } from '#node/practice/addresses.ts'
import { AUTOMATION, PEOPLE, SUBSCRIPTION, TENANT } from '#node/practice/people.ts'
import { azureCliMissing, rehearsing } from './azure-cli.ts'

const GROUP = 'rg-contoso-cmk'
const VAULT = 'kv-contoso-cmk'
const KEY = 'cmk-contoso-prod'
const GROUP_ID = `/subscriptions/${SUBSCRIPTION.id}/resourceGroups/${GROUP}`
const VAULT_ID = `${GROUP_ID}/providers/Microsoft.KeyVault/vaults/${VAULT}`
const POLICY_ID = `${GROUP_ID}/providers/Microsoft.PowerPlatform/enterprisePolicies/cmk-contoso-prod`

describe.skipIf(azureCliMissing)('Azure CLI reads in the practice tenant', () => {
  const rehearsal = rehearsing('already-encrypted')

  it('the account it signed in with', async () => {
    expect(await rehearsal().az('account', 'show')).toMatchObject({
      id: SUBSCRIPTION.id,
      name: SUBSCRIPTION.name,
      tenantId: TENANT.id,
      user: { name: AUTOMATION.clientId, type: 'servicePrincipal' },
    })
  })

  it('a resource provider and the locations of its policies', async () => {
    const provider = await rehearsal().az('provider', 'show', '--namespace', 'Microsoft.PowerPlatform')
    expect(provider).toMatchObject({
      registrationState: 'Registered',
      resourceTypes: expect.arrayContaining([
        expect.objectContaining({ resourceType: 'enterprisePolicies', locations: expect.arrayContaining(['United States']) }),
      ]),
    })
  })

  it('a resource group, and that another does not exist', async () => {
    expect(await rehearsal().az('group', 'show', '--name', GROUP)).toMatchObject({ location: 'eastus' })
    expect(await rehearsal().az('group', 'exists', '--name', 'rg-none')).toBe(false)
  })

  it('the list of vaults', async () => {
    expect(await rehearsal().az('keyvault', 'list')).toMatchObject([{ id: VAULT_ID, location: 'eastus' }])
  })

  it('a vault by its name alone', async () => {
    expect(await rehearsal().az('keyvault', 'show', '--name', VAULT)).toMatchObject({
      id: VAULT_ID,
      properties: {
        enablePurgeProtection: true,
        enableRbacAuthorization: true,
        vaultUri: `${rehearsal().addressOf(vaultOrigin(VAULT))}/`,
      },
    })
  })

  it('no vault of the name where only a deleted one could be', async () => {
    expect(await rehearsal().az('keyvault', 'list-deleted')).toEqual([])
  })

  it('a key by its address, because the vault has a port instead of a name', async () => {
    const id = `${rehearsal().addressOf(vaultOrigin(VAULT))}/keys/${KEY}`
    expect(await rehearsal().az('keyvault', 'key', 'show', '--id', id)).toMatchObject({
      attributes: { enabled: true, recoverableDays: 90, recoveryLevel: 'Recoverable' },
      key: { kid: expect.stringMatching(/^https:\/\/localhost:\d+\/keys\/cmk-contoso-prod\/[0-9a-f]{32}$/), kty: 'RSA' },
    })
  })

  it('role assignments at a vault with the names of roles and of those who hold them', async () => {
    const assignments = await rehearsal().az('role', 'assignment', 'list', '--scope', VAULT_ID, '--include-inherited')
    expect(assignments).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ principalName: PEOPLE.ada.userName, principalType: 'User', roleDefinitionName: 'Owner' }),
        expect.objectContaining({ principalName: AUTOMATION.clientId, roleDefinitionName: 'Key Vault Administrator' }),
        expect.objectContaining({
          principalType: 'ServicePrincipal',
          roleDefinitionName: 'Key Vault Crypto Service Encryption User',
          scope: VAULT_ID,
        }),
      ]),
    )
  })

  it('a person’s role assignments by the name they sign in with', async () => {
    const assignments = await rehearsal().az('role', 'assignment', 'list', '--assignee', PEOPLE.kim.userName, '--scope', GROUP_ID)
    expect(assignments).toMatchObject([{ principalId: PEOPLE.kim.objectId, roleDefinitionName: 'Owner', scope: GROUP_ID }])
  })

  it('an enterprise policy, which it knows nothing of, as a resource', async () => {
    expect(await rehearsal().az('resource', 'show', '--ids', POLICY_ID)).toMatchObject({
      kind: 'Encryption',
      location: 'unitedstates',
      identity: { type: 'SystemAssigned', tenantId: TENANT.id },
      properties: { encryption: { state: 'Enabled', keyVault: { id: VAULT_ID, key: { name: KEY } } } },
    })
  })

  it('that an app without a permission for Microsoft Graph may not read people', async () => {
    const refused = await rehearsal().run('az', ['ad', 'user', 'show', '--id', PEOPLE.ada.userName])
    expect(refused.status).not.toBe(0)
    expect(refused.stderr).toContain('Insufficient privileges to complete the operation.')
  })

  it('refusals in the words of the services', async () => {
    const missing = await rehearsal().run('az', ['keyvault', 'show', '--name', 'kv-none', '--resource-group', GROUP])
    expect(missing.status).not.toBe(0)
    expect(missing.stderr).toContain('(ResourceNotFound)')
  })

  it('and leaves the tenant as it was, without a defect', () => {
    expect(rehearsal().server.tenant.writes()).toEqual([])
    expect(rehearsal().defects).toEqual([])
  })
})

describe.skipIf(azureCliMissing)('Azure CLI reads a Managed HSM in the practice tenant', () => {
  const HSM = 'hsm-contoso'
  const HSM_ID = `${GROUP_ID}/providers/Microsoft.KeyVault/managedHSMs/${HSM}`
  const rehearsal = rehearsing('managed-hsm')
  const address = () => rehearsal().addressOf(storeOrigin({ name: HSM, managedHsm: {} }))

  it('in the list and by its name', async () => {
    expect(await rehearsal().az('keyvault', 'list', '--resource-type', 'hsm')).toMatchObject([{ id: HSM_ID, location: 'eastus' }])
    expect(await rehearsal().az('keyvault', 'show', '--hsm-name', HSM, '--resource-group', GROUP)).toMatchObject({
      id: HSM_ID,
      properties: { enablePurgeProtection: true, provisioningState: 'Succeeded', hsmUri: `${address()}/` },
    })
  })

  it('who has which local role; the names of roles alone are asked by the HSM’s name, which has no port', async () => {
    expect(await rehearsal().az('keyvault', 'role', 'assignment', 'list', '--id', address())).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ principalId: PEOPLE.ada.objectId, roleName: 'Managed HSM Crypto User', scope: '/keys' }),
      ]),
    )
  })

  it('and leaves the tenant as it was, without a defect', () => {
    expect(rehearsal().server.tenant.writes()).toEqual([])
    expect(rehearsal().defects).toEqual([])
  })
})
