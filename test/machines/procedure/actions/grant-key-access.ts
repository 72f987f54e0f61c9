import type { GrantKeyAccess } from '#machines/procedure/actions/grant-key-access/action.ts'
import { LOCAL_ROLES } from '#machines/procedure/rights/local-roles.ts'
import { ACCESS_SPREADS_IN, AZURE_ROLES } from '#machines/procedure/rights/roles.ts'
import { assignment, hsm, IDENTITY, NOW, policy, SUBSCRIPTION, VAULT_ID, vault } from '../../facts.ts'
import { type Case, GROUP, groupId, leaves, writes } from './case.ts'
import { ofPolicy, ofVault, type Things } from './sample.ts'

const byPolicies = (...keyPermissions: readonly string[]) =>
  vault({ roleBasedAccess: false, accessPolicies: [{ objectId: IDENTITY.toUpperCase(), keyPermissions }] })
const spreading = { kind: 'access-spreading', since: NOW, until: NOW + ACCESS_SPREADS_IN }

export const sample = (names: Things): GrantKeyAccess => ({ kind: 'grant-key-access', ...ofPolicy(names), ...ofVault(names) })

export const cases: readonly Case[] = [
  writes(
    'the vault uses roles and the identity has none that wraps',
    {
      readPolicy: policy(),
      readVault: vault(),
      listRoleAssignments: [assignment({ roleId: AZURE_ROLES.reader })],
      assignRole: assignment(),
    },
    [
      {
        scope: VAULT_ID,
        subscriptionId: SUBSCRIPTION,
        roleId: AZURE_ROLES['key-vault-crypto-service-encryption-user'],
        principalId: IDENTITY,
        principalType: 'ServicePrincipal',
      },
    ],
    assignment().id,
    { pending: spreading },
  ),
  leaves(
    'the vault uses roles and the identity has inherited a stronger one',
    {
      readPolicy: policy(),
      readVault: vault(),
      listRoleAssignments: [assignment({ roleId: AZURE_ROLES['key-vault-administrator'].toUpperCase(), scope: groupId })],
    },
    assignment().id,
  ),
  writes(
    'the key is in a Managed HSM and the identity has no local role for all keys',
    {
      readPolicy: policy(),
      readManagedHsm: hsm(),
      listLocalRoles: [assignment({ roleId: LOCAL_ROLES['crypto-officer'], scope: '/' })],
      assignLocalRole: assignment({ id: '/keys/providers/x' }),
    },
    [hsm().vaultUri, { scope: '/keys', roleId: LOCAL_ROLES['crypto-service-encryption-user'], principalId: IDENTITY }],
    '/keys/providers/x',
    { pending: spreading, of: { vaultName: 'hsm-contoso', keyStore: 'managed-hsm' } },
  ),
  leaves(
    'the key is in a Managed HSM and the identity has a stronger local role',
    { readPolicy: policy(), readManagedHsm: hsm(), listLocalRoles: [assignment({ roleId: LOCAL_ROLES['crypto-user'], scope: '/' })] },
    assignment().id,
    { of: { vaultName: 'hsm-contoso', keyStore: 'managed-hsm' } },
  ),
  writes(
    'the vault uses access policies and the identity lacks a permission',
    { readPolicy: policy(), readVault: byPolicies('get', 'wrapKey'), addKeyAccessPolicy: byPolicies('get', 'wrapKey', 'unwrapKey') },
    [SUBSCRIPTION, GROUP, 'kv-contoso-cmk', IDENTITY],
    `${VAULT_ID}/accessPolicies/${IDENTITY}`,
    { pending: spreading },
  ),
  leaves(
    'the vault uses access policies and the identity may do all',
    { readPolicy: policy(), readVault: byPolicies('All') },
    `${VAULT_ID}/accessPolicies/${IDENTITY}`,
  ),
]
