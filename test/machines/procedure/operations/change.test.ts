import { describe, expect, it } from 'vitest'
import { blockingFindings, isProved } from '#machines/engine/step/proof.ts'
import type { KeyChain } from '#machines/procedure/key-chain/key-chain.ts'
import { changeChecks } from '#machines/procedure/operations/change/checks.ts'
import { change } from '#machines/procedure/operations/change/operation.ts'
import { planChange } from '#machines/procedure/operations/change/plan.ts'
import type { OperationFacts } from '#machines/procedure/operations/facts.ts'
import { readOperation } from '#machines/procedure/operations/reading.ts'
import { momentOf } from '#machines/procedure/steps/policy/moments.ts'
import { english } from '#test/english.ts'
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
import { type Rows, row, walkRows } from '../../rows.ts'
import { operationFacts, policyChain } from './facts.ts'

/** As a person reads it. */
const moment = (at: number): string => english.text(momentOf(at))

const next = policy({ id: OTHER_POLICY_ID, name: 'cmk-fabrikam', systemId: '/regions/unitedstates/other' })
const otherVault = vault({ id: vault().id.replace(/[^/]+$/, 'kv-next'), name: 'kv-next' })
const following = (over: KeyChain = {}, accessToOld = ok([assignment()])) => ({
  oldId: POLICY_ID,
  policies: ok([policy(), next]),
  chosen: { chain: policyChain({ policy: ok(next), vault: ok(otherVault), ...over }), accessToOld },
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
const pinned = { ...inOld(), policy: ok(policy({ keyVersion: 'a1' })) }
const administrator = { ...account, directoryRoles: ['11648597-926c-4cf3-9c36-bcebb0ba8dcc'] }

const inEarlier = ok(encrypted({ encryptionPolicy: { id: POLICY_ID, systemId: OTHER_SYSTEM_ID, linkStatus: 'Linked' } }))

const rows: Rows<OperationFacts> = {
  'change-earlier-key-kept': [
    row.nothing('the environment never had one', inOld()),
    row.warning('it had one, and nothing says until when', {
      ...inOld(),
      environment: ok(encrypted({ keyManagedBy: 'CustomerViaMicrosoft' })),
      operations: ok([]),
    }),
    row.pass('it had one until yesterday', {
      ...inOld(),
      environment: ok(encrypted({ keyManagedBy: 'CustomerViaMicrosoft' })),
      operations: ok([operation()]),
    }),
  ],
  'change-policy-not-recreated': [
    row.pass('it is the one that the environment names', inOld()),
    row.fail('it was created again under its name', { ...inOld(), environment: inEarlier }),
  ],
  'change-rotate-instead': [
    row.warning('a rotation would do', inOld(), { title: 'rotate it' }),
    row.pass('the old policy names a version', pinned),
  ],
  'change-readable': [
    row.pass('both can be read', inOld()),
    row.unknown('the new vault cannot', inOld({ vault: refused(REFUSALS.forbidden) })),
  ],
  'change-fits': [
    row.pass('it is in the same geography', inOld()),
    row.fail('it is in another', inOld({ policy: ok({ ...next, location: 'europe' }) })),
    row.fail('it is of another kind', inOld({ policy: ok({ ...next, kind: 'Identity' }) })),
  ],
  'change-new-key': [
    row.pass('it is enabled', inOld()),
    row.fail('it is disabled', inOld({ key: ok(key({ enabled: false })) })),
    row.fail('it is gone', inOld({ key: absent }), { title: 'gone' }),
  ],
  'change-new-key-lasts': [
    row.pass('it does not expire', inOld()),
    row.fail('it expires in 3 days', inOld({ key: ok(key({ expires: NOW + 3 * DAY })) }), {
      title: `too soon: encryption can take until ${moment(NOW + 4 * DAY)}`,
      id: 'F-407',
    }),
    row.unknown('it expires in 20 days', inOld({ key: ok(key({ expires: NOW + 20 * DAY })) }), {
      title: moment(NOW + 20 * DAY),
      attestable: true,
    }),
    row.nothing('the change is made', inNew),
  ],
  'change-new-access': [
    row.pass('it has its role', inOld()),
    row.fail('it has none', inOld({ keyAccess: ok([]) }), { putRightBy: ['grant-key-access'] }),
  ],
  'change-old-access': [
    row.pass('it may use the old key', inOld()),
    row.fail('it may not', inOld({}, ok([])), { putRightBy: ['grant-key-access'] }),
    row.nothing('both use one vault', inOld({ vault: ok(vault()) })),
  ],
  'change-old-key-usable': [
    row.pass('it is in order', inOld()),
    row.fail('it is disabled', { ...inOld(), key: ok(key({ enabled: false })) }),
  ],
  'change-may': [
    row.pass('the account administers Power Platform', { ...inOld(), account: administrator }),
    row.nothing('it is done', inNew),
  ],
  'change-idle': [row.pass('nothing runs', inOld()), row.nothing('it is done', inNew)],
  'change-done': [
    row.fail('nothing has begun', inOld(), { title: 'still in the old' }),
    row.fail('the first outage is over', between, { title: 'isn’t in cmk-fabrikam yet' }),
    row.nothing('the first outage runs', leaving),
    row.pass('it is in the new one', inNew),
  ],
  'change-kept': [
    row.nothing('it is in the old one', inOld()),
    row.pass('all is there a day later', inNew, { title: 'until Dec 23, 2026' }),
    row.fail('the old key is gone', { ...inNew, key: absent }),
  ],
}

describe('the checks of a change of policy', () => walkRows(changeChecks, rows))

describe('the plan of a change of policy', () => {
  it.each([
    ['leaves one policy for the other', inOld(), ['unlink-environment', 'link-environment']],
    ['gives the access to the old key first', inOld({}, ok([])), ['grant-key-access', 'unlink-environment', 'link-environment']],
    [
      'gives both accesses first',
      inOld({ keyAccess: ok([]) }, ok([])),
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
    const unread = operationFacts({ environment: refused(REFUSALS.throttled) })
    expect(english.all(readOperation(change, unread, NOW).picture)).toMatchObject({
      policies: [],
      problem: { title: 'Couldn’t read the list of policies', refusal: REFUSALS.throttled },
    })
    expect(readOperation(change, operationFacts(), NOW).picture).toMatchObject({ policies: [], notListed: true })
    expect(blockingFindings(readOperation(change, inOld({}, ok([])), NOW), [])).toEqual([])
    expect(readOperation(change, leaving, NOW).underway).toMatchObject({ purpose: 'unlink' })
    expect(isProved(readOperation(change, between, NOW), [])).toBe(false)
    expect(isProved(readOperation(change, inNew, NOW), [])).toBe(true)
  })
})
