import { describe, expect, it } from 'vitest'
import { isProved } from '../../../../machines/engine/step/proof.ts'
import { LOCKABLE, type Lockable } from '../../../../machines/procedure/actions/create-lock/lock.ts'
import type { Choices } from '../../../../machines/procedure/choices.ts'
import type { OperationFacts } from '../../../../machines/procedure/operations/facts.ts'
import { type AlertFacts, suggestedEmails } from '../../../../machines/procedure/operations/protect/alerts.ts'
import { protectChecks } from '../../../../machines/procedure/operations/protect/checks.ts'
import { wishAuditLog, wishLock, wishMail, wishRotation } from '../../../../machines/procedure/operations/protect/decisions.ts'
import { observeProtection } from '../../../../machines/procedure/operations/protect/facts.ts'
import { protect } from '../../../../machines/procedure/operations/protect/operation.ts'
import { planProtection } from '../../../../machines/procedure/operations/protect/plan.ts'
import type {
  AuditLogFacts,
  GroupFacts,
  HolderFacts,
  LockFacts,
  ProtectionFacts,
} from '../../../../machines/procedure/operations/protect/protection.ts'
import { readOperation } from '../../../../machines/procedure/operations/reading.ts'
import type { Permission, Person } from '../../../../machines/procedure/services.ts'
import { english } from '../../../english.ts'
import {
  ACTION_GROUP_ID,
  ADMINISTRATOR,
  absent,
  actionGroup,
  assignment,
  diagnosticSetting,
  ENVIRONMENT,
  encrypted,
  key,
  lock,
  NOW,
  nearExpiryAlert,
  OTHER_SYSTEM_ID,
  ok,
  operation,
  POLICY_ID,
  policy,
  policyChoices,
  REFUSALS,
  refused,
  SUBSCRIPTION,
  VAULT_ID,
  vault,
  WORKSPACE_ID,
} from '../../facts.ts'
import { findingOf, type Row, walkRows } from '../../rows.ts'
import { servicesThat } from '../services.ts'
import { material, operationFacts } from './facts.ts'

const GROUP = 'rg-contoso-cmk'
const NAMES: Readonly<Record<Lockable, string>> = { vault: 'kv-contoso-cmk', policy: 'cmk-contoso', group: GROUP }
const role = (over: Partial<Permission>): Permission => ({ actions: [], notActions: [], dataActions: [], notDataActions: [], ...over })
const OWNER = role({ actions: ['*'] })
const CONTRIBUTOR = role({ actions: ['*'], notActions: ['Microsoft.Authorization/*/Write', 'Microsoft.Authorization/*/Delete'] })

const unlocked = (of: Lockable): LockFacts => ({
  wish: of,
  of,
  subscriptionId: SUBSCRIPTION,
  resourceGroup: GROUP,
  name: NAMES[of],
  locks: ok([]),
  wanted: false,
})

/** Nothing is locked and nothing asked for, but for what is said of one. */
const withLock = (of: Lockable, over: Partial<LockFacts> = {}, facts: Partial<OperationFacts> = {}): OperationFacts =>
  operationFacts({ protection: { locks: LOCKABLE.map((each) => ({ ...unlocked(each), ...(each === of ? over : {}) })) }, ...facts })

const wanted = (of: Lockable, permissions: readonly Permission[] = [OWNER]) => withLock(of, { wanted: true, permissions: ok(permissions) })
const locked = (of: Lockable) => withLock(of, { wanted: true, permissions: ok([OWNER]), locks: ok([lock()]) })

const rowsOf = (of: Lockable): readonly Row<OperationFacts>[] => {
  const check = `protect-lock-${of}`
  return [
    { check, when: 'it was not found', facts: operationFacts({ protection: { locks: [] } }), gives: 'nothing' },
    { check, when: 'a lock holds there', facts: locked(of), gives: 'pass', seen: [lock().id] },
    {
      check,
      when: 'no lock holds there and none is wished',
      facts: withLock(of),
      gives: of === 'group' ? 'pass' : 'warning',
      with: { offer: { event: 'DECIDE', decision: { kind: 'wish-lock', of, wanted: true }, title: 'Plan a lock' } as never },
    },
    {
      check,
      when: 'a lock is wished and not there',
      facts: wanted(of),
      gives: 'fail',
      with: { putRightBy: ['create-lock'] },
    },
    {
      check,
      when: 'a lock of another kind stands there',
      facts: withLock(of, { wanted: true, locks: ok([lock({ level: 'NotSpecified' })]) }),
      gives: 'fail',
    },
    {
      check,
      when: 'a wished lock could not be read',
      facts: withLock(of, { wanted: true, locks: refused(REFUSALS.forbidden) }),
      gives: 'unknown',
    },
    {
      check,
      when: 'nobody asked for a lock, and none could be read',
      facts: withLock(of, { locks: refused(REFUSALS.forbidden) }),
      gives: 'warning',
    },
  ]
}

