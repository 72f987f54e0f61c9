import { describe, expect, it } from 'vitest'
import type { EnvironmentPayload } from '../../practice/environment-payload.ts'
import { setRuntime } from '../../practice/settling.ts'
import { PEOPLE, SUBSCRIPTION } from '../../practice/world.ts'
import {
  amiss,
  benchOf,
  DAY,
  ENVIRONMENT,
  findingsOf,
  GROUP_PATH,
  KEY,
  KEY_PATH,
  MINUTE,
  POLICY_CHOICES,
  POLICY_PATH,
  type Situation,
  SUBSCRIPTION_PATH,
  seconds,
  VAULT_PATH,
} from './situation.ts'

/** Subscription, vault, key, policy, grants and Managed Environment: each entry is found in such a tenant, and gone once it is fixed. */

const OTHER_POLICY_PATH = `${GROUP_PATH}/providers/Microsoft.PowerPlatform/enterprisePolicies/cmk-other`
const policyBody = (location: string, key = KEY) => ({
  location,
  kind: 'Encryption',
  identity: { type: 'SystemAssigned' },
  properties: { encryption: { state: 'Enabled', keyVault: { id: VAULT_PATH, key: { name: key } } } },
})

/** Who re-enables a locked environment does it in the admin center: no request for it is documented. */
function environmentStaysLocked(): Situation {
  let environment: EnvironmentPayload | undefined
  return {
    id: 'F-606',
    when: 'the environment stayed locked after the key was back',
    step: 'membership',
    build: (world, fit) => {
      environment = fit.environment()
      world.encrypted(environment, fit.everything().policy)
      setRuntime(environment, 'Disabled')
    },
    putRight: () => {
      if (environment) setRuntime(environment, 'Enabled')
    },
  }
}

function settingsInGroup(): Situation {
  let environment: EnvironmentPayload | undefined
  return {
    id: 'F-804',
    when: 'an environment group holds the setting',
    step: 'membership',
    build: (_, fit) => {
      environment = fit.environment({ protectionLevel: 'Basic' })
      environment.properties.parentEnvironmentGroup = { id: '8d1f6a20-3c57-4b9e-a0d4-5e7c2b918f36' }
      fit.everything()
    },
    putRight: () => {
      if (environment) environment.properties.parentEnvironmentGroup = null
    },
  }
}

