import { describe, expect, it } from 'vitest'
import type { Answer, LifecycleOperation } from '#machines/engine/answer.ts'
import { AZURE_ROLES } from '#machines/procedure/rights/roles.ts'
import type { Services } from '#machines/procedure/services/services.ts'
import { GROUPS } from '#node/practice/people.ts'
import type { PersonId } from '#node/practice/world.ts'
import {
  ENCRYPTION_USER,
  ENVIRONMENT,
  GROUP,
  given,
  HOUR,
  KEY,
  MINUTE,
  PEOPLE,
  POLICY,
  POLICY_ID,
  type Practice,
  practise,
  refused,
  SUBSCRIPTION,
  TENANT,
  VAULT,
  VAULT_ID,
} from './practice.ts'

const S = SUBSCRIPTION.id
const VAULT_URI = `https://${VAULT}.vault.azure.net/`
const ORGANIZATION = 'https://contoso-prod.crm.dynamics.com'
const newGroup = { name: GROUP, location: 'eastus' }
const newVault = { subscriptionId: S, resourceGroup: GROUP, name: VAULT, location: 'eastus', tenantId: TENANT.id }
const newPolicy = { subscriptionId: S, resourceGroup: GROUP, name: POLICY, location: 'unitedstates', vaultId: VAULT_ID, keyName: KEY }
const { ada, kim, petra } = PEOPLE
const { objectId: groupId, displayName: groupName } = GROUPS.keyAdministrators
type PersonOfTenant = (typeof PEOPLE)[PersonId]
const personOf = ({ objectId: id, displayName, userName }: PersonOfTenant) => ({ id, displayName, userName })

type Call = (services: Services) => Promise<Answer<unknown>>

const READY = 'ready-to-enable'
const WITH_VAULT = 'vault-without-purge-protection'

