import { describe, expect, test } from 'vitest'
import { PEOPLE } from '#node/practice/world.ts'
import {
  assignmentAt,
  GROUP_PATH,
  listOf,
  message,
  newPolicy,
  POLICY_PATH,
  policyIn,
  practise,
  refusal,
  roleFor,
  SUBSCRIPTION_PATH,
} from './practise.ts'

const LIST = `${SUBSCRIPTION_PATH}/providers/Microsoft.PowerPlatform/enterprisePolicies?api-version=2020-10-30`

describe('creating an enterprise policy', () => {
  test('answers 201 with an identity and a system id at once, then 200', async () => {
    const { arm } = practise('vault-without-purge-protection')
    const created = await arm('PUT', POLICY_PATH, { body: newPolicy() })
    expect(created.status).toBe(201)
    expect(policyIn(created).identity.principalId).toMatch(/^[0-9a-f-]{36}$/)
    expect(policyIn(created).properties.systemId).toMatch(
      /^\/regions\/unitedstates\/providers\/Microsoft\.PowerPlatform\/enterprisePolicies\/[0-9a-f-]{36}$/,
    )
    const again = await arm('PUT', POLICY_PATH, { body: newPolicy({ tags: { owner: 'ada' } }) })
    expect(again.status).toBe(200)
    expect(policyIn(again).properties.systemId).toBe(policyIn(created).properties.systemId)
  })

  test('spells its own namespace otherwise when it is read back, and never says that it is healthy', async () => {
    const { arm } = practise('vault-without-purge-protection')
    const created = policyIn(await arm('PUT', POLICY_PATH, { body: newPolicy() }))
    const read = policyIn(await arm('GET', POLICY_PATH))
    expect(read.id).not.toBe(created.id)
    expect(read.id.toLowerCase()).toBe(created.id.toLowerCase())
    expect(read.properties.healthStatus).toBe('Undetermined')
  })

  test('is refused where the provider is not registered, or only registering', async () => {
    const { arm, clock } = practise('ready-to-enable')
    await arm('PUT', GROUP_PATH, { body: { location: 'eastus' } })
    const first = await arm('PUT', POLICY_PATH, { body: newPolicy() })
    expect(refusal(first)).toBe('409 MissingSubscriptionRegistration')
    expect(message(first)).toContain("'Microsoft.PowerPlatform'")
    await arm('POST', `${SUBSCRIPTION_PATH}/providers/Microsoft.PowerPlatform/register`)
    expect(refusal(await arm('PUT', POLICY_PATH, { body: newPolicy() }))).toBe('409 MissingSubscriptionRegistration')
    clock.advance(60_000)
    expect((await arm('PUT', POLICY_PATH, { body: newPolicy() })).status).toBe(201)
  })

  test.each([
    ['an Azure region for a location', newPolicy({ location: 'eastus' }), '400 LocationNotAvailableForResourceType'],
    ['a kind that does not exist', newPolicy({ kind: 'Encrypt' }), '400 InvalidEnterprisePolicyKind'],
    ['an Encryption policy without a key', newPolicy({ properties: {} }), '400 InvalidRequestContent'],
    ['no kind', { location: 'unitedstates' }, '400 InvalidRequestContent'],
  ])('is refused with %s', async (_what, content, expected) => {
    expect(refusal(await practise('vault-without-purge-protection').arm('PUT', POLICY_PATH, { body: content }))).toBe(expected)
  })

  test('is refused with a version the provider does not have', async () => {
    expect(refusal(await practise('wrong-region').arm('GET', `${POLICY_PATH}?api-version=2024-01-01`))).toBe(
      '400 NoRegisteredProviderFound',
    )
  })

  test('is refused without the group, and without the right', async () => {
    const { arm } = practise('wrong-region')
    expect(refusal(await arm('PUT', POLICY_PATH.replace('rg-contoso-cmk', 'rg-none'), { body: newPolicy() }))).toBe(
      '404 ResourceGroupNotFound',
    )
    expect(refusal(await arm('PUT', POLICY_PATH, { as: 'grace', body: newPolicy() }))).toBe('403 AuthorizationFailed')
  })

  test('does not move an existing policy to another location', async () => {
    expect(refusal(await practise('wrong-region').arm('PUT', POLICY_PATH, { body: newPolicy() }))).toBe('409 InvalidResourceLocation')
  })
})

describe('a policy that an environment is linked to', () => {
  const { arm } = practise('already-encrypted')

  test.each([
    ['PUT', newPolicy(), 'EnterprisePolicyUpdateNotAllowed'],
    ['PATCH', { tags: { a: 'b' } }, 'EnterprisePolicyUpdateNotAllowed'],
    ['DELETE', undefined, 'EnterprisePolicyDeleteNotAllowed'],
  ])('refuses %s', async (method, content, code) => {
    const answer = await arm(method, POLICY_PATH, { body: content })
    expect(refusal(answer)).toBe(`400 ${code}`)
    expect(message(answer)).toContain('linked with 1 environments')
  })
})

test('a policy without environments can be changed and deleted', async () => {
  const { arm } = practise('wrong-region')
  expect((await arm('PATCH', POLICY_PATH, { body: { tags: { a: 'b' } } })).status).toBe(200)
  expect((await arm('DELETE', POLICY_PATH)).status).toBe(200)
  expect((await arm('DELETE', POLICY_PATH)).status).toBe(204)
  expect(refusal(await arm('GET', POLICY_PATH))).toBe('404 ResourceNotFound')
})

test('a list holds what the caller may read, and is refused to a person without any role', async () => {
  const { arm } = practise('wrong-region')
  expect(listOf(await arm('GET', LIST)).value).toHaveLength(1)
  expect(refusal(await arm('GET', LIST, { as: 'nobody' }))).toBe('403 AuthorizationFailed')
  expect(refusal(await arm('GET', POLICY_PATH, { as: 'grace' }))).toBe('403 AuthorizationFailed')
  await arm('PUT', assignmentAt(POLICY_PATH), { body: roleFor(PEOPLE.grace.objectId) })
  expect(listOf(await arm('GET', LIST, { as: 'grace' })).value).toHaveLength(1)
  expect((await arm('GET', POLICY_PATH, { as: 'grace' })).status).toBe(200)
})
