import { describe, expect, it } from 'vitest'
import { bench, PRINCIPAL, SUBSCRIPTION, VAULT_ID } from '../azure/stand-in.ts'

const role = (name: string) => `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${name}`
const holder = (over: object = {}) => ({
  id: '/x',
  properties: {
    roleDefinitionId: role('ABCD'),
    principalId: PRINCIPAL,
    principalType: 'Group',
    scope: `/subscriptions/${SUBSCRIPTION}`,
    ...over,
  },
})
const asked = (href: string | undefined) => decodeURIComponent(href ?? '').replace('https://management.azure.com', '')

describe('who has a role', () => {
  it('is read for everybody, at the scope and above, with conditions', async () => {
    const { services, seen } = bench(() => ({ status: 200, body: { value: [holder(), holder({ condition: '@Request' })] } }))
    const scope = `/subscriptions/${SUBSCRIPTION}`
    expect(await services.azure.listRoleHolders(VAULT_ID)).toEqual({
      ok: true,
      value: [
        { roleId: 'abcd', principalId: PRINCIPAL, principalType: 'Group', scope },
        { roleId: 'abcd', principalId: PRINCIPAL, principalType: 'Group', scope, condition: '@Request' },
      ],
    })
    expect(asked(seen[0]?.url.href)).toBe(
      `${VAULT_ID}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01&$filter=atScope()`,
    )
  })

  it('is read with its name where it has to be activated first', async () => {
    const expandedProperties = { principal: { displayName: 'Carl', id: PRINCIPAL } }
    const { services, seen } = bench(() => ({ status: 200, body: { value: [holder({ expandedProperties })] } }))
    expect(await services.azure.listEligibleRoles(VAULT_ID)).toMatchObject({ ok: true, value: [{ roleId: 'abcd', name: 'Carl' }] })
    expect(asked(seen[0]?.url.href)).toBe(
      `${VAULT_ID}/providers/Microsoft.Authorization/roleEligibilityScheduleInstances?api-version=2020-10-01&$filter=atScope()`,
    )
  })

  it('is told apart from a tenant without the license for it', async () => {
    const error = { code: 'AadPremiumLicenseRequired', message: 'The tenant needs to have Microsoft Entra ID P2.' }
    const { services } = bench(() => ({ status: 400, body: { error } }))
    expect(await services.azure.listEligibleRoles(VAULT_ID)).toMatchObject({ ok: false, refusal: { code: error.code } })
  })
})

it('reads what each role gives', async () => {
  const permissions = [{ actions: ['*'], notActions: ['a/*'], condition: '@Request' }]
  const { services } = bench(() => ({
    status: 200,
    body: { value: [{ id: role('ABCD'), properties: { roleName: 'Owner', permissions } }] },
  }))
  expect(await services.azure.listRoleDefinitions(VAULT_ID)).toEqual({
    ok: true,
    value: [
      {
        id: 'abcd',
        name: 'Owner',
        permissions: [{ actions: ['*'], notActions: ['a/*'], dataActions: [], notDataActions: [], condition: '@Request' }],
      },
    ],
  })
})
