import { describe, expect, it } from 'vitest'
import type { KeyRotation, VaultKey } from '../../../../../machines/procedure/services.ts'
import type { PolicyFacts } from '../../../../../machines/procedure/steps/policy/facts.ts'
import { keyChecks } from '../../../../../machines/procedure/steps/policy/key-checks.ts'
import { KEY_MUST_LAST } from '../../../../../machines/procedure/steps/policy/key-expiry.ts'
import { dayOf, momentOf } from '../../../../../machines/procedure/steps/policy/moments.ts'
import { english } from '../../../../english.ts'
import { absent, DAY, encrypted, key, NOW, ok, policyFacts, REFUSALS, refused, vault, without } from '../../../facts.ts'
import { findingOf, type Row, walkRefusedReads, walkRows } from '../../../rows.ts'

/** As a person reads it. */
const OUTSIDE = { ...REFUSALS.forbidden, code: 'ForbiddenByConnection' }
const day = (at: number): string => english.text(dayOf(at))
const moment = (at: number): string => english.text(momentOf(at))

const of = (over: Partial<VaultKey>): PolicyFacts => policyFacts({ key: ok(key(over)) })
const rotating = (rotation: KeyRotation, over: Partial<VaultKey> = {}): PolicyFacts =>
  policyFacts({ key: ok(key(over)), keyRotation: ok(rotation) })
const yetToBeCreated = policyFacts({ key: absent })
const nothingChosen: PolicyFacts = without(policyFacts(), 'choices', 'key')

const kindRows: readonly Row<PolicyFacts>[] = (
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
).map(([type, size, gives]) => ({
  check: 'key-kind',
  when: `it is ${type} of ${size ?? 'an unknown size'}`,
  facts: policyFacts({ key: ok(size === undefined ? { ...without(key(), 'size'), type } : key({ type, size })) }),
  gives,
  seen: [type],
}))

