import { describe, expect, it } from 'vitest'
import { isProved } from '../../../../machines/engine/step/proof.ts'
import type { OperationFacts } from '../../../../machines/procedure/operations/facts.ts'
import { readOperation } from '../../../../machines/procedure/operations/reading.ts'
import { revertChecks } from '../../../../machines/procedure/operations/revert/checks.ts'
import { revert } from '../../../../machines/procedure/operations/revert/operation.ts'
import { planRevert } from '../../../../machines/procedure/operations/revert/plan.ts'
import {
  absent,
  account,
  assignment,
  DAY,
  ENVIRONMENT,
  encrypted,
  environment,
  HOUR,
  iso,
  key,
  NOW,
  OTHER_SYSTEM_ID,
  ok,
  operation,
  POLICY_ID,
  policy,
  REFUSALS,
  refused,
  runningOperation,
  vault,
  without,
} from '../../facts.ts'
import { type Row, walkRows } from '../../rows.ts'
import { material, operationFacts } from './facts.ts'

const REVERT = 'RevertToMicrosoftKey'
const withMaterial = (over: Parameters<typeof material>[0]): OperationFacts => operationFacts({ material: material(over) })
const reverted = (days: number, over: Parameters<typeof material>[0] = {}): OperationFacts =>
  operationFacts({
    environment: ok(environment()),
    operations: ok([operation({ type: REVERT, lastActionAt: iso(NOW - days * DAY) }), operation()]),
    material: material(over),
  })
const removing = operationFacts({
  environment: ok(encrypted({ encryptionPolicy: { id: POLICY_ID, linkStatus: 'Unlinking' }, runtimeState: 'Disabled' })),
  operations: ok([runningOperation({ id: 'r', type: REVERT })]),
})
const failed = operationFacts({ operations: ok([operation({ id: 'r', type: REVERT, state: 'failed', stateWord: 'Failed' })]) })

const inEarlier = ok(encrypted({ encryptionPolicy: { id: POLICY_ID, systemId: OTHER_SYSTEM_ID, linkStatus: 'Linked' } }))

