import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { PEOPLE, TENANT } from '#node/practice/world.ts'
import { GROUP_PATH, listOf, message, minutes, practise, refusal, SUBSCRIPTION_PATH, scenarioOf } from './practise.ts'

const registration = z.looseObject({
  registrationState: z.string(),
  resourceTypes: z.array(z.looseObject({ resourceType: z.string(), locations: z.array(z.string()) })),
})
const providerPath = `${SUBSCRIPTION_PATH}/providers/Microsoft.PowerPlatform`
const ARM = 'https://management.azure.com'
const ARM_SCOPE = 'https://management.azure.com/.default'

describe('signing in to Azure Resource Manager', () => {
  const { at, arm, clock, tenant } = practise('ready-to-enable')
  const url = `${ARM}/subscriptions?api-version=2022-12-01`

  test('is asked for where no token is sent', async () => {
    const answer = await at('GET', url, undefined)
    expect(refusal(answer)).toBe('401 AuthenticationFailed')
    expect(answer.headers.get('www-authenticate')).toContain(TENANT.id)
  })

  test.each([
    ['https://vault.azure.net/.default', '401 InvalidAuthenticationTokenAudience'],
    ['https://service.powerapps.com/.default', '401 InvalidAuthenticationTokenAudience'],
  ])('refuses a token for %s', async (scope, expected) => {
    expect(refusal(await at('GET', url, scope))).toBe(expected)
  })

  test.each([
    ARM_SCOPE,
    'https://management.azure.com//.default',
    'https://management.core.windows.net/.default',
    'https://management.azure.com/user_impersonation',
  ])('takes a token for %s', async (scope) => {
    expect((await at('GET', url, scope)).status).toBe(200)
  })

  test('refuses a token that was changed, or that another tenant made', async () => {
    const { token } = tenant.tokenFor('ada', ARM_SCOPE)
    const [header, , signature] = token.split('.')
    const forged = `${header}.${Buffer.from('{"oid":"x"}').toString('base64url')}.${signature}`
    const foreign = practise('link-fails').tenant.tokenFor('ada', ARM_SCOPE).token
    for (const text of [forged, foreign, 'nonsense', 'a.b.c']) {
      expect(refusal(await at('GET', url, undefined, { headers: { authorization: `Bearer ${text}` } }))).toBe(
        '401 InvalidAuthenticationToken',
      )
    }
  })

  test('refuses a token whose time is over', async () => {
    const { token, expiresOnTimestamp } = tenant.tokenFor('ada', ARM_SCOPE)
    const ask = () => at('GET', url, undefined, { headers: { authorization: `Bearer ${token}` } })
    clock.advance(expiresOnTimestamp - clock.now() - 1)
    expect((await ask()).status).toBe(200)
    clock.advance(1)
    expect(refusal(await ask())).toBe('401 ExpiredAuthenticationToken')
  })

  test('gives every answer correlation ids that no other answer has', async () => {
    const first = await arm('GET', '/subscriptions')
    const second = await arm('GET', '/subscriptions/nonsense')
    for (const name of ['x-ms-request-id', 'x-ms-correlation-request-id']) {
      expect(first.headers.get(name)).toMatch(/^[0-9a-f-]{36}$/)
      expect(first.headers.get(name)).not.toBe(second.headers.get(name))
    }
  })

  test('collapses the slashes that some Azure clients double', async () => {
    expect((await at('GET', `${ARM}//subscriptions?api-version=2022-12-01`, ARM_SCOPE)).status).toBe(200)
  })

  test.each([
    ['', '400 MissingApiVersionParameter'],
    ['?api-version=latest', '400 InvalidApiVersionParameter'],
  ])('refuses the version in "%s"', async (query, expected) => {
    expect(refusal(await at('GET', `${ARM}/subscriptions${query}`, ARM_SCOPE))).toBe(expected)
  })

  test.each([
    ['/subscriptions', 'InvalidApiVersionParameter'],
    [GROUP_PATH, 'InvalidApiVersionParameter'],
    [`${SUBSCRIPTION_PATH}/providers/Microsoft.PowerPlatform`, 'InvalidApiVersionParameter'],
    [`${SUBSCRIPTION_PATH}/providers/Microsoft.KeyVault/vaults`, 'NoRegisteredProviderFound'],
    [`${SUBSCRIPTION_PATH}/providers/Microsoft.PowerPlatform/enterprisePolicies`, 'NoRegisteredProviderFound'],
    [`${SUBSCRIPTION_PATH}/providers/Microsoft.OperationalInsights/workspaces`, 'NoRegisteredProviderFound'],
    ...['roleAssignments', 'roleDefinitions', 'permissions', 'locks', 'roleEligibilityScheduleInstances'].map((type) => [
      `${SUBSCRIPTION_PATH}/providers/Microsoft.Authorization/${type}`,
      'NoRegisteredProviderFound',
    ]),
    ...['Microsoft.EventGrid/systemTopics', 'Microsoft.Features/providers/Microsoft.PowerPlatform/features/x'].map((type) => [
      `${SUBSCRIPTION_PATH}/providers/${type}`,
      'NoRegisteredProviderFound',
    ]),
  ])('refuses at %s a version that is none, and names those that are', async (path, code) => {
    const answer = await arm('GET', `${path}?api-version=1999-01-01`)
    expect(refusal(answer)).toBe(`400 ${code}`)
    expect(message(answer)).toMatch(/'1999-01-01'.*supported (?:api-)?versions are '20\d\d-/)
  })

  test.each([
    [`${SUBSCRIPTION_PATH}/resources`, '2015-11-01'],
    [`${GROUP_PATH}/providers/Microsoft.Authorization/roleAssignments`, '2022-05-01-preview'],
    [`${SUBSCRIPTION_PATH}/providers/Microsoft.Authorization/locks`, '2016-09-01'],
  ])('answers Azure CLI at %s in its version %s', async (path, version) => {
    expect(refusal(await practise('already-encrypted').arm('GET', `${path}?api-version=${version}`))).toBe('200 (no code)')
  })

  test('says that it does not know a path or a method', async () => {
    expect(refusal(await arm('GET', `${SUBSCRIPTION_PATH}/providers/Microsoft.Compute/virtualMachines/x`))).toBe('404 InvalidResourceType')
    expect(refusal(await arm('DELETE', '/subscriptions'))).toBe('405 MethodNotAllowed')
  })
})

describe('subscriptions', () => {
  const { arm } = practise('ready-to-enable')

  test('are those in which the caller has a role', async () => {
    expect(listOf(await arm('GET', '/subscriptions')).value).toHaveLength(1)
    expect(listOf(await arm('GET', '/subscriptions', { as: 'nobody' })).value).toEqual([])
  })

  test.each([
    [SUBSCRIPTION_PATH, 'nobody', '403 AuthorizationFailed'],
    ['/subscriptions/00000000-0000-0000-0000-00000000abcd', 'ada', '404 SubscriptionNotFound'],
    ['/subscriptions/contoso', 'ada', '400 InvalidSubscriptionId'],
  ] as const)('%s for %s is refused', async (path, as, expected) => {
    expect(refusal(await arm('GET', path, { as }))).toBe(expected)
  })

  test('the refusal names who, what and where, as Azure does', async () => {
    const text = message(await arm('PUT', GROUP_PATH, { as: 'nobody', body: { location: 'eastus' } }))
    expect(text).toContain(PEOPLE.nobody.userName)
    expect(text).toContain(PEOPLE.nobody.objectId)
    expect(text).toContain(SUBSCRIPTION_PATH)
  })
})

describe('the Power Platform resource provider', () => {
  test('registers in about a minute, and lists where policies can be', async () => {
    const { arm, clock } = practise('ready-to-enable')
    const read = async () => registration.parse((await arm('GET', providerPath)).body)
    expect((await read()).registrationState).toBe('NotRegistered')
    expect(registration.parse((await arm('POST', `${providerPath}/register`)).body).registrationState).toBe('Registering')
    clock.advance(59_000)
    expect((await read()).registrationState).toBe('Registering')
    clock.advance(1000)
    const registered = await read()
    expect(registered.registrationState).toBe('Registered')
    expect(registered.resourceTypes.find(({ resourceType }) => resourceType === 'enterprisePolicies')?.locations).toContain('United States')
  })

  test('is not registered by a person who may only read', async () => {
    const { arm } = practise(scenarioOf('reader', (world) => world.grant(PEOPLE.kim.objectId, 'Reader', SUBSCRIPTION_PATH)))
    expect(refusal(await arm('POST', `${providerPath}/register`, { as: 'kim' }))).toBe('403 AuthorizationFailed')
    expect((await arm('GET', providerPath, { as: 'kim' })).status).toBe(200)
  })

  test('starts its registration only once, however often it is asked', async () => {
    const { arm, clock } = practise('ready-to-enable')
    await arm('POST', `${providerPath}/register`)
    clock.advance(minutes(0.5))
    await arm('POST', `${providerPath}/register`)
    clock.advance(minutes(0.5))
    expect(registration.parse((await arm('GET', providerPath)).body).registrationState).toBe('Registered')
  })
})

describe('resource groups', () => {
  test('are created once and then updated, found in any case, and asked for by HEAD', async () => {
    const { arm } = practise('ready-to-enable')
    expect(refusal(await arm('GET', GROUP_PATH))).toBe('404 ResourceGroupNotFound')
    expect((await arm('HEAD', GROUP_PATH)).status).toBe(404)
    expect((await arm('PUT', GROUP_PATH, { body: { location: 'East US' } })).status).toBe(201)
    expect((await arm('PUT', GROUP_PATH, { body: { location: 'eastus' } })).status).toBe(200)
    const head = await arm('HEAD', GROUP_PATH.toUpperCase().replace('/SUBSCRIPTIONS', '/subscriptions'))
    expect([head.status, head.raw.body]).toEqual([204, ''])
    expect(listOf(await arm('GET', `${SUBSCRIPTION_PATH}/resourceGroups`)).value).toHaveLength(1)
  })

  test.each([
    [{ location: 'unitedstates' }, GROUP_PATH, '400 LocationNotAvailableForResourceGroup'],
    [{ tags: {} }, GROUP_PATH, '400 InvalidRequestContent'],
    ['{"location":', GROUP_PATH, '400 InvalidRequestContent'],
    [{ location: 'eastus' }, `${SUBSCRIPTION_PATH}/resourceGroups/${encodeURIComponent('what? <b>')}`, '400 InvalidResourceGroup'],
  ])('%j is refused', async (body, path, expected) => {
    const { arm } = practise('ready-to-enable')
    expect(refusal(await arm('PUT', path, { body }))).toBe(expected)
  })

  test('do not move', async () => {
    const { arm } = practise('wrong-region')
    expect(refusal(await arm('PUT', GROUP_PATH, { body: { location: 'westeurope' } }))).toBe('409 InvalidResourceGroupLocation')
  })

  test('want JSON, said by the content type', async () => {
    const { arm } = practise('ready-to-enable')
    expect((await arm('PUT', GROUP_PATH, { body: { location: 'eastus' }, headers: { 'content-type': 'text/plain' } })).status).toBe(415)
  })
})

test('the metadata of the cloud are public, as Azure CLI requests them', async () => {
  const { at } = practise('ready-to-enable')
  const answer = await at('GET', `${ARM}/metadata/endpoints?api-version=2022-09-01`, undefined)
  const shape = z.looseObject({
    authentication: z.looseObject({ loginEndpoint: z.string(), audiences: z.array(z.string()).min(1) }),
    suffixes: z.looseObject({ keyVaultDns: z.string() }),
  })
  expect(shape.parse(answer.body).authentication.loginEndpoint).toBe('https://login.microsoftonline.com')
})

test('what a service accepted is kept as a write; reading, asking for a name and being refused are not', async () => {
  const { arm, tenant } = practise('ready-to-enable')
  await arm('GET', '/subscriptions')
  await arm('POST', `${SUBSCRIPTION_PATH}/providers/Microsoft.KeyVault/checkNameAvailability`, {
    body: { name: 'kv-x', type: 'Microsoft.KeyVault/vaults' },
  })
  await arm('PUT', GROUP_PATH, { body: { location: 'mars' } })
  expect(tenant.writes()).toEqual([])
  await arm('PUT', GROUP_PATH, { body: { location: 'eastus' } })
  expect(tenant.writes()).toMatchObject([{ method: 'PUT', origin: ARM, path: GROUP_PATH, status: 201, by: PEOPLE.ada.objectId }])
})
