import { describe, expect, it } from 'vitest'
import { blockingFindings, isProved } from '../../../../machines/engine/step/proof.ts'
import { changeChecks } from '../../../../machines/procedure/operations/change/checks.ts'
import { change } from '../../../../machines/procedure/operations/change/operation.ts'
import { planChange } from '../../../../machines/procedure/operations/change/plan.ts'
import type { OperationFacts } from '../../../../machines/procedure/operations/facts.ts'
import { readOperation } from '../../../../machines/procedure/operations/reading.ts'
import { momentOf } from '../../../../machines/procedure/steps/policy/moments.ts'
import { english } from '../../../english.ts'
import {
  absent,
  account,
  assignment,
  DAY,
  encrypted,
  environment,
  iso,
  key,
  NOW,
  OTHER_POLICY_ID,
  OTHER_SYSTEM_ID,
  ok,
  operation,
  POLICY_ID,
  policy,
  REFUSALS,
  refused,
  runningOperation,
  vault,
} from '../../facts.ts'
import { type Row, walkRows } from '../../rows.ts'
import { material, operationFacts } from './facts.ts'

/** As a person reads it. */
const moment = (at: number): string => english.text(momentOf(at))

const next = policy({ id: OTHER_POLICY_ID, name: 'cmk-fabrikam', systemId: '/regions/unitedstates/other' })
const otherVault = vault({ id: vault().id.replace(/[^/]+$/, 'kv-next'), name: 'kv-next' })
const following = (over: Parameters<typeof material>[0] = {}, accessToOld = ok([assignment()])) => ({
  oldId: POLICY_ID,
  policies: ok([policy(), next]),
  chosen: { material: material({ policy: ok(next), vault: ok(otherVault), ...over }), accessToOld },
})
const inOld = (over: Parameters<typeof following>[0] = {}, access = ok([assignment()])): OperationFacts =>
  operationFacts({ next: following(over, access) })
const REVERT = 'RevertToMicrosoftKey'
const between: OperationFacts = {
  ...inOld(),
  environment: ok(environment()),
  operations: ok([operation({ id: 'r', type: REVERT, lastActionAt: iso(NOW - DAY) }), operation()]),
}
const inNew: OperationFacts = {
  ...inOld(),
  environment: ok(encrypted({ encryptionPolicy: { id: OTHER_POLICY_ID, linkStatus: 'Linked' } })),
  operations: ok([operation({ id: 'n' }), operation({ id: 'r', type: REVERT, lastActionAt: iso(NOW - DAY) })]),
}
const leaving: OperationFacts = { ...inOld(), operations: ok([runningOperation({ id: 'r', type: REVERT })]) }
const unchosen = operationFacts({ next: { oldId: POLICY_ID, policies: ok([policy(), next]) } })
const pinned = { ...inOld(), material: material({ policy: ok(policy({ keyVersion: 'a1' })) }) }
const administrator = { ...account, directoryRoles: ['11648597-926c-4cf3-9c36-bcebb0ba8dcc'] }

const inEarlier = ok(encrypted({ encryptionPolicy: { id: POLICY_ID, systemId: OTHER_SYSTEM_ID, linkStatus: 'Linked' } }))

