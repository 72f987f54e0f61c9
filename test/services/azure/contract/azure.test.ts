import { describe, expect, it } from 'vitest'
import {
  ENCRYPTION_USER,
  GROUP,
  given,
  HOUR,
  KEY,
  MINUTE,
  PEOPLE,
  POLICY,
  POLICY_ID,
  practise,
  READER,
  refused,
  SUBSCRIPTION,
  TENANT,
  VAULT,
  VAULT_ID,
} from './practice.ts'

const S = SUBSCRIPTION.id
const newVault = { subscriptionId: S, resourceGroup: GROUP, name: VAULT, location: 'eastus', tenantId: TENANT.id }
const newPolicy = { subscriptionId: S, resourceGroup: GROUP, name: POLICY, location: 'unitedstates', vaultId: VAULT_ID, keyName: KEY }

describe('listRegions', () => {
  it('gives what Azure calls each region, for anyone with a role in the subscription', async () => {
    const practice = practise('ready-to-enable')
    expect(given(await practice.services.azure.listRegions(SUBSCRIPTION.id))).toContainEqual({ name: 'eastus', displayName: 'East US' })
    expect(refused(await practice.as('nobody').azure.listRegions(SUBSCRIPTION.id))).toMatchObject({ reason: 'forbidden' })
  })
})

describe('listSubscriptions', () => {
  it('gives those the account has a role in', async () => {
    const practice = practise('ready-to-enable')
    expect(given(await practice.services.azure.listSubscriptions())).toEqual([
      { id: S, displayName: SUBSCRIPTION.name, state: 'Enabled', tenantId: TENANT.id },
    ])
    expect(given(await practice.as('nobody').azure.listSubscriptions())).toEqual([])
  })
})

describe('readProvider and registerProvider', () => {
  it('register once and are registered a minute later', async () => {
    const { services, clock } = practise('ready-to-enable')
    expect(given(await services.azure.readProvider(S))).toMatchObject({
      registrationState: 'NotRegistered',
      policyLocations: expect.arrayContaining(['unitedstates', 'uk', 'uae']),
    })
    expect(given(await services.azure.registerProvider(S)).registrationState).toBe('Registering')
    await clock.sleep(2 * MINUTE)
    expect(given(await services.azure.readProvider(S)).registrationState).toBe('Registered')
  })

  it('are refused to a person without the right', async () => {
    expect(refused(await practise('vault-without-purge-protection').as('kim').azure.registerProvider(S))).toMatchObject({
      reason: 'forbidden',
      code: 'AuthorizationFailed',
    })
  })
})

describe('readResourceGroup and createResourceGroup', () => {
  it('make a group where there is none, once', async () => {
    const { services, tenant } = practise('ready-to-enable')
    expect(refused(await services.azure.readResourceGroup(S, GROUP))).toMatchObject({ reason: 'not-found', code: 'ResourceGroupNotFound' })
    for (let round = 0; round < 2; round++)
      expect(given(await services.azure.createResourceGroup(S, { name: GROUP, location: 'eastus' }))).toEqual({
        name: GROUP,
        location: 'eastus',
      })
    expect(given(await services.azure.readResourceGroup(S, GROUP))).toEqual({ name: GROUP, location: 'eastus' })
    expect(tenant.writes()).toHaveLength(1)
  })
})

describe('createVault, readVault and listVaults', () => {
  it('make a vault fit for customer-managed keys, wait until it can be reached, and never touch it again', async () => {
    const { services, tenant, clock } = practise('ready-to-enable')
    given(await services.azure.createResourceGroup(S, { name: GROUP, location: 'eastus' }))
    const before = clock.now()
    const vault = given(await services.azure.createVault(newVault))
    expect(vault).toEqual({
      id: VAULT_ID,
      name: VAULT,
      tier: 'standard',
      location: 'eastus',
      vaultUri: `https://${VAULT}.vault.azure.net/`,
      tenantId: TENANT.id,
      softDelete: true,
      softDeleteRetentionDays: 90,
      purgeProtection: true,
      roleBasedAccess: true,
      accessPolicies: [],
      networkRules: { defaultAction: 'Allow', bypass: 'AzureServices', ipRules: 0, virtualNetworkRules: 0 },
      publicNetworkAccess: 'Enabled',
      provisioningState: 'Succeeded',
    })
    expect(clock.now()).toBeGreaterThan(before)
    expect(given(await services.azure.createVault({ ...newVault, location: 'westus' }))).toEqual(vault)
    expect(given(await services.azure.readVault(S, GROUP, VAULT))).toEqual(vault)
    expect(given(await services.azure.listVaults(S))).toEqual([{ id: VAULT_ID, name: VAULT, location: 'eastus' }])
    expect(tenant.writes().filter(({ path }) => path.endsWith(VAULT))).toHaveLength(1)
  })

  it('do not find what is not there', async () => {
    const { services } = practise('vault-without-purge-protection')
    expect(refused(await services.azure.readVault(S, GROUP, 'kv-other'))).toMatchObject({ reason: 'not-found', code: 'ResourceNotFound' })
    expect(refused(await services.azure.createVault({ ...newVault, resourceGroup: 'rg-other', name: 'kv-other' }))).toMatchObject({
      reason: 'not-found',
      code: 'ResourceGroupNotFound',
    })
  })
})

