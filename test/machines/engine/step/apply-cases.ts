import type { ActionKind } from '../../../../machines/procedure/action.ts'
import { ACCESS_SPREADS_IN, AZURE_ROLES } from '../../../../machines/procedure/roles.ts'
import type { AzureService, PowerPlatformService } from '../../../../machines/procedure/services.ts'
import {
  ADMINISTRATOR,
  absent,
  assignment,
  DAY,
  ENVIRONMENT,
  encrypted,
  environment,
  IDENTITY,
  key,
  NOW,
  ok,
  POLICY_ID,
  policy,
  provider,
  readerAssignment,
  SUBSCRIPTION,
  SYSTEM_ID,
  VAULT_ID,
  vault,
} from '../../facts.ts'
import { ACTIONS } from './actions.ts'

const GROUP = 'rg-contoso-cmk'

export type Answers = Partial<AzureService & PowerPlatformService>

export const says =
  <T>(answer: T) =>
  async () =>
    answer

const accepted = { address: 'https://unitedstates.api.bap.microsoft.com/lifecycleOperations/7a9c', id: '7a9c', retryAfterSeconds: 5 }
const basic = environment({ protectionLevel: 'Basic' })
const byPolicies = (...keyPermissions: readonly string[]) =>
  vault({ roleBasedAccess: false, accessPolicies: [{ objectId: IDENTITY.toUpperCase(), keyPermissions }] })

/** One action in one situation: what the services answer, what is read, what is written with which arguments, what is waited for. */
export interface Case {
  readonly kind: ActionKind
  readonly when: string
  readonly answers: Answers
  readonly reads: readonly string[]
  readonly writes: readonly (readonly [string, ...unknown[]])[]
  readonly resourceId: string
  readonly pending?: object
}

