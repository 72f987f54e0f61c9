import { describe, expect, it } from 'vitest'
import type { Baseline, Change, ReviewWish } from '#machines/engine/drift/baseline.ts'
import { LONGEST_SNOOZE, mayReview, openChanges, reviewed, snoozeOf } from '#machines/engine/drift/review.ts'
import { DAY } from '#machines/engine/durations.ts'
import type { WizardContext } from '#machines/engine/wizard/context.ts'
import { verbatim } from '#machines/messages/message.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { serviceWord } from '#machines/procedure/service-words.ts'
import { account } from '../../facts.ts'
import { context as opened } from '../../readings.ts'

const NOW = Date.parse('2026-11-26T12:00:00Z')

const stock = (seen: string) => ({
  ...({ step: 'policy', key: 'key-enabled', id: 'F-405', status: 'pass', owner: 'key-vault-administrator' } as const),
  title: verbatim('The key is enabled'),
  seen: verbatim(seen),
})
const wanted: Change = {
  ...({ step: 'policy', key: 'key-enabled', turn: 'other', owner: 'key-vault-administrator' } as const),
  what: verbatim('Current key version'),
  was: verbatim('version 1'),
  is: verbatim('version 2'),
  state: 'two',
  acceptable: stock('version 2'),
}
const broken: Change = {
  ...({ step: 'policy', key: 'key-access', turn: 'worse', owner: 'key-vault-administrator' } as const),
  was: verbatim('Passed'),
  is: verbatim('No role, in 3 days'),
  state: 'none',
}
const baseline: Baseline = { at: NOW - DAY, by: 'ada@contoso.example', environmentId: 'e', findings: [stock('version 1')] }

const context: WizardContext = {
  ...opened(),
  tenant: { account, cloud: 'Azure' },
  atEnd: baseline,
  drift: { at: NOW, changes: [broken, wanted] },
}
const accepting: ReviewWish = { answer: 'accepted', reason: ' CR 4711 ' }
const snoozing = (until = NOW + 10 * DAY): ReviewWish => ({ answer: 'snoozed', reason: 'Rotation next week', until })

