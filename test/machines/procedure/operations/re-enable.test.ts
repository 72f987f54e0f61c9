import { describe, expect, it } from 'vitest'
import { blockingFindings, isProved } from '../../../../machines/engine/step/proof.ts'
import type { OperationFacts } from '../../../../machines/procedure/operations/facts.ts'
import { reEnableChecks } from '../../../../machines/procedure/operations/re-enable/checks.ts'
import { reEnable } from '../../../../machines/procedure/operations/re-enable/operation.ts'
import { planReEnabling } from '../../../../machines/procedure/operations/re-enable/plan.ts'
import { readOperation } from '../../../../machines/procedure/operations/reading.ts'
import {
  absent,
  account,
  encrypted,
  environment,
  key,
  NOW,
  OTHER_SYSTEM_ID,
  ok,
  POLICY_ID,
  policy,
  REFUSALS,
  refused,
  vault,
} from '../../facts.ts'
import { type Row, walkRows } from '../../rows.ts'
import { material, operationFacts } from './facts.ts'

const off = ok(encrypted({ runtimeState: 'Disabled' }))
const withMaterial = (over: Parameters<typeof material>[0]): OperationFacts => operationFacts({ material: material(over) })
const locked = (over: Parameters<typeof material>[0] = {}): OperationFacts => operationFacts({ environment: off, material: material(over) })
const noAccess = locked({ access: ok([]) })
const disabledKey = { key: ok(key({ enabled: false })) }

const inEarlier = ok(encrypted({ encryptionPolicy: { id: POLICY_ID, systemId: OTHER_SYSTEM_ID, linkStatus: 'Linked' } }))

const rows: readonly Row<OperationFacts>[] = [
  { check: 're-enable-policy-not-recreated', when: 'it is the one that the environment names', facts: locked(), gives: 'pass' },
  {
    check: 're-enable-policy-not-recreated',
    when: 'it was created again under its name',
    facts: operationFacts({ environment: inEarlier }),
    gives: 'fail',
  },
  { check: 're-enable-readable', when: 'the policy can be read', facts: locked(), gives: 'pass' },
  { check: 're-enable-readable', when: 'the environment cannot', facts: operationFacts({ environment: absent }), gives: 'unknown' },
  { check: 're-enable-readable', when: 'the policy cannot', facts: locked({ policy: refused(REFUSALS.forbidden) }), gives: 'unknown' },
  { check: 're-enable-readable', when: 'the policy is gone, which is a cause', facts: locked({ policy: absent }), gives: 'nothing' },
  {
    check: 're-enable-may',
    when: 'the account administers Power Platform',
    facts: { ...locked(), account: { ...account, directoryRoles: ['11648597-926c-4cf3-9c36-bcebb0ba8dcc'] } },
    gives: 'pass',
  },
  { check: 're-enable-may', when: 'nothing is locked', facts: operationFacts(), gives: 'nothing' },
  { check: 're-enable-access', when: 'the policy has its role', facts: locked(), gives: 'pass' },
  { check: 're-enable-access', when: 'it has none', facts: noAccess, gives: 'fail', with: { putRightBy: ['grant-key-access'] } },
  {
    check: 're-enable-access',
    when: 'the roles may not be read',
    facts: locked({ access: refused(REFUSALS.forbidden) }),
    gives: 'unknown',
  },
  { check: 're-enable-access', when: 'the vault is gone', facts: locked({ vault: absent }), gives: 'nothing' },
  { check: 're-enable-key', when: 'everything is in order', facts: locked(), gives: 'pass' },
  { check: 're-enable-key', when: 'the key is disabled', facts: locked(disabledKey), gives: 'fail', seen: ['The key is disabled.'] },
  {
    check: 're-enable-key',
    when: 'the key is deleted and can be recovered',
    facts: locked({ key: absent, deletedKey: ok({}) }),
    gives: 'fail',
    seen: ['You can recover it'],
    with: { byHand: [expect.stringContaining('Manage deleted keys')] },
  },
  {
    check: 're-enable-key',
    when: 'the vault is gone',
    facts: locked({ vault: absent }),
    gives: 'fail',
    seen: ['The key vault doesn’t exist.'],
  },
  {
    check: 're-enable-key',
    when: 'the policy is gone',
    facts: locked({ policy: absent }),
    gives: 'fail',
    seen: ['The policy doesn’t exist.'],
  },
  { check: 're-enable-key', when: 'the key has expired', facts: locked({ key: ok(key({ expires: NOW - 1 })) }), gives: 'fail' },
  {
    check: 're-enable-key',
    when: 'the versions may not be listed',
    facts: locked({ versions: refused(REFUSALS.forbidden) }),
    gives: 'unknown',
    with: { attestable: true },
  },
  {
    check: 're-enable-on',
    when: 'it is off and its key cannot be used',
    facts: noAccess,
    gives: 'warning',
    title: 'production environment is deleted 30 days',
  },
  {
    check: 're-enable-on',
    when: 'a sandbox is locked',
    facts: { ...noAccess, environment: ok(encrypted({ runtimeState: 'Disabled', sku: 'Sandbox' })) },
    gives: 'warning',
    title: 'sandbox is deleted 7 days',
  },
  { check: 're-enable-on', when: 'the key is back and it is still off', facts: locked(), gives: 'fail', title: 'you can re-enable it now' },
  {
    check: 're-enable-on',
    when: 'an operation runs on it',
    facts: operationFacts({
      environment: ok(encrypted({ runtimeState: 'Disabled', ongoingOperation: { type: 'NewCustomerManagedKey' } })),
    }),
    gives: 'fail',
    title: 'while an operation runs',
  },
  {
    check: 're-enable-on',
    when: 'it is off in no policy',
    facts: operationFacts({ environment: ok(environment({ runtimeState: 'Disabled' })) }),
    gives: 'fail',
    title: 'it isn’t in a policy',
  },
  { check: 're-enable-on', when: 'it is on', facts: operationFacts(), gives: 'pass' },
]