const rows: readonly Row<OperationFacts>[] = [
  { check: 'protect-policy-not-recreated', when: 'it is the one that the environment names', facts: operationFacts(), gives: 'pass' },
  {
    check: 'protect-policy-not-recreated',
    when: 'it was created again under its name',
    facts: operationFacts({
      environment: ok(encrypted({ encryptionPolicy: { id: POLICY_ID, systemId: OTHER_SYSTEM_ID, linkStatus: 'Linked' } })),
    }),
    gives: 'fail',
  },
  { check: 'protect-readable', when: 'both can be read', facts: operationFacts(), gives: 'pass', seen: [POLICY_ID, VAULT_ID] },
  { check: 'protect-readable', when: 'nothing was asked', facts: { account: operationFacts().account }, gives: 'nothing' },
  {
    check: 'protect-readable',
    when: 'the vault is gone',
    facts: operationFacts({ material: material({ vault: absent }) }),
    gives: 'unknown',
    title: 'key vault',
  },
  {
    check: 'protect-readable',
    when: 'the policy is gone',
    facts: operationFacts({ material: { policy: absent } }),
    gives: 'unknown',
    title: 'policy',
  },
  ...LOCKABLE.flatMap(rowsOf),
  { check: 'protect-may-lock', when: 'no lock is planned', facts: withLock('vault'), gives: 'nothing' },
  { check: 'protect-may-lock', when: 'the account is an owner', facts: wanted('vault'), gives: 'pass' },
  {
    check: 'protect-may-lock',
    when: 'the account is a contributor',
    facts: wanted('policy', [CONTRIBUTOR]),
    gives: 'fail',
    title: 'the policy cmk-contoso',
  },
  { check: 'protect-may-lock', when: 'the lock is there already', facts: locked('vault'), gives: 'nothing' },
  {
    check: 'protect-may-lock',
    when: 'it could not be asked',
    facts: withLock('group', { wanted: true, permissions: refused(REFUSALS.unavailable) }),
    gives: 'warning',
  },
]

const OWNERS: HolderFacts = {
  vault: { active: ok([{ roleId: 'owner', principalId: ADMINISTRATOR, principalType: 'User', scope: VAULT_ID }]), eligible: ok([]) },
  definitions: ok([{ id: 'owner', name: 'Owner', permissions: [OWNER] }]),
  people: [{ id: ADMINISTRATOR, displayName: 'Kim', userName: 'kim@contoso.example' }],
  groups: [],
}
const GROUP_ID = 'eeeeeeee-0000-4000-8000-000000000077'
const KIM_KEPT: Person = { id: ADMINISTRATOR, displayName: 'Kim', userName: 'kim@contoso.example' }
const byGroup = (members: GroupFacts['members'], name: GroupFacts['name'] = ok('Key owners')): Partial<HolderFacts> => ({
  vault: { active: ok([{ roleId: 'owner', principalId: GROUP_ID, principalType: 'Group', scope: VAULT_ID }]), eligible: ok([]) },
  groups: [{ id: GROUP_ID, name, members }],
})
const heldBy = (over: Partial<HolderFacts>): OperationFacts =>
  operationFacts({ protection: { locks: [], holders: { ...OWNERS, ...over } } })

const renewal = (found: NonNullable<ProtectionFacts['rotation']>['found'], isWanted = false): OperationFacts =>
  operationFacts({ protection: { locks: [], rotation: { found, wanted: isWanted } } })
const notRenewed = ok({ rotates: false, notifiesBeforeExpiry: 'P30D' })

const renewalRows: readonly Row<OperationFacts>[] = [
  { check: 'protect-renewed', when: 'no rotation policy can help', facts: operationFacts(), gives: 'nothing' },
  {
    check: 'protect-renewed',
    when: 'it is renewed',
    facts: renewal(ok({ rotates: true, rotateAfter: 'P90D' })),
    gives: 'pass',
    seen: ['P90D'],
  },
  {
    check: 'protect-renewed',
    when: 'it is not renewed and no one asked for it',
    facts: renewal(notRenewed),
    gives: 'warning',
    with: { offer: { event: 'DECIDE', decision: { kind: 'wish-rotation', wanted: true }, title: 'Plan a rotation policy' } as never },
  },
  {
    check: 'protect-renewed',
    when: 'it is wished and not there',
    facts: renewal(notRenewed, true),
    gives: 'fail',
    with: { putRightBy: ['set-rotation-policy'] },
  },
  { check: 'protect-renewed', when: 'it is wished and can’t be read', facts: renewal(refused(REFUSALS.forbidden), true), gives: 'unknown' },
  { check: 'protect-renewed', when: 'it can’t be read', facts: renewal(refused(REFUSALS.forbidden)), gives: 'warning' },
]

