import { describe, expect, it } from 'vitest'
import { bench, SUBSCRIPTION, VAULT_ID } from '../azure/stand-in.ts'

const SUBSCRIPTION_SCOPE = `/subscriptions/${SUBSCRIPTION}`
const GROUP_SCOPE = `${SUBSCRIPTION_SCOPE}/resourceGroups/rg`
const POLICY_SCOPE = `${GROUP_SCOPE}/providers/Microsoft.PowerPlatform/enterprisePolicies/cmk`
const SCOPES = [SUBSCRIPTION_SCOPE, GROUP_SCOPE, VAULT_ID, POLICY_SCOPE]

const contributor = { actions: ['*'], notActions: ['Microsoft.Authorization/*/Write'], dataActions: [], notDataActions: [] }
const cryptoOfficer = { actions: [], notActions: [], dataActions: ['Microsoft.KeyVault/vaults/keys/*'], notDataActions: [] }

describe('reading what the account may do', () => {
  it.each(SCOPES)('asks Azure Resource Manager once, at %s and nowhere else', async (scope) => {
    const { services, seen, scopes } = bench(() => ({ status: 200, body: { value: [contributor, cryptoOfficer] } }))
    expect(await services.azure.readPermissions(scope)).toEqual({ ok: true, value: [contributor, cryptoOfficer] })
    expect(seen.map(({ method, url }) => `${method} ${url.pathname}`.toLowerCase())).toEqual([
      `GET ${scope}/providers/Microsoft.Authorization/permissions`.toLowerCase(),
    ])
    expect(seen[0]?.url.searchParams.get('api-version')).toBe('2022-04-01')
    expect(scopes).toEqual(['https://management.azure.com/.default'])
  })

  it('takes members in any case, absent ones as empty, and keeps a condition', async () => {
    const body = {
      Value: [
        { Actions: ['*/read'], condition: '@Request[…] ForAnyOfAnyValues:GuidEquals {…}' },
        { notActions: null, condition: '' },
      ],
    }
    const { services } = bench(() => ({ status: 200, body }))
    const nothing = { actions: [], notActions: [], dataActions: [], notDataActions: [] }
    expect(await services.azure.readPermissions(VAULT_ID)).toEqual({
      ok: true,
      value: [{ ...nothing, actions: ['*/read'], condition: '@Request[…] ForAnyOfAnyValues:GuidEquals {…}' }, nothing],
    })
  })
})
