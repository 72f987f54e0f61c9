import { expect, it } from 'vitest'
import { allows } from '../../../../machines/rights/permissions.ts'
import { GROUP, given, POLICY_ID, practise, refused, SUBSCRIPTION, VAULT_ID } from './practice.ts'

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

it('is refused to somebody without a role, and finds nothing where nothing is', async () => {
  const practice = practise('no-reader')
  expect(refused(await practice.as('nobody').azure.readPermissions(VAULT_ID))).toMatchObject({ reason: 'forbidden' })
  expect(refused(await practice.services.azure.readPermissions(`${VAULT_ID}-2`))).toMatchObject({ reason: 'not-found' })
})