const followed = (purpose: 'managed-environment' | 'link' | 'unlink', operation: object = accepted) => ({
  kind: 'operation',
  purpose,
  environmentId: ENVIRONMENT,
  ...(purpose !== 'managed-environment' ? { policyId: POLICY_ID, policySystemId: SYSTEM_ID } : {}),
  operation,
  since: NOW,
})
const spreading = { kind: 'access-spreading', since: NOW, until: NOW + ACCESS_SPREADS_IN }
const providerId = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.PowerPlatform`
const groupId = `/subscriptions/${SUBSCRIPTION}/resourceGroups/${GROUP}`
const managedId = `/environments/${ENVIRONMENT}/governanceConfiguration`
const linkId = `/environments/${ENVIRONMENT}/enterprisePolicies/Encryption`
const removing = (over: object) => environment({ encryptionPolicy: { id: POLICY_ID, linkStatus: 'Unlinking' }, ...over })
const rotated = key({ id: key().id.replace(/[^/]+$/, 'f'.repeat(32)), version: 'f'.repeat(32) })
const linking = (over: object) => environment({ encryptionPolicy: { id: POLICY_ID, linkStatus: 'Linking' }, ...over })

export const cases: readonly Case[] = [
  {
    kind: 'register-provider',
    when: 'it is not registered: asks, and follows the registration',
    answers: {
      readProvider: says(ok(provider({ registrationState: 'NotRegistered' }))),
      registerProvider: says(ok(provider({ registrationState: 'Registering' }))),
    },
    reads: ['readProvider'],
    writes: [['registerProvider', SUBSCRIPTION]],
    resourceId: providerId,
    pending: { kind: 'provider-registration', subscriptionId: SUBSCRIPTION, since: NOW },
  },
  {
    kind: 'register-provider',
    when: 'the registration is done at once',
    answers: { readProvider: says(ok(provider({ registrationState: 'NotRegistered' }))), registerProvider: says(ok(provider())) },
    reads: ['readProvider'],
    writes: [['registerProvider', SUBSCRIPTION]],
    resourceId: providerId,
  },
  {
    kind: 'register-provider',
    when: 'the registration was asked for already, by a run that was killed',
    answers: { readProvider: says(ok(provider({ registrationState: 'Registering' }))) },
    reads: ['readProvider'],
    writes: [],
    resourceId: providerId,
    pending: { kind: 'provider-registration', subscriptionId: SUBSCRIPTION, since: NOW },
  },
  {
    kind: 'register-provider',
    when: 'it is registered by now',
    answers: { readProvider: says(ok(provider({ registrationState: 'registered' }))) },
    reads: ['readProvider'],
    writes: [],
    resourceId: providerId,
  },
  {
    kind: 'create-resource-group',
    when: 'it does not exist',
    answers: { readResourceGroup: says(absent), createResourceGroup: says(ok({ name: GROUP, location: 'eastus' })) },
    reads: ['readResourceGroup'],
    writes: [['createResourceGroup', SUBSCRIPTION, GROUP, 'eastus']],
    resourceId: groupId,
  },
  {
    kind: 'create-resource-group',
    when: 'it exists, be it elsewhere',
    answers: { readResourceGroup: says(ok({ name: GROUP, location: 'westus' })) },
    reads: ['readResourceGroup'],
    writes: [],
    resourceId: groupId,
  },
  {
    kind: 'create-vault',
    when: 'it does not exist',
    answers: { readVault: says(absent), createVault: says(ok(vault())) },
    reads: ['readVault'],
    writes: [['createVault', ACTIONS['create-vault'].vault]],
    resourceId: VAULT_ID,
  },
  {
    kind: 'create-vault',
    when: 'it exists: whether it is right is for the checks to say',
    answers: { readVault: says(ok(vault({ purgeProtection: false }))) },
    reads: ['readVault'],
    writes: [],
    resourceId: VAULT_ID,
  },
  {
    kind: 'turn-on-purge-protection',
    when: 'it is off',
    answers: { readVault: says(ok(vault({ purgeProtection: false }))), turnOnPurgeProtection: says(ok(vault())) },
    reads: ['readVault'],
    writes: [['turnOnPurgeProtection', SUBSCRIPTION, GROUP, 'kv-contoso-cmk']],
    resourceId: VAULT_ID,
  },
  {
    kind: 'turn-on-purge-protection',
    when: 'it is on by now',
    answers: { readVault: says(ok(vault())) },
    reads: ['readVault'],
    writes: [],
    resourceId: VAULT_ID,
  },
  {
    kind: 'create-key',
    when: 'it does not exist: in the vault at the address the vault gives',
    answers: { readVault: says(ok(vault({ vaultUri: 'https://elsewhere.example/' }))), readKey: says(absent), createKey: says(ok(key())) },
    reads: ['readVault', 'readKey'],
    writes: [['createKey', 'https://elsewhere.example/', 'cmk-contoso', 3072]],
    resourceId: key().id,
  },
  {
    kind: 'create-key',
    when: 'it exists: a second version would move everything to it',
    answers: { readVault: says(ok(vault())), readKey: says(ok(key({ size: 2048 }))) },
    reads: ['readVault', 'readKey'],
    writes: [],
    resourceId: key().id,
  },
  {
    kind: 'create-policy',
    when: 'it does not exist',
    answers: { readPolicy: says(absent), createPolicy: says(ok(policy())) },
    reads: ['readPolicy'],
    writes: [['createPolicy', ACTIONS['create-policy'].policy]],
    resourceId: POLICY_ID,
  },
  {
    kind: 'create-policy',
    when: 'it exists: a second writing would point it elsewhere',
    answers: { readPolicy: says(ok(policy({ keyName: 'other' }))) },
    reads: ['readPolicy'],
    writes: [],
    resourceId: POLICY_ID,
  },
  {
    kind: 'grant-key-access',
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
    kind: 'grant-key-access',
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
    kind: 'grant-key-access',
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
    kind: 'grant-key-access',
    when: 'the vault uses access policies and the identity may do all',
    answers: { readPolicy: says(ok(policy())), readVault: says(ok(byPolicies('All'))) },
    reads: ['readPolicy', 'readVault'],
    writes: [],
    resourceId: `${VAULT_ID}/accessPolicies/${IDENTITY}`,
  },
  {
    kind: 'grant-reader',
    when: 'the administrator has no role',
    answers: { listRoleAssignments: says(ok([])), assignRole: says(ok(readerAssignment())) },
    reads: ['listRoleAssignments'],
    writes: [
      [
        'assignRole',
        { scope: POLICY_ID, subscriptionId: SUBSCRIPTION, roleId: AZURE_ROLES.reader, principalId: ADMINISTRATOR, principalType: 'User' },
      ],
    ],
    resourceId: readerAssignment().id,
  },
  {
    kind: 'grant-reader',
    when: 'the administrator has inherited a role that reads',
    answers: { listRoleAssignments: says(ok([readerAssignment({ roleId: AZURE_ROLES.contributor, scope: groupId })])) },
    reads: ['listRoleAssignments'],
    writes: [],
    resourceId: readerAssignment().id,
  },
  {
    kind: 'enable-managed-environment',
    when: 'it is not managed: asks, and follows the operation',
    answers: { readEnvironment: says(ok(basic)), enableManagedEnvironment: says(ok(accepted)) },
    reads: ['readEnvironment'],
    writes: [['enableManagedEnvironment', ENVIRONMENT]],
    resourceId: managedId,
    pending: followed('managed-environment'),
  },
  {
    kind: 'enable-managed-environment',
    when: 'it is managed by now',
    answers: { readEnvironment: says(ok(environment())) },
    reads: ['readEnvironment'],
    writes: [],
    resourceId: managedId,
  },
  {
    kind: 'enable-managed-environment',
    when: 'another person is enabling Managed Environments at this moment: follows that',
    answers: {
      readEnvironment: says(
        ok(environment({ protectionLevel: 'Basic', ongoingOperation: { id: 'op', type: 'EnableGovernanceConfiguration' } })),
      ),
    },
    reads: ['readEnvironment'],
    writes: [],
    resourceId: managedId,
    pending: followed('managed-environment', { id: 'op' }),
  },
  {
    kind: 'link-environment',
    when: 'it is in no policy: asks by the system id, and follows the operation',
    answers: { readEnvironment: says(ok(environment())), linkEncryptionPolicy: says(ok(accepted)) },
    reads: ['readEnvironment'],
    writes: [['linkEncryptionPolicy', ENVIRONMENT, SYSTEM_ID]],
    resourceId: linkId,
    pending: followed('link'),
  },
  {
    kind: 'link-environment',
    when: 'an earlier try failed',
    answers: {
      readEnvironment: says(ok(environment({ encryptionPolicy: { id: POLICY_ID, linkStatus: 'LinkFailed' } }))),
      linkEncryptionPolicy: says(ok({})),
    },
    reads: ['readEnvironment'],
    writes: [['linkEncryptionPolicy', ENVIRONMENT, SYSTEM_ID]],
    resourceId: linkId,
    pending: followed('link', {}),
  },
  {
    kind: 'link-environment',
    when: 'it is linked by now, the id in another case',
    answers: { readEnvironment: says(ok(encrypted({ encryptionPolicy: { id: POLICY_ID.toUpperCase(), linkStatus: 'linked' } }))) },
    reads: ['readEnvironment'],
    writes: [],
    resourceId: linkId,
  },
  {
    kind: 'link-environment',
    when: 'another person is adding it at this moment: follows that',
    answers: { readEnvironment: says(ok(linking({ ongoingOperation: { id: 'op', type: 'NewCustomerManagedKey' } }))) },
    reads: ['readEnvironment'],
    writes: [],
    resourceId: linkId,
    pending: followed('link', { id: 'op' }),
  },
  {
    kind: 'link-environment',
    when: 'it says Linking and names no operation: follows what the history will name',
    answers: { readEnvironment: says(ok(linking({}))) },
    reads: ['readEnvironment'],
    writes: [],
    resourceId: linkId,
    pending: followed('link', {}),
  },
  {
    kind: 'rotate-key',
    when: 'the version it was planned for is the latest: makes one of the same kind, and waits out the day',
    answers: { readVault: says(ok(vault())), readKey: says(ok(key())), createKeyVersion: says(ok(rotated)) },
    reads: ['readVault', 'readKey'],
    writes: [['createKeyVersion', vault().vaultUri, 'cmk-contoso', { size: 3072, inHardware: false }]],
    resourceId: rotated.id,
    pending: { kind: 'rotation', since: NOW, until: NOW + DAY },
  },
  {
    kind: 'rotate-key',
    when: 'another person has rotated meanwhile',
    answers: { readVault: says(ok(vault())), readKey: says(ok(rotated)) },
    reads: ['readVault', 'readKey'],
    writes: [],
    resourceId: rotated.id,
  },
  {
    kind: 'unlink-environment',
    when: 'it is in the policy: asks by the system id, and follows the operation',
    answers: { readEnvironment: says(ok(encrypted())), unlinkEncryptionPolicy: says(ok(accepted)) },
    reads: ['readEnvironment'],
    writes: [['unlinkEncryptionPolicy', ENVIRONMENT, SYSTEM_ID]],
    resourceId: linkId,
    pending: followed('unlink'),
  },
  {
    kind: 'unlink-environment',
    when: 'it is in no policy by now',
    answers: { readEnvironment: says(ok(environment())) },
    reads: ['readEnvironment'],
    writes: [],
    resourceId: linkId,
  },
  {
    kind: 'unlink-environment',
    when: 'another person is removing it at this moment: follows that',
    answers: { readEnvironment: says(ok(removing({ ongoingOperation: { id: 'op', type: 'RevertToMicrosoftKey' } }))) },
    reads: ['readEnvironment'],
    writes: [],
    resourceId: linkId,
    pending: followed('unlink', { id: 'op' }),
  },
  {
    kind: 'unlink-environment',
    when: 'it says Unlinking and names no operation: follows what the history will name',
    answers: { readEnvironment: says(ok(removing({}))) },
    reads: ['readEnvironment'],
    writes: [],
    resourceId: linkId,
    pending: followed('unlink', {}),
  },
]