describe('turnOnPurgeProtection', () => {
  it('turns on that and nothing else', async () => {
    const { services, tenant } = practise('vault-without-purge-protection')
    const before = given(await services.azure.readVault(S, GROUP, VAULT))
    expect(before.purgeProtection).toBe(false)
    for (let round = 0; round < 2; round++)
      expect(given(await services.azure.turnOnPurgeProtection(S, GROUP, VAULT))).toEqual({ ...before, purgeProtection: true })
    expect(tenant.writes()).toHaveLength(1)
  })
})

describe('addKeyAccessPolicy', () => {
  it('gives one principal get, wrapKey and unwrapKey, once', async () => {
    const { services, tenant } = practise('vault-without-purge-protection')
    for (let round = 0; round < 2; round++) {
      const vault = given(await services.azure.addKeyAccessPolicy(S, GROUP, VAULT, PEOPLE.grace.objectId))
      expect(vault.accessPolicies).toEqual([{ objectId: PEOPLE.grace.objectId, keyPermissions: ['get', 'wrapKey', 'unwrapKey'] }])
    }
    expect(tenant.writes()).toHaveLength(1)
  })
})

describe('readKey and createKey', () => {
  it('make one version of a key of the size asked for', async () => {
    const { services } = practise('ready-to-enable')
    given(await services.azure.createResourceGroup(S, { name: GROUP, location: 'eastus' }))
    const { vaultUri } = given(await services.azure.createVault(newVault))
    expect(refused(await services.azure.readKey(vaultUri, KEY))).toMatchObject({ reason: 'not-found', code: 'KeyNotFound' })
    const key = given(await services.azure.createKey(vaultUri, KEY, { size: 3072, inHardware: false }))
    expect(key).toMatchObject({ name: KEY, type: 'RSA', size: 3072, enabled: true, version: expect.stringMatching(/^[0-9a-f]{32}$/) })
    expect(key.recoveryLevel).not.toContain('Purgeable')
    expect(given(await services.azure.createKey(vaultUri, KEY, { size: 2048, inHardware: false }))).toEqual(key)
    expect(given(await services.azure.readKey(vaultUri, KEY))).toEqual(key)
  })

  it('are refused to the owner of the vault who has no role inside it, with the vault’s own reason', async () => {
    const { as } = practise('vault-without-purge-protection')
    expect(refused(await as('kim').azure.readKey(`https://${VAULT}.vault.azure.net/`, KEY))).toMatchObject({
      reason: 'forbidden',
      status: 403,
      code: 'ForbiddenByRbac',
      message: expect.stringContaining('Caller is not authorized to perform action on resource.\r\n'),
    })
  })

  it('cannot reach a vault that does not exist', async () => {
    expect(refused(await practise('ready-to-enable').services.azure.readKey('https://kv-nowhere.vault.azure.net', KEY))).toMatchObject({
      reason: 'unavailable',
    })
  })
})

