import { describe, expect, it } from 'vitest'
import { setRuntime } from '#node/practice/settling.ts'
import { PEOPLE, SUBSCRIPTION } from '#node/practice/world.ts'
import {
  and,
  DAY,
  ENVIRONMENT,
  encrypted,
  environmentOnly,
  GROUP_PATH,
  granted,
  inTheEnvironment,
  KEY,
  KEY_PATH,
  MINUTE,
  onTheKey,
  POLICY_CHOICES,
  POLICY_PATH,
  ready,
  type Situation,
  SUBSCRIPTION_PATH,
  seconds,
  situation,
  VAULT_PATH,
  walkSituations,
  withoutRole,
} from './situation.ts'

/** Subscription, vault, key, policy, grants and Managed Environment: each entry is found in such a tenant, and gone once it is fixed. */

const OTHER_POLICY_PATH = `${GROUP_PATH}/providers/Microsoft.PowerPlatform/enterprisePolicies/cmk-other`
const policyBody = (location: string, key = KEY) => ({
  location,
  kind: 'Encryption',
  identity: { type: 'SystemAssigned' },
  properties: { encryption: { state: 'Enabled', keyVault: { id: VAULT_PATH, key: { name: key } } } },
})

const situations: readonly Situation[] = [
  situation('F-301', 'the provider is not registered', 'policy', environmentOnly, {
    putRight: async ({ change, clock }) => {
      await change('arm', 'POST', `${SUBSCRIPTION_PATH}/providers/Microsoft.PowerPlatform/register`)
      clock.advance(2 * MINUTE)
    },
  }),
  situation(
    'F-302',
    'the account only reads the subscription',
    'policy',
    (world, fit) => {
      fit.environment({}, [PEOPLE.kim.objectId])
      world.grant(PEOPLE.kim.objectId, 'Reader', SUBSCRIPTION_PATH)
    },
    { person: 'kim', putRight: ({ give }) => give('Contributor', PEOPLE.kim.objectId, SUBSCRIPTION_PATH) },
  ),
  situation('F-303', 'the subscription chosen is not the account’s', 'policy', ready(), {
    choices: { subscriptionId: '00000000-0000-4000-8000-000000000001' },
    decide: { choices: { subscriptionId: SUBSCRIPTION.id } },
  }),
  situation('F-401', 'purge protection is off', 'policy', ready({ enablePurgeProtection: false }), {
    putRight: ({ change }) => change('arm', 'PATCH', VAULT_PATH, { properties: { enablePurgeProtection: true } }),
  }),
  situation(
    'F-402',
    'a Contributor looks for the key in a vault with roles',
    'policy',
    and(ready(), granted(PEOPLE.carl.objectId, 'Contributor')),
    {
      person: 'carl',
      putRight: async ({ give, clock }) => {
        await give('Key Vault Crypto Officer', PEOPLE.carl.objectId, VAULT_PATH)
        clock.advance(5 * MINUTE)
      },
    },
  ),
  situation(
    'F-403',
    'the key has 4096 bits',
    'policy',
    (world, fit) => {
      fit.environment()
      world.key(fit.vault().vault, KEY, 4096)
    },
    {
      putRight: ({ change }) => change('keys', 'POST', '/keys/cmk-smaller/create', { kty: 'RSA', key_size: 3072 }),
      decide: { choices: { keyName: 'cmk-smaller' } },
    },
  ),
  situation('F-405', 'the vault takes requests from a private network only', 'policy', ready({ publicNetworkAccess: 'Disabled' }), {
    putRight: ({ change }) => change('arm', 'PATCH', VAULT_PATH, { properties: { publicNetworkAccess: 'Enabled' } }),
  }),
  situation(
    'F-406',
    'a deleted vault holds the name',
    'policy',
    (_, fit) => {
      fit.environment()
      fit.vault()
    },
    { before: ({ change }) => change('arm', 'DELETE', VAULT_PATH), decide: { choices: { vaultName: 'kv-contoso-cmk-2' } } },
  ),
  situation('F-407', 'the key expires and nothing renews it', 'policy', ready(), {
    before: ({ change, clock }) => change('keys', 'PATCH', KEY_PATH, { attributes: { exp: seconds(clock.now() + 30 * DAY) } }),
    putRight: ({ change }) => change('keys', 'POST', `${KEY_PATH}/create`, { kty: 'RSA', key_size: 3072 }),
  }),
  situation('F-407', 'the key expires before an encryption that begins now can end', 'policy', ready(), {
    before: ({ change, clock }) => change('keys', 'PATCH', KEY_PATH, { attributes: { exp: seconds(clock.now() + 3 * DAY) } }),
    putRight: ({ change }) => change('keys', 'POST', `${KEY_PATH}/create`, { kty: 'RSA', key_size: 3072 }),
  }),
  situation(
    'F-408',
    'deleted keys are kept 7 days',
    'policy',
    (world, fit) => {
      fit.environment()
      const { group } = fit.vault({ softDeleteRetentionInDays: 7 })
      world.vault(group, 'kv-longer')
    },
    { decide: { choices: { vaultName: 'kv-longer' } } },
  ),
  situation(
    'F-502',
    'the subscription offers no policy in the environment’s region',
    'policy',
    (_, fit) => {
      fit.environment({ location: 'atlantis' })
      fit.environment({
        name: '71f4d0a6-8c3b-4e95-9d2a-b8e6f1c07354',
        dataverse: { organizationId: 'o', domainName: 'other', uniqueName: 'u', instanceUrl: 'https://other.crm.dynamics.com' },
      })
      fit.vault()
    },
    { decide: { environmentId: '71f4d0a6-8c3b-4e95-9d2a-b8e6f1c07354' } },
  ),
  situation(
    'F-503',
    'the policy is in another region',
    'policy',
    (_, fit) => {
      fit.environment()
      fit.policy({}, 'europe')
    },
    {
      putRight: ({ change }) => change('arm', 'PUT', OTHER_POLICY_PATH, policyBody('unitedstates')),
      decide: { choices: { policyName: 'cmk-other' } },
    },
  ),
  situation('F-504', 'the policy points at another key, and a used one cannot be changed', 'policy', encrypted, {
    choices: { keyName: 'cmk-wished' },
    decide: { choices: { keyName: KEY } },
  }),
  situation('F-505', 'the policy is one for networks', 'policy', ready(), {
    before: ({ change }) => change('arm', 'PUT', OTHER_POLICY_PATH, { location: 'unitedstates', kind: 'NetworkInjection', properties: {} }),
    choices: { policyName: 'cmk-other' },
    decide: { choices: { policyName: POLICY_CHOICES.policyName } },
  }),
  situation('F-601', 'the policy has no role on the vault', 'policy', withoutRole, {
    putRight: async ({ give, identity, clock }) => {
      await give('Key Vault Crypto Service Encryption User', identity(), VAULT_PATH)
      clock.advance(6 * MINUTE)
    },
  }),
  situation(
    'F-602',
    'the policy has no identity',
    'policy',
    (_, fit) => {
      fit.environment()
      fit.policy().policy.identity = { type: 'None' }
    },
    {
      putRight: ({ change }) => change('arm', 'PUT', OTHER_POLICY_PATH, policyBody('unitedstates')),
      decide: { choices: { policyName: 'cmk-other' } },
    },
  ),
  situation('F-603', 'the role was given a moment ago', 'membership', withoutRole, {
    before: ({ give, identity }) => give('Key Vault Crypto Service Encryption User', identity(), VAULT_PATH),
    putRight: ({ clock }) => clock.advance(6 * MINUTE),
  }),
  situation(
    'F-604',
    'a Contributor would have to give the role',
    'policy',
    and(withoutRole, granted(PEOPLE.carl.objectId, 'Contributor', 'Key Vault Crypto Officer')),
    { person: 'carl', putRight: ({ give }) => give('User Access Administrator', PEOPLE.carl.objectId, SUBSCRIPTION_PATH) },
  ),
  situation(
    'F-605',
    'the vault was switched from access policies to roles',
    'policy',
    (_, fit) => {
      fit.environment()
      const { vault, policy } = fit.policy({ enableRbacAuthorization: false })
      vault.accessPolicies = [
        { tenantId: vault.tenantId, objectId: policy.identity.principalId ?? '', permissions: { keys: ['get', 'wrapKey', 'unwrapKey'] } },
      ]
    },
    {
      before: ({ change }) => change('arm', 'PATCH', VAULT_PATH, { properties: { enableRbacAuthorization: true } }),
      putRight: ({ give, identity }) => give('Key Vault Crypto Service Encryption User', identity(), VAULT_PATH),
    },
  ),
  situation('F-606', 'the vault was deleted', 'policy', encrypted, {
    before: ({ change }) => change('arm', 'DELETE', VAULT_PATH),
    putRight: async ({ change, clock }) => {
      await change('arm', 'PUT', VAULT_PATH, { location: 'eastus', properties: { createMode: 'recover' } })
      clock.advance(MINUTE)
    },
  }),
  // Who re-enables a locked environment does it in the admin center.
  inTheEnvironment(
    'F-606',
    'the environment stayed locked after the key was back',
    'membership',
    [(environment) => setRuntime(environment, 'Disabled'), (environment) => setRuntime(environment, 'Enabled')],
    onTheKey,
  ),
  situation('F-701', 'the administrator named has no Reader on the policy', 'policy', ready(), {
    choices: { administratorObjectId: PEOPLE.grace.objectId },
    putRight: ({ give }) => give('Reader', PEOPLE.grace.objectId, POLICY_PATH),
  }),
  situation(
    'F-702',
    'the account may not read the policy',
    'policy',
    and(ready(), (world) => world.grant(PEOPLE.grace.objectId, 'Reader', VAULT_PATH)),
    { person: 'grace', putRight: ({ give }) => give('Reader', PEOPLE.grace.objectId, POLICY_PATH) },
  ),
  situation(
    'F-703',
    'a partner without a user object here names the own object id for Reader',
    'policy',
    and(ready(), granted(PEOPLE.petra.partnerGroup, 'Owner', 'Key Vault Crypto Officer')),
    {
      person: 'petra',
      choices: { administratorObjectId: PEOPLE.petra.objectId },
      decide: { choices: { administratorObjectId: PEOPLE.ada.objectId } },
    },
  ),
  situation(
    'F-802',
    'a Dynamics 365 administrator is missing from the security group',
    'integration',
    (_, fit) =>
      void fit.environment(
        {
          dataverse: {
            organizationId: 'o',
            domainName: 'contoso-prod',
            uniqueName: 'u',
            instanceUrl: 'https://contoso-prod.crm.dynamics.com',
            securityGroupId: '5b3e9f70-41d2-4c86-a9e5-7d0c1f2b6a38',
          },
        },
        [PEOPLE.ada.objectId],
      ),
    { person: 'carl', decide: { person: 'ada' } },
  ),
  situation(
    'F-803',
    'a backup runs',
    'membership',
    (world, fit) => {
      world.busy(fit.environment(), 'Backup', MINUTE, 10 * MINUTE)
      fit.everything()
    },
    { putRight: ({ clock }) => clock.advance(20 * MINUTE) },
  ),
  inTheEnvironment(
    'F-804',
    'an environment group holds the setting',
    'membership',
    [{ parentEnvironmentGroup: { id: '8d1f6a20-3c57-4b9e-a0d4-5e7c2b918f36' } }, { parentEnvironmentGroup: null }],
    (_, fit) => {
      fit.everything()
      return fit.environment({ protectionLevel: 'Basic' })
    },
  ),
  situation('F-806', 'the environment is to become managed', 'membership', ready({}, { protectionLevel: 'Basic' }), {
    putRight: async ({ change, clock }) => {
      await change('bap', 'POST', `/environments/${ENVIRONMENT}/governanceConfiguration?api-version=2021-04-01`, {
        protectionLevel: 'Standard',
      })
      clock.advance(60 * MINUTE)
    },
  }),
  situation(
    'F-A01',
    'one account administers Power Platform and rules over the vault',
    'policy',
    and(ready(), granted(PEOPLE.kim.objectId, 'Owner')),
    { decide: { person: 'kim' } },
  ),
]

describe('each entry of the catalogue from subscription to Managed Environment', () => {
  walkSituations(situations)

  it('has a row for each that the services tell before a write', () => {
    const rows = new Set(situations.map(({ id }) => id))
    const groups = { '3': 3, '4': 8, '5': 5, '6': 6, '7': 3, '8': 6 }
    const all = Object.entries(groups).flatMap(([group, size]) =>
      Array.from({ length: size }, (_, index) => `F-${group}0${index + 1}` as const),
    )
    // Denied by the company, refused for a role: seen at the write. A template deployed manually and a later copy: explained in words.
    expect(all.filter((id) => !rows.has(id))).toEqual(['F-404', 'F-501', 'F-801', 'F-805'])
  })
})
