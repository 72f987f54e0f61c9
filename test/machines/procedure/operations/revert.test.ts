import { describe, expect, it } from 'vitest'
import { isProved } from '#machines/engine/step/proof.ts'
import type { KeyChain } from '#machines/procedure/key-chain/key-chain.ts'
import type { OperationFacts } from '#machines/procedure/operations/facts.ts'
import { readOperation } from '#machines/procedure/operations/reading.ts'
import { revertChecks } from '#machines/procedure/operations/revert/checks.ts'
import { revert } from '#machines/procedure/operations/revert/operation.ts'
import { planRevert } from '#machines/procedure/operations/revert/plan.ts'
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
  SYSTEM_ID,
  vault,
  without,
} from '../../facts.ts'
import { type Rows, row, walkRows } from '../../rows.ts'
import { operationFacts } from './facts.ts'

const REVERT = 'RevertToMicrosoftKey'
const withChain = (over: KeyChain): OperationFacts => operationFacts({ ...over })
const reverted = (days: number, over: KeyChain = {}): OperationFacts =>
  operationFacts({
    environment: ok(environment()),
    operations: ok([operation({ type: REVERT, lastActionAt: iso(NOW - days * DAY) }), operation()]),
    ...over,
  })
const removing = operationFacts({
  environment: ok(encrypted({ encryptionPolicy: { id: POLICY_ID, linkStatus: 'Unlinking' }, runtimeState: 'Disabled' })),
  operations: ok([runningOperation({ id: 'r', type: REVERT })]),
})
const failed = operationFacts({ operations: ok([operation({ id: 'r', type: REVERT, state: 'failed', stateWord: 'Failed' })]) })

const inEarlier = ok(encrypted({ encryptionPolicy: { id: POLICY_ID, systemId: OTHER_SYSTEM_ID, linkStatus: 'Linked' } }))

const rows: Rows<OperationFacts> = {
  'revert-earlier-key-kept': [
    row.nothing('the environment never had one', operationFacts()),
    row.pass('it had one until yesterday', operationFacts({ environment: ok(encrypted({ keyManagedBy: 'CustomerViaMicrosoft' })) }), {
      title: 'at least until',
    }),
  ],
  'revert-policy-not-recreated': [
    row.pass('it is the one that the environment names', operationFacts()),
    row.fail('it was created again under its name', operationFacts({ environment: inEarlier })),
  ],
  'revert-readable': [
    row.pass('both can be read', operationFacts()),
    row.unknown('the environment cannot', operationFacts({ environment: absent })),
    row.unknown('the policy cannot', withChain({ policy: refused(REFUSALS.forbidden) })),
    row.fail('the policy has no system id', withChain({ policy: ok(without(policy(), 'systemId')) })),
  ],
  'revert-may-remove': [
    row.pass(
      'the account administers Power Platform',
      operationFacts({ account: { ...account, directoryRoles: ['11648597-926c-4cf3-9c36-bcebb0ba8dcc'] } }),
    ),
    row.warning('no role that does is in the sign-in', operationFacts({ account: { ...account, directoryRoles: [] } })),
    row.nothing('there is nothing to remove', reverted(1)),
  ],
  'revert-idle': [
    row.pass('nothing runs', operationFacts()),
    row.fail('a backup runs', operationFacts({ environment: ok(encrypted({ ongoingOperation: { id: 'b', type: 'Backup' } })) })),
    row.nothing('the removal itself runs', removing),
  ],
  'revert-key-usable': [
    row.pass('the key is in order', operationFacts()),
    row.fail('the key is disabled', withChain({ key: ok(key({ enabled: false })) }), { title: 'disabled' }),
    row.fail('the access is gone', withChain({ keyAccess: ok([]) }), { title: 'no access' }),
    row.fail('the access policies give none', withChain({ vault: ok(vault({ roleBasedAccess: false })) }), { title: 'no access' }),
    row.nothing('it is on the Microsoft key', reverted(1)),
  ],
  'revert-done': [
    row.fail('the environment is in the policy', operationFacts(), { putRightBy: ['unlink-environment'] }),
    row.fail('the last try failed', failed, { title: 'didn’t finish', seen: 'Failed' }),
    row.nothing('it runs', removing),
    row.pass('the environment names no policy', reverted(1)),
    row.fail(
      'the environment names its policy by the system ID alone',
      operationFacts({ environment: ok(encrypted({ encryptionPolicy: { systemId: SYSTEM_ID, linkStatus: 'Linked' } })) }),
      { putRightBy: ['unlink-environment'] },
    ),
  ],
  'revert-kept': [
    row.nothing('the environment is in the policy', operationFacts()),
    row.pass('all is there a day later', reverted(1), { title: 'until Dec 23, 2026' }),
    row.fail('the key is gone a day later', reverted(1, { key: absent }), { title: 'the key is gone' }),
    row.fail('the access is gone on day 29', reverted(29, { keyAccess: ok([]) })),
    row.pass('the access is gone on day 30', reverted(30, { keyAccess: ok([]) }), { title: 'ended' }),
    row.warning(
      'no service tells from when to count',
      operationFacts({ environment: ok(environment()), operations: refused(REFUSALS.forbidden) }),
      // WB28: nothing is missing that could be restored.
      { remedy: 'Count from the day when the operation ended: look in the environment’s history in the admin center.' },
    ),
  ],
}

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
    ['the policy cannot be read', withChain({ policy: absent })],
    ['it is in another policy than was read', withChain({ policy: ok(policy({ id: '/other' })) })],
  ])('is empty where %s', (_, facts) => {
    expect(planRevert(facts)).toEqual([])
  })

  it('assignments to another account do not count as access', () => {
    const reading = readOperation(revert, withChain({ keyAccess: ok([assignment({ roleId: 'another' })]) }), NOW)
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