const logged = (over: Partial<AuditLogFacts> = {}): OperationFacts =>
  operationFacts({
    protection: {
      locks: [],
      auditLog: { settings: ok([]), workspaces: ok([{ id: WORKSPACE_ID, name: 'log-contoso', location: 'eastus' }]), ...over },
    },
  })
const elsewhere = diagnosticSetting({ workspaceId: `${WORKSPACE_ID}-2` })

const auditRows: readonly Row<OperationFacts>[] = [
  { check: 'protect-audit-log', when: 'nothing was read', facts: operationFacts(), gives: 'nothing' },
  {
    check: 'protect-audit-log',
    when: 'it goes nowhere, and no workspace can be listed',
    facts: logged({ workspaces: refused(REFUSALS.forbidden) }),
    gives: 'warning',
    with: { title: 'Couldn’t list the workspaces that could keep the audit log' },
  },
  { check: 'protect-audit-log', when: 'it goes nowhere', facts: logged(), gives: 'warning' },
  {
    check: 'protect-audit-log',
    when: 'it goes somewhere',
    facts: logged({ settings: ok([elsewhere]) }),
    gives: 'pass',
    seen: [`${WORKSPACE_ID}-2`],
  },
  {
    check: 'protect-audit-log',
    when: 'it goes elsewhere than to the chosen workspace',
    facts: logged({ settings: ok([elsewhere]), wanted: WORKSPACE_ID }),
    gives: 'fail',
    with: { putRightBy: ['send-audit-log'] },
  },
  {
    check: 'protect-audit-log',
    when: 'it goes to the chosen workspace',
    facts: logged({ settings: ok([diagnosticSetting()]), wanted: WORKSPACE_ID.toUpperCase() }),
    gives: 'pass',
  },
  { check: 'protect-audit-log', when: 'it can’t be read', facts: logged({ settings: refused(REFUSALS.forbidden) }), gives: 'warning' },
  {
    check: 'protect-audit-log',
    when: 'a workspace is chosen and it can’t be read',
    facts: logged({ settings: refused(REFUSALS.forbidden), wanted: WORKSPACE_ID }),
    gives: 'unknown',
  },
]

const ADA = 'ada@contoso.example'
const KIM = 'kim@contoso.example'

/** An alert that tells Ada and Kim, but for what is said of it. */
const alertedBy = (over: Partial<AlertFacts> = {}, facts: Partial<OperationFacts> = {}): OperationFacts =>
  operationFacts({
    protection: {
      locks: [],
      permissions: { vault: ok([OWNER]), group: ok([OWNER]) },
      alert: { alerts: ok([nearExpiryAlert()]), groups: [{ id: ACTION_GROUP_ID, group: ok(actionGroup()) }], suggested: [ADA], ...over },
    },
    ...facts,
  })
const tellsNoOne = { alerts: ok([]), groups: [{ id: ACTION_GROUP_ID, group: absent }] }
const unread = refused(REFUSALS.forbidden)
const asHsm = { material: material({ vault: ok(vault({ managedHsm: { activation: 'Active' } })) }) }

