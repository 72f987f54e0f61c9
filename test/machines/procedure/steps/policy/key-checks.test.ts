import { describe, expect, it } from 'vitest'
import type { KeyRotation, VaultKey } from '#machines/procedure/services/services.ts'
import type { PolicyFacts } from '#machines/procedure/steps/policy/facts.ts'
import { keyChecks } from '#machines/procedure/steps/policy/key-checks.ts'
import { KEY_MUST_LAST } from '#machines/procedure/steps/policy/key-expiry.ts'
import { dayOf, momentOf } from '#machines/procedure/steps/policy/moments.ts'
import { english } from '#test/english.ts'
import {
  absent,
  DAY,
  encrypted,
  key,
  NOW,
  ok,
  policyChoices,
  policyFacts,
  REFUSALS,
  refused,
  vault,
  without,
} from '#test/machines/facts.ts'
import { findingOf, type Rows, row, walkRefusedReads, walkRows } from '#test/machines/rows.ts'

/** As a person reads it. */
const OUTSIDE = { ...REFUSALS.forbidden, code: 'ForbiddenByConnection' }
const day = (at: number): string => english.text(dayOf(at))
const moment = (at: number): string => english.text(momentOf(at))

const of = (over: Partial<VaultKey>): PolicyFacts => policyFacts({ key: ok(key(over)) })
const rotating = (rotation: KeyRotation, over: Partial<VaultKey> = {}): PolicyFacts =>
  policyFacts({ key: ok(key(over)), keyRotation: ok(rotation) })
const withoutEnabled = policyFacts({ key: ok(without(key(), 'enabled')) })
const yetToBeCreated = policyFacts({ key: absent })
const nothingChosen: PolicyFacts = without(policyFacts(), 'choices', 'key')

const kindRows: Rows<PolicyFacts> = {
  'key-kind': (
    [
      ['RSA', 2048, 'pass'],
      ['RSA', 3072, 'pass'],
      ['RSA-HSM', 2048, 'pass'],
      ['RSA-HSM', 3072, 'pass'],
      ['rsa-hsm', 3072, 'pass'],
      ['RSA', 4096, 'fail'],
      ['RSA-HSM', 4096, 'fail'],
      ['RSA', 1024, 'fail'],
      ['RSA', undefined, 'fail'],
      ['EC', undefined, 'fail'],
      ['EC-HSM', undefined, 'fail'],
      ['oct-HSM', 256, 'fail'],
    ] as const
  ).map(([type, size, gives]) =>
    row[gives](
      `it is ${type} of ${size ?? 'an unknown size'}`,
      policyFacts({ key: ok(size === undefined ? { ...without(key(), 'size'), type } : key({ type, size })) }),
      { seen: type },
    ),
  ),
}

