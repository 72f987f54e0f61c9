import { describe, expect, it } from 'vitest'
import { LOCAL_ROLES } from '#machines/procedure/rights/local-roles.ts'
import { account, bench, PRINCIPAL } from './stand-in.ts'

const HSM = 'https://hsm1.managedhsm.azure.net'
const ROLE = LOCAL_ROLES['crypto-service-encryption-user']
const DEFINITIONS = 'Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions'

const assignment = (scope: string, principalId = PRINCIPAL, role: string = ROLE) => ({
  id: `${scope}/providers/Microsoft.Authorization/roleAssignments/n`,
  name: 'n',
  type: 'Microsoft.Authorization/roleAssignments',
  properties: { principalId, roleDefinitionId: `${DEFINITIONS}/${role.toUpperCase()}`, scope },
})

describe('local roles of a Managed HSM', () => {
  it('are listed with a token for Managed HSM, and kept where they reach the principal at the key', async () => {
    const value = ['/', '/keys', '/keys/CMK-key', '/keys/other'].map((scope) => assignment(scope))
    const { services, seen, scopes } = bench(() => ({ status: 200, body: { value: [...value, assignment('/', account.objectId)] } }))
    const answer = await services.azure.listLocalRoles(`${HSM}/`, '/keys/cmk-key', PRINCIPAL.toUpperCase())
    expect(answer).toMatchObject({ ok: true, value: [{ scope: '/', roleId: ROLE }, { scope: '/keys' }, { scope: '/keys/CMK-key' }] })
    expect(answer).not.toHaveProperty('value.0.createdAt')
    expect(seen.map(({ url }) => url.href)).toEqual([`${HSM}/providers/Microsoft.Authorization/roleAssignments?api-version=7.4`])
    expect(scopes).toEqual(['https://managedhsm.azure.net/.default'])
  })

  it('of one key say nothing of all keys', async () => {
    const { services } = bench(() => ({ status: 200, body: { value: [assignment('/keys/cmk-key')] } }))
    expect(await services.azure.listLocalRoles(HSM, '/keys', PRINCIPAL)).toEqual({ ok: true, value: [] })
  })

  it('give the account the permissions of the roles that it has', async () => {
    const definition = (name: string, dataActions: readonly string[]) => ({ name, properties: { permissions: [{ dataActions }] } })
    const { services } = bench(({ url }) => ({
      status: 200,
      body: {
        value: url.pathname.endsWith('roleDefinitions')
          ? [definition(ROLE, ['wrap']), definition(LOCAL_ROLES['crypto-user'], ['create'])]
          : [assignment('/keys', account.objectId)],
      },
    }))
    expect(await services.azure.readLocalPermissions(HSM, '/keys/cmk-key')).toEqual({
      ok: true,
      value: [{ actions: [], notActions: [], dataActions: ['wrap'], notDataActions: [] }],
    })
  })

  it('are given under a name that is the same each time', async () => {
    const { services, seen } = bench(() => ({ status: 201, body: assignment('/keys') }))
    const give = () => services.azure.assignLocalRole(HSM, { scope: '/keys', roleId: ROLE, principalId: PRINCIPAL })
    expect(await give()).toMatchObject({ ok: true, value: { scope: '/keys' } })
    await give()
    expect(new Set(seen.map(({ url }) => url.pathname)).size).toBe(1)
    expect(seen[0]).toMatchObject({
      method: 'PUT',
      url: { pathname: expect.stringMatching(/^\/keys\/providers\/Microsoft\.Authorization\//) },
    })
    expect(JSON.parse(String(seen[0]?.body))).toEqual({
      properties: { roleDefinitionId: `${DEFINITIONS}/${ROLE}`, principalId: PRINCIPAL },
    })
  })

  it('that someone else gave already are found', async () => {
    const { services } = bench(({ method }) =>
      method === 'PUT'
        ? { status: 409, body: { error: { code: 'RoleAssignmentExists', message: 'It exists.' } } }
        : { status: 200, body: { value: [assignment('/keys')] } },
    )
    const answer = await services.azure.assignLocalRole(HSM, { scope: '/keys', roleId: ROLE, principalId: PRINCIPAL })
    expect(answer).toMatchObject({ ok: true, value: { scope: '/keys', roleId: ROLE } })
  })
})