const alertRows: readonly Row<OperationFacts>[] = [
  { check: 'protect-near-expiry', when: 'nothing was read', facts: operationFacts(), gives: 'nothing' },
  { check: 'protect-near-expiry', when: 'an alert sends mail', facts: alertedBy(), gives: 'pass', seen: [ADA, KIM] },
  { check: 'protect-near-expiry', when: 'there is no alert', facts: alertedBy(tellsNoOne), gives: 'warning', seen: ['KeyNearExpiry'] },
  {
    check: 'protect-near-expiry',
    when: 'an alert tells a group that is turned off',
    facts: alertedBy({ groups: [{ id: ACTION_GROUP_ID, group: ok(actionGroup({ emails: [] })) }] }),
    gives: 'warning',
    seen: ['send no mail'],
  },
  {
    check: 'protect-near-expiry',
    when: 'mail is wished and there is no alert',
    facts: alertedBy({ ...tellsNoOne, wanted: [ADA, KIM] }),
    gives: 'fail',
    with: { putRightBy: ['mail-alerts', 'alert-near-expiry'] },
  },
  {
    check: 'protect-near-expiry',
    when: 'one of those who were chosen gets no mail',
    facts: alertedBy({ wanted: [ADA.toUpperCase(), 'lee@contoso.example'] }),
    gives: 'fail',
    seen: ['No mail goes to lee@contoso.example.'],
  },
  {
    check: 'protect-near-expiry',
    when: 'one of them asked for no mail',
    facts: alertedBy({
      wanted: [ADA, KIM],
      groups: [{ id: ACTION_GROUP_ID, group: ok(actionGroup({ emails: [ADA], unsubscribed: [KIM] })) }],
    }),
    gives: 'warning',
    title: KIM,
  },
  { check: 'protect-near-expiry', when: 'it can’t be read', facts: alertedBy({ alerts: refused(REFUSALS.forbidden) }), gives: 'warning' },
  {
    check: 'protect-near-expiry',
    when: 'mail is wished and the people an alert tells can’t be read',
    facts: alertedBy({ wanted: [ADA], groups: [{ id: ACTION_GROUP_ID, group: refused(REFUSALS.forbidden) }] }),
    gives: 'unknown',
  },
  {
    check: 'protect-near-expiry',
    when: 'the key is in a Managed HSM, of which no document names the event',
    facts: operationFacts(asHsm),
    gives: 'warning',
    seen: ['not for a Managed HSM'],
  },
]

const permitted = (facts: OperationFacts, roles: readonly Permission[] | 'not-read'): OperationFacts => {
  const read = roles === 'not-read' ? refused(REFUSALS.unavailable) : ok(roles)
  return { ...facts, protection: { locks: [], ...facts.protection, permissions: { vault: read, group: read } } }
}
const READER = role({ actions: ['*/read'] })
const CRYPTO_OFFICER = role({ dataActions: ['Microsoft.KeyVault/vaults/keyrotationpolicies/*'] })

/** A right that is asked for only while something that takes it is planned. */
const rightRows = (check: string, planned: OperationFacts, given: readonly Permission[], lacking: readonly Permission[]) =>
  [
    { check, when: 'nothing of it is planned', facts: permitted(alertedBy(), lacking), gives: 'nothing' },
    { check, when: 'the account has the right', facts: permitted(planned, given), gives: 'pass' },
    { check, when: 'the account lacks it', facts: permitted(planned, lacking), gives: 'fail' },
    { check, when: 'it could not be asked', facts: permitted(planned, 'not-read'), gives: 'warning' },
  ] satisfies readonly Row<OperationFacts>[]

const mailPlanned = alertedBy({ ...tellsNoOne, wanted: [ADA] })
const renewalPlanned = renewal(notRenewed, true)
const logPlanned = logged({ wanted: WORKSPACE_ID })
const ownPolicy = (keyPermissions: readonly string[]) =>
  ok(vault({ roleBasedAccess: false, accessPolicies: [{ objectId: operationFacts().account.objectId, keyPermissions }] }))

const protectRightRows: readonly Row<OperationFacts>[] = [
  ...rightRows('protect-may-mail', mailPlanned, [CONTRIBUTOR], [READER]),
  ...rightRows('protect-may-alert', mailPlanned, [CONTRIBUTOR], [READER]),
  ...rightRows('protect-may-log', logPlanned, [CONTRIBUTOR], [READER]),
  ...rightRows('protect-may-renew', renewalPlanned, [CRYPTO_OFFICER], [CONTRIBUTOR]),
  {
    check: 'protect-may-renew',
    when: 'an access policy of the vault gives it',
    facts: permitted({ ...renewalPlanned, material: material({ vault: ownPolicy(['GetRotationPolicy', 'SetRotationPolicy']) }) }, [READER]),
    gives: 'pass',
  },
  {
    check: 'protect-may-renew',
    when: 'the access policies of the vault don’t give it',
    facts: permitted({ ...renewalPlanned, material: material({ vault: ownPolicy(['get']) }) }, [READER]),
    gives: 'fail',
    title: 'setrotationpolicy',
  },
]

