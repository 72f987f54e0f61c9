import { describe, expect, it } from 'vitest'
import { bench, PRINCIPAL, type Reply, SUBSCRIPTION, VAULT_ID } from '../azure/stand-in.ts'

const ROLE = 'e147488a-f6f5-4113-8e2d-b22465e65bf6'
const GROUP_SCOPE = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`

const assignment = (scope: string, roleId = ROLE, more: object = {}) => ({
  id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${roleId}-at`,
  name: 'n',
  type: 'Microsoft.Authorization/roleAssignments',
  properties: {
    roleDefinitionId: `/subscriptions/x/providers/Microsoft.Authorization/roleDefinitions/${roleId.toUpperCase()}`,
    principalId: PRINCIPAL,
    principalType: 'ServicePrincipal',
    scope,
    createdOn: '2026-01-05T08:59:00.0000000Z',
    ...more,
  },
})
const wanted = {
  scope: VAULT_ID,
  subscriptionId: SUBSCRIPTION,
  roleId: ROLE,
  principalId: PRINCIPAL,
  principalType: 'ServicePrincipal',
} as const
const exists: Reply = { status: 409, body: { error: { code: 'RoleAssignmentExists', message: 'The role assignment already exists.' } } }

describe('listing role assignments', () => {
  it('asks at the scope for what reaches the principal, also through groups, under one slash', async () => {
    const { services, seen, scopes } = bench(() => ({ status: 200, body: { value: [assignment(VAULT_ID)] } }))
    expect(await services.azure.listRoleAssignments(VAULT_ID, PRINCIPAL)).toEqual({
      ok: true,
      value: [
        {
          id: expect.stringContaining(VAULT_ID),
          roleId: ROLE,
          principalId: PRINCIPAL,
          scope: VAULT_ID,
          createdAt: '2026-01-05T08:59:00.0000000Z',
        },
      ],
    })
    expect(seen[0]?.url.pathname).toBe(`${VAULT_ID}/providers/Microsoft.Authorization/roleAssignments`)
    expect(seen[0]?.url.searchParams.get('$filter')).toBe(`atScope() and assignedTo('${PRINCIPAL}')`)
    expect(scopes).toEqual(['https://management.azure.com/.default'])
  })

  it('asks of a group by its ID: the filter that follows groups takes none', async () => {
    const { services, seen } = bench(() => ({ status: 200, body: { value: [] } }))
    await services.azure.listRoleAssignments(VAULT_ID, PRINCIPAL, undefined, true)
    expect(seen[0]?.url.searchParams.get('$filter')).toBe(`principalId eq '${PRINCIPAL}'`)
  })

  it('takes no answer for a page that only asked for another sign-in', async () => {
    const claims = Buffer.from('{"access_token":{}}').toString('base64')
    const headers = { 'WWW-Authenticate': `Bearer realm="", error="insufficient_claims", claims="${claims}"` }
    let asked = 0
    const { services } = bench(() =>
      ++asked === 1
        ? { status: 401, headers, body: { error: { code: 'InvalidAuthenticationToken' } } }
        : { status: 200, body: { value: [assignment(VAULT_ID)] } },
    )
    expect(await services.azure.listRoleAssignments(VAULT_ID, PRINCIPAL)).toMatchObject({ ok: true, value: [{ scope: VAULT_ID }] })
  })

  it('keeps what comes from above and drops what only reaches something below or beside', async () => {
    const scopes = [
      '/',
      '/providers/Microsoft.Management/managementGroups/mg1',
      `/subscriptions/${SUBSCRIPTION.toUpperCase()}`,
      GROUP_SCOPE.toUpperCase(),
      VAULT_ID,
      `${VAULT_ID}/keys/k`,
      `${VAULT_ID}2`,
      `${GROUP_SCOPE}2`,
    ]
    const { services } = bench(() => ({ status: 200, body: { value: scopes.map((scope) => assignment(scope)) } }))
    const answer = await services.azure.listRoleAssignments(VAULT_ID, PRINCIPAL)
    expect(answer.ok && answer.value.map(({ scope }) => scope)).toEqual(scopes.slice(0, 5))
  })
})

describe('assigning a role', () => {
  it('puts the same name each time, with IDs in any case', async () => {
    const { services, seen } = bench(() => ({ status: 201, body: assignment(VAULT_ID) }))
    await services.azure.assignRole(wanted)
    await services.azure.assignRole({
      ...wanted,
      scope: VAULT_ID.toUpperCase(),
      principalId: PRINCIPAL.toUpperCase(),
      roleId: ROLE.toUpperCase(),
    })
    await services.azure.assignRole({ ...wanted, roleId: 'acdd72a7-3385-48ef-bd42-f606fba81ae7' })
    const names = seen.map(({ url }) => url.pathname.split('/').at(-1))
    expect(names[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(names[1]).toBe(names[0])
    expect(names[2]).not.toBe(names[0])
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({
      properties: {
        roleDefinitionId: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${ROLE}`,
        principalId: PRINCIPAL,
        principalType: 'ServicePrincipal',
      },
    })
  })

  it('counts one that exists as done, and gives it back', async () => {
    const { services } = bench(({ method }) =>
      method === 'PUT' ? exists : { status: 200, body: { value: [assignment('/', 'other-role'), assignment(VAULT_ID)] } },
    )
    expect(await services.azure.assignRole(wanted)).toMatchObject({ ok: true, value: { roleId: ROLE, scope: VAULT_ID } })
  })

  it('says to come back when one exists that is not listed yet', async () => {
    const { services } = bench(({ method }) => (method === 'PUT' ? exists : { status: 200, body: { value: [] } }))
    expect(await services.azure.assignRole(wanted)).toMatchObject({
      ok: false,
      refusal: { reason: 'not-ready', code: 'RoleAssignmentExists', retryAfterSeconds: 15 },
    })
  })

  it('says to come back when the principal is not known everywhere yet', async () => {
    const { services } = bench(() => ({
      status: 400,
      body: { error: { code: 'PrincipalNotFound', message: 'Principal does not exist in the directory.' } },
    }))
    expect(await services.azure.assignRole(wanted)).toMatchObject({
      ok: false,
      refusal: { reason: 'not-ready', code: 'PrincipalNotFound', retryAfterSeconds: 15 },
    })
  })
})