const rows: readonly Row<PolicyFacts>[] = [
  { check: 'key-readable', when: 'it can be read', facts: policyFacts(), gives: 'pass', seen: [key().id] },
  {
    check: 'key-readable',
    when: 'the account has no access to keys, which Contributor does not give',
    facts: policyFacts({ key: refused(REFUSALS.forbidden) }),
    gives: 'unknown',
    with: { owner: 'key-vault-administrator', remedy: expect.stringContaining('Key Vault Crypto Officer') },
  },
  { check: 'key-readable', when: 'it is yet to be created', facts: yetToBeCreated, gives: 'nothing' },
  { check: 'key-readable', when: 'nothing is chosen', facts: nothingChosen, gives: 'nothing' },

  { check: 'key-kind', when: 'the key is yet to be created', facts: yetToBeCreated, gives: 'nothing' },

  { check: 'key-enabled', when: 'it is enabled', facts: policyFacts(), gives: 'pass' },
  { check: 'key-enabled', when: 'it is disabled', facts: of({ enabled: false }), gives: 'fail' },
  { check: 'key-enabled', when: 'the key is yet to be created', facts: yetToBeCreated, gives: 'nothing' },

  {
    check: 'key-in-its-dates',
    when: 'it has no dates',
    facts: policyFacts(),
    gives: 'pass',
    seen: ['no activation date', 'no expiration date'],
  },
  {
    check: 'key-in-its-dates',
    when: 'it has been active since yesterday',
    facts: of({ notBefore: NOW - DAY }),
    gives: 'pass',
    seen: [day(NOW - DAY)],
  },
  { check: 'key-in-its-dates', when: 'it becomes active this moment', facts: of({ notBefore: NOW }), gives: 'pass' },
  {
    check: 'key-in-its-dates',
    when: 'it becomes active tomorrow',
    facts: of({ notBefore: NOW + DAY }),
    gives: 'fail',
    title: day(NOW + DAY),
  },
  {
    check: 'key-in-its-dates',
    when: 'it expired yesterday',
    facts: of({ expires: NOW - DAY }),
    gives: 'fail',
    title: `expired on ${day(NOW - DAY)}`,
  },
  { check: 'key-in-its-dates', when: 'it expires this moment', facts: of({ expires: NOW }), gives: 'fail' },
  ...[3 * DAY, KEY_MUST_LAST - 1].map((left) => ({
    check: 'key-in-its-dates',
    when: `it expires in ${left} ms, before an encryption that begins now can have ended and been renewed`,
    facts: of({ expires: NOW + left }),
    gives: 'fail' as const,
    title: `too soon: encryption can take until ${moment(NOW + 4 * DAY)}`,
    with: { id: 'F-407' as const },
  })),
  {
    check: 'key-in-its-dates',
    when: 'it expires as an encryption that begins now has ended for a day',
    facts: of({ expires: NOW + KEY_MUST_LAST }),
    gives: 'warning',
    seen: ['Step 4 asks you to confirm it'],
  },
  {
    check: 'key-in-its-dates',
    when: 'it expires in 20 days',
    facts: of({ expires: NOW + 20 * DAY }),
    gives: 'warning',
    title: 'in 20 days',
    seen: [moment(NOW + 20 * DAY), `can take until ${moment(NOW + 4 * DAY)}`],
  },
  {
    check: 'key-in-its-dates',
    when: 'it expires in 3 days, and the environment is on it already: nothing is to be encrypted any more',
    facts: policyFacts({ environment: ok(encrypted()), key: ok(key({ expires: NOW + 3 * DAY })) }),
    gives: 'warning',
    title: 'in 3 days',
  },
  {
    check: 'key-in-its-dates',
    when: 'it expires in 59 days',
    facts: of({ expires: NOW + 59 * DAY }),
    gives: 'warning',
    title: 'in 59 days',
  },
  {
    check: 'key-in-its-dates',
    when: 'it expires in a year',
    facts: of({ expires: NOW + 365 * DAY }),
    gives: 'warning',
    title: `expires on ${day(NOW + 365 * DAY)}`,
  },
  {
    check: 'key-in-its-dates',
    when: 'it expires beyond every calendar',
    facts: of({ expires: 9e18 }),
    gives: 'warning',
    title: 'calendars can’t show',
  },
  { check: 'key-in-its-dates', when: 'the key is yet to be created', facts: yetToBeCreated, gives: 'nothing' },

  ...['ForbiddenByFirewall', 'ForbiddenByConnection', 'forbiddenbyfirewall'].map((code) => ({
    check: 'key-within-network',
    when: `the vault turns the computer away with ${code}`,
    facts: policyFacts({ key: refused({ ...REFUSALS.forbidden, code }) }),
    gives: 'unknown' as const,
    seen: [REFUSALS.forbidden.message],
    with: { id: 'F-405' as const, owner: 'you' as const, attestable: true },
  })),
  {
    check: 'key-within-network',
    when: 'Azure Resource Manager shows the key all the same',
    facts: policyFacts({ keyShutOut: OUTSIDE }),
    gives: 'warning',
    title: 'read through Azure Resource Manager',
    seen: ['ForbiddenByConnection'],
  },
  {
    check: 'key-within-network',
    when: 'Azure Resource Manager shows that there is none yet',
    facts: policyFacts({ key: absent, keyShutOut: OUTSIDE }),
    gives: 'warning',
    title: 'no key cmk-contoso',
  },
  {
    check: 'key-within-network',
    when: 'the key that an environment uses is gone, which other findings say',
    facts: policyFacts({ environment: ok(encrypted()), key: absent, keyShutOut: OUTSIDE }),
    gives: 'nothing',
  },
  { check: 'key-within-network', when: 'a right is missing', facts: policyFacts({ key: refused(REFUSALS.forbidden) }), gives: 'nothing' },
  { check: 'key-within-network', when: 'the key could be read', facts: policyFacts(), gives: 'nothing' },
  {
    check: 'key-readable',
    when: 'it is the network that blocks, which no role opens',
    facts: policyFacts({ key: refused({ ...REFUSALS.forbidden, code: 'ForbiddenByFirewall' }) }),
    gives: 'nothing',
  },

  {
    check: 'key-renewed',
    when: 'Key Vault rotates it before it expires',
    facts: rotating(
      { rotates: true, rotateBeforeExpiry: 'P30D', notifiesBeforeExpiry: 'P30D', newVersionsLast: 'P1Y' },
      { expires: NOW + 90 * DAY },
    ),
    gives: 'pass',
    seen: ['P30D before expiration', 'New versions are valid for P1Y'],
  },
  {
    check: 'key-renewed',
    when: 'Key Vault rotates it by its age',
    facts: rotating({ rotates: true, rotateAfter: 'P18M' }),
    gives: 'pass',
    seen: ['P18M after a version is created', 'No near-expiry event', 'don’t expire'],
  },
  {
    check: 'key-renewed',
    when: 'it expires, and only an event is raised before that',
    facts: rotating({ rotates: false, notifiesBeforeExpiry: 'P30D' }, { expires: NOW + 90 * DAY }),
    gives: 'warning',
    seen: ['No rotation', 'Near-expiry event P30D before'],
    with: { id: 'F-407' },
  },
  {
    check: 'key-renewed',
    when: 'it neither expires nor rotates',
    facts: rotating({ rotates: false }),
    gives: 'pass',
    title: 'no expiration date',
  },
  {
    check: 'key-renewed',
    when: 'it expires, and the rotation policy may not be read',
    facts: policyFacts({ key: ok(key({ expires: NOW + DAY })), keyRotation: refused(REFUSALS.forbidden) }),
    gives: 'warning',
    seen: [REFUSALS.forbidden.message],
  },
  {
    check: 'key-renewed',
    when: 'it does not expire, and the rotation policy may not be read: nothing hangs on it',
    facts: policyFacts({ keyRotation: refused(REFUSALS.forbidden) }),
    gives: 'nothing',
  },
  { check: 'key-renewed', when: 'the key is yet to be created', facts: yetToBeCreated, gives: 'nothing' },

  ...(
    [
      ['Recoverable', 'pass'],
      ['CustomizedRecoverable', 'pass'],
      ['Recoverable+ProtectedSubscription', 'pass'],
      ['Recoverable+Purgeable', 'warning'],
      ['CustomizedRecoverable+Purgeable', 'warning'],
      ['Purgeable', 'warning'],
    ] as const
  ).map(([recoveryLevel, gives]) => ({
    check: 'key-recoverable',
    when: `its recovery level is ${recoveryLevel} and the vault says purge protection is on`,
    facts: of({ recoveryLevel }),
    gives,
    seen: [recoveryLevel],
  })),
  {
    check: 'key-recoverable',
    when: 'the vault itself says that purge protection is off, which is a separate finding',
    facts: policyFacts({ vault: ok(vault({ purgeProtection: false })), key: ok(key({ recoveryLevel: 'Recoverable+Purgeable' })) }),
    gives: 'nothing',
  },
  { check: 'key-recoverable', when: 'it names no level', facts: policyFacts(), gives: 'nothing' },
]

describe('the checks of the key', () => walkRows(keyChecks, [...rows, ...kindRows]))

describe('what is read of the key', () =>
  walkRefusedReads(keyChecks, [
    {
      what: 'the key',
      check: 'key-readable',
      facts: (answer) => policyFacts({ key: answer }),
      except: ['not-found'],
      forbidden: 'key-vault-administrator',
    },
  ]))

it('does not count the days of a distant expiry, but always names its date', () => {
  expect(findingOf(keyChecks, 'key-in-its-dates', of({ expires: NOW + 60 * DAY }))?.title).not.toContain('days')
})
