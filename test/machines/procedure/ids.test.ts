import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparePolicies, parseResourceId, policyId, sameId, vaultId } from '#machines/procedure/ids.ts'
import { OTHER_POLICY_ID, OTHER_SYSTEM_ID, POLICY_ID, SUBSCRIPTION, SYSTEM_ID, VAULT_ID } from '../facts.ts'

describe('ids of resources', () => {
  it('are the same in any case, and with or without a closing slash', () => {
    expect(sameId(VAULT_ID, `${VAULT_ID.toUpperCase()}/`)).toBe(true)
    expect(sameId(POLICY_ID, POLICY_ID.replace('PowerPlatform', 'Powerplatform'))).toBe(true)
    expect(sameId(VAULT_ID, POLICY_ID)).toBe(false)
  })

  it('are never the same as none', () => {
    expect(sameId(undefined, undefined)).toBe(false)
    expect(sameId(VAULT_ID, undefined)).toBe(false)
    expect(sameId(undefined, VAULT_ID)).toBe(false)
  })

  it('are made of subscription, group and name, and read back from them', () => {
    expect(vaultId(SUBSCRIPTION, 'rg-contoso-cmk', 'kv-contoso-cmk')).toBe(VAULT_ID)
    expect(policyId(SUBSCRIPTION, 'rg-contoso-cmk', 'cmk-contoso')).toBe(POLICY_ID)
    expect(parseResourceId(VAULT_ID)).toEqual({
      subscriptionId: SUBSCRIPTION,
      resourceGroup: 'rg-contoso-cmk',
      type: 'Microsoft.KeyVault/vaults',
      name: 'kv-contoso-cmk',
    })
    expect(parseResourceId(POLICY_ID.replace('resourceGroups', 'RESOURCEGROUPS'))).toMatchObject({ name: 'cmk-contoso' })
  })

  it.each(['', '/', `/subscriptions/${SUBSCRIPTION}`, `${VAULT_ID}/keys/a`, VAULT_ID.slice(1), 'https://portal.azure.com'])(
    'are not read from %j',
    (text) => expect(parseResourceId(text)).toBeUndefined(),
  )

  it('survive any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(sameId(a, b)).toBe(sameId(b, a))
        expect(sameId(a, a)).toBe(true)
        const read = parseResourceId(a)
        if (read) expect(a.toLowerCase()).toContain(read.name.toLowerCase())
      }),
    )
  })
})

describe('two policies', () => {
  it.each([
    ['same', { id: POLICY_ID, systemId: SYSTEM_ID }, { id: POLICY_ID.toUpperCase(), systemId: SYSTEM_ID.toUpperCase() }],
    ['same', { id: POLICY_ID, systemId: SYSTEM_ID }, { id: POLICY_ID, systemId: SYSTEM_ID.replace('unitedstates', 'us') }],
    ['same', { id: POLICY_ID }, { id: POLICY_ID, systemId: SYSTEM_ID }],
    ['same', { systemId: SYSTEM_ID }, { id: POLICY_ID, systemId: SYSTEM_ID }],
    ['recreated', { id: POLICY_ID, systemId: OTHER_SYSTEM_ID }, { id: POLICY_ID, systemId: SYSTEM_ID }],
    ['other', { id: OTHER_POLICY_ID, systemId: OTHER_SYSTEM_ID }, { id: POLICY_ID, systemId: SYSTEM_ID }],
    ['other', { id: OTHER_POLICY_ID, systemId: SYSTEM_ID }, { id: POLICY_ID, systemId: SYSTEM_ID }],
    ['other', { systemId: OTHER_SYSTEM_ID }, { id: POLICY_ID, systemId: SYSTEM_ID }],
    ['other', {}, { id: POLICY_ID, systemId: SYSTEM_ID }],
  ] as const)('are %s: %o and %o', (match, one, two) => {
    expect(comparePolicies(one, two)).toBe(match)
    expect(comparePolicies(two, one)).toBe(match)
  })
})
