import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { VaultState } from '../../../electron/practice/state.ts'
import { PEOPLE, TENANT, type World } from '../../../electron/practice/world.ts'
import {
  BAP,
  environmentIn,
  hours,
  listOf,
  message,
  minutes,
  NOW,
  operationAddress,
  operationIn,
  type Practised,
  practise,
  refusal,
  SUBSCRIPTION_PATH,
  scenarioOf,
  VAULT_PATH,
} from './practise.ts'

const ID = '3c9e7b14-52d8-4f60-8a1b-d7f0c6e4a259'
const LINK = `/environments/${ID}/enterprisePolicies/Encryption/link?api-version=2019-10-01`
const BAP_SCOPE = 'https://service.powerapps.com/.default'

interface Wish {
  readonly environment?: { sku?: string; protectionLevel?: 'Standard' | 'Basic'; location?: string }
  readonly policyLocation?: string
  readonly vault?: Partial<VaultState>
  readonly keySize?: number
  /** Whether the policy's identity holds the role on the vault. */
  readonly granted?: boolean
  readonly behaviour?: Parameters<World['behave']>[0]
}

/** An environment and a policy that are ready for each other, but for what the wish says. */
function ready(wish: Wish = {}): Practised & { systemId: string; principalId: string } {
  const practised = practise(
    scenarioOf('link', (world) => {
      world.behave(wish.behaviour ?? {})
      world.registerPowerPlatform()
      for (const role of ['Owner', 'Key Vault Administrator']) world.grant(PEOPLE.ada.objectId, role, SUBSCRIPTION_PATH)
      const group = world.group('rg-contoso-cmk', 'eastus')
      const vault = world.vault(group, 'kv-contoso-cmk', wish.vault)
      world.key(vault, 'cmk', wish.keySize ?? 2048)
      const policy = world.policy(group, 'cmk-contoso-prod', wish.policyLocation ?? 'unitedstates', vault, 'cmk')
      if (wish.granted ?? true) world.grant(policy.identity.principalId ?? '', 'Key Vault Crypto Service Encryption User', VAULT_PATH)
      world.environment({
        name: ID,
        displayName: 'contoso-prod',
        sku: 'Production',
        location: 'unitedstates',
        azureRegion: 'eastus',
        protectionLevel: 'Standard',
        dataverse: { organizationId: 'o', domainName: 'contoso', uniqueName: 'unq', instanceUrl: 'https://contoso.crm.dynamics.com' },
        ...wish.environment,
      })
    }),
  )
  const policy = practised.tenant.inspect().policies[0]
  return { ...practised, systemId: policy?.systemId ?? '', principalId: policy?.identity.principalId ?? '' }
}

const link = (practised: ReturnType<typeof ready>, as: 'ada' | 'grace' = 'ada') =>
  practised.bap('POST', LINK, { as, body: { SystemId: practised.systemId } })
const environment = async ({ bap }: Practised) =>
  environmentIn(await bap('GET', `/scopes/admin/environments/${ID}?$expand=properties/enterprisePolicies`)).properties
const poll = async ({ at }: Practised, address: string) => operationIn(await at('GET', address, BAP_SCOPE))

