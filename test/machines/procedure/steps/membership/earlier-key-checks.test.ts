import { describe, expect, it } from 'vitest'
import { sameAction } from '../../../../../machines/engine/action.ts'
import { describeAction, fieldChanges } from '../../../../../machines/procedure/action.ts'
import { earlierKeyKeptUntil } from '../../../../../machines/procedure/earlier-key.ts'
import { earlierKeyChecks } from '../../../../../machines/procedure/steps/membership/earlier-key-checks.ts'
import type { MembershipFacts } from '../../../../../machines/procedure/steps/membership/facts.ts'
import { planMembership } from '../../../../../machines/procedure/steps/membership/plan.ts'
import { shownByMembership } from '../../../../../machines/procedure/steps/membership/shown.ts'
import { english } from '../../../../english.ts'
import { absent, DAY, encrypted, encryptedFacts, environment, iso, membershipFacts, NOW, ok, operation } from '../../../facts.ts'
import { type Row, walkRows } from '../../../rows.ts'

const before = membershipFacts({ environment: ok(environment({ keyManagedBy: 'Customer' })) })
const after = (days: number): MembershipFacts =>
  encryptedFacts({
    environment: ok(encrypted({ keyManagedBy: 'CustomerViaMicrosoft' })),
    operations: ok([operation({ createdAt: iso(NOW - (days + 1) * DAY), lastActionAt: iso(NOW - days * DAY) })]),
  })

const rows: readonly Row<MembershipFacts>[] = [
  {
    check: 'from-earlier-key',
    when: 'its key is the customer’s, and no policy brought it',
    facts: before,
    gives: 'warning',
    seen: ['Customer'],
  },
  { check: 'from-earlier-key', when: 'its key is Microsoft’s', facts: membershipFacts(), gives: 'nothing' },
  { check: 'from-earlier-key', when: 'it is in a policy', facts: encryptedFacts(), gives: 'nothing' },
  { check: 'from-earlier-key', when: 'it couldn’t be read', facts: membershipFacts({ environment: absent }), gives: 'nothing' },

  { check: 'earlier-key-kept', when: 'the change ended yesterday', facts: after(1), gives: 'pass', title: 'at least until' },
  { check: 'earlier-key-kept', when: 'it ended 28 days ago', facts: after(28), gives: 'pass', title: 'ended on' },
  {
    check: 'earlier-key-kept',
    when: 'the services name no operation that ended',
    facts: { ...after(1), operations: ok([]) },
    gives: 'warning',
    title: 'at least 28 days',
  },
  { check: 'earlier-key-kept', when: 'the environment never had it', facts: encryptedFacts(), gives: 'nothing' },
  { check: 'earlier-key-kept', when: 'it still has it', facts: before, gives: 'nothing' },
]

// What moves is a warning and never a pass: a person with another key has nothing to be told.
describe('what is said of the earlier self-managed key', () =>
  walkRows(
    earlierKeyChecks.filter(({ key }) => key !== 'from-earlier-key'),
    rows.filter(({ check }) => check !== 'from-earlier-key'),
  ))

describe('from-earlier-key', () => {
  it.each(rows.filter(({ check }) => check === 'from-earlier-key').map((row) => [row.gives, row.when, row] as const))(
    'gives %s when %s',
    (gives, _when, { check, facts }) => {
      const judged = earlierKeyChecks.find(({ key }) => key === check)?.judge(facts, NOW)
      expect(judged?.status ?? 'nothing').toBe(gives)
      if (judged) expect(english.text(judged.atConfirmation ?? '')).toContain('28 days')
    },
  )
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
    expect(fieldChanges(action).at(-1)).toMatchObject({ before: 'Customer', after: 'CustomerViaMicrosoft', mayStay: true })
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
