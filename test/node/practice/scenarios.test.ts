import { describe, expect, test } from 'vitest'
import { DAY } from '#machines/engine/durations.ts'
import { KEY_LOSSES } from '#machines/procedure/steps/policy/key-loss-causes.ts'
import { SCENARIOS, scenarioByName } from '#node/practice/scenarios.ts'
import { PEOPLE } from '#node/practice/world.ts'
import { english } from '../../english.ts'
import {
  assignmentAt,
  environmentIn,
  hours,
  listOf,
  minutes,
  operationIn,
  POLICY_PATH,
  practise,
  refusal,
  roleFor,
  SUBSCRIPTION_PATH,
  VAULT_PATH,
} from './practise.ts'

const EXPAND = '?$expand=properties/enterprisePolicies'
const look = async (name: string) => {
  const practised = practise(name)
  const path = `/scopes/admin/environments/${practised.tenant.scenario.environmentId}${EXPAND}`
  return { ...practised, environment: environmentIn(await practised.bap('GET', path)).properties }
}

test('the scenarios are those that are promised, each with words for the trainer', () => {
  expect(SCENARIOS.map(({ name }) => name)).toEqual([
    'ready-to-enable',
    'integration-missing',
    'encrypted-before-integration',
    'vault-without-purge-protection',
    'private-vault',
    'imported-key',
    'earlier-key',
    'key-expires-too-soon',
    'key-expires-soon',
    'vault-firewall',
    'not-managed',
    'wrong-region',
    'no-reader',
    'power-platform-half',
    'vault-half',
    'reader-only',
    'rights-by-group',
    'partner-by-delegation',
    'busy-environment',
    'throttled',
    'second-factor',
    'link-fails',
    'already-encrypted',
    'another-policy',
    'landscape',
    'managed-hsm',
    'managed-hsm-not-activated',
    'policy-out-of-reach',
    'existing-link',
    'policy-recreated',
    'locked',
    ...KEY_LOSSES.map((loss) => `lock-${loss}`),
    'unified-environment',
  ])
  for (const { title, story } of english.all(SCENARIOS.map(({ title, story }) => ({ title, story }))))
    expect(title.length * story.length).toBeGreaterThan(0)
  expect(scenarioByName('none')).toBeUndefined()
})

describe.each(SCENARIOS)('$name', ({ name, person, environmentId, choices }) => {
  test('holds its environment among bystanders, signs in a person who is there, and suggests choices that fit', async () => {
    const { bap, tenant } = practise(name)
    expect(listOf(await bap('GET', '/scopes/admin/environments')).value).toHaveLength(name === 'landscape' ? 9 : 4)
    expect(choices.environmentId).toBe(environmentId)
    // An administrator of key vaults alone has no role in the directory.
    expect(tenant.account(person).directoryRoles.length > 0).toBe(name !== 'vault-half')
    expect(tenant.inspect().subscriptions.map(({ id }) => id)).toContain(choices.policy?.subscriptionId)
    const people = tenant.inspect().people.map(({ objectId }) => objectId)
    expect(people).toContain(choices.policy?.administratorObjectId)
  })

  test('is the same each time it is built', () => {
    expect(practise(name).tenant.inspect()).toEqual(practise(name).tenant.inspect())
  })

  test('can be copied and written down as it is', () => {
    const state = practise(name).tenant.inspect()
    expect(JSON.parse(JSON.stringify(state))).toEqual(state)
  })
})