describe('adding an environment to a policy is refused', () => {
  const body = { SystemId: 'x' }

  test('on the admin route, and there is nothing to read at it', async () => {
    const { bap } = ready()
    expect(refusal(await bap('POST', `/scopes/admin${LINK}`, { body }))).toBe('404 NotFound')
    expect((await bap('GET', `/environments/${ID}/enterprisePolicies/Encryption`)).status).toBe(404)
  })

  test('without JSON for content type', async () => {
    const { bap } = ready()
    expect((await bap('POST', LINK, { body, headers: { 'content-type': 'text/plain' } })).status).toBe(415)
  })

  test.each([
    ['{"SystemId":', '400 InvalidRequestContent'],
    [{}, '400 InvalidRequestContent'],
    [{ SystemId: '/regions/unitedstates/providers/Microsoft.PowerPlatform/enterprisePolicies/none' }, '400 InvalidRequestContent'],
  ])('with the body %j', async (content, expected) => {
    expect(refusal(await ready().bap('POST', LINK, { body: content }))).toBe(expected)
  })

  test('by an administrator who may not read the policy', async () => {
    const practised = ready()
    const answer = await link(practised, 'grace')
    expect(answer.status).toBe(403)
    expect(message(answer)).toContain('enterprisePolicies/read')
  })

  test.each([
    ['Trial', 'NewCustomerManagedKey cannot be performed on environment of type Trial.'],
    ['Teams', 'NewCustomerManagedKey cannot be performed on environment of type Teams.'],
    ['Default', 'NewCustomerManagedKey cannot be performed on environment of type Default.'],
  ])('for the type %s', async (sku, text) => {
    const answer = await link(ready({ environment: { sku } }))
    expect([refusal(answer), message(answer)]).toEqual(['400 InvalidLifecycleOperationRequest', text])
  })

  test('for an environment that is not managed', async () => {
    const answer = await link(ready({ environment: { protectionLevel: 'Basic' } }))
    expect([refusal(answer), message(answer)]).toEqual([
      '400 InvalidLifecycleOperationRequest',
      'NewCustomerManagedKey cannot be performed on Power Platform environment because of the governance configuration.',
    ])
  })

  test.each([
    ['unitedstates', 'europe', 400],
    ['unitedkingdom', 'uk', 202],
    ['southamerica', 'brazil', 202],
    ['europe', 'europe', 202],
  ])('or not, by geography: environment %s, policy %s gets %i', async (location, policyLocation, status) => {
    expect((await link(ready({ environment: { location }, policyLocation }))).status).toBe(status)
  })

  test('while another operation runs', async () => {
    const practised = ready()
    await link(practised)
    const again = await link(practised)
    expect(refusal(again)).toBe('409 OperationNotStartable')
    expect(message(again)).toContain(ID)
  })
})

describe('the 202', () => {
  test('names the operation in either header or both, in changing case, on the host of the geography', async () => {
    const seen: string[] = []
    for (const acceptedHeaders of ['both', 'operation-location', 'location'] as const) {
      const answer = await link(ready({ behaviour: { acceptedHeaders } }))
      expect([answer.status, answer.raw.body, answer.headers.get('retry-after')]).toEqual([202, '', '5'])
      expect(operationAddress(answer)).toMatch(
        /^https:\/\/unitedstates\.api\.bap\.microsoft\.com\/providers\/Microsoft\.BusinessAppPlatform\/lifecycleOperations\/[0-9a-f-]{36}\?api-version=2023-06-01$/,
      )
      seen.push(`${answer.headers.has('operation-location')} ${answer.headers.has('location')}`)
    }
    expect(seen).toEqual(['true true', 'true false', 'false true'])
  })

  test('comes in another variant each time where the scenario leaves it open', async () => {
    const practised = ready()
    const names: string[][] = []
    for (let turn = 0; turn < 3; turn++) {
      const answer = await practised.bap('POST', `/environments/${ID}/governanceConfiguration?api-version=2021-04-01`)
      names.push(Object.keys(answer.raw.headers).filter((name) => /location$/i.test(name)))
      practised.clock.advance(minutes(3))
    }
    expect(names).toEqual([['Operation-Location', 'Location'], ['operation-location'], ['Location']])
  })

  test('accepts either spelling of the member', async () => {
    const practised = ready()
    expect((await practised.bap('POST', LINK, { body: { systemId: practised.systemId.toUpperCase() } })).status).toBe(202)
  })
})

