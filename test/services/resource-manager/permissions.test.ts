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

  it.each(SCOPES)('reads every page at %s', async (scope) => {
    const next = `https://management.azure.com${scope}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01&$skipToken=2`
    const { services } = bench(({ url }) => ({
      status: 200,
      body: url.searchParams.has('$skipToken') ? { value: [cryptoOfficer] } : { value: [contributor], nextLink: next },
    }))
    expect(await services.azure.readPermissions(scope)).toEqual({ ok: true, value: [contributor, cryptoOfficer] })
  })

  it.each(SCOPES)('refuses a next page on another host before it fetches a token for it, at %s', async (scope) => {
    const { services, seen, scopes } = bench(() => ({ status: 200, body: { value: [], nextLink: 'https://evil.example/next' } }))
    expect(await services.azure.readPermissions(scope)).toMatchObject({ ok: false, refusal: { reason: 'rejected' } })
    expect(seen).toHaveLength(1)
    expect(scopes).toHaveLength(1)
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

  it.each([SUBSCRIPTION_SCOPE, VAULT_ID])('gives the refusal of an account that may not even ask, at %s', async (scope) => {
    const { services } = bench(() => ({ status: 403, body: { error: { code: 'AuthorizationFailed', message: 'No.' } } }))
    expect(await services.azure.readPermissions(scope)).toMatchObject({
      ok: false,
      refusal: { reason: 'forbidden', code: 'AuthorizationFailed' },
    })
  })

  it.each([
    '',
    '/',
    'subscriptions/x',
    '/subscriptions/..',
    '/subscriptions/x/resourceGroups/..',
    `${GROUP_SCOPE}/providers/Microsoft.KeyVault/vaults/kv?x=1`,
    `${GROUP_SCOPE}/providers/Microsoft.KeyVault/vaults/k v`,
    `${VAULT_ID}/keys/k`,
    '/providers/Microsoft.Management/managementGroups/mg',
  ])('sends nothing for %j', async (scope) => {
    const { services, seen } = bench(() => ({ status: 200, body: { value: [] } }))
    expect(await services.azure.readPermissions(scope)).toMatchObject({ ok: false, refusal: { reason: 'rejected' } })
    expect(seen).toEqual([])
  })
})