const rows: Rows<PolicyFacts> = {
  'key-readable': [
    row.pass('it can be read', policyFacts(), { seen: key().id }),
    row.unknown('the account has no access to keys, which Contributor does not give', policyFacts({ key: refused(REFUSALS.forbidden) }), {
      owner: 'key-vault-administrator',
      remedy: expect.stringContaining('Key Vault Crypto Officer'),
    }),
    row.nothing('it is yet to be created', yetToBeCreated),
    row.nothing('nothing is chosen', nothingChosen),
    row.nothing(
      'it is the network that blocks, which no role opens',
      policyFacts({ key: refused({ ...REFUSALS.forbidden, code: 'ForbiddenByFirewall' }) }),
    ),
  ],
  'key-kind': [row.nothing('the key is yet to be created', yetToBeCreated)],
  'key-enabled': [
    row.pass('it is enabled', policyFacts()),
    row.fail('it is disabled', of({ enabled: false })),
    row.unknown('the vault doesn’t say whether it is enabled', withoutEnabled, { attestable: true }),
    row.nothing('the key is yet to be created', yetToBeCreated),
  ],
  'key-in-its-dates': [
    row.pass('it has no dates', policyFacts(), { seen: ['no activation date', 'no expiration date'] }),
    row.pass('it has been active since yesterday', of({ notBefore: NOW - DAY }), { seen: day(NOW - DAY) }),
    row.pass('it becomes active this moment', of({ notBefore: NOW })),
    row.fail('it becomes active tomorrow', of({ notBefore: NOW + DAY }), { title: day(NOW + DAY) }),
    row.fail('it expired yesterday', of({ expires: NOW - DAY }), { title: `expired on ${day(NOW - DAY)}` }),
    row.fail('it expires this moment', of({ expires: NOW }), { title: 'expired on' }),
    ...[3 * DAY, KEY_MUST_LAST - 1].map((left) =>
      row.fail(
        `it expires in ${left} ms, before an encryption that begins now can have ended and been renewed`,
        of({ expires: NOW + left }),
        { title: `too soon: encryption can take until ${moment(NOW + 4 * DAY)}`, id: 'F-407' },
      ),
    ),
    row.warning('it expires as an encryption that begins now has ended for a day', of({ expires: NOW + KEY_MUST_LAST }), {
      seen: 'Step 4 asks you to confirm it',
    }),
    row.warning('it expires in 20 days', of({ expires: NOW + 20 * DAY }), {
      title: 'in 20 days',
      seen: [moment(NOW + 20 * DAY), `can take until ${moment(NOW + 4 * DAY)}`],
    }),
    row.warning(
      'it expires in 3 days, and the environment is on it already: nothing is to be encrypted any more',
      policyFacts({ environment: ok(encrypted()), key: ok(key({ expires: NOW + 3 * DAY })) }),
      { title: 'in 3 days' },
    ),
    row.warning('it expires in 59 days', of({ expires: NOW + 59 * DAY }), { title: 'in 59 days' }),
    row.warning('it expires in a year', of({ expires: NOW + 365 * DAY }), { title: `expires on ${day(NOW + 365 * DAY)}` }),
    row.warning('it expires beyond every calendar', of({ expires: 9e18 }), { title: 'calendars can’t show' }),
    row.nothing('the key is yet to be created', yetToBeCreated),
  ],
  'key-within-network': [
    ...['ForbiddenByFirewall', 'ForbiddenByConnection', 'forbiddenbyfirewall'].map((code) =>
      row.unknown(`the vault turns the computer away with ${code}`, policyFacts({ key: refused({ ...REFUSALS.forbidden, code }) }), {
        seen: REFUSALS.forbidden.message,
        id: 'F-405',
        owner: 'you',
        attestable: true,
      }),
    ),
    row.warning('Azure Resource Manager shows the key all the same', policyFacts({ keyShutOut: OUTSIDE }), {
      title: 'read through Azure Resource Manager',
      seen: 'ForbiddenByConnection',
    }),
    row.warning('Azure Resource Manager shows that there is none yet', policyFacts({ key: absent, keyShutOut: OUTSIDE }), {
      title: 'no key cmk-contoso',
    }),
    row.nothing(
      'the key that an environment uses is gone, which other findings say',
      policyFacts({ environment: ok(encrypted()), key: absent, keyShutOut: OUTSIDE }),
    ),
    row.nothing('a right is missing', policyFacts({ key: refused(REFUSALS.forbidden) })),
    row.nothing('the key could be read', policyFacts()),
  ],
  'key-renewed': [
    row.warning(
      'it comes from the customer’s HSM, whose versions Key Vault can’t make',
      { ...rotating({ rotates: false }, { expires: NOW + 90 * DAY }), choices: policyChoices({ keyIsImported: true }) },
      { remedy: expect.stringContaining('Import the next version') },
    ),
    row.pass(
      'Key Vault rotates it before it expires',
      rotating(
        { rotates: true, rotateBeforeExpiry: 'P30D', notifiesBeforeExpiry: 'P30D', newVersionsLast: 'P1Y' },
        { expires: NOW + 90 * DAY },
      ),
      { seen: ['P30D before expiration', 'New versions are valid for P1Y'] },
    ),
    row.pass('Key Vault rotates it by its age', rotating({ rotates: true, rotateAfter: 'P18M' }), {
      seen: ['P18M after a version is created', 'No near-expiry event', 'don’t expire'],
    }),
    row.warning(
      'it expires, and only an event is raised before that',
      rotating({ rotates: false, notifiesBeforeExpiry: 'P30D' }, { expires: NOW + 90 * DAY }),
      { seen: ['No rotation', 'Near-expiry event P30D before'], id: 'F-407' },
    ),
    row.pass('it neither expires nor rotates', rotating({ rotates: false }), { title: 'no expiration date' }),
    row.warning(
      'it expires, and the rotation policy may not be read',
      policyFacts({ key: ok(key({ expires: NOW + DAY })), keyRotation: refused(REFUSALS.forbidden) }),
      { seen: REFUSALS.forbidden.message },
    ),
    row.nothing(
      'it does not expire, and the rotation policy may not be read: nothing hangs on it',
      policyFacts({ keyRotation: refused(REFUSALS.forbidden) }),
    ),
    row.nothing('the key is yet to be created', yetToBeCreated),
  ],
  'key-recoverable': [
    ...(
      [
        ['Recoverable', 'pass'],
        ['CustomizedRecoverable', 'pass'],
        ['Recoverable+ProtectedSubscription', 'pass'],
        ['Recoverable+Purgeable', 'warning'],
        ['CustomizedRecoverable+Purgeable', 'warning'],
        ['Purgeable', 'warning'],
      ] as const
    ).map(([recoveryLevel, gives]) =>
      row[gives](`its recovery level is ${recoveryLevel} and the vault says purge protection is on`, of({ recoveryLevel }), {
        seen: recoveryLevel,
      }),
    ),
    row.nothing(
      'the vault itself says that purge protection is off, which is a separate finding',
      policyFacts({ vault: ok(vault({ purgeProtection: false })), key: ok(key({ recoveryLevel: 'Recoverable+Purgeable' })) }),
    ),
    row.nothing('it names no level', policyFacts()),
  ],
}

describe('the checks of the key', () => walkRows(keyChecks, rows, kindRows))

describe('what is read of the key', () =>
  walkRefusedReads(keyChecks, [
    ['the key', 'key-readable', 'key-vault-administrator', (answer) => policyFacts({ key: answer }), ['not-found']],
  ]))

it('does not count the days of a distant expiry, but always names its date', () => {
  expect(findingOf(keyChecks, 'key-in-its-dates', of({ expires: NOW + 60 * DAY }))?.title).not.toContain('days')
})