const whoRows: readonly Row<OperationFacts>[] = [
  { check: 'protect-who-can', when: 'nothing was read', facts: operationFacts(), gives: 'nothing' },
  {
    check: 'protect-who-can',
    when: 'an owner is there',
    facts: heldBy({}),
    gives: 'warning',
    title: 'Able to take the key away today: 1 person, group, or app',
    seen: ['Kim (kim@contoso.example)'],
  },
  {
    check: 'protect-who-can',
    when: 'a group holds it, and its members can be read',
    facts: heldBy(byGroup(ok({ people: [KIM_KEPT], areMore: false }))),
    gives: 'warning',
    seen: ['Group Key owners: Kim (kim@contoso.example). Not listed: roles on a single key.'],
  },
  {
    check: 'protect-who-can',
    when: 'a large group holds it',
    facts: heldBy(byGroup(ok({ people: [KIM_KEPT], areMore: true }))),
    gives: 'warning',
    seen: ['Group Key owners: Kim (kim@contoso.example) and others.'],
  },
  {
    check: 'protect-who-can',
    when: 'an empty group holds it',
    facts: heldBy(byGroup(ok({ people: [], areMore: false }))),
    gives: 'warning',
    seen: ['Group Key owners, with no one in it.'],
  },
  {
    check: 'protect-who-can',
    when: 'a group holds it, and the directory can’t be read',
    facts: heldBy(byGroup(refused(REFUSALS.forbidden), refused(REFUSALS.forbidden))),
    gives: 'warning',
    seen: [`Group ${GROUP_ID}.`, 'Couldn’t read who is in the group.'],
  },
  { check: 'protect-who-can', when: 'nobody is there', facts: heldBy({ vault: { active: ok([]), eligible: ok([]) } }), gives: 'pass' },
  {
    check: 'protect-who-can',
    when: 'eligible roles can’t be read',
    facts: heldBy({ vault: { ...OWNERS.vault, eligible: refused(REFUSALS.forbidden) } }),
    gives: 'warning',
    seen: ['Privileged Identity Management'],
  },
  {
    check: 'protect-who-can',
    when: 'roles can’t be read',
    facts: heldBy({ vault: { active: refused(REFUSALS.forbidden), eligible: ok([]) } }),
    gives: 'warning',
    title: 'Couldn’t read who can take the key away',
  },
]

describe('the checks of protecting the key', () =>
  walkRows(protectChecks, [...rows, ...renewalRows, ...auditRows, ...alertRows, ...protectRightRows, ...whoRows]))

describe('the plan of protecting the key', () => {
  it('is what was wished and is not there, in order', () => {
    const all = LOCKABLE.map((of) => ({ ...unlocked(of), wanted: true }))
    expect(planProtection(operationFacts({ protection: { locks: all } }))).toEqual(
      LOCKABLE.map((of) => ({ kind: 'create-lock', of, subscriptionId: SUBSCRIPTION, resourceGroup: GROUP, name: NAMES[of] })),
    )
  })

  it('is a rotation policy where one is wished and the key is not renewed', () => {
    expect(planProtection(renewal(notRenewed, true))).toEqual([
      {
        kind: 'set-rotation-policy',
        subscriptionId: SUBSCRIPTION,
        vaultResourceGroup: GROUP,
        vaultName: 'kv-contoso-cmk',
        name: 'cmk-contoso',
      },
    ])
  })

  it('is the audit log to the workspace that was chosen', () => {
    expect(planProtection(logged({ wanted: WORKSPACE_ID }))).toEqual([
      {
        ...{ kind: 'send-audit-log', subscriptionId: SUBSCRIPTION, vaultResourceGroup: GROUP, vaultName: 'kv-contoso-cmk' },
        workspaceId: WORKSPACE_ID,
      },
    ])
    expect(planProtection(logged())).toEqual([])
    expect(planProtection(logged({ wanted: WORKSPACE_ID, settings: ok([diagnosticSetting()]) }))).toEqual([])
  })

  it('is the people to tell, then the alert that tells them', () => {
    const place = { subscriptionId: SUBSCRIPTION, resourceGroup: GROUP }
    const alert = {
      kind: 'alert-near-expiry',
      subscriptionId: SUBSCRIPTION,
      vaultResourceGroup: GROUP,
      vaultName: 'kv-contoso-cmk',
      name: 'cmk-contoso',
    }
    expect(planProtection(alertedBy({ ...tellsNoOne, wanted: [ADA, KIM] }))).toEqual([
      { kind: 'mail-alerts', ...place, emails: [ADA, KIM] },
      alert,
    ])
    const told = alertedBy({ wanted: [ADA, 'lee@contoso.example'] })
    expect(planProtection(told)).toEqual([{ kind: 'mail-alerts', ...place, emails: ['lee@contoso.example'], groupExists: true }])
    expect(planProtection(alertedBy({ alerts: ok([]), wanted: [ADA] }))).toEqual([alert])
    expect(planProtection(alertedBy({ wanted: [KIM] }))).toEqual([])
    const elsewhere = [
      { id: `${ACTION_GROUP_ID}-2`, group: ok(actionGroup()) },
      { id: ACTION_GROUP_ID, group: absent },
    ]
    expect(
      planProtection(
        alertedBy({ alerts: ok([nearExpiryAlert({ actionGroups: [`${ACTION_GROUP_ID}-2`] })]), groups: elsewhere, wanted: [ADA] }),
      ),
    ).toEqual([])
  })

  it.each([
    [
      'where those who asked for no mail are all that is missing',
      alertedBy({ wanted: [KIM], groups: [{ id: ACTION_GROUP_ID, group: ok(actionGroup({ emails: [ADA], unsubscribed: [KIM] })) }] }),
    ],
    ['where the alerts could not be read', alertedBy({ alerts: refused(REFUSALS.forbidden), wanted: [ADA] })],
    ['where the key is renewed already', renewal(ok({ rotates: true, rotateAfter: 'P90D' }), true)],
    ['where no renewal is wished', renewal(notRenewed)],
    ['where nothing is wished', withLock('vault')],
    ['where a lock stands already, by whatever name', locked('vault')],
    ['where the locks could not be read', withLock('vault', { wanted: true, locks: refused(REFUSALS.forbidden) })],
    ['before anything was read', operationFacts()],
  ])('is empty %s', (_, facts) => {
    expect(planProtection(facts)).toEqual([])
  })
})

