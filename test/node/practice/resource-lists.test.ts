import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { GROUP_PATH, listOf, POLICY_PATH, practise, refusal, SUBSCRIPTION_PATH, VAULT_PATH } from './practise.ts'

const resource = z.looseObject({ id: z.string() })

const list = async (path: string, as: 'ada' | 'kim' | 'nobody' = 'ada') => {
  const answer = await practise('already-encrypted').arm('GET', path, { as })
  return answer.status === 200 ? listOf(answer).value.map((entry) => resource.parse(entry).id) : refusal(answer)
}

describe('the list of resources', () => {
  test('holds what is in a group, and of a subscription what is in all of them', async () => {
    const workspace = (name: string) =>
      `${SUBSCRIPTION_PATH}/resourceGroups/rg-${name}/providers/Microsoft.OperationalInsights/workspaces/${name}`
    expect(await list(`${GROUP_PATH}/resources`)).toEqual([VAULT_PATH, POLICY_PATH])
    expect(await list(`${SUBSCRIPTION_PATH}/resources`)).toEqual([
      ...[VAULT_PATH, POLICY_PATH],
      ...[workspace('log-contoso-security'), workspace('log-contoso-operations')],
    ])
  })

  test.each([
    ["resourceType eq 'microsoft.keyvault/vaults'", [VAULT_PATH]],
    ["resourceType eq 'Microsoft.KeyVault/vaults' and name eq 'kv-contoso-cmk'", [VAULT_PATH]],
    ["resourceType eq 'Microsoft.KeyVault/vaults' and name eq 'other'", []],
    ["resourceType eq 'Microsoft.PowerPlatform/enterprisePolicies'", [POLICY_PATH]],
    ["tagName eq 'x'", '400 InvalidFilterInQueryString'],
  ])('with the filter %s', async (filter, expected) => {
    expect(await list(`${SUBSCRIPTION_PATH}/resources?$filter=${encodeURIComponent(filter)}`)).toEqual(expected)
  })

  test('holds only what the caller may read', async () => {
    expect(await list(`${SUBSCRIPTION_PATH}/resources`, 'kim')).toEqual([VAULT_PATH, POLICY_PATH])
    expect(await list(`${SUBSCRIPTION_PATH}/resources`, 'nobody')).toBe('403 AuthorizationFailed')
  })

  test('of managed HSMs is empty', async () => {
    for (const type of ['managedHSMs', 'deletedManagedHSMs'])
      expect(await list(`${SUBSCRIPTION_PATH}/providers/Microsoft.KeyVault/${type}`)).toEqual([])
  })
})