describe('the operation', () => {
  test('goes from not started through four stages, for about 26 hours', async () => {
    const practised = ready()
    const address = operationAddress(await link(practised))
    const states: string[] = []
    for (const pause of [0, 15_000, hours(1), hours(23), hours(1.95), minutes(5)]) {
      practised.clock.advance(pause)
      const { state, stages } = await poll(practised, address)
      states.push([state.id, ...stages.map((stage) => stage.state?.id ?? '-')].join(' '))
    }
    expect(states).toEqual([
      'NotStarted - - - -',
      'Running Running - - -',
      'Running Succeeded Running - -',
      'Running Succeeded Succeeded Running -',
      'Running Succeeded Succeeded Succeeded Running',
      'Succeeded Succeeded Succeeded Succeeded Succeeded',
    ])
  })

  test('asks to be polled every ten seconds while it runs, and no longer afterwards', async () => {
    const practised = ready()
    const address = operationAddress(await link(practised))
    expect((await practised.at('GET', address, BAP_SCOPE)).headers.get('retry-after')).toBe('10')
    practised.clock.advance(hours(26))
    expect((await practised.at('GET', address, BAP_SCOPE)).headers.get('retry-after')).toBeNull()
  })

  test('has a title of its own, says who asked for it, and is listed newest first', async () => {
    const practised = ready()
    await practised.bap('POST', `/environments/${ID}/governanceConfiguration?api-version=2021-04-01`)
    practised.clock.advance(minutes(3))
    await link(practised)
    const list = listOf(await practised.bap('GET', `/lifecycleOperations?$filter=environment eq '${ID}'`)).value
    expect(list).toMatchObject([
      {
        type: { id: 'NewCustomerManagedKey' },
        typeDisplayName: 'Update Customer Managed Key',
        requestedBy: { displayName: PEOPLE.ada.displayName },
      },
      { type: { id: 'UpdateGovernanceConfiguration' } },
    ])
  })

  test('is not found under an unknown id, and a list needs its filter', async () => {
    const { bap } = ready()
    expect(refusal(await bap('GET', '/lifecycleOperations/none'))).toBe('404 OperationNotFound')
    expect(refusal(await bap('GET', '/lifecycleOperations'))).toBe('400 InvalidRequestContent')
  })
})

describe('the environment', () => {
  test('is off while it is being added, says Linked some minutes after the operation ended, and who manages the key last', async () => {
    const practised = ready()
    const address = operationAddress(await link(practised))
    const look = async () => {
      const { states, enterprisePolicies, protectionStatus, ongoingOperation } = await environment(practised)
      return [
        states?.runtime.id,
        enterprisePolicies?.customerManagedKeys?.linkStatus,
        protectionStatus?.keyManagedBy,
        ongoingOperation ? 'busy' : 'idle',
      ].join(' ')
    }
    expect(await look()).toBe('Disabled Linking Microsoft busy')
    practised.clock.advance(hours(26))
    expect((await poll(practised, address)).state.id).toBe('Succeeded')
    expect(await look()).toBe('Enabled Linking Microsoft idle')
    practised.clock.advance(minutes(4))
    expect(await look()).toBe('Enabled Linked Microsoft idle')
    practised.clock.advance(minutes(7))
    expect(await look()).toBe('Enabled Linked Customer idle')
  })

  test('says for ever that Microsoft manages the key, where the scenario says so', async () => {
    const practised = ready({ behaviour: { keyManagedByFlips: false } })
    await link(practised)
    practised.clock.advance(hours(100))
    const { enterprisePolicies, protectionStatus } = await environment(practised)
    expect([enterprisePolicies?.customerManagedKeys?.linkStatus, protectionStatus?.keyManagedBy]).toEqual(['Linked', 'Microsoft'])
  })

  test('takes the same policy once more as a short operation that changes nothing', async () => {
    const practised = ready()
    await link(practised)
    practised.clock.advance(hours(27))
    const address = operationAddress(await link(practised))
    expect((await poll(practised, address)).type.id).toBe('SwapCustomerManagedKey')
    practised.clock.advance(hours(1))
    expect((await environment(practised)).enterprisePolicies?.customerManagedKeys?.linkStatus).toBe('Linked')
  })

  test('does not take another policy while it has one', async () => {
    const practised = ready()
    await link(practised)
    practised.clock.advance(hours(27))
    const other = await practised.arm(
      'PUT',
      `${SUBSCRIPTION_PATH}/resourceGroups/rg-contoso-cmk/providers/Microsoft.PowerPlatform/enterprisePolicies/other`,
      {
        body: {
          location: 'unitedstates',
          kind: 'Encryption',
          identity: { type: 'SystemAssigned' },
          properties: { encryption: { keyVault: { id: VAULT_PATH, key: { name: 'cmk' } } } },
        },
      },
    )
    const { systemId } = z.object({ properties: z.object({ systemId: z.string() }) }).parse(other.body).properties
    expect(refusal(await practised.bap('POST', LINK, { body: { SystemId: systemId } }))).toBe('400 InvalidLifecycleOperationRequest')
  })

  test('is removed from its policy by unlinking, and goes back to the Microsoft key', async () => {
    const practised = ready()
    await link(practised)
    practised.clock.advance(hours(27))
    expect((await practised.bap('POST', LINK.replace('/link', '/unlink'), { body: { SystemId: practised.systemId } })).status).toBe(202)
    expect((await environment(practised)).enterprisePolicies?.customerManagedKeys?.linkStatus).toBe('Unlinking')
    practised.clock.advance(hours(27))
    const { enterprisePolicies, protectionStatus } = await environment(practised)
    expect([enterprisePolicies, protectionStatus?.keyManagedBy]).toEqual([undefined, 'Microsoft'])
    expect(refusal(await practised.bap('POST', LINK.replace('/link', '/unlink'), { body: { SystemId: practised.systemId } }))).toBe(
      '400 InvalidLifecycleOperationRequest',
    )
  })
})

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
    const address = operationAddress(await link(practised))
    practised.clock.advance(hours(2))
    const operation = await poll(practised, address)
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
    const address = operationAddress(await link(practised))
    practised.clock.advance(hours(27))
    expect((await poll(practised, address)).state.id).toBe('Succeeded')
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
    const address = operationAddress(await link(practised))
    practised.clock.advance(hours(27))
    expect((await poll(practised, address)).state.id).toBe(state)
  })

  const role = (principalId: string) => ({
    properties: { roleDefinitionId: 'x/e147488a-f6f5-4113-8e2d-b22465e65bf6', principalId, principalType: 'ServicePrincipal' },
  })
  const grant = `${VAULT_PATH}/providers/Microsoft.Authorization/roleAssignments/11111111-2222-4333-8444-555555555555`

  test.each([
    [44_999, 'Failed'],
    [45_000, 'Succeeded'],
  ])('%i ms after the role was assigned: %s, because a vault knows a role only after a minute', async (pause, state) => {
    const practised = ready({ granted: false })
    await practised.arm('PUT', grant, { body: role(practised.principalId) })
    practised.clock.advance(pause)
    const address = operationAddress(await link(practised))
    practised.clock.advance(hours(27))
    expect((await poll(practised, address)).state.id).toBe(state)
  })

  test.each([
    [{ enabled: false }, 'disabled'],
    [{ exp: NOW / 1000 - 1 }, 'expired'],
    [{ nbf: NOW / 1000 + 86_400 }, 'not active yet'],
  ])('fails with a key that has %j', async (attributes, text) => {
    const practised = ready()
    await practised.keys('PATCH', '/keys/cmk', { body: { attributes } })
    const address = operationAddress(await link(practised))
    practised.clock.advance(hours(1))
    expect((await poll(practised, address)).error?.message).toContain(text)
  })

  test('says nothing of the reason where the scenario keeps it back', async () => {
    const practised = ready({ granted: false, behaviour: { failedOperationsSayWhy: false } })
    const address = operationAddress(await link(practised))
    practised.clock.advance(hours(1))
    expect(await poll(practised, address)).not.toHaveProperty('error')
  })
})

