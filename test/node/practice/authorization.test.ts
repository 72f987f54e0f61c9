import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { PEOPLE } from '#node/practice/world.ts'
import {
  type Answered,
  assignmentAt,
  GROUP_PATH,
  listOf,
  message,
  NOW,
  newPolicy,
  POLICY_PATH,
  type Practised,
  pagesOf,
  policyIn,
  practise,
  refusal,
  roleFor,
  SUBSCRIPTION_PATH,
  scenarioOf,
  VAULT_PATH,
} from './practise.ts'

const ROLE = {
  owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
  cryptoServiceEncryptionUser: 'e147488a-f6f5-4113-8e2d-b22465e65bf6',
}
const NAME = '11111111-2222-4333-8444-555555555555'
const OTHER = '99999999-2222-4333-8444-555555555555'

const at = assignmentAt
const entry = z.looseObject({
  id: z.string(),
  name: z.string(),
  properties: z.looseObject({ roleDefinitionId: z.string(), principalId: z.string(), scope: z.string(), createdOn: z.string() }),
})
const scopes = (answer: Answered): string[] => listOf(answer).value.map((item) => entry.parse(item).properties.scope)

async function everyPage(practised: Practised, path: string): Promise<{ pages: number; roles: string[] }> {
  const pages = await pagesOf(practised, await practised.arm('GET', path))
  const roles = pages.flat().map((item) => entry.parse(item).properties.roleDefinitionId.split('/').at(-1) ?? '')
  return { pages: pages.length, roles }
}

describe('assigning a role', () => {
  test('answers 201 the first time and 200 for the same again, and is found at once', async () => {
    const { arm } = practise('link-fails')
    const body = roleFor(PEOPLE.grace.objectId)
    const created = await arm('PUT', at(POLICY_PATH), { body })
    expect(created.status).toBe(201)
    expect(entry.parse(created.body).properties.createdOn).toBe('2026-11-24T09:00:00.0000000Z')
    expect((await arm('PUT', at(POLICY_PATH), { body })).status).toBe(200)
    expect(
      scopes(
        await arm(
          'GET',
          `${POLICY_PATH}/providers/Microsoft.Authorization/roleAssignments?$filter=principalId eq '${PEOPLE.grace.objectId}'`,
        ),
      ),
    ).toEqual([POLICY_PATH])
  })

  test('refuses the same grant under another name, and another grant under the same name', async () => {
    const { arm } = practise('link-fails')
    const body = roleFor(PEOPLE.grace.objectId)
    await arm('PUT', at(POLICY_PATH), { body })
    const again = await arm('PUT', at(POLICY_PATH, OTHER), { body })
    expect(refusal(again)).toBe('409 RoleAssignmentExists')
    expect(message(again)).toContain(NAME.replaceAll('-', ''))
    expect(refusal(await arm('PUT', at(POLICY_PATH), { body: roleFor(PEOPLE.grace.objectId, ROLE.owner) }))).toBe(
      '400 RoleAssignmentUpdateNotPermitted',
    )
  })

  test.each([
    ['an unknown role', at(VAULT_PATH), roleFor(PEOPLE.grace.objectId, NAME), '400 RoleDefinitionDoesNotExist'],
    ['a principal that is no GUID', at(VAULT_PATH), roleFor('grace'), '400 InvalidPrincipalId'],
    ['a principal the directory does not know', at(VAULT_PATH), roleFor(OTHER, ROLE.reader, 'ServicePrincipal'), '400 PrincipalNotFound'],
    [
      'the wrong kind of principal',
      at(VAULT_PATH),
      roleFor(PEOPLE.grace.objectId, ROLE.reader, 'ServicePrincipal'),
      '400 UnmatchedPrincipalType',
    ],
    ['a name that is no GUID', at(VAULT_PATH, 'mine'), roleFor(PEOPLE.grace.objectId), '400 InvalidRoleAssignmentId'],
    ['a scope that does not exist', at(`${VAULT_PATH}x`), roleFor(PEOPLE.grace.objectId), '404 ResourceNotFound'],
  ])('refuses %s', async (_what, path, body, expected) => {
    expect(refusal(await practise('link-fails').arm('PUT', path, { body }))).toBe(expected)
  })

  test('does not know the identity of a new policy for 90 seconds, with any principal type', async () => {
    const { arm, clock } = practise('vault-without-purge-protection')
    const policy = await arm('PUT', POLICY_PATH, { body: newPolicy() })
    const body = roleFor(policyIn(policy).identity.principalId, ROLE.cryptoServiceEncryptionUser, 'ServicePrincipal')
    expect(refusal(await arm('PUT', at(VAULT_PATH), { body }))).toBe('400 PrincipalNotFound')
    clock.advance(89_999)
    expect(refusal(await arm('PUT', at(VAULT_PATH), { body }))).toBe('400 PrincipalNotFound')
    clock.advance(1)
    expect((await arm('PUT', at(VAULT_PATH), { body })).status).toBe(201)
  })

  test.each([
    ['Owner', ROLE.owner, 201],
    ['User Access Administrator', ROLE.owner, 201],
    ['Role Based Access Control Administrator', ROLE.reader, 201],
    ['Key Vault Data Access Administrator', ROLE.cryptoServiceEncryptionUser, 201],
    ['Key Vault Data Access Administrator', ROLE.reader, 403],
    ['Contributor', ROLE.reader, 403],
    ['Key Vault Administrator', ROLE.reader, 403],
    ['Reader', ROLE.reader, 403],
  ])('%s assigning %s gets %i', async (role, assigned, status) => {
    const { arm } = practise(
      scenarioOf('rights', (world) => {
        world.vault(world.group('rg-contoso-cmk', 'eastus'), 'kv-contoso-cmk')
        world.grant(PEOPLE.kim.objectId, role, GROUP_PATH)
      }),
    )
    const answer = await arm('PUT', at(VAULT_PATH), { as: 'kim', body: roleFor(PEOPLE.grace.objectId, assigned) })
    expect(answer.status).toBe(status)
    if (status === 403) expect(refusal(answer)).toBe('403 AuthorizationFailed')
  })

  test('is taken back by deleting, once', async () => {
    const { arm } = practise('link-fails')
    await arm('PUT', at(POLICY_PATH), { body: roleFor(PEOPLE.grace.objectId) })
    expect((await arm('DELETE', at(POLICY_PATH))).status).toBe(200)
    expect((await arm('DELETE', at(POLICY_PATH))).status).toBe(204)
    expect(refusal(await arm('GET', at(POLICY_PATH)))).toBe('404 RoleAssignmentNotFound')
  })
})

