import { describe } from 'vitest'
import type { Permission } from '../../../../../machines/procedure/services.ts'
import { dutiesChecks } from '../../../../../machines/procedure/steps/policy/duties-checks.ts'
import type { PolicyFacts } from '../../../../../machines/procedure/steps/policy/facts.ts'
import { ADMINISTRATOR, absent, ok, policyFacts, REFUSALS, refused, vault, without } from '../../../facts.ts'
import { type Row, walkRows } from '../../../rows.ts'

const check = 'duties-separated'
const POWER_PLATFORM = '11648597-926c-4cf3-9c36-bcebb0ba8dcc'
const USER_ADMINISTRATOR = 'fe930be7-5e62-47db-91af-98c3a49a38b1'

const role = (over: Partial<Permission>): Permission => ({ actions: [], notActions: [], dataActions: [], notDataActions: [], ...over })
const READER = role({ actions: ['*/read'] })
const OWNER = role({ actions: ['*'] })
const CRYPTO_OFFICER = role({ dataActions: ['Microsoft.KeyVault/vaults/keys/*'] })

const holding = (roles: readonly Permission[], directoryRoles: readonly string[], over: Partial<PolicyFacts> = {}): PolicyFacts => {
  const answer = ok(roles)
  return policyFacts({
    permissions: { subscription: answer, resourceGroup: answer, vault: answer, policy: answer },
    directoryRoles,
    ...over,
  })
}

const byAccessPolicy = (keyPermissions: readonly string[], objectId = ADMINISTRATOR): Partial<PolicyFacts> => ({
  vault: ok(vault({ roleBasedAccess: false, accessPolicies: [{ objectId, keyPermissions }] })),
})

const unseen = {
  resourceGroup: refused(REFUSALS['not-found']),
  vault: refused(REFUSALS['not-found']),
  policy: refused(REFUSALS['not-found']),
}

const rows: readonly Row<PolicyFacts>[] = [
  {
    check,
    when: 'a Power Platform administrator owns the vault too',
    facts: holding([OWNER], [POWER_PLATFORM]),
    gives: 'warning',
    seen: ['Power Platform Administrator', 'assign and remove roles', 'delete the key vault'],
    with: { id: 'F-A01', owner: 'you' },
  },
  {
    check,
    when: 'a Power Platform administrator may change keys in a vault with roles',
    facts: holding([CRYPTO_OFFICER], [POWER_PLATFORM]),
    gives: 'warning',
    seen: ['disable keys', 'delete keys'],
  },
  {
    check,
    when: 'a Power Platform administrator may change keys only by roles that do not count in a vault with access policies',
    facts: holding([CRYPTO_OFFICER], [POWER_PLATFORM], byAccessPolicy(['get'])),
    gives: 'pass',
  },
  ...(['all', 'Delete', 'update'] as const).map((permission) => ({
    check,
    when: `a Power Platform administrator has the key permission ${permission} in a vault with access policies`,
    facts: holding([READER], [POWER_PLATFORM], byAccessPolicy(['get', permission])),
    gives: 'warning' as const,
    seen: ['access policy'],
  })),
  {
    check,
    when: 'the access policies speak of others',
    facts: holding([READER], [POWER_PLATFORM], byAccessPolicy(['all'], '00000000-0000-4000-8000-000000000000')),
    gives: 'pass',
  },
  { check, when: 'a Power Platform administrator only reads the vault', facts: holding([READER], [POWER_PLATFORM]), gives: 'pass' },
  {
    check,
    when: 'the owner of the vault administers other things than Power Platform',
    facts: holding([OWNER], [USER_ADMINISTRATOR]),
    gives: 'pass',
    seen: ['no admin role'],
  },
  {
    check,
    when: 'the vault’s own rights could not be read, but its group’s could',
    facts: holding([OWNER], [POWER_PLATFORM], {
      permissions: { subscription: ok([]), resourceGroup: ok([OWNER]), vault: refused(REFUSALS['not-found']), policy: ok([]) },
    }),
    gives: 'warning',
  },
  {
    check,
    when: 'neither vault nor group exists yet, and the subscription’s rights will be inherited',
    facts: holding([], [POWER_PLATFORM], { vault: absent, permissions: { ...unseen, subscription: ok([OWNER]) } }),
    gives: 'warning',
  },
  {
    check,
    when: 'neither vault nor group exists yet, and the subscription gives nothing of it',
    facts: holding([], [POWER_PLATFORM], { vault: absent, permissions: { ...unseen, subscription: ok([READER]) } }),
    gives: 'pass',
  },
  {
    check,
    when: 'the vault exists and its rights could not be read: they may be given there alone',
    facts: holding([], [POWER_PLATFORM], { permissions: { ...unseen, subscription: ok([READER]) } }),
    gives: 'nothing',
  },
  { check, when: 'nothing of rights was read', facts: policyFacts({ directoryRoles: [POWER_PLATFORM] }), gives: 'nothing' },
  { check, when: 'nothing is chosen', facts: without(holding([OWNER], [POWER_PLATFORM]), 'choices'), gives: 'nothing' },
  { check, when: 'it is unknown which roles are in the sign-in', facts: without(holding([OWNER], []), 'directoryRoles'), gives: 'nothing' },
]

describe('the separation of duties', () => walkRows(dutiesChecks, rows))
