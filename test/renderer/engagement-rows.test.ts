import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOfEncryption, groupOf, rowAt } from '#machines/engine/situation/listed.ts'
import type { EngagementRow, EngagementState } from '#messages/view.ts'
import { rowWords } from '#renderer/home/row-words.ts'
import {
  countedGroups,
  filtered,
  filtering,
  isWorthFiltering,
  keysOf,
  needingSomeone,
  ownGroups,
  type Sort,
  sorted,
  type Wanted,
} from '#renderer/home/rows.ts'
import { strings } from '../strings.ts'

const DAY = 86_400_000
const NOW = 100 * DAY

const row = (id: string, state: EngagementState, more: Partial<EngagementRow> = {}): EngagementRow => ({
  id,
  customer: 'Contoso',
  environment: `env-${id}`,
  environmentId: `id-of-${id}`,
  tenantId: 'tenant-1',
  cloud: 'Azure',
  account: 'ada',
  savedAt: 0,
  steps: [],
  state,
  ...more,
})
const finding = { step: 3, count: 1, findings: 1, why: 'Purge protection is off', owner: 'key-vault-administrator' } as const

const STATES = {
  locked: { kind: 'locked' },
  action: { kind: 'action-required', ...finding },
  closed: { kind: 'closed', why: 'It is empty.' },
  confirm: { kind: 'confirm', ...finding, owner: 'customer' },
  encrypting: { kind: 'encrypting', since: NOW - DAY },
  unread: { kind: 'not-checked', ...finding },
  ready: { kind: 'ready', step: 3, planned: 6 },
  open: { kind: 'open', step: 2 },
  linked: { kind: 'linked' },
  encrypted: { kind: 'encrypted' },
  untouched: { kind: 'not-started', listedAt: NOW - DAY },
} as const satisfies Readonly<Record<string, EngagementState>>

const STOPPED: EngagementState = {
  kind: 'interrupted',
  step: 3,
  of: 6,
  headline: 'The changes stopped. It isn’t known yet which of the 6 are made',
}

const all = Object.entries(STATES).map(([id, state]) => row(id, state))

const compare = new Intl.Collator('en').compare
const worstFirst = (rows: readonly EngagementRow[]) => sorted(rows, { by: 'status', descending: false }, { compare, now: NOW })

