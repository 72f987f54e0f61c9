import { describe, expect, it } from 'vitest'
import { defined } from '#machines/defined.ts'
import { isProved } from '#machines/engine/step/proof.ts'
import { LOCKABLE, type Lockable } from '#machines/procedure/actions/create-lock/lock.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import type { OperationFacts } from '#machines/procedure/operations/facts.ts'
import { type AlertFacts, suggestedEmails } from '#machines/procedure/operations/protect/alerts.ts'
import { protectChecks } from '#machines/procedure/operations/protect/checks.ts'
import { wishAuditLog, wishLock, wishMail, wishRotation } from '#machines/procedure/operations/protect/decisions.ts'
import { observeProtection } from '#machines/procedure/operations/protect/facts.ts'
import { protect } from '#machines/procedure/operations/protect/operation.ts'
import { planProtection } from '#machines/procedure/operations/protect/plan.ts'
import type {
  AuditLogFacts,
  GroupFacts,
  HolderFacts,
  LockFacts,
  ProtectionFacts,
} from '#machines/procedure/operations/protect/protection.ts'
import { readOperation } from '#machines/procedure/operations/reading.ts'
import type { Permission, Person } from '#machines/procedure/services/services.ts'
import { english } from '#test/english.ts'
import {
  ACTION_GROUP_ID,
  ADMINISTRATOR,
  absent,
  actionGroup,
  diagnosticSetting,
  ENVIRONMENT,
  encrypted,
  key,
  lock,
  NOW,
  nearExpiryAlert,
  OTHER_SYSTEM_ID,
  ok,
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
import { findingOf, type Rows, row, walkRows } from '../../rows.ts'
import { type Recording, type Said, saying, servicesThat, servicesThatSay } from '../services.ts'
import { linkedServices, operationFacts } from './facts.ts'

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

const lockRows = (of: Lockable): Rows<OperationFacts> => ({
  [`protect-lock-${of}`]: [
    row.nothing('it was not found', operationFacts({ protection: { locks: [] } })),
    row.pass('a lock holds there', locked(of), { seen: lock().id }),
    row[of === 'group' ? 'pass' : 'warning']('no lock holds there and none is wished', withLock(of), {
      offer: { event: 'DECIDE', decision: { kind: 'wish-lock', of, wanted: true }, title: 'Add to plan' } as never,
    }),
    row.fail('a lock is wished and not there', wanted(of), { putRightBy: ['create-lock'] }),
    row.fail('a lock of another kind is there', withLock(of, { wanted: true, locks: ok([lock({ level: 'NotSpecified' })]) })),
    row.unknown('a wished lock could not be read', withLock(of, { wanted: true, locks: refused(REFUSALS.forbidden) })),
    row.warning('no one asked for a lock, and none could be read', withLock(of, { locks: refused(REFUSALS.forbidden) })),
  ],
})

const rows: Rows<OperationFacts> = {
  'protect-policy-not-recreated': [
    row.pass('it is the one that the environment names', operationFacts()),
    row.fail(
      'it was created again under its name',
      operationFacts({
        environment: ok(encrypted({ encryptionPolicy: { id: POLICY_ID, systemId: OTHER_SYSTEM_ID, linkStatus: 'Linked' } })),
      }),
    ),
  ],
  'protect-readable': [
    row.pass('both can be read', operationFacts(), { seen: [POLICY_ID, VAULT_ID] }),
    row.nothing('nothing was asked', { account: operationFacts().account }),
    row.unknown('the vault is gone', operationFacts({ vault: absent }), { title: 'key store' }),
    row.unknown('the policy is gone', operationFacts({ policy: absent }), { title: 'policy' }),
  ],
  'protect-may-lock': [
    row.nothing('no lock is planned', withLock('vault')),
    row.pass('the account is an owner', wanted('vault')),
    row.fail('the account is a contributor', wanted('policy', [CONTRIBUTOR]), { title: 'the policy cmk-contoso' }),
    row.nothing('the lock is there already', locked('vault')),
    row.warning('it could not be asked', withLock('group', { wanted: true, permissions: refused(REFUSALS.unavailable) })),
  ],
}

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

const renewalRows: Rows<OperationFacts> = {
  'protect-renewed': [
    row.nothing('no rotation policy can help', operationFacts()),
    row.pass('it is renewed', renewal(ok({ rotates: true, rotateAfter: 'P90D' })), { seen: 'P90D' }),
    row.warning('it is not renewed and no one asked for it', renewal(notRenewed), {
      offer: { event: 'DECIDE', decision: { kind: 'wish-rotation', wanted: true }, title: 'Add to plan' } as never,
    }),
    row.fail('it is wished and not there', renewal(notRenewed, true), { putRightBy: ['set-rotation-policy'] }),
    row.unknown('it is wished and can’t be read', renewal(refused(REFUSALS.forbidden), true)),
    row.warning('it can’t be read', renewal(refused(REFUSALS.forbidden))),
  ],
}

const logged = (over: Partial<AuditLogFacts> = {}): OperationFacts =>
  operationFacts({
    protection: {
      locks: [],
      auditLog: { settings: ok([]), workspaces: ok([{ id: WORKSPACE_ID, name: 'log-contoso', location: 'eastus' }]), ...over },
    },
  })
const elsewhere = diagnosticSetting({ workspaceId: `${WORKSPACE_ID}-2` })

const auditRows: Rows<OperationFacts> = {
  'protect-audit-log': [
    row.nothing('nothing was read', operationFacts()),
    row.warning('it goes nowhere, and no workspace can be listed', logged({ workspaces: refused(REFUSALS.forbidden) }), {
      title: 'Couldn’t list the workspaces that could keep the audit log',
    }),
    row.warning('it goes nowhere', logged()),
    row.pass('it goes somewhere', logged({ settings: ok([elsewhere]) }), { seen: `${WORKSPACE_ID}-2` }),
    row.fail('it goes elsewhere than to the chosen workspace', logged({ settings: ok([elsewhere]), wanted: WORKSPACE_ID }), {
      putRightBy: ['send-audit-log'],
    }),
    row.pass('it goes to the chosen workspace', logged({ settings: ok([diagnosticSetting()]), wanted: WORKSPACE_ID.toUpperCase() })),
    row.warning('it can’t be read', logged({ settings: refused(REFUSALS.forbidden) })),
    row.unknown('a workspace is chosen and it can’t be read', logged({ settings: refused(REFUSALS.forbidden), wanted: WORKSPACE_ID })),
  ],
}

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
const asHsm = { vault: ok(vault({ managedHsm: { activation: 'Active' } })) }

const alertRows: Rows<OperationFacts> = {
  'protect-near-expiry': [
    row.nothing('nothing was read', operationFacts()),
    row.pass('an alert sends mail', alertedBy(), { seen: [ADA, KIM] }),
    row.warning('there is no alert', alertedBy(tellsNoOne), { seen: 'KeyNearExpiry' }),
    row.warning(
      'an alert tells a group that is turned off',
      alertedBy({ groups: [{ id: ACTION_GROUP_ID, group: ok(actionGroup({ emails: [] })) }] }),
      { seen: 'send no mail' },
    ),
    row.fail('mail is wished and there is no alert', alertedBy({ ...tellsNoOne, wanted: [ADA, KIM] }), {
      putRightBy: ['mail-alerts', 'alert-near-expiry'],
    }),
    row.fail('one of those who were chosen gets no mail', alertedBy({ wanted: [ADA.toUpperCase(), 'lee@contoso.example'] }), {
      seen: 'No mail goes to lee@contoso.example.',
    }),
    row.warning(
      'one of them asked for no mail',
      alertedBy({ wanted: [ADA, KIM], groups: [{ id: ACTION_GROUP_ID, group: ok(actionGroup({ emails: [ADA], unsubscribed: [KIM] })) }] }),
      { title: KIM },
    ),
    row.warning('it can’t be read', alertedBy({ alerts: refused(REFUSALS.forbidden) })),
    row.unknown(
      'mail is wished and the people an alert tells can’t be read',
      alertedBy({ wanted: [ADA], groups: [{ id: ACTION_GROUP_ID, group: refused(REFUSALS.forbidden) }] }),
    ),
    row.warning('the key is in a Managed HSM, of which no document names the event', operationFacts(asHsm), {
      seen: 'not for a Managed HSM',
    }),
  ],
}

const permitted = (facts: OperationFacts, roles: readonly Permission[] | 'not-read'): OperationFacts => {
  const read = roles === 'not-read' ? refused(REFUSALS.unavailable) : ok(roles)
  return { ...facts, protection: { locks: [], ...facts.protection, permissions: { vault: read, group: read } } }
}
const READER = role({ actions: ['*/read'] })
const CRYPTO_OFFICER = role({ dataActions: ['Microsoft.KeyVault/vaults/keyrotationpolicies/*'] })

/** A right that is asked for only while something that takes it is planned. */
const rightRows = (check: string, planned: OperationFacts, given: Permission, lacking: Permission): Rows<OperationFacts> => ({
  [check]: [
    row.nothing('nothing of it is planned', permitted(alertedBy(), [lacking])),
    row.pass('the account has the right', permitted(planned, [given])),
    row.fail('the account lacks it', permitted(planned, [lacking])),
    row.warning('it could not be asked', permitted(planned, 'not-read')),
  ],
})

const mailPlanned = alertedBy({ ...tellsNoOne, wanted: [ADA] })
const renewalPlanned = renewal(notRenewed, true)
const logPlanned = logged({ wanted: WORKSPACE_ID })
const ownPolicy = (keyPermissions: readonly string[]) =>
  ok(vault({ roleBasedAccess: false, accessPolicies: [{ objectId: operationFacts().account.objectId, keyPermissions }] }))

const protectRightRows: Rows<OperationFacts> = {
  'protect-may-renew': [
    row.pass(
      'an access policy of the vault gives it',
      permitted({ ...renewalPlanned, vault: ownPolicy(['GetRotationPolicy', 'SetRotationPolicy']) }, [READER]),
    ),
    row.fail('the access policies of the vault don’t give it', permitted({ ...renewalPlanned, vault: ownPolicy(['get']) }, [READER]), {
      title: 'setrotationpolicy',
    }),
  ],
}

const whoRows: Rows<OperationFacts> = {
  'protect-who-can': [
    row.nothing('nothing was read', operationFacts()),
    row.warning('an owner is there', heldBy({}), {
      title: 'Accounts that can delete or disable the key, or cut off access to it: 1',
      seen: 'Kim (kim@contoso.example)',
    }),
    row.warning('a group holds it, and its members can be read', heldBy(byGroup(ok({ people: [KIM_KEPT], areMore: false }))), {
      seen: 'Group Key owners: Kim (kim@contoso.example). Not listed: roles on a single key.',
    }),
    row.warning('a large group holds it', heldBy(byGroup(ok({ people: [KIM_KEPT], areMore: true }))), {
      seen: 'Group Key owners: Kim (kim@contoso.example) and others.',
    }),
    row.warning('an empty group holds it', heldBy(byGroup(ok({ people: [], areMore: false }))), {
      seen: 'Group Key owners, with no one in it.',
    }),
    row.warning(
      'a group holds it, and the directory can’t be read',
      heldBy(byGroup(refused(REFUSALS.forbidden), refused(REFUSALS.forbidden))),
      { seen: [`Group ${GROUP_ID}.`, 'Couldn’t read who is in the group.'] },
    ),
    row.pass('no one is there', heldBy({ vault: { active: ok([]), eligible: ok([]) } })),
    row.warning('eligible roles can’t be read', heldBy({ vault: { ...OWNERS.vault, eligible: refused(REFUSALS.forbidden) } }), {
      seen: 'Privileged Identity Management',
    }),
    row.warning('roles can’t be read', heldBy({ vault: { active: refused(REFUSALS.forbidden), eligible: ok([]) } }), {
      title: 'Couldn’t read who can take the key away',
    }),
  ],
}

describe('the checks of protecting the key', () =>
  walkRows(
    protectChecks,
    ...[rows, renewalRows, auditRows, alertRows, protectRightRows, whoRows, ...LOCKABLE.map(lockRows)],
    rightRows('protect-may-mail', mailPlanned, CONTRIBUTOR, READER),
    rightRows('protect-may-alert', mailPlanned, CONTRIBUTOR, READER),
    rightRows('protect-may-log', logPlanned, CONTRIBUTOR, READER),
    rightRows('protect-may-renew', renewalPlanned, CRYPTO_OFFICER, CONTRIBUTOR),
  ))

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
        kind: 'send-audit-log',
        subscriptionId: SUBSCRIPTION,
        vaultResourceGroup: GROUP,
        vaultName: 'kv-contoso-cmk',
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

const protectedBy: Said = {
  ...linkedServices,
  listLocks: [],
  listRoleHolders: [],
  listEligibleRoles: [],
  listRoleDefinitions: [],
  listDiagnosticSettings: [],
  listWorkspaces: [],
}
const observed = (recording: Recording, protection?: Choices['protection']) =>
  observeProtection(recording.services, { environmentId: ENVIRONMENT, ...defined({ protection }) }, new AbortController().signal)

describe('the reading of protecting the key', () => {
  it('lists who can take the key away, by name where it could be read, with what each can do and by which role', () => {
    const { picture } = readOperation(protect, heldBy({}), NOW)
    expect(english.all(picture)).toMatchObject({
      kind: 'protection',
      holders: [
        {
          id: ADMINISTRATOR,
          who: 'Kim (kim@contoso.example)',
          can: ['delete-vault', 'change-vault', 'change-access'],
          from: ['Owner, given on the resource itself'],
        },
      ],
      deeds: [
        { deed: 'delete-vault', title: 'Delete key store' },
        { deed: 'change-vault', title: 'Change network' },
        { deed: 'change-access', title: 'Change access' },
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
    const recording = servicesThatSay(protectedBy)
    const facts = await observed(recording, { locks: ['policy'] })
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
  const recording = servicesThat({
    ...saying(protectedBy),
    listLocks: () => Promise.reject(calledOff),
    listDiagnosticSettings: () => Promise.reject(calledOff),
  })
  await expect(observed(recording)).rejects.toBe(calledOff)
  await new Promise((resolve) => setImmediate(resolve))
  process.off('unhandledRejection', hear)
  expect(unheard).toEqual([])
})

it('locks a Managed HSM where the key is kept in one', async () => {
  const id = VAULT_ID.replace('/vaults/', '/managedHSMs/')
  const recording = servicesThatSay({
    ...protectedBy,
    readPolicy: policy({ vaultId: id }),
    readManagedHsm: vault({ id, managedHsm: { activation: 'Active' } }),
    listLocalRoles: [],
  })
  const [planned] = planProtection(await observed(recording, { locks: ['vault'] }))
  expect(planned).toEqual({ kind: 'create-lock', of: 'hsm', subscriptionId: SUBSCRIPTION, resourceGroup: GROUP, name: 'kv-contoso-cmk' })
  expect(recording.calls.find(({ port }) => port === 'listLocks')?.arguments[0]).toBe(id)
})

it('leaves a policy with a fixed key version alone: it follows no renewal', async () => {
  const pinned = servicesThatSay({ ...protectedBy, readPolicy: policy({ keyVersion: 'a1' }) })
  const facts = await observed(pinned, { locks: [], rotation: true })
  expect(facts.protection).not.toHaveProperty('rotation')
})

it('suggests the addresses of both administrators, and none that isn’t one', async () => {
  const administratorObjectId = 'aaaaaaaa-0000-4000-8000-000000000009'
  const choices: Choices = { policy: policyChoices({ administratorObjectId }) }
  const suggested = (userName: string) =>
    suggestedEmails(
      servicesThatSay({ readPerson: { id: administratorObjectId, displayName: 'Kim', userName } }).services,
      choices,
      new AbortController().signal,
    )
  expect(await suggested(KIM)).toEqual([operationFacts().account.userName, KIM])
  expect(await suggested('kim_contoso.com#EXT#@fabrikam.example')).toEqual([operationFacts().account.userName])
})

it('asks for no person where Reader goes to a group', async () => {
  const { services, ports } = servicesThatSay({ readPerson: refused(REFUSALS['not-found']) })
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

const from = (origin: 'imported' | 'unknown'): OperationFacts =>
  operationFacts({ protection: { locks: [], rotation: { found: notRenewed, wanted: false, origin } } })

it('offers no rotation policy for a key from the customer’s HSM: Key Vault’s versions don’t come from there', () => {
  const finding = findingOf(protectChecks, 'protect-renewed', from('imported'))
  expect(finding).toMatchObject({ status: 'warning', remedy: expect.stringContaining('Import each version') })
  expect(finding).not.toHaveProperty('offer')
})

it('asks where an HSM-protected key comes from before a rotation policy is planned for it', () => {
  const finding = findingOf(protectChecks, 'protect-renewed', from('unknown'))
  expect(finding).toMatchObject({ status: 'warning', remedy: expect.stringContaining('comes from your HSM') })
})

it.each([
  ['unknown where it was not said', {}, { origin: 'unknown', wanted: true }],
  [
    'the customer’s HSM where a person said so, and then nothing is planned',
    { keyIsImported: true },
    { origin: 'imported', wanted: false },
  ],
] as const)('reads the origin of an HSM-protected key as %s', async (_, said, expected) => {
  const recording = servicesThatSay({ ...protectedBy, readKey: key({ type: 'RSA-HSM' }) })
  const choices: Choices = { environmentId: ENVIRONMENT, policy: policyChoices(said), protection: { locks: [], rotation: true } }
  const { protection } = await observeProtection(recording.services, choices, new AbortController().signal)
  expect(protection?.rotation).toMatchObject(expected)
})

it('offers no rotation policy for a key whose vault keeps this computer’s network out', () => {
  const shutOut = { ...REFUSALS.forbidden, code: 'ForbiddenByConnection' }
  const finding = findingOf(protectChecks, 'protect-renewed', { ...renewal(notRenewed), keyShutOut: shutOut })
  expect(finding).toMatchObject({ status: 'warning' })
  expect(finding).not.toHaveProperty('offer')
})