const situations: readonly Situation[] = [
  {
    id: 'F-301',
    when: 'the provider is not registered',
    step: 'policy',
    build: (_, fit) => void fit.environment(),
    putRight: async ({ change, clock }) => {
      await change('arm', 'POST', `${SUBSCRIPTION_PATH}/providers/Microsoft.PowerPlatform/register`)
      clock.advance(2 * MINUTE)
    },
  },
  {
    id: 'F-302',
    when: 'the account only reads the subscription',
    step: 'policy',
    person: 'kim',
    build: (world, fit) => {
      fit.environment({}, [PEOPLE.kim.objectId])
      world.grant(PEOPLE.kim.objectId, 'Reader', SUBSCRIPTION_PATH)
    },
    putRight: ({ give }) => give('Contributor', PEOPLE.kim.objectId, SUBSCRIPTION_PATH),
  },
  {
    id: 'F-303',
    when: 'the subscription chosen is not the account’s',
    step: 'policy',
    choices: { subscriptionId: '00000000-0000-4000-8000-000000000001' },
    build: (_, fit) => {
      fit.environment()
      fit.everything()
    },
    decide: { choices: { subscriptionId: SUBSCRIPTION.id } },
  },
  {
    id: 'F-401',
    when: 'purge protection is off',
    step: 'policy',
    build: (_, fit) => {
      fit.environment()
      fit.everything({ enablePurgeProtection: false })
    },
    putRight: ({ change }) => change('arm', 'PATCH', VAULT_PATH, { properties: { enablePurgeProtection: true } }),
  },
  {
    id: 'F-402',
    when: 'a Contributor looks for the key in a vault with roles',
    step: 'policy',
    person: 'carl',
    build: (world, fit) => {
      fit.environment()
      fit.everything()
      world.grant(PEOPLE.carl.objectId, 'Contributor', SUBSCRIPTION_PATH)
    },
    putRight: async ({ give, clock }) => {
      await give('Key Vault Crypto Officer', PEOPLE.carl.objectId, VAULT_PATH)
      clock.advance(5 * MINUTE)
    },
  },
  {
    id: 'F-403',
    when: 'the key has 4096 bits',
    step: 'policy',
    build: (world, fit) => {
      fit.environment()
      world.key(fit.vault().vault, KEY, 4096)
    },
    putRight: ({ change }) => change('keys', 'POST', '/keys/cmk-smaller/create', { kty: 'RSA', key_size: 3072 }),
    decide: { choices: { keyName: 'cmk-smaller' } },
  },
  {
    id: 'F-405',
    when: 'the vault takes requests from a private network only',
    step: 'policy',
    build: (_, fit) => {
      fit.environment()
      fit.everything({ publicNetworkAccess: 'Disabled' })
    },
    putRight: ({ change }) => change('arm', 'PATCH', VAULT_PATH, { properties: { publicNetworkAccess: 'Enabled' } }),
  },
  {
    id: 'F-406',
    when: 'a deleted vault holds the name',
    step: 'policy',
    build: (_, fit) => {
      fit.environment()
      fit.vault()
    },
    before: ({ change }) => change('arm', 'DELETE', VAULT_PATH),
    decide: { choices: { vaultName: 'kv-contoso-cmk-2' } },
  },
  {
    id: 'F-407',
    when: 'the key expires and nothing renews it',
    step: 'policy',
    build: (_, fit) => {
      fit.environment()
      fit.everything()
    },
    before: ({ change, clock }) => change('keys', 'PATCH', KEY_PATH, { attributes: { exp: seconds(clock.now() + 30 * DAY) } }),
    putRight: ({ change }) => change('keys', 'POST', `${KEY_PATH}/create`, { kty: 'RSA', key_size: 3072 }),
  },
  {
    id: 'F-407',
    when: 'the key expires before an encryption that begins now can end',
    step: 'policy',
    build: (_, fit) => {
      fit.environment()
      fit.everything()
    },
    before: ({ change, clock }) => change('keys', 'PATCH', KEY_PATH, { attributes: { exp: seconds(clock.now() + 3 * DAY) } }),
    putRight: ({ change }) => change('keys', 'POST', `${KEY_PATH}/create`, { kty: 'RSA', key_size: 3072 }),
  },
  {
    id: 'F-408',
    when: 'deleted keys are kept 7 days',
    step: 'policy',
    build: (world, fit) => {
      fit.environment()
      const { group } = fit.vault({ softDeleteRetentionInDays: 7 })
      world.vault(group, 'kv-longer')
    },
    decide: { choices: { vaultName: 'kv-longer' } },
  },
  {
    id: 'F-502',
    when: 'the subscription offers no policy in the environment’s region',
    step: 'policy',
    build: (_, fit) => {
      fit.environment({ location: 'atlantis' })
      fit.environment({
        name: '71f4d0a6-8c3b-4e95-9d2a-b8e6f1c07354',
        dataverse: { organizationId: 'o', domainName: 'other', uniqueName: 'u', instanceUrl: 'https://other.crm.dynamics.com' },
      })
      fit.vault()
    },
    decide: { environmentId: '71f4d0a6-8c3b-4e95-9d2a-b8e6f1c07354' },
  },
  {
    id: 'F-503',
    when: 'the policy is in another region',
    step: 'policy',
    build: (_, fit) => {
      fit.environment()
      fit.policy({}, 'europe')
    },
    putRight: ({ change }) => change('arm', 'PUT', OTHER_POLICY_PATH, policyBody('unitedstates')),
    decide: { choices: { policyName: 'cmk-other' } },
  },
  {
    id: 'F-504',
    when: 'the policy points at another key, and a used one cannot be changed',
    step: 'policy',
    build: (_, fit) => fit.encrypted(),
    choices: { keyName: 'cmk-wished' },
    decide: { choices: { keyName: KEY } },
  },
  {
    id: 'F-505',
    when: 'the policy is one for networks',
    step: 'policy',
    build: (_, fit) => {
      fit.environment()
      fit.everything()
    },
    before: ({ change }) => change('arm', 'PUT', OTHER_POLICY_PATH, { location: 'unitedstates', kind: 'NetworkInjection', properties: {} }),
    choices: { policyName: 'cmk-other' },
    decide: { choices: { policyName: POLICY_CHOICES.policyName } },
  },
  {
    id: 'F-601',
    when: 'the policy has no role on the vault',
    step: 'policy',
    build: (_, fit) => {
      fit.environment()
      fit.policy()
    },
    putRight: async ({ give, identity, clock }) => {
      await give('Key Vault Crypto Service Encryption User', identity(), VAULT_PATH)
      clock.advance(6 * MINUTE)
    },
  },
  {
    id: 'F-602',
    when: 'the policy has no identity',
    step: 'policy',
    build: (_, fit) => {
      fit.environment()
      fit.policy().policy.identity = { type: 'None' }
    },
    putRight: ({ change }) => change('arm', 'PUT', OTHER_POLICY_PATH, policyBody('unitedstates')),
    decide: { choices: { policyName: 'cmk-other' } },
  },
  {
    id: 'F-603',
    when: 'the role was given a moment ago',
    step: 'membership',
    build: (_, fit) => {
      fit.environment()
      fit.policy()
    },
    before: ({ give, identity }) => give('Key Vault Crypto Service Encryption User', identity(), VAULT_PATH),
    putRight: ({ clock }) => clock.advance(6 * MINUTE),
  },
  {
    id: 'F-604',
    when: 'a Contributor would have to give the role',
    step: 'policy',
    person: 'carl',
    build: (world, fit) => {
      fit.environment()
      fit.policy()
      for (const role of ['Contributor', 'Key Vault Crypto Officer']) world.grant(PEOPLE.carl.objectId, role, SUBSCRIPTION_PATH)
    },
    putRight: ({ give }) => give('User Access Administrator', PEOPLE.carl.objectId, SUBSCRIPTION_PATH),
  },
  {
    id: 'F-605',
    when: 'the vault was switched from access policies to roles',
    step: 'policy',
    build: (_, fit) => {
      fit.environment()
      const { vault, policy } = fit.policy({ enableRbacAuthorization: false })
      vault.accessPolicies = [
        { tenantId: vault.tenantId, objectId: policy.identity.principalId ?? '', permissions: { keys: ['get', 'wrapKey', 'unwrapKey'] } },
      ]
    },
    before: ({ change }) => change('arm', 'PATCH', VAULT_PATH, { properties: { enableRbacAuthorization: true } }),
    putRight: ({ give, identity }) => give('Key Vault Crypto Service Encryption User', identity(), VAULT_PATH),
  },
  {
    id: 'F-606',
    when: 'the vault was deleted',
    step: 'policy',
    build: (_, fit) => fit.encrypted(),
    before: ({ change }) => change('arm', 'DELETE', VAULT_PATH),
    putRight: async ({ change, clock }) => {
      await change('arm', 'PUT', VAULT_PATH, { location: 'eastus', properties: { createMode: 'recover' } })
      clock.advance(MINUTE)
    },
  },
  environmentStaysLocked(),
  {
    id: 'F-701',
    when: 'the administrator named has no Reader on the policy',
    step: 'policy',
    choices: { administratorObjectId: PEOPLE.grace.objectId },
    build: (_, fit) => {
      fit.environment()
      fit.everything()
    },
    putRight: ({ give }) => give('Reader', PEOPLE.grace.objectId, POLICY_PATH),
  },
  {
    id: 'F-702',
    when: 'the account may not read the policy',
    step: 'policy',
    person: 'grace',
    build: (world, fit) => {
      fit.environment()
      fit.everything()
      world.grant(PEOPLE.grace.objectId, 'Reader', VAULT_PATH)
    },
    putRight: ({ give }) => give('Reader', PEOPLE.grace.objectId, POLICY_PATH),
  },
  {
    id: 'F-703',
    when: 'a partner without a user object here names the own object id for Reader',
    step: 'policy',
    person: 'petra',
    choices: { administratorObjectId: PEOPLE.petra.objectId },
    build: (world, fit) => {
      fit.environment()
      fit.everything()
      for (const role of ['Owner', 'Key Vault Crypto Officer']) world.grant(PEOPLE.petra.partnerGroup, role, SUBSCRIPTION_PATH)
    },
    decide: { choices: { administratorObjectId: PEOPLE.ada.objectId } },
  },
  {
    id: 'F-802',
    when: 'a Dynamics 365 administrator is missing from the security group',
    step: 'integration',
    person: 'carl',
    build: (_, fit) =>
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
    decide: { person: 'ada' },
  },
  {
    id: 'F-803',
    when: 'a backup runs',
    step: 'membership',
    build: (world, fit) => {
      world.busy(fit.environment(), 'Backup', MINUTE, 10 * MINUTE)
      fit.everything()
    },
    putRight: ({ clock }) => clock.advance(20 * MINUTE),
  },
  settingsInGroup(),
  {
    id: 'F-806',
    when: 'the environment is to become managed',
    step: 'membership',
    build: (_, fit) => {
      fit.environment({ protectionLevel: 'Basic' })
      fit.everything()
    },
    putRight: async ({ change, clock }) => {
      await change('bap', 'POST', `/environments/${ENVIRONMENT}/governanceConfiguration?api-version=2021-04-01`, {
        protectionLevel: 'Standard',
      })
      clock.advance(60 * MINUTE)
    },
  },
  {
    id: 'F-A01',
    when: 'one account administers Power Platform and rules over the vault',
    step: 'policy',
    build: (world, fit) => {
      fit.environment()
      fit.everything()
      world.grant(PEOPLE.kim.objectId, 'Owner', SUBSCRIPTION_PATH)
    },
    decide: { person: 'kim' },
  },
]

describe('each entry of the catalogue from subscription to Managed Environment', () => {
  it.each(situations.map((situation) => [situation.id, situation.when, situation] as const))('%s: %s', async (id, when, situation) => {
    const bench = benchOf(`${id} ${when}`, situation.build)
    await situation.before?.(bench)
    expect(amiss(await findingsOf(bench, situation.step, situation), id)).not.toEqual([])
    await situation.putRight?.(bench)
    expect(amiss(await findingsOf(bench, situation.step, situation, situation.decide), id)).toEqual([])
  })

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
