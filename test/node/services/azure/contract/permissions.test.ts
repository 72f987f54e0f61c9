import { setMaxListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { judge } from '#machines/engine/step/finding.ts'
import { allows } from '#machines/procedure/rights/permissions.ts'
import { observePolicy } from '#machines/procedure/steps/policy/facts.ts'
import { policyRightsChecks } from '#machines/procedure/steps/policy/rights-checks.ts'
import type { PersonId } from '#node/practice/world.ts'
import { GROUP, given, POLICY_ID, practise, refused, SUBSCRIPTION, scenarioOf, VAULT_ID } from './practice.ts'

const SCOPE = `/subscriptions/${SUBSCRIPTION.id}`
const SCOPES = [SCOPE, `${SCOPE}/resourceGroups/${GROUP}`, VAULT_ID, POLICY_ID]
const GIVE_ROLES = { plane: 'management', action: 'Microsoft.Authorization/roleAssignments/write' } as const
const CREATE_POLICIES = { plane: 'management', action: 'Microsoft.PowerPlatform/enterprisePolicies/write' } as const
const CREATE_KEYS = { plane: 'data', action: 'Microsoft.KeyVault/vaults/keys/create/action' } as const

it.each(SCOPES)('reads real roles at %s: Contributor creates policies and gives no roles, Crypto Officer creates keys', async (scope) => {
  const contributor = given(await practise('no-reader').services.azure.readPermissions(scope))
  expect(allows(contributor, CREATE_POLICIES)).toBe('yes')
  expect(allows(contributor, GIVE_ROLES)).toBe('no')
  expect(allows(contributor, CREATE_KEYS)).toBe('yes')
  const owner = given(await practise('already-encrypted').services.azure.readPermissions(scope))
  expect(allows(owner, GIVE_ROLES)).toBe('yes')
})

it('is refused to a person without a role, and finds nothing where nothing is', async () => {
  const practice = practise('no-reader')
  expect(refused(await practice.as('nobody').azure.readPermissions(VAULT_ID))).toMatchObject({ reason: 'forbidden' })
  expect(refused(await practice.services.azure.readPermissions(`${VAULT_ID}-2`))).toMatchObject({ reason: 'not-found' })
})

describe('what step 3 says of people with different rights, in a subscription with nothing in it', () => {
  const rightsOf = async (person: PersonId) => {
    const scenario = scenarioOf('ready-to-enable')
    const services = practise('ready-to-enable').as(person)
    const { signal } = new AbortController()
    // Step 3 asks a dozen things at once, and each listens.
    setMaxListeners(0, signal)
    const facts = await observePolicy(services, scenario.choices, undefined, signal)
    return judge(policyRightsChecks, facts, 0)
      .filter(({ status }) => status !== 'pass')
      .map(({ status, key, owner }) => `${status} ${key} ${owner}`)
  }

  it.each<readonly [PersonId, readonly string[]]>([
    ['ada', []],
    // Contributor: makes everything, opens no vault, assigns nothing. Who is to read the policy owns the subscription, so can already.
    ['carl', ['fail may-use-keys key-vault-administrator', 'fail may-give-key-access key-vault-administrator']],
    // Global administrator, elevated in Azure: may give everything, to herself too, and makes nothing.
    [
      'gloria',
      ['may-register-provider', 'may-create-resource-group', 'may-create-vault', 'may-use-keys', 'may-create-policy'].map(
        (key) => `fail ${key} you`,
      ),
    ],
  ])('%s', async (person, findings) => {
    expect(await rightsOf(person)).toEqual(findings)
  })

  it('warns, and no more, where the account may not even ask: Power Platform administrators, partners, an account without roles', async () => {
    for (const person of ['grace', 'petra', 'nobody'] as const) {
      const said = await rightsOf(person)
      expect(
        said.filter((each) => !each.startsWith('warning')),
        person,
      ).toEqual([])
    }
  })
})