describe('the practice tenant answers the real clients', () => {
  it.each<[what: string, scenario: string, call: Call, value: unknown]>([
    [
      'with what Azure calls each region',
      READY,
      ({ azure }) => azure.listRegions(S),
      expect.arrayContaining([{ name: 'eastus', displayName: 'East US' }]),
    ],
    [
      'with the subscriptions of the account',
      READY,
      ({ azure }) => azure.listSubscriptions(),
      [{ id: S, displayName: SUBSCRIPTION.name, state: 'Enabled', tenantId: TENANT.id }],
    ],
    [
      'with where policies can be',
      READY,
      ({ azure }) => azure.readProvider(S, 'Microsoft.PowerPlatform'),
      { registrationState: 'NotRegistered', policyLocations: expect.arrayContaining(['unitedstates', 'uk', 'uae']) },
    ],
    [
      'with what an environment from Lifecycle Services is',
      READY,
      ({ powerPlatform }) => powerPlatform.readEnvironment(ENVIRONMENT),
      {
        id: ENVIRONMENT,
        displayName: 'contoso-prod',
        location: 'unitedstates',
        azureRegion: 'eastus',
        sku: 'Production',
        isDefault: false,
        protectionLevel: 'Standard',
        keyManagedBy: 'Microsoft',
        managementState: 'Ready',
        runtimeState: 'Enabled',
        inEnvironmentGroup: false,
        dataverse: { domainName: 'contoso-prod', instanceUrl: expect.stringMatching(/^https:\/\/contoso-prod\.crm\.dynamics\.com\/?$/) },
        financeAndOperations: { type: 'Linked', url: 'https://contoso-production.operations.dynamics.com/' },
        permissions: expect.arrayContaining(['ManageProtectionKeys']),
      },
    ],
    [
      'with a policy that comes only when it is asked for',
      'already-encrypted',
      ({ powerPlatform }) => powerPlatform.readEnvironment(ENVIRONMENT),
      { keyManagedBy: 'Customer', encryptionPolicy: { linkStatus: 'Linked', id: expect.stringMatching(/cmk-contoso-prod$/) } },
    ],
    [
      'with what runs in a busy environment',
      'busy-environment',
      ({ powerPlatform }) => powerPlatform.readEnvironment(ENVIRONMENT),
      { ongoingOperation: { type: 'Backup' } },
    ],
    [
      'with the app that an organization is linked to',
      READY,
      ({ dataverse }) => dataverse.readIntegration(`${ORGANIZATION}/`),
      { linked: true, url: 'https://contoso-production.operations.dynamics.com', id: '94b1f6e8-0d27-4c5a-b3e9-7f1a2c8d5064' },
    ],
    [
      'with no app where there is none',
      'encrypted-before-integration',
      ({ dataverse }) => dataverse.readIntegration(ORGANIZATION),
      { linked: false, code: '0x80048d0b', message: "Dataverse instance isn't integrated with finance and operations." },
    ],
    ['with a person by the object ID', READY, ({ directory }) => directory.readPerson(kim.objectId), personOf(kim)],
    ['with a group by its object ID', 'rights-by-group', ({ directory }) => directory.readGroupName(groupId), groupName],
    [
      'with the people in a group',
      'rights-by-group',
      ({ directory }) => directory.listGroupMembers(groupId),
      { people: [ada, kim].map(personOf), areMore: false },
    ],
    [
      'with groups by a word of the name',
      'rights-by-group',
      ({ directory }) => directory.searchGroups(groupName.split(' ')[0] ?? ''),
      [{ id: groupId, displayName: groupName, userName: '', isGroup: true }],
    ],
    ['with no group of another name', 'rights-by-group', ({ directory }) => directory.searchGroups('zz'), []],
    [
      'with how long a partner’s relationship lasts',
      'partner-by-delegation',
      ({ directory }) => directory.listPartnerRelationships(TENANT.id),
      [{ name: 'Fabrikam services', status: 'active', isExtended: false, roleIds: petra.directoryRoles }],
    ],
  ])('%s', async (_, scenario, call, value) => {
    expect(await call(practise(scenario).services)).toMatchObject({ ok: true, value })
  })

  it.each<[string, string, readonly string[]]>([
    ['a word of the name', 'mar', [ada.displayName]],
    ['both words, in any order', 'MARSH ada', [ada.displayName]],
    ['the user name', kim.userName.slice(0, 5), [kim.displayName]],
    ['nothing that is there', 'zz', []],
    ['the middle of a word', 'arsh', []],
    ['quotes and backslashes', '"\\" OR "', []],
  ])('with the people that are found by %s', async (_, wanted, names) => {
    const found = given(await practise(READY).services.directory.searchPeople(wanted))
    expect(found.map(({ displayName }) => displayName)).toEqual(names)
  })

  it('with every environment of the tenant', async () => {
    const environments = given(await practise(READY).services.powerPlatform.listEnvironments())
    expect(environments.map(({ displayName, sku }) => `${displayName}: ${sku}`)).toEqual([
      'contoso-prod: Production',
      'Contoso (default): Default',
      "Ada Marsh's Environment: Developer",
      'Expense pilot: Trial',
    ])
  })

  it('with what a person inherits from the subscription, over every page', async () => {
    const assignments = given(await practise('already-encrypted').services.azure.listRoleAssignments(POLICY_ID, ada.objectId))
    expect(assignments.length).toBeGreaterThan(2)
    expect(new Set(assignments.map(({ scope }) => scope))).toEqual(new Set([`/subscriptions/${S}`]))
  })
})

describe('the practice tenant refuses the real clients', () => {
  const FORBIDDEN = { reason: 'forbidden', status: 403 }
  it.each<[what: string, scenario: string, as: PersonId, call: Call, refusal: object]>([
    ['the regions to an account without a role', READY, 'nobody', ({ azure }) => azure.listRegions(S), FORBIDDEN],
    [
      'a key to the owner of the vault without a role inside',
      WITH_VAULT,
      'kim',
      ({ azure }) => azure.readKey(VAULT_URI, KEY),
      {
        ...FORBIDDEN,
        code: 'ForbiddenByRbac',
        message: expect.stringContaining('Caller is not authorized to perform action on resource.\r\n'),
      },
    ],
    [
      'an environment to one without an administrator’s role',
      READY,
      'nobody',
      ({ powerPlatform }) => powerPlatform.readEnvironment(ENVIRONMENT),
      {
        reason: 'not-found',
        status: 404,
        code: 'EnvironmentNotFound',
        message: `The environment '${ENVIRONMENT}' could not be found in the tenant.`,
        correlationId: expect.any(String),
      },
    ],
    [
      'a vault’s address that is nowhere',
      READY,
      'ada',
      ({ azure }) => azure.readKey('https://kv-nowhere.vault.azure.net', KEY),
      { reason: 'unavailable' },
    ],
    [
      'an organization’s address that is nowhere',
      READY,
      'ada',
      ({ dataverse }) => dataverse.readIntegration('https://nowhere.crm.dynamics.com'),
      { reason: 'unavailable' },
    ],
    ['someone without a user object', READY, 'ada', ({ directory }) => directory.readPerson(petra.objectId), { reason: 'not-found' }],
    ['the name of a group that is not there', READY, 'ada', ({ directory }) => directory.readGroupName(groupId), { reason: 'not-found' }],
    [
      'the people of a group that is not there',
      READY,
      'ada',
      ({ directory }) => directory.listGroupMembers(groupId),
      { reason: 'not-found' },
    ],
  ])('%s', async (_, scenario, as, call, refusal) => {
    expect(refused(await call(practise(scenario).as(as)))).toMatchObject(refusal)
  })

  it('and shows an account without a role nothing', async () => {
    const { azure, powerPlatform } = practise(READY).as('nobody')
    expect([given(await azure.listSubscriptions()), given(await powerPlatform.listEnvironments())]).toEqual([[], []])
  })
})