describe('a change since the baseline', () => {
  it.each<[string, string, ReviewWish, boolean]>([
    ['a wanted one can be accepted', 'policy key-enabled', accepting, true],
    ['one that asks for action can’t be accepted', 'policy key-access', accepting, false],
    ['one that asks for action can be snoozed', 'policy key-access', snoozing(), true],
    ['none is accepted without a reason', 'policy key-enabled', { answer: 'accepted', reason: ' ' }, false],
    ['none is snoozed without a reason', 'policy key-enabled', { answer: 'snoozed', reason: '', until: NOW + DAY }, false],
    ['none is snoozed into the past', 'policy key-enabled', snoozing(NOW), false],
    ['none is snoozed for longer than a year', 'policy key-enabled', snoozing(NOW + LONGEST_SNOOZE + 1), false],
    ['none is snoozed to no date', 'policy key-enabled', snoozing(Number.NaN), false],
    ['one that isn’t snoozed can’t be resumed', 'policy key-enabled', { answer: 'resumed' }, false],
    ['one that isn’t there can’t be reviewed', 'policy else', accepting, false],
  ])('%s', (_, id, wish, may) => {
    expect(mayReview(context, id, wish, NOW)).toBe(may)
  })

  it('can’t wait while the environment is locked, where it is one for the worse', () => {
    const locked: Change = { ...broken, step: 'environment', key: 'not-locked', state: 'locked' }
    const inLock = { ...context, drift: { at: NOW, changes: [locked, broken, wanted] } }
    const may = (id: string) => mayReview(inLock, id, snoozing(), NOW)
    expect(['environment not-locked', 'policy key-access', 'policy key-enabled'].map(may)).toEqual([false, false, true])
    // A change snoozed before the lock is shown again.
    const before = { ...inLock, ...reviewed(context, 'policy key-access', snoozing(), NOW), drift: inLock.drift }
    expect(openChanges({ ...context, atEnd: before.atEnd })).toEqual([wanted])
    expect(openChanges(before)).toEqual([locked, broken, wanted])
    const over = { ...inLock, drift: { at: NOW, changes: [{ ...locked, turn: 'better' as const }, broken] } }
    expect(mayReview(over, 'policy key-access', snoozing(), NOW)).toBe(true)
  })

  it('that is accepted reads in the baseline as it was found, with who, when and why', () => {
    const after = { ...context, ...reviewed(context, 'policy key-enabled', accepting, NOW) }
    expect(after.atEnd?.findings).toEqual([stock('version 2')])
    expect(after.atEnd?.reviews).toEqual([
      {
        answer: 'accepted',
        step: 'policy',
        key: 'key-enabled',
        what: verbatim('Current key version'),
        was: verbatim('version 1'),
        is: verbatim('version 2'),
        state: 'two',
        reason: 'CR 4711',
        by: account.userName,
        at: NOW,
      },
    ])
    expect(after.drift?.changes).toEqual([broken])
    expect(after.atEnd?.at).toBe(baseline.at)
  })

  it('that is snoozed comes back on its date, when it becomes another one, and when a person wants it', () => {
    const after = { ...context, ...reviewed(context, 'policy key-access', snoozing(), NOW) }
    const kept = after.atEnd ?? baseline
    expect(snoozeOf(CUSTOMER_MANAGED_KEYS, kept, broken, NOW + 9 * DAY)?.reason).toBe('Rotation next week')
    expect(snoozeOf(CUSTOMER_MANAGED_KEYS, kept, broken, NOW + 10 * DAY)).toBeUndefined()
    expect(snoozeOf(CUSTOMER_MANAGED_KEYS, kept, { ...broken, is: verbatim('No role, in 2 days') }, NOW)).toBeDefined()
    expect(snoozeOf(CUSTOMER_MANAGED_KEYS, kept, { ...broken, state: 'gone' }, NOW)).toBeUndefined()
    const state = (id: string): string => JSON.stringify(['fail', { verbatim: id }])
    const spelled = {
      ...kept,
      reviews: (kept.reviews ?? []).map((review) => ({ ...review, state: state('/subscriptions/S/resourceGroups/rg') })),
    }
    expect(snoozeOf(CUSTOMER_MANAGED_KEYS, spelled, { ...broken, state: state('/subscriptions/s/resourcegroups/rg') }, NOW)).toBeDefined()
    const registered = (word: unknown): string => JSON.stringify(['pass', { messageId: 'found', values: { state: word } }])
    const older = { ...kept, reviews: (kept.reviews ?? []).map((review) => ({ ...review, state: registered('Registered') })) }
    expect(snoozeOf(CUSTOMER_MANAGED_KEYS, older, { ...broken, state: registered(serviceWord('Registered')) }, NOW)).toBeDefined()
    expect(snoozeOf(CUSTOMER_MANAGED_KEYS, older, { ...broken, state: registered(serviceWord('NotRegistered')) }, NOW)).toBeUndefined()
    expect(snoozeOf(CUSTOMER_MANAGED_KEYS, kept, wanted, NOW)).toBeUndefined()
    expect(kept.findings).toEqual(baseline.findings)
    expect(mayReview(after, 'policy key-access', { answer: 'resumed' }, NOW)).toBe(true)
    const resumed = { ...after, ...reviewed(after, 'policy key-access', { answer: 'resumed' }, NOW + DAY) }
    expect(snoozeOf(CUSTOMER_MANAGED_KEYS, resumed.atEnd ?? baseline, broken, NOW + DAY)).toBeUndefined()
    expect(resumed.atEnd?.reviews?.map(({ answer }) => answer)).toEqual(['snoozed', 'resumed'])
  })
})
