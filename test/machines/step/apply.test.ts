import { describe, expect, it } from 'vitest'
import { ACCESS_SPREADS_IN, AZURE_ROLES } from '../../../machines/roles.ts'
import type { AzureService, PowerPlatformService, Refusal } from '../../../machines/services.ts'
import { type Action, type ActionKind, describeAction } from '../../../machines/step/action.ts'
import { apply } from '../../../machines/step/apply.ts'
import { applyMembershipAction } from '../../../machines/steps/membership/apply.ts'
import { applyPolicyAction } from '../../../machines/steps/policy/apply.ts'
import {
  ADMINISTRATOR,
  absent,
  assignment,
  ENVIRONMENT,
  encrypted,
  environment,
  IDENTITY,
  key,
  NOW,
  OTHER_POLICY_ID,
  ok,
  POLICY_ID,
  policy,
  provider,
  REASONS,
  REFUSALS,
  readerAssignment,
  refused,
  SUBSCRIPTION,
  SYSTEM_ID,
  VAULT_ID,
  vault,
  without,
} from '../facts.ts'
import { type Recording, servicesThat } from '../services.ts'
import { ACTIONS } from './actions.ts'

const GROUP = 'rg-contoso-cmk'
type Answers = Partial<AzureService & PowerPlatformService>

const says =
  <T>(answer: T) =>
  async () =>
    answer

const accepted = { address: 'https://unitedstates.api.bap.microsoft.com/lifecycleOperations/7a9c', id: '7a9c', retryAfterSeconds: 5 }
const basic = environment({ protectionLevel: 'Basic' })
const byPolicies = (...keyPermissions: readonly string[]) =>
  vault({ roleBasedAccess: false, accessPolicies: [{ objectId: IDENTITY.toUpperCase(), keyPermissions }] })

const carriedOut = async (action: Action, recording: Recording) =>
  apply(action, recording.services, () => NOW, new AbortController().signal)

/** One action in one situation: what the services answer, what is read, what is written with which arguments, what is waited for. */
interface Case {
  readonly kind: ActionKind
  readonly when: string
  readonly answers: Answers
  readonly reads: readonly string[]
  readonly writes: readonly (readonly [string, ...unknown[]])[]
  readonly resourceId: string
  readonly pending?: object
}