const rows: readonly Row<OperationFacts>[] = [
  { check: 'change-earlier-key-kept', when: 'the environment never had one', facts: inOld(), gives: 'nothing' },
  {
    check: 'change-earlier-key-kept',
    when: 'it had one, and nothing says until when',
    facts: { ...inOld(), environment: ok(encrypted({ keyManagedBy: 'CustomerViaMicrosoft' })), operations: ok([]) },
    gives: 'warning',
  },
  {
    check: 'change-earlier-key-kept',
    when: 'it had one until yesterday',
    facts: { ...inOld(), environment: ok(encrypted({ keyManagedBy: 'CustomerViaMicrosoft' })), operations: ok([operation()]) },
    gives: 'pass',
  },
  { check: 'change-policy-not-recreated', when: 'it is the one that the environment names', facts: inOld(), gives: 'pass' },
  {
    check: 'change-policy-not-recreated',
    when: 'it was created again under its name',
    facts: { ...inOld(), environment: inEarlier },
    gives: 'fail',
  },
  { check: 'change-rotate-instead', when: 'a rotation would do', facts: inOld(), gives: 'warning', title: 'rotate it' },
  { check: 'change-rotate-instead', when: 'the old policy names a version', facts: pinned, gives: 'pass' },
  { check: 'change-readable', when: 'both can be read', facts: inOld(), gives: 'pass' },
  { check: 'change-readable', when: 'the new vault cannot', facts: inOld({ vault: refused(REFUSALS.forbidden) }), gives: 'unknown' },
  { check: 'change-fits', when: 'it is in the same geography', facts: inOld(), gives: 'pass' },
  { check: 'change-fits', when: 'it is in another', facts: inOld({ policy: ok({ ...next, location: 'europe' }) }), gives: 'fail' },
  { check: 'change-fits', when: 'it is of another kind', facts: inOld({ policy: ok({ ...next, kind: 'Identity' }) }), gives: 'fail' },
  { check: 'change-new-key', when: 'it is enabled', facts: inOld(), gives: 'pass' },
  { check: 'change-new-key', when: 'it is disabled', facts: inOld({ key: ok(key({ enabled: false })) }), gives: 'fail' },
  { check: 'change-new-key', when: 'it is gone', facts: inOld({ key: absent }), gives: 'fail', title: 'gone' },
  { check: 'change-new-key-lasts', when: 'it does not expire', facts: inOld(), gives: 'pass' },
  {
    check: 'change-new-key-lasts',
    when: 'it expires in 3 days',
    facts: inOld({ key: ok(key({ expires: NOW + 3 * DAY })) }),
    gives: 'fail',
    title: `too soon: encryption can take until ${moment(NOW + 4 * DAY)}`,
    with: { id: 'F-407' },
  },
  {
    check: 'change-new-key-lasts',
    when: 'it expires in 20 days',
    facts: inOld({ key: ok(key({ expires: NOW + 20 * DAY })) }),
    gives: 'unknown',
    title: moment(NOW + 20 * DAY),
    with: { attestable: true },
  },
  { check: 'change-new-key-lasts', when: 'the change is made', facts: inNew, gives: 'nothing' },
  { check: 'change-new-access', when: 'it has its role', facts: inOld(), gives: 'pass' },
  {
    check: 'change-new-access',
    when: 'it has none',
    facts: inOld({ access: ok([]) }),
    gives: 'fail',
    with: { putRightBy: ['grant-key-access'] },
  },
  { check: 'change-old-access', when: 'it may use the old key', facts: inOld(), gives: 'pass' },
  {
    check: 'change-old-access',
    when: 'it may not',
    facts: inOld({}, ok([])),
    gives: 'fail',
    with: { putRightBy: ['grant-key-access'] },
  },
  { check: 'change-old-access', when: 'both use one vault', facts: inOld({ vault: ok(vault()) }), gives: 'nothing' },
  { check: 'change-old-key-usable', when: 'it is in order', facts: inOld(), gives: 'pass' },
  {
    check: 'change-old-key-usable',
    when: 'it is disabled',
    facts: { ...inOld(), material: material({ key: ok(key({ enabled: false })) }) },
    gives: 'fail',
  },
  { check: 'change-may', when: 'the account administers Power Platform', facts: { ...inOld(), account: administrator }, gives: 'pass' },
  { check: 'change-may', when: 'it is done', facts: inNew, gives: 'nothing' },
  { check: 'change-idle', when: 'nothing runs', facts: inOld(), gives: 'pass' },
  { check: 'change-idle', when: 'it is done', facts: inNew, gives: 'nothing' },
  { check: 'change-done', when: 'nothing has begun', facts: inOld(), gives: 'fail', title: 'still in the old' },
  { check: 'change-done', when: 'the first outage is over', facts: between, gives: 'fail', title: 'isn’t in cmk-fabrikam yet' },
  { check: 'change-done', when: 'the first outage runs', facts: leaving, gives: 'nothing' },
  { check: 'change-done', when: 'it is in the new one', facts: inNew, gives: 'pass' },
  { check: 'change-kept', when: 'it is in the old one', facts: inOld(), gives: 'nothing' },
  { check: 'change-kept', when: 'all is there a day later', facts: inNew, gives: 'pass', title: 'until Dec 23, 2026' },
  { check: 'change-kept', when: 'the old key is gone', facts: { ...inNew, material: material({ key: absent }) }, gives: 'fail' },
]

describe('the checks of a change of policy', () => walkRows(changeChecks, rows))

describe('the plan of a change of policy', () => {
  it.each([
    ['leaves one policy for the other', inOld(), ['unlink-environment', 'link-environment']],
    ['gives the access to the old key first', inOld({}, ok([])), ['grant-key-access', 'unlink-environment', 'link-environment']],
    [
      'gives both accesses first',
      inOld({ access: ok([]) }, ok([])),
      ['grant-key-access', 'grant-key-access', 'unlink-environment', 'link-environment'],
    ],
    ['has only the addition left between the outages', between, ['link-environment']],
    ['is empty while the first outage runs', leaving, []],
    ['is empty once it is done', inNew, []],
    ['is empty while nothing is chosen', unchosen, []],
  ])('%s', (_, facts, kinds) => {
    expect(planChange(facts).map(({ kind }) => kind)).toEqual(kinds)
  })
})

describe('the reading of a change of policy', () => {
  it('offers the other policies, and is proved once the environment is in the chosen one', () => {
    expect(readOperation(change, unchosen, NOW)).toMatchObject({
      choiceMissing: true,
      picture: { kind: 'policies', policies: [{ id: OTHER_POLICY_ID, fits: true }] },
    })
    expect(blockingFindings(readOperation(change, inOld({}, ok([])), NOW), [])).toEqual([])
    expect(readOperation(change, leaving, NOW).underway).toMatchObject({ purpose: 'unlink' })
    expect(isProved(readOperation(change, between, NOW), [])).toBe(false)
    expect(isProved(readOperation(change, inNew, NOW), [])).toBe(true)
  })
})
