import type { GrantKeyAccess } from '../../../../machines/procedure/actions/grant-key-access/action.ts'
import { LOCAL_ROLES } from '../../../../machines/procedure/local-roles.ts'
import { ACCESS_SPREADS_IN, AZURE_ROLES } from '../../../../machines/procedure/roles.ts'
import { assignment, hsm, IDENTITY, NOW, ok, policy, SUBSCRIPTION, VAULT_ID, vault } from '../../facts.ts'
import { type Case, GROUP, groupId, says } from './case.ts'
import { type Names, ofPolicy, ofVault } from './sample.ts'

const byPolicies = (...keyPermissions: readonly string[]) =>
  vault({ roleBasedAccess: false, accessPolicies: [{ objectId: IDENTITY.toUpperCase(), keyPermissions }] })
const spreading = { kind: 'access-spreading', since: NOW, until: NOW + ACCESS_SPREADS_IN }

export const example: GrantKeyAccess = {
  kind: 'grant-key-access',
  subscriptionId: SUBSCRIPTION,
  vaultResourceGroup: GROUP,
  vaultName: 'kv-contoso-cmk',
  policyResourceGroup: GROUP,
  policyName: 'cmk-contoso',
}

/** The same with names as an administrator chooses them. */
export const sample = (names: Names): GrantKeyAccess => ({ kind: 'grant-key-access', ...ofPolicy(names), ...ofVault(names) })

export const cases: readonly Case[] = [
  {
    when: 'the vault uses roles and the identity has none that wraps',
    answers: {
      readPolicy: says(ok(policy())),
      readVault: says(ok(vault())),
      listRoleAssignments: says(ok([assignment({ roleId: AZURE_ROLES.reader })])),
      assignRole: says(ok(assignment())),
    },
    reads: ['readPolicy', 'readVault', 'listRoleAssignments'],
    writes: [
      [
        'assignRole',
        {
          scope: VAULT_ID,
          subscriptionId: SUBSCRIPTION,
          roleId: AZURE_ROLES['key-vault-crypto-service-encryption-user'],
          principalId: IDENTITY,
          principalType: 'ServicePrincipal',
        },
      ],
    ],
    resourceId: assignment().id,
    pending: spreading,
  },
  {
    when: 'the vault uses roles and the identity has inherited a stronger one',
    answers: {
      readPolicy: says(ok(policy())),
      readVault: says(ok(vault())),
      listRoleAssignments: says(ok([assignment({ roleId: AZURE_ROLES['key-vault-administrator'].toUpperCase(), scope: groupId })])),
    },
    reads: ['readPolicy', 'readVault', 'listRoleAssignments'],
    writes: [],
    resourceId: assignment().id,
  },
  {
    when: 'the key is in a Managed HSM and the identity has no local role for all keys',
    of: { vaultName: 'hsm-contoso', keyStore: 'managed-hsm' },
    answers: {
      readPolicy: says(ok(policy())),
      readManagedHsm: says(ok(hsm())),
      listLocalRoles: says(ok([assignment({ roleId: LOCAL_ROLES['crypto-officer'], scope: '/' })])),
      assignLocalRole: says(ok(assignment({ id: '/keys/providers/x' }))),
    },
    reads: ['readPolicy', 'readManagedHsm', 'listLocalRoles'],
    writes: [
      ['assignLocalRole', hsm().vaultUri, { scope: '/keys', roleId: LOCAL_ROLES['crypto-service-encryption-user'], principalId: IDENTITY }],
    ],
    resourceId: '/keys/providers/x',
    pending: spreading,
  },
  {
    when: 'the key is in a Managed HSM and the identity has a stronger local role',
    of: { vaultName: 'hsm-contoso', keyStore: 'managed-hsm' },
    answers: {
      readPolicy: says(ok(policy())),
      readManagedHsm: says(ok(hsm())),
      listLocalRoles: says(ok([assignment({ roleId: LOCAL_ROLES['crypto-user'], scope: '/' })])),
    },
    reads: ['readPolicy', 'readManagedHsm', 'listLocalRoles'],
    writes: [],
    resourceId: assignment().id,
  },
  {
    when: 'the vault uses access policies and the identity lacks a permission',
    answers: {
      readPolicy: says(ok(policy())),
      readVault: says(ok(byPolicies('get', 'wrapKey'))),
      addKeyAccessPolicy: says(ok(byPolicies('get', 'wrapKey', 'unwrapKey'))),
    },
    reads: ['readPolicy', 'readVault'],
    writes: [['addKeyAccessPolicy', SUBSCRIPTION, GROUP, 'kv-contoso-cmk', IDENTITY]],
    resourceId: `${VAULT_ID}/accessPolicies/${IDENTITY}`,
    pending: spreading,
  },
  {
    when: 'the vault uses access policies and the identity may do all',
    answers: { readPolicy: says(ok(policy())), readVault: says(ok(byPolicies('All'))) },
    reads: ['readPolicy', 'readVault'],
    writes: [],
    resourceId: `${VAULT_ID}/accessPolicies/${IDENTITY}`,
  },
]