describe('what each scenario holds', () => {
  test('ready-to-enable: a Managed production environment linked from Lifecycle Services under another name, and an empty subscription', async () => {
    const { environment, arm, tenant } = await look('ready-to-enable')
    expect(environment).toMatchObject({
      displayName: 'contoso-prod',
      environmentSku: 'Production',
      governanceConfiguration: { protectionLevel: 'Standard' },
      linkedAppMetadata: { type: 'Linked', url: 'https://contoso-production.operations.dynamics.com/' },
    })
    expect(environment.enterprisePolicies).toBeUndefined()
    expect((await arm('GET', `${SUBSCRIPTION_PATH}/providers/Microsoft.PowerPlatform`)).body).toMatchObject({
      registrationState: 'NotRegistered',
    })
    const { resourceGroups, vaults, policies } = tenant.inspect()
    expect([resourceGroups, vaults, policies]).toEqual([[], [], []])
  })

  test('integration-missing: a finance and operations app, but no Dataverse', async () => {
    const { environment } = await look('integration-missing')
    expect(environment.linkedEnvironmentMetadata).toBeNull()
    expect(environment.linkedAppMetadata?.type).toBe('Linked')
  })

  test('encrypted-before-integration: a policy already Linked, and no finance and operations app', async () => {
    const { environment } = await look('encrypted-before-integration')
    expect(environment.enterprisePolicies?.customerManagedKeys?.linkStatus).toBe('Linked')
    expect(environment.linkedAppMetadata).toBeUndefined()
  })

  test('vault-without-purge-protection: the vault is there, its protection is not', async () => {
    const { arm } = await look('vault-without-purge-protection')
    expect((await arm('GET', VAULT_PATH)).body).not.toHaveProperty('properties.enablePurgeProtection')
    expect((await arm('GET', VAULT_PATH)).body).toMatchObject({ properties: { enableSoftDelete: true } })
    expect(refusal(await arm('GET', POLICY_PATH))).toBe('404 ResourceNotFound')
  })

  test('private-vault: closed but for Microsoft’s services, with an approved endpoint and no key yet', async () => {
    const { arm, keys } = await look('private-vault')
    expect((await arm('GET', VAULT_PATH)).body).toMatchObject({
      properties: {
        publicNetworkAccess: 'Disabled',
        networkAcls: { bypass: 'AzureServices', defaultAction: 'Deny' },
        privateEndpointConnections: [{ properties: { privateLinkServiceConnectionState: { status: 'Approved' } } }],
      },
    })
    expect(refusal(await keys('GET', '/keys/cmk-contoso-prod'))).toContain('403 Forbidden')
    expect(refusal(await arm('GET', `${VAULT_PATH}/keys/cmk-contoso-prod`))).toBe('404 KeyNotFound')
  })

  test('imported-key: a premium vault, and the key only after a colleague has imported it, and a year later its next version', async () => {
    const { keys, clock, tenant, arm } = await look('imported-key')
    expect((await arm('GET', VAULT_PATH)).body).toMatchObject({ properties: { sku: { name: 'premium' } } })
    clock.advance(minutes(30) - 1)
    expect(refusal(await keys('GET', '/keys/cmk-contoso-prod'))).toBe('404 KeyNotFound')
    clock.advance(1)
    expect((await keys('GET', '/keys/cmk-contoso-prod')).body).toMatchObject({ key: { kty: 'RSA-HSM' }, attributes: { exportable: false } })
    const [first, ...others] = tenant.inspect().keys.find(({ name }) => name === 'cmk-contoso-prod')?.versions ?? []
    expect(others).toEqual([])
    clock.advance(395 * DAY - minutes(30))
    const versions = tenant.inspect().keys.find(({ name }) => name === 'cmk-contoso-prod')?.versions ?? []
    expect([versions.length, versions[0], versions[1]?.kty]).toEqual([2, first, 'RSA-HSM'])
    expect(tenant.inspect().imports).toEqual([])
  })

  test('imported-key: a key is imported only as an HSM wrapped it, for an exchange key of the vault', async () => {
    const { keys } = await look('imported-key')
    const bring = (key: object) => keys('PUT', '/keys/ours', { body: { key } })
    expect(refusal(await bring({ kty: 'RSA', n: 'AQAB' }))).toBe('400 BadParameter')
    expect(refusal(await bring({ kty: 'RSA-HSM', key_hsm: 'AAAA' }))).toBe('400 BadParameter')
    await keys('POST', '/keys/exchange/create', { body: { kty: 'RSA-HSM', key_size: 4096, key_ops: ['import'] } })
    expect((await bring({ kty: 'RSA-HSM', key_hsm: 'AAAA' })).body).toMatchObject({ key: { kty: 'RSA-HSM' } })
  })

  test('earlier-key: a key of the customer’s that no policy brought, and which the environment tells apart in the end', async () => {
    const { environment, tenant, arm } = await look('earlier-key')
    expect(environment).toMatchObject({
      protectionStatus: { keyManagedBy: 'Customer' },
      governanceConfiguration: { protectionLevel: 'Basic' },
    })
    expect(environment.enterprisePolicies).toBeUndefined()
    expect((await arm('GET', VAULT_PATH)).status).toBe(404)
    expect(tenant.inspect().policies).toEqual([])
  })

  test.each([
    ['key-expires-too-soon', 3],
    ['key-expires-soon', 20],
  ])('%s: policy and access in place, and a key that expires in %d days', async (name, days) => {
    const { arm, tenant, clock } = await look(name)
    expect((await arm('GET', POLICY_PATH)).status).toBe(200)
    expect(tenant.inspect().keys.map(({ versions }) => versions.map(({ expires }) => expires))).toEqual([[clock.now() + hours(24 * days)]])
  })

  test('not-managed: Basic, otherwise ready', async () => {
    const { environment, tenant } = await look('not-managed')
    expect(environment.governanceConfiguration?.protectionLevel).toBe('Basic')
    expect(tenant.inspect().policies).toEqual([])
  })

  test('wrong-region: the policy sits in Europe', async () => {
    const { arm } = await look('wrong-region')
    expect((await arm('GET', POLICY_PATH)).body).toMatchObject({ location: 'europe' })
  })

  test('no-reader: grace may not read the policy, and ada cannot let her', async () => {
    const { arm } = await look('no-reader')
    expect(refusal(await arm('GET', POLICY_PATH, { as: 'grace' }))).toBe('403 AuthorizationFailed')
    expect((await arm('GET', POLICY_PATH)).status).toBe(200)
    expect(refusal(await arm('PUT', assignmentAt(POLICY_PATH), { body: roleFor(PEOPLE.grace.objectId) }))).toBe('403 AuthorizationFailed')
  })

  test('busy-environment: a backup runs for 40 more minutes, and then no longer', async () => {
    const { bap, clock, tenant, environment } = await look('busy-environment')
    const path = `/scopes/admin/environments/${tenant.scenario.environmentId}`
    const id = environment.ongoingOperation?.id ?? ''
    expect(operationIn(await bap('GET', `/lifecycleOperations/${id}`))).toMatchObject({ type: { id: 'Backup' }, state: { id: 'Running' } })
    clock.advance(minutes(40) - 1)
    expect(environmentIn(await bap('GET', path)).properties.ongoingOperation?.id).toBe(id)
    clock.advance(1)
    expect(environmentIn(await bap('GET', path)).properties.ongoingOperation).toBeUndefined()
    expect(operationIn(await bap('GET', `/lifecycleOperations/${id}`)).state.id).toBe('Succeeded')
  })

  test('unified-environment: provisioned in the admin center', async () => {
    const { environment } = await look('unified-environment')
    expect(environment.linkedAppMetadata?.type).toBe('Internal')
  })
})