describe('the checks of re-enabling', () => walkRows(reEnableChecks, rows))

describe('the plan of re-enabling', () => {
  it('gives the policy its access back, by role or by access policy', () => {
    expect(planReEnabling(noAccess)).toEqual([expect.objectContaining({ kind: 'grant-key-access', policyName: policy().name })])
    const older = planReEnabling(locked({ vault: ok(vault({ roleBasedAccess: false, accessPolicies: [] })) }))
    expect(older).toEqual([expect.objectContaining({ byAccessPolicy: true })])
  })

  it.each([
    ['the policy has its access', locked()],
    ['the roles may not be read', locked({ access: refused(REFUSALS.forbidden) })],
    ['the vault is gone', locked({ vault: absent })],
    ['the policy is gone', locked({ policy: absent })],
    [
      'the vault is in another subscription',
      locked({ vault: ok(vault({ id: vault().id.replace(/subscriptions\/[^/]+/, 'subscriptions/other') })), access: ok([]) }),
    ],
  ])('is empty where %s', (_, facts) => {
    expect(planReEnabling(facts)).toEqual([])
  })
})

describe('the reading of re-enabling', () => {
  it('lets the access be given while the environment is off, and is proved only once it is on', () => {
    expect(blockingFindings(readOperation(reEnable, noAccess, NOW), [])).toEqual([])
    expect(blockingFindings(readOperation(reEnable, locked({ ...disabledKey, access: ok([]) }), NOW), [])).toHaveLength(1)
    expect(isProved(readOperation(reEnable, locked(), NOW), [])).toBe(false)
    expect(isProved(readOperation(reEnable, operationFacts(), NOW), [])).toBe(true)
    expect(isProved(readOperation(reEnable, withMaterial(disabledKey), NOW), [])).toBe(false)
  })
})