describe('listing role assignments', () => {
  test('goes over pages, each with the address of the next', async () => {
    const practised = practise('already-encrypted')
    const found = await everyPage(
      practised,
      `${VAULT_PATH}/providers/Microsoft.Authorization/roleAssignments?$filter=principalId eq '${PEOPLE.ada.objectId}'`,
    )
    expect(found.pages).toBe(2)
    expect(found.roles).toContain(ROLE.owner)
    expect(found.roles).toHaveLength(3)
  })

  test.each([
    ["principalId eq '{kim}'", 1],
    ["assignedTo('{kim}')", 1],
    ["atScope() and assignedTo('{kim}')", 0],
    ["principalId eq '{nobody}'", 0],
  ])('at the subscription with the filter %s finds %i', async (filter, count) => {
    const text = filter.replace('{kim}', PEOPLE.kim.objectId).replace('{nobody}', PEOPLE.nobody.objectId)
    const answer = await practise('already-encrypted').arm(
      'GET',
      `${SUBSCRIPTION_PATH}/providers/Microsoft.Authorization/roleAssignments?$filter=${encodeURIComponent(text)}`,
    )
    expect(listOf(answer).value).toHaveLength(count)
  })

  test('includes what is inherited from above', async () => {
    const answer = await practise('already-encrypted').arm(
      'GET',
      `${VAULT_PATH}/providers/Microsoft.Authorization/roleAssignments?$filter=principalId eq '${PEOPLE.kim.objectId}'`,
    )
    expect(scopes(answer)).toEqual([GROUP_PATH])
  })

  test('refuses a filter it does not know, and a caller who may not read', async () => {
    const { arm } = practise('already-encrypted')
    expect(refusal(await arm('GET', `${VAULT_PATH}/providers/Microsoft.Authorization/roleAssignments?$filter=scope eq 'x'`))).toBe(
      '400 UnsupportedQuery',
    )
    expect(refusal(await arm('GET', `${VAULT_PATH}/providers/Microsoft.Authorization/roleAssignments`, { as: 'grace' }))).toBe(
      '403 AuthorizationFailed',
    )
  })
})

test('role definitions are found by their name, and say what they allow', async () => {
  const definition = z.looseObject({
    name: z.string(),
    properties: z.looseObject({ permissions: z.array(z.looseObject({ dataActions: z.array(z.string()) })) }),
  })
  const answer = await practise('already-encrypted').arm(
    'GET',
    `${VAULT_PATH}/providers/Microsoft.Authorization/roleDefinitions?$filter=${encodeURIComponent("roleName eq 'Key Vault Crypto Service Encryption User'")}`,
  )
  const [found] = listOf(answer).value.map((item) => definition.parse(item))
  expect(found?.name).toBe(ROLE.cryptoServiceEncryptionUser)
  expect(found?.properties.permissions[0]?.dataActions).toContain('Microsoft.KeyVault/vaults/keys/wrap/action')
})

test('permissions hold one entry for each role that reaches the scope', async () => {
  const { arm } = practise('no-reader')
  const permission = z.looseObject({ actions: z.array(z.string()), notActions: z.array(z.string()) })
  const answer = await arm('GET', `${POLICY_PATH}/providers/Microsoft.Authorization/permissions`)
  const found = listOf(answer).value.map((item) => permission.parse(item))
  expect(found.flatMap(({ notActions }) => notActions)).toContain('Microsoft.Authorization/*/Write')
})

test('an assignment made now is dated by the practice clock', async () => {
  const { arm, clock, tenant } = practise('link-fails')
  clock.advance(60_000)
  await arm('PUT', at(POLICY_PATH), { body: roleFor(PEOPLE.grace.objectId) })
  expect(tenant.inspect().roleAssignments.at(-1)?.createdAt).toBe(NOW + 60_000)
})
