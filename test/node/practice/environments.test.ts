import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { ADMINISTRATOR_ROLES, administersPowerPlatform } from '#node/practice/rights.ts'
import { scenarioByName } from '#node/practice/scenarios.ts'
import { AUTOMATION, PEOPLE, TENANT } from '#node/practice/world.ts'
import {
  BAP,
  environmentIn,
  listOf,
  message,
  minutes,
  newEnvironment,
  operationAddress,
  operationIn,
  practise,
  refusal,
  scenarioOf,
} from './practise.ts'

const ID = scenarioByName('ready-to-enable')?.environmentId ?? ''
const ADMIN = `/scopes/admin/environments/${ID}`
const MAKER = `/environments/${ID}`
const BAP_SCOPE = 'https://service.powerapps.com//.default'

describe('the door of the admin API', () => {
  const { at, bap } = practise('ready-to-enable')
  const url = `https://api.bap.microsoft.com/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments?api-version=2023-06-01`

  test.each([
    ['no token', undefined],
    ['a token for Azure', 'https://management.azure.com/.default'],
    ['a token for a vault', 'https://vault.azure.net/.default'],
  ])('is closed to %s', async (_what, scope) => {
    const answer = await at('GET', url, scope)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('x-ms-correlation-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test.each([BAP_SCOPE, 'https://service.powerapps.com/.default'])('opens to a token for %s, on every host', async (scope) => {
    expect((await at('GET', url, scope)).status).toBe(200)
    expect((await at('GET', url.replace('//api.', '//unitedstates.api.'), scope)).status).toBe(200)
  })

  test.each(['', '2030-01-01', 'banana'])('refuses the version "%s"', async (version) => {
    expect(refusal(await bap('GET', `${ADMIN}?api-version=${version}`))).toBe('400 InvalidApiVersion')
  })

  test('takes the odd question mark of the official scripts', async () => {
    expect((await bap('GET', `${MAKER}/?&api-version=2016-11-01`)).status).toBe(200)
  })

  test('says in its own envelope that it does not know a path', async () => {
    const answer = await bap('GET', '/nonsense')
    expect(refusal(answer)).toBe('404 NotFound')
    expect(answer.body).toMatchObject({ error: { detailUrlType: 'NotSpecified' } })
  })
})

describe('who sees environments', () => {
  const { bap } = practise('ready-to-enable')

  test('administrators see all of them', async () => {
    expect(listOf(await bap('GET', '/scopes/admin/environments', { as: 'grace' })).value).toHaveLength(4)
  })

  test.each(['kim', 'nobody'] as const)(
    '%s, who is not one, gets an empty list and the answer that the environment does not exist',
    async (as) => {
      for (const path of ['/scopes/admin/environments', '/environments']) expect(listOf(await bap('GET', path, { as })).value).toEqual([])
      for (const path of [ADMIN, MAKER]) {
        const answer = await bap('GET', path, { as })
        expect(refusal(answer)).toBe('404 EnvironmentNotFound')
        expect(message(answer)).toContain(ID)
      }
      expect(
        refusal(await bap('POST', `${MAKER}/enterprisePolicies/Encryption/link?api-version=2019-10-01`, { as, body: { SystemId: 'x' } })),
      ).toBe('404 EnvironmentNotFound')
      expect(listOf(await bap('GET', `/lifecycleOperations?$filter=environment eq '${ID}'`, { as })).value).toEqual([])
    },
  )

  test('a user of its organization sees an environment without the admin scope, but may change nothing', async () => {
    const { bap: ask } = practise(
      scenarioOf('maker', (world) => {
        world.environment(newEnvironment(ID, 'shared'), [PEOPLE.kim.objectId])
      }),
    )
    expect((await ask('GET', MAKER, { as: 'kim' })).status).toBe(200)
    expect(refusal(await ask('GET', ADMIN, { as: 'kim' }))).toBe('404 EnvironmentNotFound')
    const answer = await ask('POST', `${MAKER}/enterprisePolicies/Encryption/link?api-version=2019-10-01`, {
      as: 'kim',
      body: { SystemId: 'x' },
    })
    expect(refusal(answer)).toBe('403 EnvironmentAccess')
    expect(message(answer)).toContain('ManageProtectionKeys')
  })

  test('a Dynamics 365 administrator sees an environment with a security group only as a member', async () => {
    const tenant = (users: readonly string[], securityGroupId: string) =>
      practise(scenarioOf('group', (world) => world.environment(newEnvironment(ID, 'grouped', { securityGroupId }), users)))
    const group = '5b3e9f70-41d2-4c86-a9e5-7d0c1f2b6a38'
    expect(refusal(await tenant([], group).bap('GET', ADMIN, { as: 'carl' }))).toBe('404 EnvironmentNotFound')
    expect((await tenant([], group).bap('GET', '/scopes/admin/environments', { as: 'carl' })).body).toEqual({ value: [] })
    expect((await tenant([PEOPLE.carl.objectId], group).bap('GET', ADMIN, { as: 'carl' })).status).toBe(200)
    expect((await tenant([], '00000000-0000-0000-0000-000000000000').bap('GET', ADMIN, { as: 'carl' })).status).toBe(200)
    expect((await tenant([], group).bap('GET', ADMIN, { as: 'ada' })).status).toBe(200)
  })

  test('three roles of the directory administer Power Platform', () => {
    for (const role of Object.values(ADMINISTRATOR_ROLES)) expect(administersPowerPlatform([role.toUpperCase()])).toBe(true)
    expect(administersPowerPlatform(['00000000-0000-0000-0000-000000000000'])).toBe(false)
  })

  test('a service principal administers nothing unless it is registered as a management application', async () => {
    const { at, bap } = practise('ready-to-enable')
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: AUTOMATION.clientId,
      client_secret: AUTOMATION.secret,
      scope: BAP_SCOPE,
    })
    const url = `https://login.microsoftonline.com/${TENANT.id}/oauth2/v2.0/token`
    const granted = await at('POST', url, undefined, {
      body: form.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    const { access_token } = z.object({ access_token: z.string() }).parse(granted.body)
    const list = () =>
      at('GET', `https://api.bap.microsoft.com${BAP}/scopes/admin/environments?api-version=2023-06-01`, undefined, {
        headers: { authorization: `Bearer ${access_token}` },
      })
    const application = `/adminApplications/${AUTOMATION.clientId}?api-version=2020-10-01`
    expect(listOf(await list()).value).toHaveLength(4)
    expect((await bap('DELETE', application)).status).toBe(204)
    expect((await bap('GET', application)).status).toBe(404)
    const refused = await list()
    expect(refused.status).toBe(403)
    expect(message(refused)).toContain('does not have permission to access the path')
    expect((await bap('PUT', application, { as: 'nobody' })).status).toBe(403)
    expect((await bap('PUT', application)).status).toBe(200)
    expect((await list()).status).toBe(200)
  })
})

describe('reading an environment', () => {
  const { bap } = practise('already-encrypted')

  test('shows its policies and the permissions in it only when they are expanded', async () => {
    expect(environmentIn(await bap('GET', ADMIN)).properties.enterprisePolicies).toBeUndefined()
    for (const expand of [
      'properties/enterprisePolicies,properties.permissions',
      'enterprisePolicies,permissions',
      'properties.capacity,properties.enterprisePolicies,permissions',
    ]) {
      const { properties } = environmentIn(await bap('GET', `${ADMIN}?$expand=${expand}`))
      expect(properties.enterprisePolicies?.customerManagedKeys?.linkStatus).toBe('Linked')
      expect(properties.permissions).toHaveProperty('ManageProtectionKeys')
    }
  })

  test('shows its policies unasked where the scenario says so', async () => {
    const eager = practise(
      scenarioOf('eager', (world) => {
        scenarioByName('already-encrypted')?.build(world)
        world.behave({ policiesOnlyWhenExpanded: false })
      }),
    )
    expect(environmentIn(await eager.bap('GET', ADMIN)).properties.enterprisePolicies?.customerManagedKeys?.linkStatus).toBe('Linked')
  })

  test('has another id and type with and without the admin scope', async () => {
    const admin = environmentIn(await bap('GET', ADMIN))
    const maker = environmentIn(await bap('GET', MAKER))
    expect([admin.id, admin.type]).toEqual([
      `/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/${ID}`,
      'Microsoft.BusinessAppPlatform/scopes/environments',
    ])
    expect([maker.id, maker.type]).toEqual([
      `/providers/Microsoft.BusinessAppPlatform/environments/${ID}`,
      'Microsoft.BusinessAppPlatform/environments',
    ])
  })

  test('names the policy in a different spelling', async () => {
    const link = environmentIn(await bap('GET', `${ADMIN}?$expand=enterprisePolicies`)).properties.enterprisePolicies?.customerManagedKeys
    expect(link?.id).toContain('/resourcegroups/rg-contoso-cmk/providers/Microsoft.Powerplatform/')
  })

  test('does not change what is kept: what one answer was given is not missing from the next', async () => {
    await bap('GET', ADMIN)
    expect(environmentIn(await bap('GET', `${ADMIN}?$expand=enterprisePolicies`)).properties.enterprisePolicies).toBeDefined()
  })
})

describe('turning on Managed Environments', () => {
  const GOVERN = `${MAKER}/governanceConfiguration?api-version=2021-04-01`

  test('takes two minutes, and is visible only then', async () => {
    const { bap, at, clock } = practise('not-managed')
    const level = async () => environmentIn(await bap('GET', ADMIN)).properties.governanceConfiguration?.protectionLevel
    const accepted = await bap('POST', GOVERN, { body: { protectionLevel: 'Standard', settings: { extendedSettings: {} } } })
    expect(accepted.status).toBe(202)
    expect(accepted.headers.get('retry-after')).toBe('5')
    const poll = async () => operationIn(await at('GET', operationAddress(accepted), BAP_SCOPE))
    expect(await poll()).toMatchObject({
      type: { id: 'EnableGovernanceConfiguration' },
      typeDisplayName: 'Enable Managed Environment',
      state: { id: 'NotStarted' },
    })
    clock.advance(minutes(2) - 1)
    expect([(await poll()).state.id, await level()]).toEqual(['Running', 'Basic'])
    clock.advance(1)
    expect([(await poll()).state.id, await level()]).toEqual(['Succeeded', 'Standard'])
  })

  test('goes without a body too, and wants JSON where there is one', async () => {
    const { bap } = practise('not-managed')
    expect((await bap('POST', GOVERN, { body: '{}', headers: { 'content-type': 'text/plain' } })).status).toBe(415)
    expect((await bap('POST', GOVERN)).status).toBe(202)
  })

  test.each([
    [false, 202],
    [true, 409],
  ])('for an environment that is managed already, where that is refused %s, is answered %i', async (refusesManagedAgain, status) => {
    const base = scenarioByName('ready-to-enable')
    const { bap } = practise(
      scenarioOf('managed already', (world) => {
        base?.build(world)
        world.behave({ refusesManagedAgain })
      }),
    )
    expect((await bap('POST', GOVERN, { body: { protectionLevel: 'Standard' } })).status).toBe(status)
  })

  test('is refused while another operation runs', async () => {
    const { bap } = practise('busy-environment')
    expect(refusal(await bap('POST', GOVERN))).toBe('409 OperationNotStartable')
  })

  test('is refused without Dataverse', async () => {
    const answer = await practise('integration-missing').bap('POST', GOVERN)
    expect(refusal(answer)).toBe('400 InvalidLifecycleOperationRequest')
  })

  test('is refused with an empty 409 for a member of an environment group', async () => {
    const { tenant } = practise('not-managed')
    const found = tenant.inspect().environments.find(({ payload }) => payload.name === ID)
    if (!found) throw new Error('no such environment')
    found.payload.properties.parentEnvironmentGroup = { id: 'group' }
    const answer = await practise('not-managed', [found.payload]).bap('POST', GOVERN)
    expect([answer.status, answer.raw.body]).toEqual([409, ''])
  })

  test('cannot be taken back while a customer-managed key is on', async () => {
    expect(refusal(await practise('already-encrypted').bap('POST', GOVERN, { body: { protectionLevel: 'Basic' } }))).toBe(
      '400 InvalidLifecycleOperationRequest',
    )
  })
})

test('what an environment says may be done follows what was done', async () => {
  const { bap } = practise('already-encrypted')
  const words = async (path: string) => {
    const { lifecycleOperationsEnforcement: said } = environmentIn(await bap('GET', path)).properties
    return {
      allowed: said?.allowedOperations?.map(({ type }) => type.id) ?? [],
      disallowed: said?.disallowedOperations?.map(({ type }) => type.id) ?? [],
    }
  }
  expect((await words(ADMIN)).allowed).toContain('RotateCustomerManagedKey')
  expect((await words(`/scopes/admin/environments/Default-${TENANT.id}`)).disallowed).toContain('NewCustomerManagedKey')
})
