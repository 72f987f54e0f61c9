import { describe, expect, it } from 'vitest'
import { blockingFindings } from '../../../../../machines/engine/step/proof.ts'
import type { KeyRotation, VaultKey } from '../../../../../machines/procedure/services.ts'
import type { MembershipFacts } from '../../../../../machines/procedure/steps/membership/facts.ts'
import { keyExpiryChecks } from '../../../../../machines/procedure/steps/membership/key-expiry-checks.ts'
import { readMembership } from '../../../../../machines/procedure/steps/membership/step.ts'
import { KEY_MUST_LAST } from '../../../../../machines/procedure/steps/policy/key-expiry.ts'
import { momentOf } from '../../../../../machines/procedure/steps/policy/moments.ts'
import { english } from '../../../../english.ts'
import { absent, DAY, encryptedFacts, HOUR, key, membershipFacts, NOW, ok, REFUSALS, refused } from '../../../facts.ts'
import { findingOf, type Row, walkRefusedReads, walkRows } from '../../../rows.ts'

/** As a person reads it. */
const moment = (at: number): string => english.text(momentOf(at))

const check = 'key-outlasts-encryption'
const expiring = (left: number, over: Partial<VaultKey> = {}): MembershipFacts =>
  membershipFacts({ keyLifetime: { key: ok(key({ expires: NOW + left, ...over })) } })
const rotating = (left: number, rotation: Omit<KeyRotation, 'rotates'>, age = 0): MembershipFacts =>
  membershipFacts({
    keyLifetime: {
      key: ok(key({ expires: NOW + left })),
      keyVersions: ok([{ version: key().version ?? '', enabled: true, createdAt: NOW - age }]),
      keyRotation: ok({ rotates: true, ...rotation }),
    },
  })
const outside = refused({ ...REFUSALS.forbidden, code: 'ForbiddenByFirewall' })
const keyTold = { by: 'kim@contoso.example', at: NOW - DAY }

const confirmable = { attestable: true, owner: 'you' as const }
const rows: readonly Row<MembershipFacts>[] = [
  { check, when: 'it has no expiry date', facts: membershipFacts(), gives: 'pass' },
  {
    check,
    when: 'it expires in 3 days',
    facts: expiring(3 * DAY),
    gives: 'fail',
    title: `too soon: encryption can take until ${moment(NOW + 4 * DAY)}`,
    seen: [moment(NOW + 3 * DAY)],
  },
  { check, when: 'it expired', facts: expiring(-DAY), gives: 'fail' },
  {
    check,
    when: 'it expires a moment before the four days and the day after them are over',
    facts: expiring(KEY_MUST_LAST - 1),
    gives: 'fail',
  },
  { check, when: 'it expires when they are over', facts: expiring(KEY_MUST_LAST), gives: 'unknown', with: confirmable },
  {
    check,
    when: 'it expires in 20 days',
    facts: expiring(20 * DAY),
    gives: 'unknown',
    seen: [moment(NOW + 20 * DAY), moment(NOW + 4 * DAY)],
    with: { ...confirmable, key: `${check}:${NOW + 20 * DAY}` },
  },
  { check, when: 'it expires in 30 days', facts: expiring(30 * DAY), gives: 'pass' },
  { check, when: 'it expires beyond every calendar', facts: expiring(9e18), gives: 'pass' },

  { check, when: 'it is renewed 30 days before it expires', facts: rotating(90 * DAY, { rotateBeforeExpiry: 'P30D' }), gives: 'pass' },
  {
    check,
    when: 'it is renewed on the day it expires, which leaves no time to pick the new version up',
    facts: rotating(90 * DAY, { rotateBeforeExpiry: 'P0D' }),
    gives: 'unknown',
    seen: ['rotation might be too late'],
    with: confirmable,
  },
  {
    check,
    when: 'it is renewed by its age, after it expires',
    facts: rotating(90 * DAY, { rotateAfter: 'P1Y' }, 30 * DAY),
    gives: 'unknown',
  },
  { check, when: 'it is renewed by its age, in time', facts: rotating(90 * DAY, { rotateAfter: 'P3M' }, 30 * DAY), gives: 'pass' },
  { check, when: 'it is renewed a day before it expires', facts: rotating(90 * DAY, { rotateBeforeExpiry: 'P1D' }), gives: 'pass' },
  { check, when: 'it is renewed at an unreadable time', facts: rotating(90 * DAY, { rotateAfter: 'now and then' }), gives: 'pass' },

  {
    check,
    when: 'the vault shows it to other networks only: a person there can say',
    facts: membershipFacts({ keyLifetime: { key: outside } }),
    gives: 'unknown',
    title: 'until Nov 29, 2026, 12:00 PM UTC',
    with: { ...confirmable, key: `${check}:2026-11-24`, refusal: english.all(outside.refusal) },
  },
  {
    check,
    when: 'the account may not read it, and who may has handed step 3 over',
    facts: membershipFacts({ keyLifetime: { key: refused(REFUSALS.forbidden) }, keyTold }),
    gives: 'unknown',
    with: { ...confirmable, remedy: expect.stringContaining('kim@contoso.example') },
  },
  { check, when: 'the environment has been added', facts: encryptedFacts(), gives: 'nothing' },
  { check, when: 'the policy cannot be read', facts: membershipFacts({ policy: absent }), gives: 'nothing' },
]

describe('whether the key outlasts the encryption', () => walkRows(keyExpiryChecks, rows))

describe('what is read of the key before the link', () =>
  walkRefusedReads(keyExpiryChecks, [
    {
      what: 'the key',
      check,
      facts: (answer) => membershipFacts({ keyLifetime: { key: answer } }),
      forbidden: 'key-vault-administrator',
    },
  ]))

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