describe('createPolicy, readPolicy and listPolicies', () => {
  it('make a policy with an identity, once', async () => {
    const { services, tenant } = practise('vault-without-purge-protection')
    expect(refused(await services.azure.readPolicy(S, GROUP, POLICY))).toMatchObject({ reason: 'not-found', code: 'ResourceNotFound' })
    const policy = given(await services.azure.createPolicy(newPolicy))
    expect(policy).toMatchObject({
      name: POLICY,
      location: 'unitedstates',
      kind: 'Encryption',
      identityType: 'SystemAssigned',
      principalId: expect.any(String),
      systemId: expect.stringMatching(/^\/regions\/unitedstates\//),
      encryptionState: 'Enabled',
      vaultId: VAULT_ID,
      keyName: KEY,
    })
    expect(policy).not.toHaveProperty('keyVersion')
    expect(given(await services.azure.createPolicy({ ...newPolicy, keyName: 'another' }))).toMatchObject({
      keyName: KEY,
      systemId: policy.systemId,
    })
    expect(given(await services.azure.listPolicies(S))).toEqual([given(await services.azure.readPolicy(S, GROUP, POLICY))])
    expect(tenant.writes()).toHaveLength(1)
  })

  it('are refused until the provider is registered', async () => {
    const { services } = practise('ready-to-enable')
    given(await services.azure.createResourceGroup(S, { name: GROUP, location: 'eastus' }))
    expect(refused(await services.azure.createPolicy(newPolicy))).toMatchObject({
      reason: 'conflict',
      status: 409,
      code: 'MissingSubscriptionRegistration',
    })
  })

  it('are refused for a location that is an Azure region', async () => {
    expect(
      refused(await practise('vault-without-purge-protection').services.azure.createPolicy({ ...newPolicy, location: 'eastus' })),
    ).toMatchObject({
      reason: 'rejected',
      code: 'LocationNotAvailableForResourceType',
    })
  })
})

describe('assignRole and listRoleAssignments', () => {
  it('wait out the directory for a new identity, and grant once', async () => {
    const { services, clock, tenant } = practise('vault-without-purge-protection')
    const { principalId = '' } = given(await services.azure.createPolicy(newPolicy))
    const wanted = { scope: VAULT_ID, subscriptionId: S, roleId: ENCRYPTION_USER, principalId, principalType: 'ServicePrincipal' } as const
    expect(refused(await services.azure.assignRole(wanted))).toMatchObject({
      reason: 'not-ready',
      code: 'PrincipalNotFound',
      retryAfterSeconds: 15,
    })
    await clock.sleep(2 * MINUTE)
    const assignment = given(await services.azure.assignRole(wanted))
    expect(assignment).toMatchObject({
      roleId: ENCRYPTION_USER,
      principalId,
      scope: VAULT_ID,
      createdAt: expect.stringMatching(/^2026-11-24T/),
    })
    expect(given(await services.azure.assignRole({ ...wanted, scope: VAULT_ID.toLowerCase() }))).toMatchObject({ id: assignment.id })
    expect(given(await services.azure.listRoleAssignments(VAULT_ID, principalId))).toEqual([assignment])
    expect(tenant.inspect().roleAssignments.filter((entry) => entry.principalId === principalId)).toHaveLength(1)
  })

  it('treat an assignment that another person created under another name as done', async () => {
    const { services, tenant } = practise('already-encrypted')
    const { principalId = '' } = given(await services.azure.readPolicy(S, GROUP, POLICY))
    const wanted = { scope: VAULT_ID, subscriptionId: S, roleId: ENCRYPTION_USER, principalId, principalType: 'ServicePrincipal' } as const
    expect(given(await services.azure.assignRole(wanted))).toMatchObject({ roleId: ENCRYPTION_USER, scope: VAULT_ID })
    expect(tenant.writes()).toEqual([])
  })

  it('list what a person inherits from the subscription, over every page', async () => {
    const { services } = practise('already-encrypted')
    const assignments = given(await services.azure.listRoleAssignments(POLICY_ID, PEOPLE.ada.objectId))
    expect(assignments.length).toBeGreaterThan(2)
    expect(new Set(assignments.map(({ scope }) => scope))).toEqual(new Set([`/subscriptions/${S}`]))
  })

  it('are refused to a person who may not assign roles', async () => {
    const { services, clock } = practise('no-reader')
    await clock.sleep(HOUR)
    const wanted = {
      scope: POLICY_ID,
      subscriptionId: S,
      roleId: READER,
      principalId: PEOPLE.grace.objectId,
      principalType: 'User',
    } as const
    expect(refused(await services.azure.assignRole(wanted))).toMatchObject({
      reason: 'forbidden',
      code: 'AuthorizationFailed',
      correlationId: expect.any(String),
    })
    expect(given(await services.azure.listRoleAssignments(POLICY_ID, PEOPLE.grace.objectId))).toEqual([])
  })
})