describe('a key that is about to expire', () => {
  const withKey = (days: number, state: EngagementState = STATES.encrypted, id = 'a') =>
    rowAt(row(id, state, { keyExpires: NOW + days * DAY, rotateFrom: NOW + (days - 60) * DAY }), NOW)

  it.each([
    [18, STATES.encrypted, 'action'],
    [-1, STATES.linked, 'action'],
    [60, STATES.encrypted, 'action'],
    [61, STATES.encrypted, 'encrypted'],
    // Whether it's in use or not: who adds the environment is asked about it before.
    [18, STATES.ready, 'action'],
    [18, STATES.confirm, 'action'],
    [18, STATES.unread, 'action'],
    // Its rotation may be what runs.
    [18, STATES.encrypting, 'running'],
  ] as const)('in %i days with %o is in the group %s', (days, state, group) => expect(groupOf(withKey(days, state).state)).toBe(group))

  it('stands before what needs nothing, and says what to do', () => {
    const rows = [row('b', STATES.encrypted), withKey(18)]
    const how = { compare: (a: string, b: string) => a.localeCompare(b), now: NOW }
    expect(sorted(rows, { by: 'status', descending: false }, how).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(rowWords(withKey(18), strings, NOW, () => 'soon')).toMatchObject({
      status: 'Action required',
      why: 'The key expires soon',
      next: 'Rotate the key',
    })
  })
})

describe('what needs action with a deadline', () => {
  const due = (id: string, days: number, state: EngagementState) =>
    rowAt(row(id, state, { keyExpires: NOW + days * DAY, rotateFrom: NOW - DAY }), NOW)
  const accessTooNew = row('access', { ...STATES.action, why: 'The policy got key vault access less than 5 minutes ago', owner: 'you' })

  it('comes before what has none, the nearest first', () => {
    const rows = [accessTooNew, due('later', 18, STATES.encrypted), due('soon', 11, STATES.confirm), due('action', 15, STATES.action)]
    expect(worstFirst(rows).map(({ id }) => id)).toEqual(['soon', 'action', 'later', 'access'])
  })

  it('comes after what is worse, whose own deadline counts there', () => {
    const locked = (id: string, at?: number) => row(id, STATES.locked, { deletion: { days: 30, ...(at === undefined ? {} : { at }) } })
    const rows = [due('soon', 1, STATES.encrypted), row('stopped', STOPPED), locked('locked'), locked('first', NOW + 2 * DAY)]
    expect(worstFirst(rows).map(({ id }) => id)).toEqual(['first', 'locked', 'stopped', 'soon'])
  })
})

describe('the order of the list', () => {
  const rows = [
    row('a', STATES.ready, { customer: 'Żabka', steps: ['verified', 'current'], keyExpires: NOW + DAY, checkedAt: NOW }),
    row('b', STATES.action, { customer: 'Contoso', steps: ['current', 'open'], checkedAt: NOW - DAY }),
    row('c', STATES.encrypted, {
      customer: 'Woodgrove',
      steps: ['verified', 'verified'],
      keyExpires: NOW - DAY,
      rotateFrom: NOW - 61 * DAY,
    }),
  ].map((each) => rowAt(each, NOW))
  it.each<[Sort, string, string]>([
    ['customer', 'bca', 'acb'],
    ['stage', 'bac', 'cab'],
    ['status', 'cba', 'abc'],
    ['owner', 'bac', 'acb'],
    ['key', 'cab', 'bac'],
    ['checked', 'bac', 'cab'],
  ])('is by %s: %s, the other way around %s', (by, up, down) => {
    const order = (descending: boolean) =>
      sorted(rows, { by, descending }, { compare, now: NOW })
        .map(({ id }) => id)
        .join('')
    expect([order(false), order(true)]).toEqual([up, down])
  })
})

describe('customers in groups', () => {
  const rows = [
    row('a', STATES.ready, { groups: ['Wave 2', 'Europe'] }),
    row('b', STATES.ready, { groups: ['Wave 10'], tenantName: 'Contoso Holding' }),
    row('c', STATES.ready),
  ]
  it('are found by a group and by the name of the tenant', () => {
    const found = (wanted: Partial<Wanted>) => filtered(rows, { group: 'all', searched: '', ...wanted }).map(({ id }) => id)
    expect(found({ ofGroup: 'Europe' })).toEqual(['a'])
    expect(found({ searched: 'wave' })).toEqual(['a', 'b'])
    expect(found({ searched: 'holding' })).toEqual(['b'])
  })

  it('give every group once, by name', () => {
    expect(ownGroups([...rows, ...rows], new Intl.Collator('en', { numeric: true }).compare)).toEqual(['Europe', 'Wave 2', 'Wave 10'])
  })

  it('say how many keys have expired and when the next one does', () => {
    const keys = (...ends: readonly number[]) =>
      keysOf(
        ends.map((keyExpires) => row('a', STATES.ready, { keyExpires })),
        NOW,
      )
    expect(keys(NOW - 1, NOW + 2 * DAY, NOW + DAY)).toEqual({ expired: 1, next: NOW + DAY })
    expect(keys()).toEqual({ expired: 0 })
  })
})

describe('rows of the list', () => {
  it('come with the worst first, whatever order they were given in', () => {
    const ids = worstFirst(all.toReversed()).map(({ id }) => id)
    expect(ids).toEqual([
      'locked',
      'closed',
      'action',
      'confirm',
      'encrypting',
      'unread',
      'open',
      'ready',
      'linked',
      'encrypted',
      'untouched',
    ])
  })

  it('come by person where they are as urgent, and then by step', () => {
    const at = (id: string, owner: string, steps: EngagementRow['steps']) => row(id, { ...STATES.action, owner }, { steps })
    const rows = [
      at('vault-2', 'key-vault-administrator', ['verified', 'current']),
      at('vault-1', 'key-vault-administrator', ['current', 'open']),
      at('yours', 'you', ['verified', 'verified']),
      row('locked', STATES.locked),
    ]
    expect(worstFirst(rows).map(({ id }) => id)).toEqual(['locked', 'yours', 'vault-1', 'vault-2'])
  })

  it('keep their order among equals', () => {
    const same = ['b', 'a', 'c'].map((id) => row(id, STATES.ready))
    expect(worstFirst(same).map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  })

  it('are counted by group, and a group without any is not there', () => {
    expect(countedGroups(all)).toEqual([
      { group: 'action', count: 3 },
      { group: 'confirm', count: 1 },
      { group: 'running', count: 1 },
      { group: 'not-checked', count: 1 },
      { group: 'ready', count: 2 },
      { group: 'linked', count: 1 },
      { group: 'encrypted', count: 1 },
      { group: 'not-started', count: 1 },
    ])
    expect(countedGroups([row('a', STATES.encrypted)])).toEqual([{ group: 'encrypted', count: 1 }])
    expect(needingSomeone(all)).toBe(4)
  })

  it.each<[string, EngagementState, EngagementState]>([
    ['a start that wasn’t made in its time', { kind: 'scheduled', at: NOW }, { kind: 'scheduled', at: NOW + 1 }],
    [
      'an encryption that takes longer than documented',
      { kind: 'encrypting', since: NOW - 5 * DAY },
      { kind: 'encrypting', since: NOW - DAY },
    ],
    ['changes that were interrupted', STOPPED, STATES.ready],
  ])('need someone, and come first, where there is %s', (_, overdue, inTime) => {
    const rows = [row('a', inTime), row('b', overdue)].map((each) => rowAt(each, NOW))
    expect(needingSomeone(rows)).toBe(1)
    expect(worstFirst(rows).map(({ id }) => id)).toEqual(['b', 'a'])
    expect(filtered(rows, { group: 'action', searched: '' }).map(({ id }) => id)).toEqual(['b'])
  })

  it('are in exactly one group each', () => {
    const counted = countedGroups(all).reduce((sum, { count }) => sum + count, 0)
    expect(counted).toBe(all.length)
    for (const each of all) expect(filtered(all, { group: groupOf(each.state), searched: '' })).toContain(each)
  })

  it.each<[string, readonly string[]]>([
    ['', ['a', 'b']],
    ['   ', ['a', 'b']],
    ['überwachung', ['b']],
    ['UBERWACHUNG', ['b']],
    ['nord prod', ['b']],
    ['prod nord', ['b']],
    ['contoso', ['a']],
    ['id-of-a', ['a']],
    ['nowhere', []],
  ])('are found by their names and IDs: %j', (searched, found) => {
    const rows = [
      row('a', STATES.ready, { environment: 'contoso-uat' }),
      row('b', STATES.ready, { customer: 'Überwachungstechnik Nord', environment: 'uwn-prod' }),
    ]
    expect(filtered(rows, { group: 'all', searched }).map(({ id }) => id)).toEqual(found)
  })

  it('are found the same way while a person types, whatever they type', () => {
    const rows = [
      row('a', STATES.ready, { environment: 'contoso-uat' }),
      row('b', STATES.encrypted, { customer: 'Überwachungstechnik Nord', groups: ['Nord'] }),
      row('c', STATES.ready, { customer: 'ΟΔΟΣ', groups: ['Nord'] }),
      row('d', STATES.ready, { customer: 'οδοσα' }),
    ]
    const key = fc.constantFrom('o', 'u', 'Ü', ' ', 'nord', 'ΟΔΟΣ', 'Α', 'contoso', 'back')
    const group = fc.option(fc.constantFrom<Wanted['group']>('all', 'ready', 'encrypted'), { freq: 8 })
    fc.assert(
      fc.property(fc.array(fc.record({ key, group, ofNord: fc.boolean(), reversed: fc.boolean() })), (steps) => {
        const find = filtering()
        const other = rows.toReversed()
        let wanted: Wanted = { group: 'all', searched: '' }
        for (const step of steps) {
          const searched = step.key === 'back' ? wanted.searched.slice(0, -1) : wanted.searched + step.key
          wanted = { group: step.group ?? wanted.group, searched, ...(step.ofNord ? { ofGroup: 'Nord' } : {}) }
          const given = step.reversed ? other : rows
          expect(find(given, wanted)).toEqual(filtered(given, wanted))
          expect(find(given, wanted)).toBe(find(given, { ...wanted }))
        }
      }),
    )
  })

  it.each([
    [3, false],
    [4, true],
  ])('are worth filtering when there are more than a few: %i', (count, isWorth) => {
    expect(isWorthFiltering(all.slice(0, count))).toBe(isWorth)
  })

  it.each([
    ['just now', NOW, 1],
    ['a day ago', NOW - DAY, 2],
    ['almost four days ago', NOW - 4 * DAY + 1, 4],
    ['four days ago', NOW - 4 * DAY, undefined],
    ['later than now, because a clock was put back', NOW + 1, undefined],
  ])('know the day of an encryption that began %s', (_, since, day) => {
    expect(dayOfEncryption(since, NOW)).toBe(day)
  })
})

describe('what a row says', () => {
  const said = (state: EngagementState, more: Partial<EngagementRow> = {}) => {
    const { tone: _, glyph: __, ...words } = rowWords(rowAt(row('a', state, more), NOW), strings, NOW, (at) => `day ${at / DAY}`)
    return Object.values(words)
  }
  it.each<[string, EngagementState, readonly string[], Partial<EngagementRow>?]>([
    ['not started', STATES.untouched, ['Not started', 'Found in the tenant day 99', 'Open it to start', 'You']],
    ['locked', STATES.locked, ['Locked', 'Restore key access', 'The key can’t be used']],
    [
      'locked, with a finding that says why',
      { ...STATES.action, kind: 'locked' },
      ['Locked', 'Restore key access', 'Purge protection is off', 'Key vault admin'],
    ],
    [
      'locked for an unknown time',
      STATES.locked,
      ['Locked', 'Restore key access within 30 days of the lock, or it’s deleted', 'The key can’t be used'],
      { deletion: { days: 30 } },
    ],
    [
      'locked since a known day',
      STATES.locked,
      ['Locked', 'Restore key access by day 120, or it’s deleted', 'The key can’t be used'],
      { deletion: { days: 30, at: NOW + 20 * DAY } },
    ],
    ['locked, with its key back', { kind: 'locked', keyWorks: true }, ['Locked', 'Re-enable the environment', 'The key can be used again']],
    [
      'locked, with its key back, until a known day',
      { ...STATES.action, kind: 'locked', keyWorks: true },
      ['Locked', 'Re-enable the environment by day 120, or it’s deleted', 'Purge protection is off', 'Key vault admin'],
      { deletion: { days: 30, at: NOW + 20 * DAY } },
    ],
    [
      'locked, with its key back, for an unknown time',
      { kind: 'locked', keyWorks: true },
      ['Locked', 'Re-enable the environment within 30 days of the lock, or it’s deleted', 'The key can be used again'],
      { deletion: { days: 30 } },
    ],
    ['action', STATES.action, ['Action required', 'Purge protection is off', 'Fix 1 finding in step 3', 'Key vault admin']],
    [
      'action on several findings, some of them in other steps',
      { ...STATES.action, count: 2, findings: 5 },
      ['Action required', 'Purge protection is off and 4 more findings', 'Fix 2 findings in step 3', 'Key vault admin'],
    ],
    ['confirm', STATES.confirm, ['Confirm', 'Purge protection is off', 'Confirm 1 finding in step 3', 'Customer']],
    ['unread', STATES.unread, ['Not checked', 'Purge protection is off', 'Check step 3 again', 'Key vault admin']],
    ['encrypting', STATES.encrypting, ['Encrypting, day 2 of 4', 'Since day 99', 'Nothing to do', 'Microsoft']],
    [
      'encrypting for longer than documented',
      { kind: 'encrypting', since: NOW - 5 * DAY },
      ['Encrypting', 'Since day 95', 'Taking longer than 4 days: open it', 'You'],
    ],
    ['managing', { kind: 'managing', since: NOW }, ['Enabling Managed Environments', 'Since day 100', 'Nothing to do', 'Microsoft']],
    ['removing', { kind: 'removing', since: NOW }, ['Removing it from its policy', 'Since day 100', 'Nothing to do', 'Microsoft']],
    ['rotating', { kind: 'rotating', since: NOW }, ['Switching to the new key version', 'Since day 100', 'Nothing to do', 'Microsoft']],
    [
      'registering',
      { kind: 'registering', since: NOW },
      ['Registering the resource provider', 'Since day 100', 'Nothing to do', 'Microsoft'],
    ],
    ['assigning', { kind: 'assigning', since: NOW }, ['Waiting for the role assignment', 'Since day 100', 'Nothing to do', 'Microsoft']],
    ['scheduled', { kind: 'scheduled', at: NOW + DAY }, ['Scheduled', 'Starts day 101', 'Open it before the start', 'You']],
    [
      'scheduled, and not started',
      { kind: 'scheduled', at: NOW - DAY },
      ['Action required', 'Not started: its time has passed', 'Open it, and choose another time', 'You'],
    ],
    [
      'interrupted',
      STOPPED,
      ['Stopped', 'The changes stopped. It isn’t known yet which of the 6 are made', 'Open it to check what was made in step 3', 'You'],
    ],
    [
      'stopped, and read since',
      { ...STOPPED, made: 2, headline: '2 of 6 changes are made, 4 haven’t started' },
      ['Stopped', '2 of 6 changes are made, 4 haven’t started', 'Continue with the 4 changes', 'You'],
    ],
    ['ready', STATES.ready, ['Ready', '6 changes planned', 'Review 6 changes', 'You']],
    ['open', STATES.open, ['Ready', 'Continue with step 2', 'You']],
    ['linked', STATES.linked, ['Linked', 'The environment doesn’t show your key yet', 'Check the encryption status', 'You']],
    ['encrypted', STATES.encrypted, ['Encrypted', 'Nothing to do']],
    ['closed', STATES.closed, ['Can’t be opened', 'It is empty.']],
  ])('%s', (_, state, words, more) => {
    expect(said(state, more)).toEqual(words)
  })
})