test('a link that breaks off in Run leaves the policy named as failed, can be repeated, and leaves the policy free to change', async () => {
  const practised = ready({ behaviour: { failingLinks: 1, failedOperationsSayWhy: false } })
  const first = operationAddress(await link(practised))
  practised.clock.advance(hours(12))
  const failed = await poll(practised, first)
  expect([failed.state.id, ...failed.stages.map(({ id, state }) => `${id} ${state?.id}`)]).toEqual([
    'Failed',
    'Validate Succeeded',
    'Prepare Succeeded',
    'Run Failed',
  ])
  expect((await environment(practised)).enterprisePolicies?.customerManagedKeys?.linkStatus).toBe('LinkFailed')
  const second = operationAddress(await link(practised))
  practised.clock.advance(hours(27))
  expect((await poll(practised, second)).state.id).toBe('Succeeded')
  expect((await environment(practised)).enterprisePolicies?.customerManagedKeys?.linkStatus).toBe('Linked')
})

test('an operation that ended while nobody looked has ended when somebody does', async () => {
  const practised = ready()
  await link(practised)
  practised.clock.advance(hours(90))
  expect((await environment(practised)).enterprisePolicies?.customerManagedKeys?.linkStatus).toBe('Linked')
  expect(
    listOf(
      await practised.at(
        'GET',
        `https://europe.api.bap.microsoft.com${BAP}/lifecycleOperations?$filter=environment eq '${ID}'&api-version=2024-05-01`,
        BAP_SCOPE,
      ),
    ).value,
  ).toHaveLength(1)
})