const rows: readonly Row<OperationFacts>[] = [
  { check: 'revert-earlier-key-kept', when: 'the environment never had one', facts: operationFacts(), gives: 'nothing' },
  {
    check: 'revert-earlier-key-kept',
    when: 'it had one until yesterday',
    facts: operationFacts({ environment: ok(encrypted({ keyManagedBy: 'CustomerViaMicrosoft' })) }),
    gives: 'pass',
    title: 'at least until',
  },
  { check: 'revert-policy-not-recreated', when: 'it is the one that the environment names', facts: operationFacts(), gives: 'pass' },
  {
    check: 'revert-policy-not-recreated',
    when: 'it was created again under its name',
    facts: operationFacts({ environment: inEarlier }),
    gives: 'fail',
  },
  { check: 'revert-readable', when: 'both can be read', facts: operationFacts(), gives: 'pass' },
  { check: 'revert-readable', when: 'the environment cannot', facts: operationFacts({ environment: absent }), gives: 'unknown' },
  { check: 'revert-readable', when: 'the policy cannot', facts: withMaterial({ policy: refused(REFUSALS.forbidden) }), gives: 'unknown' },
  {
    check: 'revert-readable',
    when: 'the policy has no system id',
    facts: withMaterial({ policy: ok(without(policy(), 'systemId')) }),
    gives: 'fail',
  },
  {
    check: 'revert-may-remove',
    when: 'the account administers Power Platform',
    facts: operationFacts({ account: { ...account, directoryRoles: ['11648597-926c-4cf3-9c36-bcebb0ba8dcc'] } }),
    gives: 'pass',
  },
  {
    check: 'revert-may-remove',
    when: 'no role that does is in the sign-in',
    facts: operationFacts({ account: { ...account, directoryRoles: [] } }),
    gives: 'warning',
  },
  { check: 'revert-may-remove', when: 'there is nothing to remove', facts: reverted(1), gives: 'nothing' },
  { check: 'revert-idle', when: 'nothing runs', facts: operationFacts(), gives: 'pass' },
  {
    check: 'revert-idle',
    when: 'a backup runs',
    facts: operationFacts({ environment: ok(encrypted({ ongoingOperation: { id: 'b', type: 'Backup' } })) }),
    gives: 'fail',
  },
  { check: 'revert-idle', when: 'the removal itself runs', facts: removing, gives: 'nothing' },
  { check: 'revert-key-usable', when: 'the key is in order', facts: operationFacts(), gives: 'pass' },
  {
    check: 'revert-key-usable',
    when: 'the key is disabled',
    facts: withMaterial({ key: ok(key({ enabled: false })) }),
    gives: 'fail',
    title: 'disabled',
  },
  { check: 'revert-key-usable', when: 'the access is gone', facts: withMaterial({ access: ok([]) }), gives: 'fail', title: 'no access' },
  {
    check: 'revert-key-usable',
    when: 'the access policies give none',
    facts: withMaterial({ vault: ok(vault({ roleBasedAccess: false })) }),
    gives: 'fail',
    title: 'no access',
  },
  { check: 'revert-key-usable', when: 'it is on the Microsoft key', facts: reverted(1), gives: 'nothing' },
  {
    check: 'revert-done',
    when: 'the environment is in the policy',
    facts: operationFacts(),
    gives: 'fail',
    with: { putRightBy: ['unlink-environment'] },
  },
  { check: 'revert-done', when: 'the last try failed', facts: failed, gives: 'fail', title: 'didn’t finish', seen: ['Failed'] },
  { check: 'revert-done', when: 'it runs', facts: removing, gives: 'nothing' },
  { check: 'revert-done', when: 'the environment names no policy', facts: reverted(1), gives: 'pass' },
  { check: 'revert-kept', when: 'the environment is in the policy', facts: operationFacts(), gives: 'nothing' },
  { check: 'revert-kept', when: 'all is there a day later', facts: reverted(1), gives: 'pass', title: 'until Dec 23, 2026' },
  {
    check: 'revert-kept',
    when: 'the key is gone a day later',
    facts: reverted(1, { key: absent }),
    gives: 'fail',
    title: 'the key is gone',
  },
  { check: 'revert-kept', when: 'the access is gone on day 29', facts: reverted(29, { access: ok([]) }), gives: 'fail' },
  { check: 'revert-kept', when: 'the access is gone on day 30', facts: reverted(30, { access: ok([]) }), gives: 'pass', title: 'ended' },
  {
    check: 'revert-kept',
    when: 'no service tells from when to count',
    facts: operationFacts({ environment: ok(environment()), operations: refused(REFUSALS.forbidden) }),
    gives: 'warning',
  },
]

describe('the checks of the way back', () => walkRows(revertChecks, rows))

describe('the plan of the way back', () => {
  it('removes the environment, by the system id of the policy that holds it', () => {
    expect(planRevert(operationFacts())).toEqual([
      expect.objectContaining({ kind: 'unlink-environment', environmentId: ENVIRONMENT, policyId: POLICY_ID }),
    ])
    expect(planRevert(failed)).toHaveLength(1)
  })

  it.each([
    ['it is out of the policy', reverted(1)],
    ['it is being removed', removing],
    ['the policy cannot be read', withMaterial({ policy: absent })],
    ['it is in another policy than was read', withMaterial({ policy: ok(policy({ id: '/other' })) })],
  ])('is empty where %s', (_, facts) => {
    expect(planRevert(facts)).toEqual([])
  })

  it('assignments to another account do not count as access', () => {
    const reading = readOperation(revert, withMaterial({ access: ok([assignment({ roleId: 'another' })]) }), NOW)
    expect(reading.findings.find((finding) => finding.key === 'revert-key-usable')?.status).toBe('fail')
  })
})

describe('the reading of the way back', () => {
  it('follows a removal that runs, and is proved by the environment itself', () => {
    expect(readOperation(revert, removing, NOW).underway).toMatchObject({ purpose: 'unlink', operation: { id: 'r' }, since: NOW - HOUR })
    expect(isProved(readOperation(revert, operationFacts(), NOW), [])).toBe(false)
    expect(isProved(readOperation(revert, reverted(1), NOW), [])).toBe(true)
  })
})