describe('what the real clients write is there once', () => {
  const role = (principalId: string) =>
    ({ scope: VAULT_ID, subscriptionId: S, roleId: ENCRYPTION_USER, principalId, principalType: 'ServicePrincipal' }) as const

  it.each<[what: string, scenario: string, call: Call, value: object]>([
    ['a group', READY, ({ azure }) => azure.createResourceGroup(S, newGroup), newGroup],
    [
      'purge protection, and nothing else of the vault',
      WITH_VAULT,
      ({ azure }) => azure.turnOnPurgeProtection(S, GROUP, VAULT),
      { name: VAULT, purgeProtection: true, accessPolicies: [] },
    ],
    [
      'an access policy with get, wrapKey and unwrapKey',
      WITH_VAULT,
      ({ azure }) => azure.addKeyAccessPolicy(S, GROUP, VAULT, kim.objectId),
      { accessPolicies: [{ objectId: kim.objectId, keyPermissions: ['get', 'wrapKey', 'unwrapKey'] }] },
    ],
    [
      'a policy with an identity of its own',
      WITH_VAULT,
      ({ azure }) => azure.createPolicy(newPolicy),
      {
        name: POLICY,
        location: 'unitedstates',
        kind: 'Encryption',
        identityType: 'SystemAssigned',
        principalId: expect.any(String),
        systemId: expect.stringMatching(/^\/regions\/unitedstates\//),
        encryptionState: 'Enabled',
        vaultId: VAULT_ID,
        keyName: KEY,
      },
    ],
  ])('%s', async (_, scenario, call, value) => {
    const { services, tenant } = practise(scenario)
    const first = given(await call(services))
    expect(first).toMatchObject(value)
    expect(first).not.toHaveProperty('keyVersion')
    expect(Object(given(await call(services)))).toMatchObject(value)
    expect(tenant.writes()).toHaveLength(1)
  })

  it('a vault fit for customer-managed keys, waited for until it can be reached, and one version of a key in it', async () => {
    const { services, tenant, clock } = practise(READY)
    const { azure } = services
    given(await azure.createResourceGroup(S, newGroup))
    const before = clock.now()
    const vault = given(await azure.createVault(newVault))
    expect(vault).toEqual({
      id: VAULT_ID,
      name: VAULT,
      tier: 'standard',
      location: 'eastus',
      vaultUri: VAULT_URI,
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
    expect(given(await azure.createVault({ ...newVault, location: 'westus' }))).toEqual(vault)
    expect(given(await azure.listVaults(S))).toEqual([{ id: VAULT_ID, name: VAULT, location: 'eastus' }])
    expect(tenant.writes().filter(({ path }) => path.endsWith(VAULT))).toHaveLength(1)
    expect(refused(await azure.readKey(VAULT_URI, KEY))).toMatchObject({ reason: 'not-found', code: 'KeyNotFound' })
    const key = given(await azure.createKey(VAULT_URI, KEY, { size: 3072, inHardware: false }))
    expect(key).toMatchObject({ name: KEY, type: 'RSA', size: 3072, enabled: true, version: expect.stringMatching(/^[0-9a-f]{32}$/) })
    expect(key.recoveryLevel).not.toContain('Purgeable')
    expect(given(await azure.createKey(VAULT_URI, KEY, { size: 2048, inHardware: false }))).toEqual(key)
    expect(refused(await azure.createPolicy(newPolicy))).toMatchObject({ reason: 'conflict', code: 'MissingSubscriptionRegistration' })
  })

  it('a registration, which takes a minute', async () => {
    const { services, clock } = practise(READY)
    expect(given(await services.azure.registerProvider(S, 'Microsoft.PowerPlatform')).registrationState).toBe('Registering')
    await clock.sleep(2 * MINUTE)
    expect(given(await services.azure.readProvider(S, 'Microsoft.PowerPlatform')).registrationState).toBe('Registered')
  })

  it('a role for a new identity, which the directory knows after a while', async () => {
    const { services, clock, tenant } = practise(WITH_VAULT)
    const { principalId = '' } = given(await services.azure.createPolicy(newPolicy))
    const notYet = { reason: 'not-ready', code: 'PrincipalNotFound', retryAfterSeconds: 15 }
    expect(refused(await services.azure.assignRole(role(principalId)))).toMatchObject(notYet)
    await clock.sleep(2 * MINUTE)
    const assignment = given(await services.azure.assignRole(role(principalId)))
    expect(assignment).toMatchObject({ roleId: ENCRYPTION_USER, scope: VAULT_ID, createdAt: expect.stringMatching(/^2026-11-24T/) })
    const again = { ...role(principalId), scope: VAULT_ID.toLowerCase() }
    expect(given(await services.azure.assignRole(again))).toMatchObject({ id: assignment.id })
    expect(given(await services.azure.listRoleAssignments(VAULT_ID, principalId))).toEqual([assignment])
    expect(tenant.inspect().roleAssignments.filter((entry) => entry.principalId === principalId)).toHaveLength(1)
  })

  it('a role that another person assigned under another name', async () => {
    const { services, tenant } = practise('already-encrypted')
    const { principalId = '' } = given(await services.azure.readPolicy(S, GROUP, POLICY))
    expect(given(await services.azure.assignRole(role(principalId)))).toMatchObject({ roleId: ENCRYPTION_USER, scope: VAULT_ID })
    expect(tenant.writes()).toEqual([])
  })

  it('Reader for a group, which then everyone in it has', async () => {
    const { azure } = practise('rights-by-group').services
    const scope = `/subscriptions/${S}`
    const wanted = { scope, subscriptionId: S, roleId: AZURE_ROLES.reader, principalId: groupId }
    expect(refused(await azure.assignRole({ ...wanted, principalType: 'User' }))).toMatchObject({ code: 'UnmatchedPrincipalType' })
    given(await azure.assignRole({ ...wanted, principalType: 'Group' }))
    const rolesOf = async (...asked: Parameters<typeof azure.listRoleAssignments>) =>
      given(await azure.listRoleAssignments(...asked)).map(({ roleId }) => roleId)
    expect(await rolesOf(scope, groupId, undefined, true)).toContain(AZURE_ROLES.reader)
    expect(await rolesOf(scope, kim.objectId)).toContain(AZURE_ROLES.reader)
  })
})

/** Polls as the procedure does, on the tenant's clock, until an operation ends. */
async function toItsEnd({ services, clock }: Practice, address = ''): Promise<LifecycleOperation[]> {
  const seen: LifecycleOperation[] = []
  for (let polls = 0; polls < 500; polls++) {
    const operation = given(await services.powerPlatform.readOperation(address))
    seen.push(operation)
    if (operation.state === 'succeeded' || operation.state === 'failed') return seen
    await clock.sleep(Math.max((operation.retryAfterSeconds ?? 0) * 1000, 10 * MINUTE))
  }
  throw new Error('The operation did not end.')
}

describe('an operation that runs at Microsoft', () => {
  const systemIdOf = async ({ azure }: Services) => given(await azure.readPolicy(S, GROUP, POLICY)).systemId ?? ''
  const linkOf = async ({ services }: Practice, as = services) =>
    as.powerPlatform.linkEncryptionPolicy(ENVIRONMENT, await systemIdOf(services))

  it('is followed until the environment is managed', async () => {
    const practice = practise('not-managed')
    const { powerPlatform } = practice.services
    const accepted = given(await powerPlatform.enableManagedEnvironment(ENVIRONMENT))
    const address = expect.stringMatching(/^https:\/\/unitedstates\.api\.bap\.microsoft\.com\//)
    expect(accepted).toMatchObject({ id: expect.any(String), retryAfterSeconds: 5, address })
    const operations = await toItsEnd(practice, accepted.address)
    expect(operations.at(-1)).toMatchObject({ id: accepted.id, type: 'EnableGovernanceConfiguration', state: 'succeeded' })
    expect(given(await powerPlatform.readEnvironment(ENVIRONMENT)).protectionLevel).toBe('Standard')
  })

  it('fails without a reason, is begun again, and the environment says Linked a while after it succeeded', async () => {
    const practice = practise('link-fails')
    const { powerPlatform } = practice.services
    const first = given(await linkOf(practice))
    const failed = (await toItsEnd(practice, first.address)).at(-1)
    expect(failed).toMatchObject({ state: 'failed', stateWord: 'Failed' })
    expect(failed).not.toHaveProperty('error')
    const second = given(await linkOf(practice))
    expect(refused(await linkOf(practice))).toMatchObject({ reason: 'busy', status: 409, code: 'OperationNotStartable' })
    const working = await toItsEnd(practice, second.address)
    expect([...new Set(working.map(({ state }) => state))]).toEqual(['not-started', 'running', 'succeeded'])
    expect(working.at(-1)?.stages.map(({ name }) => name)).toEqual(['Validate', 'Prepare', 'Run', 'Finalize'])
    expect(given(await powerPlatform.readEnvironment(ENVIRONMENT)).encryptionPolicy?.linkStatus).toBe('Linking')
    await practice.clock.sleep(HOUR)
    const linked = { keyManagedBy: 'Customer', encryptionPolicy: { systemId: await systemIdOf(practice.services), linkStatus: 'Linked' } }
    expect(given(await powerPlatform.readEnvironment(ENVIRONMENT))).toMatchObject(linked)
    expect(given(await powerPlatform.listOperations(ENVIRONMENT)).map(({ id }) => id)).toEqual([second.id, first.id])
  })

  it('is named by any of the service’s headers', async () => {
    const practice = practise('link-fails')
    for (let turn = 0; turn < 3; turn++) {
      const accepted = given(await linkOf(practice))
      expect(accepted).toMatchObject({ id: expect.any(String), address: expect.stringContaining(accepted.id ?? 'no id') })
      await toItsEnd(practice, accepted.address)
      await practice.clock.sleep(HOUR)
    }
  })

  it('is refused to a person who may not read the policy', async () => {
    const practice = practise('no-reader')
    expect(refused(await linkOf(practice, practice.as('grace')))).toMatchObject({ reason: 'forbidden', status: 403 })
  })
})

describe('services that turn every fourth call away', () => {
  it('are waited for, on the tenant’s clock, and everything is done in the end', async () => {
    const { services, clock, tenant } = practise('throttled')
    const { azure, powerPlatform, dataverse, directory } = services
    const before = clock.now()
    given(await azure.createResourceGroup(S, newGroup))
    given(await azure.createVault(newVault))
    for (let round = 0; round < 12; round++) {
      given(await powerPlatform.listEnvironments())
      given(await dataverse.readIntegration(ORGANIZATION))
      expect(given(await directory.searchPeople('ada'))).toHaveLength(1)
      const make = () => azure.createKey(VAULT_URI, `key-${round}`, { size: 2048, inHardware: false })
      const answer = await make()
      // At worst it is refused as unavailable, and safe to repeat.
      expect(answer.ok || answer.refusal.reason).toBeOneOf([true, 'unavailable'])
      if (!answer.ok) expect(given(await make())).toMatchObject({ size: 2048 })
    }
    expect(clock.now() - before).toBeGreaterThan(10_000)
    expect(tenant.inspect().keys.every(({ versions }) => versions.length === 1)).toBe(true)
  })

  it('renew tokens although days pass on the tenant’s clock in no time at all', async () => {
    const { services, clock } = practise('already-encrypted')
    for (let day = 0; day < 4; day++) {
      given(await services.azure.listPolicies(S))
      given(await services.azure.readKey(VAULT_URI, KEY))
      given(await services.powerPlatform.readEnvironment(ENVIRONMENT))
      given(await services.dataverse.readIntegration(ORGANIZATION))
      clock.advance(24 * HOUR)
    }
  })
})
