import { describe, expect, test } from 'vitest'
import { PEOPLE } from '#node/practice/world.ts'
import { BAP_SCOPE, environment, ID, LINK, link, poll, ready } from './linking.ts'
import {
  assignmentAt,
  BAP,
  hours,
  listOf,
  message,
  minutes,
  newPolicy,
  operationAddress,
  POLICY_PATH,
  policyIn,
  refusal,
  roleFor,
  VAULT_PATH,
} from './practise.ts'

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

  test('has its own title, says who requested it, and is listed newest first', async () => {
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

  test('says forever that Microsoft manages the key, where the scenario says so', async () => {
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
    const other = await practised.arm('PUT', POLICY_PATH.replace(/[^/]+$/, 'other'), { body: newPolicy() })
    const { systemId } = policyIn(other).properties
    expect(refusal(await practised.bap('POST', LINK, { body: { SystemId: systemId } }))).toBe('400 InvalidLifecycleOperationRequest')
  })

  test.each([
    ['takes another policy in one call', true, 'Linked'],
    ['stays in its policy where the other one can’t use its key', false, 'Linked'],
  ])('%s, where the service swaps policies', async (_, granted, linkStatus) => {
    const practised = ready({ behaviour: { swapsPolicies: true } })
    await link(practised)
    practised.clock.advance(hours(27))
    const properties = { encryption: { state: 'Enabled', keyVault: { id: VAULT_PATH, key: { name: 'cmk' } } } }
    const other = policyIn(await practised.arm('PUT', POLICY_PATH.replace(/[^/]+$/, 'other'), { body: newPolicy({ properties }) }))
    practised.clock.advance(minutes(5))
    if (granted) {
      const body = roleFor(other.identity.principalId ?? '', 'e147488a-f6f5-4113-8e2d-b22465e65bf6', 'ServicePrincipal')
      await practised.arm('PUT', assignmentAt(VAULT_PATH), { body })
    }
    practised.clock.advance(hours(1))
    const accepted = await practised.bap('POST', LINK, { body: { SystemId: other.properties.systemId } })
    expect(accepted.status).toBe(202)
    const linked = async () => (await environment(practised)).enterprisePolicies?.customerManagedKeys
    expect(await linked()).toMatchObject({ systemId: other.properties.systemId, linkStatus: 'Linking' })
    practised.clock.advance(hours(1))
    expect((await poll(practised, operationAddress(accepted))).state.id).toBe(granted ? 'Succeeded' : 'Failed')
    expect(await linked()).toMatchObject({ systemId: granted ? other.properties.systemId : practised.systemId, linkStatus })
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

test('an operation that ended unobserved has ended at the next reading', async () => {
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
