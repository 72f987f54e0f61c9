import { describe, expect, it } from 'vitest'
import type { Member } from '#machines/procedure/landscape/members.ts'
import { groupsOf, membersAt, type Pair, pairOf, REASON_SOURCES, reasonsBetween } from '#machines/procedure/landscape/pairs.ts'
import { SOURCE_IDS } from '#machines/procedure/sources/source-ids.ts'

const policy = (name: string, keyId?: string): Member['key'] => ({
  kind: 'policy',
  id: `/subscriptions/s/resourceGroups/g/providers/p/e/${name}`,
  ...(keyId === undefined ? {} : { keyId }),
})

const member = (wish: Partial<Member> = {}): Member => ({
  id: 'e1',
  name: 'contoso-uat',
  type: 'Sandbox',
  location: 'unitedstates',
  key: { kind: 'microsoft' },
  managed: 'managed',
  ...wish,
})

const no = (...reasons: readonly string[]) => ({ works: false, reasons })
const unknown = (...reasons: readonly string[]) => ({ works: 'unknown', reasons })
const works = { works: true }

const ROWS: readonly { readonly when: string; readonly a?: Partial<Member>; readonly b?: Partial<Member>; readonly gives: unknown }[] = [
  { when: 'both are on the Microsoft-managed key, and Managed', gives: works },
  { when: 'neither is Managed', a: { managed: 'not-managed' }, b: { managed: 'not-managed' }, gives: works },
  { when: 'only one is Managed', b: { managed: 'not-managed' }, gives: no('managed-differs') },
  { when: 'both are in one policy', a: { key: policy('one') }, b: { key: policy('one') }, gives: works },
  {
    when: 'one spells the policy otherwise',
    a: { key: policy('one') },
    b: { key: { kind: 'policy', id: '/SUBSCRIPTIONS/s/resourceGroups/g/providers/p/e/ONE' } },
    gives: works,
  },
  {
    when: 'they are in different policies, of which one wasn’t read',
    a: { key: policy('one', 'v/keys/k') },
    b: { key: policy('other') },
    gives: unknown('other-policy'),
  },
  { when: 'two policies use one key', a: { key: policy('one', 'v/keys/k') }, b: { key: policy('other', 'V/Keys/K') }, gives: works },
  {
    when: 'two policies use different keys',
    a: { key: policy('one', 'v/keys/k') },
    b: { key: policy('other', 'v/keys/l') },
    gives: no('other-key'),
  },
  { when: 'only one is in a policy', a: { key: policy('one') }, gives: no('other-key') },
  { when: 'only one is on the earlier self-managed key', a: { key: { kind: 'self-managed' } }, gives: no('other-key') },
  {
    when: 'both are on an earlier self-managed key: which one, no service says',
    a: { key: { kind: 'self-managed' } },
    b: { key: { kind: 'self-managed' } },
    gives: unknown('key-unknown'),
  },
  { when: 'the key of one is unknown', a: { key: { kind: 'unknown' } }, gives: unknown('key-unknown') },
  { when: 'the key of one is being changed', b: { key: { kind: 'changing' } }, gives: unknown('changing') },
  { when: 'no one knows whether one is Managed', a: { managed: 'unknown' }, gives: unknown('managed-unknown') },
  { when: 'they are in different regions', b: { location: 'europe' }, gives: no('other-region') },
  {
    when: 'everything differs: each reason is told',
    a: { key: policy('one') },
    b: { managed: 'not-managed', location: 'europe' },
    gives: no('other-key', 'managed-differs', 'other-region'),
  },
  {
    when: 'one thing is unknown and another forbids it',
    a: { key: { kind: 'unknown' } },
    b: { managed: 'not-managed' },
    gives: no('key-unknown', 'managed-differs'),
  },
]

describe('whether two environments can be copied and restored to each other', () => {
  it.each(ROWS)('tells it where $when', ({ a, b, gives }) => {
    const [one, other] = [member(a), member({ id: 'e2', ...b })]
    expect(pairOf(one, other)).toEqual(gives)
    const inTurn: Pair = pairOf(other, one)
    expect(inTurn.works).toBe(pairOf(one, other).works)
  })

  it('rests each reason on a document of the register', () => {
    expect(SOURCE_IDS).toEqual(expect.arrayContaining(Object.values(REASON_SOURCES)))
  })
})

const many = (count: number, wish: Partial<Member> = {}): readonly Member[] =>
  Array.from({ length: count }, (_, index) => member({ ...wish, id: `${wish.name ?? 'e'}${index}`, name: `${wish.name ?? 'e'}${index}` }))

describe('the groups of a landscape', () => {
  it('are pairs that work inside, and pairs that don’t across', () => {
    const all = [...many(12), ...many(10, { name: 'p', key: policy('one') }), ...many(8, { name: 'n', managed: 'not-managed' })]
    const groups = groupsOf(all)
    expect(groups.map((group) => group.length)).toEqual([12, 10, 8])
    for (const one of all)
      for (const other of all.filter((each) => each !== one))
        expect(pairOf(one, other).works === true).toBe(groups.some((group) => group.includes(one) && group.includes(other)))
    expect(reasonsBetween(groups)).toEqual([
      { reason: 'other-key', pairs: 120 + 80 },
      { reason: 'managed-differs', pairs: 96 + 80 },
    ])
  })

  it('hold environments of two policies that use one key', () => {
    const all = [...many(2, { name: 'a', key: policy('one', 'k') }), ...many(2, { name: 'b', key: policy('two', 'k') })]
    expect(groupsOf(all)).toEqual([all])
  })

  it('leave an environment alone of which nothing is known', () => {
    expect(groupsOf(many(2, { key: { kind: 'unknown' } })).map((group) => group.length)).toEqual([1, 1])
  })
})

describe('the landscape later', () => {
  const all = [
    member({ id: 'uat' }),
    member({ id: 'prod', type: 'Production', managed: 'not-managed' }),
    member({ id: 'eu', location: 'europe' }),
    member({ id: 'trial', type: 'Trial' }),
    member({ id: 'dev', key: policy('other') }),
  ]
  const on = (moment: 'today' | 'after' | 'all', chosen: string | undefined = 'uat') =>
    membersAt(moment, all, chosen, { id: 'one' }).flatMap(({ id, key, managed }) =>
      key.kind === 'policy' && key.id === 'one' && managed === 'managed' ? [id] : [],
    )

  it('has none on the policy today, and only the chosen one after step 4', () => {
    expect(on('today')).toEqual([])
    expect(on('after')).toEqual(['uat'])
  })

  it('has each on it that one policy can hold, from another policy too', () => {
    expect(on('all')).toEqual(['uat', 'prod', 'dev'])
  })

  it('stays as it is while no environment is chosen', () => {
    expect(membersAt('all', all, undefined, { id: 'one' })).toEqual(all)
  })
})
