import { describe } from 'vitest'
import type { Permission } from '#machines/procedure/services/services.ts'
import { dutiesChecks } from '#machines/procedure/steps/policy/duties-checks.ts'
import type { PolicyFacts } from '#machines/procedure/steps/policy/facts.ts'
import { ADMINISTRATOR, absent, environment, ok, policyFacts, REFUSALS, refused, vault, without } from '#test/machines/facts.ts'
import { type Rows, row, walkRows } from '#test/machines/rows.ts'

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

const GIVEN: Partial<PolicyFacts> = { environment: ok(environment({ permissions: ['ManageProtectionKeys'] })) }
const NOT_GIVEN: Partial<PolicyFacts> = { environment: ok(environment({ permissions: ['ReadEnvironment'] })) }

const rows: Rows<PolicyFacts> = {
  [check]: [
    row.warning('a Power Platform administrator owns the vault too', holding([OWNER], [POWER_PLATFORM]), {
      seen: ['Power Platform Administrator', 'assign and remove roles', 'delete the key vault'],
      id: 'F-A01',
      owner: 'you',
    }),
    row.warning('a Power Platform administrator may change keys in a vault with roles', holding([CRYPTO_OFFICER], [POWER_PLATFORM]), {
      seen: ['disable keys', 'delete keys'],
    }),
    row.pass(
      'a Power Platform administrator may change keys only by roles that do not count in a vault with access policies',
      holding([CRYPTO_OFFICER], [POWER_PLATFORM], byAccessPolicy(['get'])),
    ),
    ...(['all', 'Delete', 'update'] as const).map((permission) =>
      row.warning(
        `a Power Platform administrator has the key permission ${permission} in a vault with access policies`,
        holding([READER], [POWER_PLATFORM], byAccessPolicy(['get', permission])),
        { seen: 'access policy' },
      ),
    ),
    row.pass(
      'the access policies speak of others',
      holding([READER], [POWER_PLATFORM], byAccessPolicy(['all'], '00000000-0000-4000-8000-000000000000')),
    ),
    row.pass('a Power Platform administrator only reads the vault', holding([READER], [POWER_PLATFORM])),
    row.warning('the owner of the vault has no role in the sign-in, but the permission on the environment', holding([OWNER], [], GIVEN), {
      title: 'controls Power Platform and the key',
      seen: ['permission ManageProtectionKeys', 'delete the key vault'],
    }),
    row.warning(
      'the owner of the vault is a registered management application, which needs no role',
      holding([OWNER], [], { isApplication: true }),
      { title: 'controls Power Platform and the key', seen: 'registered as a management application' },
    ),
    row.warning(
      'the owner of the vault administers other things, and the environment names no permissions',
      holding([OWNER], [USER_ADMINISTRATOR]),
      { title: 'might control Power Platform', seen: ['no admin role', 'can come from a group'] },
    ),
    row.pass('the owner of the vault has no permission on the environment', holding([OWNER], [USER_ADMINISTRATOR], NOT_GIVEN), {
      seen: 'doesn’t give the account the permission',
    }),
    row.pass('the owner of the vault is not shown the environment', holding([OWNER], [], { environment: absent }), {
      seen: ['no admin role', 'can’t read the environment'],
    }),
    row.pass('an account with no right on the vault might have a role through a group', holding([READER], [])),
    row.warning(
      'the vault’s own rights could not be read, but its group’s could',
      holding([OWNER], [POWER_PLATFORM], {
        permissions: { subscription: ok([]), resourceGroup: ok([OWNER]), vault: refused(REFUSALS['not-found']), policy: ok([]) },
      }),
    ),
    row.warning(
      'neither vault nor group exists yet, and the subscription’s rights will be inherited',
      holding([], [POWER_PLATFORM], { vault: absent, permissions: { ...unseen, subscription: ok([OWNER]) } }),
    ),
    row.pass(
      'neither vault nor group exists yet, and the subscription gives nothing of it',
      holding([], [POWER_PLATFORM], { vault: absent, permissions: { ...unseen, subscription: ok([READER]) } }),
    ),
    row.nothing(
      'the vault exists and its rights could not be read: they may be given there alone',
      holding([], [POWER_PLATFORM], { permissions: { ...unseen, subscription: ok([READER]) } }),
    ),
    row.nothing('nothing of rights was read', policyFacts({ directoryRoles: [POWER_PLATFORM] })),
    row.nothing('nothing is chosen', without(holding([OWNER], [POWER_PLATFORM]), 'choices')),
    row.nothing('it is unknown which roles are in the sign-in', without(holding([OWNER], []), 'directoryRoles')),
  ],
}

describe('the separation of duties', () => walkRows(dutiesChecks, rows))
