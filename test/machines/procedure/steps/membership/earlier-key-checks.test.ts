import { describe, expect, it } from 'vitest'
import { fieldChanges, sameAction } from '#machines/engine/action.ts'
import { describeAction } from '#machines/procedure/action.ts'
import { actions } from '#machines/procedure/actions/registry.ts'
import { earlierKeyKeptUntil } from '#machines/procedure/steps/earlier-key.ts'
import { earlierKeyChecks } from '#machines/procedure/steps/membership/earlier-key-checks.ts'
import type { MembershipFacts } from '#machines/procedure/steps/membership/facts.ts'
import { planMembership } from '#machines/procedure/steps/membership/plan.ts'
import { shownByMembership } from '#machines/procedure/steps/membership/shown.ts'
import { english } from '#test/english.ts'
import { absent, DAY, encrypted, encryptedFacts, environment, iso, membershipFacts, NOW, ok, operation } from '#test/machines/facts.ts'
import { findingOf, type Rows, row, walkRows } from '#test/machines/rows.ts'

const before = membershipFacts({ environment: ok(environment({ keyManagedBy: 'Customer' })) })
const after = (days: number): MembershipFacts =>
  encryptedFacts({
    environment: ok(encrypted({ keyManagedBy: 'CustomerViaMicrosoft' })),
    operations: ok([operation({ createdAt: iso(NOW - (days + 1) * DAY), lastActionAt: iso(NOW - days * DAY) })]),
  })

const kept: Rows<MembershipFacts> = {
  'earlier-key-kept': [
    row.pass('the change ended yesterday', after(1), { title: 'at least until' }),
    row.pass('it ended 28 days ago', after(28), { title: 'ended on' }),
    row.warning('the services name no operation that ended', { ...after(1), operations: ok([]) }, { title: 'at least 28 days' }),
    row.nothing('the environment never had it', encryptedFacts()),
    row.nothing('it still has it', before),
  ],
}

// A moving environment is a warning and never a pass: a person with another key needs no message.
const moves = [
  row.warning('its key is the customer’s, and no policy brought it', before, { seen: 'Customer' }),
  row.nothing('its key is Microsoft’s', membershipFacts()),
  row.nothing('it is in a policy', encryptedFacts()),
  row.nothing('it couldn’t be read', membershipFacts({ environment: absent })),
]

describe('what is said of the earlier self-managed key', () => {
  walkRows(
    earlierKeyChecks.filter(({ key }) => key !== 'from-earlier-key'),
    kept,
  )

  it.each(moves.map((each) => [each.gives, each.when, each] as const))('gives %s when %s', (gives, _when, { facts, says }) => {
    const finding = findingOf(earlierKeyChecks, 'from-earlier-key', facts)
    expect(finding?.status ?? 'nothing').toBe(gives)
    if (finding)
      expect(finding).toMatchObject({ seen: expect.stringContaining(`${says.seen}`), atConfirmation: expect.stringContaining('28 days') })
  })
})

describe('the hold of the earlier key', () => {
  it('is counted from the first change to a policy, whatever came later', () => {
    const [first, later] = [NOW - 20 * DAY, NOW - DAY]
    const operations = [
      operation({ lastActionAt: iso(later) }),
      operation({ type: 'RevertToMicrosoftKey', lastActionAt: iso(later - DAY) }),
      operation({ lastActionAt: iso(first) }),
      operation({ state: 'failed', lastActionAt: iso(first - DAY) }),
    ]
    expect(earlierKeyKeptUntil(operations)).toBe(first + 28 * DAY)
  })
})

describe('the change of an environment that has the earlier key', () => {
  const [action] = planMembership(before)

  it('says what it is encrypted with before, that no way leads back there, and what the environment says after', () => {
    if (!action) throw new Error('Nothing is planned')
    expect(english.all(describeAction(action))).toMatchObject({
      before: expect.stringContaining('BYOK'),
      undo: expect.stringContaining('Not back'),
    })
    expect(fieldChanges(actions, action).at(-1)).toMatchObject({ before: 'Customer', after: 'CustomerViaMicrosoft', mayStay: true })
  })

  it.each([
    ['while it runs', 'Linking', 'Customer'],
    ['as soon as it is linked', 'Linked', 'Customer'],
    ['in the end', 'Linked', 'CustomerViaMicrosoft'],
  ])('is shown to be made %s', (_when, linkStatus, keyManagedBy) => {
    const { encryptionPolicy } = encrypted()
    const facts = membershipFacts({ environment: ok(encrypted({ keyManagedBy, encryptionPolicy: { ...encryptionPolicy, linkStatus } })) })
    expect(shownByMembership(facts).some((shown) => action !== undefined && sameAction(shown.action, action))).toBe(true)
  })
})