const followed = (purpose: 'managed-environment' | 'link', operation: object = accepted) => ({
  kind: 'operation',
  purpose,
  environmentId: ENVIRONMENT,
  ...(purpose === 'link' ? { policyId: POLICY_ID } : {}),
  operation,
  since: NOW,
})
const spreading = { kind: 'access-spreading', since: NOW, until: NOW + ACCESS_SPREADS_IN }
const providerId = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.PowerPlatform`
const groupId = `/subscriptions/${SUBSCRIPTION}/resourceGroups/${GROUP}`
const managedId = `/environments/${ENVIRONMENT}/governanceConfiguration`
const linkId = `/environments/${ENVIRONMENT}/enterprisePolicies/Encryption`
const linking = (over: object) => environment({ encryptionPolicy: { id: POLICY_ID, linkStatus: 'Linking' }, ...over })

const cases: readonly Case[] = [
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
    when: 'somebody else has it made managed at this moment: follows that',
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
    when: 'somebody else is adding it at this moment: follows that',
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
]

describe('carrying out an action', () => {
  it.each(cases.map((each) => [each.kind, each.when, each] as const))('%s when %s', async (kind, _, each) => {
    const recording = servicesThat(each.answers)
    const applied = await carriedOut(ACTIONS[kind], recording)
    expect(applied).toEqual({
      ok: true,
      receipt: {
        kind,
        title: describeAction(ACTIONS[kind]).title,
        resourceId: each.resourceId,
        at: NOW,
        written: each.writes.length > 0,
        ...(each.pending ? { pending: each.pending } : {}),
      },
    })
    expect(recording.writes().map((call) => [call.port, ...call.arguments])).toEqual(each.writes)
    expect(recording.ports().slice(0, each.reads.length)).toEqual(each.reads)
    expect(recording.ports()).toHaveLength(each.reads.length + each.writes.length)
  })

  it('has a case that writes and one that finds nothing to write, for every kind of action', () => {
    for (const kind of Object.keys(ACTIONS)) {
      const ofKind = cases.filter((each) => each.kind === kind)
      expect(
        ofKind.some((each) => each.writes.length > 0),
        kind,
      ).toBe(true)
      expect(
        ofKind.some((each) => each.writes.length === 0),
        kind,
      ).toBe(true)
    }
  })

  it.each([['grant-key-access', cases.find((each) => each.kind === 'grant-key-access')]] as const)(
    '%s waits for an identity that the policy does not name yet',
    async (kind, each) => {
      const recording = servicesThat({ ...each?.answers, readPolicy: says(ok(without(policy(), 'principalId'))) })
      expect(await carriedOut(ACTIONS[kind], recording)).toMatchObject({
        ok: false,
        refusal: { reason: 'not-ready', retryAfterSeconds: 15 },
      })
      expect(recording.writes()).toEqual([])
    },
  )

  it('does not move an environment out of another policy that it was put into meanwhile', async () => {
    const recording = servicesThat({
      readEnvironment: says(ok(encrypted({ encryptionPolicy: { id: OTHER_POLICY_ID, linkStatus: 'Linked' } }))),
    })
    expect(await carriedOut(ACTIONS['link-environment'], recording)).toMatchObject({
      ok: false,
      refusal: { reason: 'conflict', message: expect.stringContaining(OTHER_POLICY_ID) },
    })
    expect(recording.writes()).toEqual([])
  })
})

describe('a refusal', () => {
  const writing = cases.filter((each) => each.writes.length > 0)

  it.each(writing.map((each) => [each.kind, each.when, each] as const))(
    'of the write of %s, when %s, is passed on as it came',
    async (kind, _, each) => {
      for (const reason of REASONS) {
        const [port] = each.writes[0] ?? ['']
        const recording = servicesThat({ ...each.answers, [port]: says(refused(REFUSALS[reason])) })
        expect(await carriedOut(ACTIONS[kind], recording)).toEqual({ ok: false, refusal: REFUSALS[reason] })
      }
    },
  )

  /** Reading decides what is written. Where it failed for another reason than absence, a write could replace what exists. */
  const decisive = {
    'create-resource-group': 'readResourceGroup',
    'create-vault': 'readVault',
    'create-key': 'readKey',
    'create-policy': 'readPolicy',
    'enable-managed-environment': 'readEnvironment',
    'link-environment': 'readEnvironment',
  } as const satisfies Partial<Record<ActionKind, keyof Answers>>
  const reasons = REASONS.filter((reason) => reason !== 'not-found')

  it.each(Object.entries(decisive))('of the reading before %s keeps the write from happening', async (kind, port) => {
    const each = writing.find((candidate) => candidate.kind === kind)
    for (const reason of reasons) {
      const recording = servicesThat({ ...each?.answers, [port]: says(refused(REFUSALS[reason])) })
      const action: Action | undefined = Object.values(ACTIONS).find((candidate) => candidate.kind === kind)
      expect(action && (await carriedOut(action, recording))).toEqual({ ok: false, refusal: REFUSALS[reason] })
      expect(recording.writes()).toEqual([])
    }
  })

  it.each([
    ['create-key', 'readVault'],
    ['grant-key-access', 'readPolicy'],
    ['grant-key-access', 'readVault'],
    ['turn-on-purge-protection', 'readVault'],
    ['grant-key-access', 'listRoleAssignments'],
    ['grant-reader', 'listRoleAssignments'],
    ['register-provider', 'readProvider'],
  ] as const)('of what %s hangs on (%s), whatever the reason, is passed on', async (kind, port) => {
    const each = writing.find((candidate) => candidate.kind === kind)
    const seen: Refusal[] = []
    for (const reason of REASONS) {
      const recording = servicesThat({ ...each?.answers, [port]: says(refused(REFUSALS[reason])) })
      const applied = await carriedOut(ACTIONS[kind], recording)
      if (!applied.ok) seen.push(applied.refusal)
      expect(recording.writes()).toEqual([])
    }
    expect(seen).toEqual(REASONS.map((reason) => REFUSALS[reason]))
  })
})

describe('the actions of one step', () => {
  it('are not carried out by the other', async () => {
    const { services } = servicesThat({})
    const { signal } = new AbortController()
    await expect(applyPolicyAction(ACTIONS['link-environment'], services, NOW, signal)).rejects.toThrow(
      'Step 3 does not carry out link-environment',
    )
    await expect(applyMembershipAction(ACTIONS['create-key'], services, NOW, signal)).rejects.toThrow(
      'Step 4 does not carry out create-key',
    )
  })
})
