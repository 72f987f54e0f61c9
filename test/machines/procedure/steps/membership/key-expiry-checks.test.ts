import { describe, expect, it } from 'vitest'
import { blockingFindings } from '#machines/engine/step/proof.ts'
import type { KeyRotation, Vault, VaultKey } from '#machines/procedure/services/services.ts'
import type { MembershipFacts } from '#machines/procedure/steps/membership/facts.ts'
import { keyExpiryChecks } from '#machines/procedure/steps/membership/key-expiry-checks.ts'
import { readMembership } from '#machines/procedure/steps/membership/step.ts'
import { KEY_MUST_LAST } from '#machines/procedure/steps/policy/key-expiry.ts'
import { momentOf } from '#machines/procedure/steps/policy/moments.ts'
import { english } from '#test/english.ts'
import {
  absent,
  DAY,
  encrypted,
  encryptedFacts,
  HOUR,
  key,
  membershipFacts,
  NOW,
  ok,
  operation,
  REFUSALS,
  refused,
  vault,
} from '#test/machines/facts.ts'
import { findingOf, type Rows, row, walkRefusedReads, walkRows } from '#test/machines/rows.ts'

/** As a person reads it. */
const moment = (at: number): string => english.text(momentOf(at))

const check = 'key-outlasts-encryption'
const expiring = (left: number, over: Partial<VaultKey> = {}): MembershipFacts =>
  membershipFacts({ key: ok(key({ expires: NOW + left, ...over })) })
const rotating = (left: number, rotation: Omit<KeyRotation, 'rotates'>, age = 0): MembershipFacts =>
  membershipFacts({
    key: ok(key({ expires: NOW + left })),
    keyVersions: ok([{ version: key().version ?? '', enabled: true, createdAt: NOW - age }]),
    keyRotation: ok({ rotates: true, ...rotation }),
  })
const outside = refused({ ...REFUSALS.forbidden, code: 'ForbiddenByFirewall' })
const keyTold = { by: 'kim@contoso.example', at: NOW - DAY }

const closed = vault({
  publicNetworkAccess: 'Disabled',
  networkRules: { bypass: 'AzureServices', defaultAction: 'Deny', ipRules: 0, virtualNetworkRules: 0 },
})
const keptIn = (store: Vault, over: Partial<MembershipFacts> = {}): MembershipFacts =>
  membershipFacts({ vault: ok(store), key: ok(key()), ...over })

const confirmable = { attestable: true, owner: 'you' as const }
const rows: Rows<MembershipFacts> = {
  'key-store-closed': [
    row.pass('it is open', keptIn(vault())),
    row.warning('its public access is off but for Microsoft: said once more before the link', keptIn(closed), {
      atConfirmation: expect.stringMatching(/^Public access to .* is off.*Keep that exception .*locks environments/),
    }),
    row.nothing('it is shut, which step 3 says', keptIn(vault({ publicNetworkAccess: 'Disabled' }))),
    row.nothing('the environment is linked already', keptIn(closed, { environment: ok(encrypted()), operations: ok([operation()]) })),
  ],
  [check]: [
    row.pass('it has no expiry date', membershipFacts()),
    row.fail('it expires in 3 days', expiring(3 * DAY), {
      title: `too soon: encryption can take until ${moment(NOW + 4 * DAY)}`,
      seen: moment(NOW + 3 * DAY),
    }),
    row.fail('it expired', expiring(-DAY)),
    row.fail('it expires a moment before the four days and the day after them are over', expiring(KEY_MUST_LAST - 1)),
    row.unknown('it expires when they are over', expiring(KEY_MUST_LAST), confirmable),
    row.unknown('it expires in 20 days', expiring(20 * DAY), {
      seen: [moment(NOW + 20 * DAY), moment(NOW + 4 * DAY)],
      ...confirmable,
      key: `${check}:${NOW + 20 * DAY}`,
    }),
    row.unknown('it expires in 60 days', expiring(60 * DAY), confirmable),
    row.pass('it expires in more than 60 days', expiring(60 * DAY + 1)),
    row.pass('it expires in 20 days, and its policy renews it in 10', rotating(20 * DAY, { rotateBeforeExpiry: 'P10D' })),
    row.unknown(
      'it expires in 20 days, and its policy should have renewed it',
      rotating(20 * DAY, { rotateBeforeExpiry: 'P30D' }),
      confirmable,
    ),
    row.pass('it expires beyond every calendar', expiring(9e18)),
    row.pass('it is renewed 30 days before it expires', rotating(90 * DAY, { rotateBeforeExpiry: 'P30D' })),
    row.unknown(
      'it is renewed on the day it expires, which leaves no time to pick the new version up',
      rotating(90 * DAY, { rotateBeforeExpiry: 'P0D' }),
      { seen: 'rotation might be too late', ...confirmable },
    ),
    row.unknown('it is renewed by its age, after it expires', rotating(90 * DAY, { rotateAfter: 'P1Y' }, 30 * DAY)),
    row.pass('it is renewed by its age, in time', rotating(90 * DAY, { rotateAfter: 'P3M' }, 30 * DAY)),
    row.pass('it is renewed a day before it expires', rotating(90 * DAY, { rotateBeforeExpiry: 'P1D' })),
    row.pass('it is renewed at an unreadable time', rotating(90 * DAY, { rotateAfter: 'now and then' })),
    row.unknown('the vault shows it to other networks only: a person there can say', membershipFacts({ key: outside }), {
      title: 'until Nov 29, 2026, 12:00 PM UTC',
      ...confirmable,
      key: `${check}:2026-11-24`,
      refusal: english.all(outside.refusal),
    }),
    row.unknown(
      'the account may not read it, and who may has handed step 3 over',
      membershipFacts({ key: refused(REFUSALS.forbidden), keyTold }),
      { ...confirmable, remedy: expect.stringContaining('kim@contoso.example') },
    ),
    row.nothing('the environment has been added', encryptedFacts()),
    row.nothing('the policy cannot be read', membershipFacts({ policy: absent })),
  ],
}

describe('whether the key outlasts the encryption', () => walkRows(keyExpiryChecks, rows))

describe('what is read of the key before the link', () =>
  walkRefusedReads(keyExpiryChecks, [['the key', check, 'key-vault-administrator', (answer) => membershipFacts({ key: answer })]]))

it('keeps the environment from being added with a key that expires in 3 days, even if that is confirmed', () => {
  const reading = readMembership(expiring(3 * DAY), NOW)
  const everything = reading.findings.map((finding) => ({ key: finding.key, by: 'ada', at: NOW }))
  expect(blockingFindings(reading, everything).map(({ key: of }) => of)).toEqual([check])
})

it('lets it be added with one that expires in 20 days once that is confirmed, and asks again for another expiry', () => {
  const reading = readMembership(expiring(20 * DAY), NOW)
  const confirmed = reading.findings.map((finding) => ({ key: finding.key, by: 'ada', at: NOW }))
  expect(blockingFindings(reading, []).map(({ key: of }) => of)).toContain(`${check}:${NOW + 20 * DAY}`)
  expect(blockingFindings(reading, confirmed)).toEqual([])
  const later = readMembership(expiring(20 * DAY), NOW + HOUR)
  expect(blockingFindings(later, confirmed)).toEqual([])
  expect(blockingFindings(readMembership(expiring(12 * DAY), NOW), confirmed)).toHaveLength(1)
  expect(findingOf(keyExpiryChecks, check, expiring(20 * DAY))?.atConfirmation).toContain(moment(NOW + 4 * DAY))
})