const read = ok([])
const readsRoles = {
  listRoleHolders: async () => read,
  listEligibleRoles: async () => read,
  listRoleDefinitions: async () => read,
  listDiagnosticSettings: async () => read,
  listWorkspaces: async () => read,
}

describe('the reading of protecting the key', () => {
  it('lists who can take the key away, by name where it could be read, with what each can do and by which role', () => {
    const { picture } = readOperation(protect, heldBy({}), NOW)
    expect(english.all(picture)).toMatchObject({
      kind: 'protection',
      holders: [
        {
          id: ADMINISTRATOR,
          who: 'Kim (kim@contoso.example)',
          can: 'delete the key store, change the key store’s network, and change who has access',
          from: ['Owner, given on the resource itself'],
        },
      ],
      unread: ['Not listed: roles on a single key.'],
    })
  })

  it('is proved where nothing that was wished is missing', () => {
    expect(isProved(readOperation(protect, withLock('vault'), NOW), [])).toBe(true)
    expect(isProved(readOperation(protect, wanted('vault'), NOW), [])).toBe(false)
    expect(isProved(readOperation(protect, locked('vault'), NOW), [])).toBe(true)
  })

  it('shows a lock that was set', () => {
    expect(readOperation(protect, locked('policy'), NOW).shows).toEqual([
      { action: { kind: 'create-lock', of: 'policy', subscriptionId: SUBSCRIPTION, resourceGroup: GROUP, name: 'cmk-contoso' } },
    ])
  })

  it.each([
    ['the people', 'the alert is still missing', { alerts: ok([]), wanted: [ADA] }, ['mail-alerts']],
    ['the alert', 'the people are still missing', { groups: tellsNoOne.groups, wanted: [ADA] }, ['alert-near-expiry']],
    ['the alert', 'the people can’t be read', { groups: [{ id: ACTION_GROUP_ID, group: unread }], wanted: [ADA] }, ['alert-near-expiry']],
    ['the people', 'the alerts can’t be read', { alerts: unread, wanted: [ADA] }, ['mail-alerts']],
    ['both', 'both are there', { wanted: [ADA] }, ['mail-alerts', 'alert-near-expiry']],
    ['neither', 'no mail is wished', {}, []],
  ] as const)('shows %s where %s', (_shown, _when, over, kinds) => {
    const { shows = [] } = readOperation(protect, alertedBy(over), NOW)
    expect(shows.map(({ action }) => action.kind).filter((kind) => kind !== 'create-lock')).toEqual(kinds)
  })

  it('shows everyone in the action group as told, also who was not chosen or asked for no mail', () => {
    const group = ok(actionGroup({ emails: [ADA], unsubscribed: [KIM] }))
    const { shows } = readOperation(protect, alertedBy({ groups: [{ id: ACTION_GROUP_ID, group }], wanted: [ADA] }), NOW)
    expect(shows?.[0]?.action).toMatchObject({ kind: 'mail-alerts', emails: [ADA, KIM] })
  })

  it('asks for locks on the vault, the policy and the resource group, and for rights only where a lock is wished', async () => {
    const recording = servicesThat({
      readEnvironment: async () => ok(encrypted()),
      listOperations: async () => ok([operation()]),
      readPolicy: async () => ok(policy()),
      readVault: async () => ok(vault()),
      readKey: async () => ok(key()),
      listRoleAssignments: async () => ok([assignment()]),
      listLocks: async () => ok([]),
      ...readsRoles,
    })
    const choices: Choices = { environmentId: ENVIRONMENT, protection: { locks: ['policy'] } }
    const facts = await observeProtection(recording.services, choices, new AbortController().signal)
    const asked = (port: string) => recording.calls.filter((call) => call.port === port).map((call) => call.arguments[0])
    expect(asked('listLocks')).toEqual([VAULT_ID, POLICY_ID, VAULT_ID.slice(0, VAULT_ID.indexOf('/providers/'))])
    expect(asked('readPermissions')).toEqual([POLICY_ID])
    expect(facts.protection?.locks.map(({ wish, wanted: isWanted }) => [wish, isWanted])).toEqual([
      ['vault', false],
      ['policy', true],
      ['group', false],
    ])
  })
})

it('leaves nothing unheard where a reading is called off', async () => {
  const calledOff = new DOMException('This operation was aborted', 'AbortError')
  const unheard: unknown[] = []
  const hear = (reason: unknown): void => void unheard.push(reason)
  process.on('unhandledRejection', hear)
  const { services } = servicesThat({
    readEnvironment: async () => ok(encrypted()),
    listOperations: async () => ok([operation()]),
    readPolicy: async () => ok(policy()),
    readVault: async () => ok(vault()),
    readKey: async () => ok(key()),
    listRoleAssignments: async () => ok([assignment()]),
    ...readsRoles,
    listLocks: () => Promise.reject(calledOff),
    listDiagnosticSettings: () => Promise.reject(calledOff),
  })
  await expect(observeProtection(services, { environmentId: ENVIRONMENT }, new AbortController().signal)).rejects.toBe(calledOff)
  await new Promise((resolve) => setImmediate(resolve))
  process.off('unhandledRejection', hear)
  expect(unheard).toEqual([])
})

it('locks a Managed HSM where the key is kept in one', async () => {
  const id = VAULT_ID.replace('/vaults/', '/managedHSMs/')
  const recording = servicesThat({
    readEnvironment: async () => ok(encrypted()),
    listOperations: async () => ok([operation()]),
    readPolicy: async () => ok(policy({ vaultId: id })),
    readManagedHsm: async () => ok(vault({ id, managedHsm: { activation: 'Active' } })),
    readKey: async () => ok(key()),
    listLocalRoles: async () => ok([]),
    listLocks: async () => ok([]),
    ...readsRoles,
  })
  const choices: Choices = { environmentId: ENVIRONMENT, protection: { locks: ['vault'] } }
  const [planned] = planProtection(await observeProtection(recording.services, choices, new AbortController().signal))
  expect(planned).toEqual({ kind: 'create-lock', of: 'hsm', subscriptionId: SUBSCRIPTION, resourceGroup: GROUP, name: 'kv-contoso-cmk' })
  expect(recording.calls.find(({ port }) => port === 'listLocks')?.arguments[0]).toBe(id)
})

it('leaves a policy with a fixed key version alone: it follows no renewal', async () => {
  const recording = servicesThat({
    readEnvironment: async () => ok(encrypted()),
    listOperations: async () => ok([operation()]),
    readPolicy: async () => ok(policy({ keyVersion: 'a1' })),
    readVault: async () => ok(vault()),
    readKey: async () => ok(key()),
    listRoleAssignments: async () => ok([assignment()]),
    listLocks: async () => ok([]),
    ...readsRoles,
  })
  const choices: Choices = { environmentId: ENVIRONMENT, protection: { locks: [], rotation: true } }
  const facts = await observeProtection(recording.services, choices, new AbortController().signal)
  expect(facts.protection).not.toHaveProperty('rotation')
})

it('suggests the addresses of both administrators, and none that isn’t one', async () => {
  const administratorObjectId = 'aaaaaaaa-0000-4000-8000-000000000009'
  const choices: Choices = { policy: policyChoices({ administratorObjectId }) }
  const suggested = (userName: string) =>
    suggestedEmails(
      servicesThat({ readPerson: async () => ok({ id: administratorObjectId, displayName: 'Kim', userName }) }).services,
      choices,
      new AbortController().signal,
    )
  expect(await suggested(KIM)).toEqual([operationFacts().account.userName, KIM])
  expect(await suggested('kim_contoso.com#EXT#@fabrikam.example')).toEqual([operationFacts().account.userName])
})

it('asks for no person where Reader goes to a group', async () => {
  const { services, ports } = servicesThat({ readPerson: async () => refused(REFUSALS['not-found']) })
  const choices: Choices = { policy: policyChoices({ administratorObjectId: 'g1', administratorIsGroup: true }) }
  expect(await suggestedEmails(services, choices, new AbortController().signal)).toEqual([operationFacts().account.userName])
  expect(ports()).not.toContain('readPerson')
})

it('takes email addresses for who gets mail, each once, and nothing else', () => {
  const may = (emails?: readonly string[]) => wishMail.may({} as never, { kind: 'wish-mail', ...(emails ? { emails } : {}) })
  expect([may(), may([ADA]), may([]), may(['ada']), may([`${ADA},${KIM}`]), may(['-x@contoso.example\n'])]).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ])
  const choices: Choices = { protection: { locks: ['vault'], auditLog: WORKSPACE_ID } }
  const wished = wishMail.make({ choices } as never, { kind: 'wish-mail', emails: [ADA, ADA.toUpperCase(), KIM] }, NOW).choices as Choices
  expect(wished.protection).toEqual({ locks: ['vault'], auditLog: WORKSPACE_ID, mail: [ADA, KIM] })
  const back = wishMail.make({ choices: wished } as never, { kind: 'wish-mail' }, NOW).choices as Choices
  expect(back.protection).toEqual(choices.protection)
})

it('takes a workspace as a place for the audit log, and nothing else', () => {
  const may = (workspaceId?: string) =>
    wishAuditLog.may({} as never, { kind: 'wish-audit-log', ...(workspaceId === undefined ? {} : { workspaceId }) })
  expect([may(), may(WORKSPACE_ID), may(VAULT_ID), may('log-contoso')]).toEqual([true, true, false, false])
  const choices: Choices = { protection: { locks: [], rotation: true } }
  const wished = wishAuditLog.make({ choices } as never, { kind: 'wish-audit-log', workspaceId: WORKSPACE_ID }, NOW).choices as Choices
  expect(wished.protection).toEqual({ locks: [], rotation: true, auditLog: WORKSPACE_ID })
  const back = wishAuditLog.make({ choices: wished } as never, { kind: 'wish-audit-log' }, NOW).choices as Choices
  expect(back.protection).toEqual({ locks: [], rotation: true })
})

it('keeps a wish for renewal beside those for locks', () => {
  const choices: Choices = { protection: { locks: ['vault'] } }
  const wished = wishRotation.make({ choices } as never, { kind: 'wish-rotation', wanted: true }, NOW).choices as Choices
  expect(wished.protection).toEqual({ locks: ['vault'], rotation: true })
  const back = wishRotation.make({ choices: wished } as never, { kind: 'wish-rotation', wanted: false }, NOW).choices as Choices
  expect(back.protection).toEqual({ locks: ['vault'] })
})

describe('the wish for a lock', () => {
  const wished = (choices: Choices, of: Lockable, wish: boolean) =>
    (wishLock.make({ choices } as never, { kind: 'wish-lock', of, wanted: wish }, NOW).choices as Choices).protection?.locks

  it('is added once and taken back', () => {
    expect(wished({}, 'policy', true)).toEqual(['policy'])
    expect(wished({ protection: { locks: ['policy'] } }, 'vault', true)).toEqual(['vault', 'policy'])
    expect(wished({ protection: { locks: ['vault', 'policy'] } }, 'vault', true)).toEqual(['vault', 'policy'])
    expect(wished({ protection: { locks: ['vault', 'policy'] } }, 'vault', false)).toEqual(['policy'])
  })
})

it('says what has no lock in words that fit what it is', () => {
  expect(findingOf(protectChecks, 'protect-lock-policy', withLock('policy'))?.title).toBe('The policy cmk-contoso has no delete lock')
  expect(findingOf(protectChecks, 'protect-lock-vault', wanted('vault'))?.title).toBe('The lock on the key vault kv-contoso-cmk isn’t set')
})

it('offers no rotation policy for a key whose vault keeps this computer’s network out', () => {
  const shutOut = { ...REFUSALS.forbidden, code: 'ForbiddenByConnection' }
  const finding = findingOf(protectChecks, 'protect-renewed', { ...renewal(notRenewed), material: material({ shutOut }) })
  expect(finding).toMatchObject({ status: 'warning' })
  expect(finding).not.toHaveProperty('offer')
})
