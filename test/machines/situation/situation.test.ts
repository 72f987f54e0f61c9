import { describe, expect, it } from 'vitest'
import { type Asked, type PartFacts, SITUATION_KINDS, type SituationFacts, situationOf } from '#machines/engine/situation/situation.ts'
import { verbatim } from '#machines/messages/message.ts'

const AT = Date.parse('2026-12-02T09:00:00Z')
const HOUR = 3_600_000

const asks = (state: Asked['state']): Asked => ({
  state,
  count: 1,
  title: verbatim('Purge protection is off'),
  owner: 'key-vault-administrator',
})
const step = (place: number, more: Partial<PartFacts> = {}): PartFacts => ({
  id: `step-${place}`,
  place,
  isProved: false,
  planned: 0,
  ...more,
})
const proved = [1, 2, 3, 4].map((place) => step(place, { isProved: true, readAt: AT }))
const withStep = (place: number, more: Partial<PartFacts>): SituationFacts => ({
  parts: proved.map((each) => (each.place === place ? step(place, more) : each)),
  isInEffect: true,
})
const run = { kind: 'encrypting', since: AT } as const

/** Of each kind, facts of which nothing else holds. */
const ALONE: Readonly<Record<(typeof SITUATION_KINDS)[number], SituationFacts>> = {
  locked: { ...withStep(1, { isProved: true }), lock: { keyWorks: false } },
  failed: withStep(4, { failed: run }),
  stopped: withStep(3, { isInterrupted: true, planned: 5 }),
  'wrong-policy': { ...withStep(1, { isProved: true }), isInOtherPolicy: true },
  'at-microsoft': withStep(4, { isProved: true, run }),
  writing: withStep(3, { isProved: true, isWriting: true }),
  scheduled: withStep(4, { isProved: true, startsAt: AT + HOUR }),
  yours: withStep(3, { asks: asks('action-required') }),
  question: withStep(2, { asks: asks('confirm') }),
  ready: withStep(3, { planned: 6 }),
  unread: withStep(4, { asks: asks('not-checked') }),
  done: { parts: proved, isInEffect: true },
}

const both = (one: SituationFacts, other: SituationFacts): SituationFacts => ({
  ...other,
  ...one,
  parts: [...one.parts.filter(({ id }, at) => id !== other.parts[at]?.id || one.parts[at] !== proved[at]), ...other.parts],
})

describe('of everything that holds, the worst is the situation', () => {
  it.each(SITUATION_KINDS)('%s, alone', (kind) => {
    expect(situationOf(ALONE[kind]).kind).toBe(kind)
  })

  const pairs = SITUATION_KINDS.flatMap((worse, rank) => SITUATION_KINDS.slice(rank + 1).map((other) => [worse, other] as const))
  it.each(pairs)('%s before %s', (worse, other) => {
    expect(situationOf(both(ALONE[worse], ALONE[other])).kind).toBe(worse)
  })
})

describe('what a situation says', () => {
  it('a lock: what to put right, and whether its cause was', () => {
    const facts = { ...withStep(3, { asks: asks('action-required') }), lock: { keyWorks: false } }
    expect(situationOf(facts)).toEqual({
      kind: 'locked',
      keyWorks: false,
      part: 'step-3',
      step: 3,
      asks: asks('action-required'),
      inAll: 1,
    })
  })

  it('the first of several steps that ask the same', () => {
    const parts = [step(1, { asks: asks('confirm') }), step(2, { asks: asks('confirm') })]
    expect(situationOf({ parts })).toEqual({ kind: 'question', part: 'step-1', step: 1, asks: asks('confirm'), inAll: 2 })
  })

  it('what needs action, before a start that the check in front of it would refuse', () => {
    const parts = [step(3, { asks: asks('action-required') }), step(4, { startsAt: AT + HOUR })]
    expect(situationOf({ parts }).kind).toBe('yours')
  })

  it('an operation has no place', () => {
    const operation = { id: 'rotate', isProved: false, planned: 0, run: { kind: 'rotating', since: AT } } as const
    expect(situationOf({ parts: [...proved, operation] })).toEqual({ kind: 'at-microsoft', part: 'rotate', run: operation.run })
  })
})

describe('a run that ended in the middle', () => {
  it.each<[string, Partial<PartFacts>, object]>([
    ['says how many of its changes were read as made', { confirmed: 6, planned: 4 }, { kind: 'stopped', of: 6, made: 2 }],
    ['isn’t half made where its first change was refused', { confirmed: 6, planned: 6 }, { kind: 'ready', planned: 6 }],
    ['doesn’t explain a plan that has grown since', { confirmed: 2, planned: 3 }, { kind: 'ready', planned: 3 }],
    ['says nothing of what is made before a reading', { isInterrupted: true, confirmed: 6, planned: 6 }, { kind: 'stopped', of: 6 }],
    ['is over once all is read as made', { isProved: true, confirmed: 6 }, { kind: 'done' }],
  ])('%s', (_, part, situation) => {
    expect(situationOf(withStep(3, part))).toEqual(expect.objectContaining(situation))
    expect('made' in situationOf(withStep(3, part))).toBe('made' in situation)
  })
})

describe('a failure at the services', () => {
  const unlinked = { kind: 'removing', since: AT } as const
  const operation: PartFacts = { id: 'revert', isProved: false, planned: 0, failed: unlinked }

  it('of a step is over once the step is proved', () => {
    expect(situationOf(withStep(4, { failed: run })).kind).toBe('failed')
    expect(situationOf(withStep(4, { failed: run, isProved: true })).kind).toBe('done')
  })

  it('of an operation is over once all steps were read since, and are proved', () => {
    const read = (readAt: number) => proved.map((each) => ({ ...each, readAt }))
    expect(situationOf({ parts: [...read(AT), operation], isInEffect: true })).toEqual({ kind: 'failed', part: 'revert', run: unlinked })
    expect(situationOf({ parts: [...read(AT + HOUR), operation], isInEffect: true }).kind).toBe('done')
  })
})

describe('what isn’t known is never done', () => {
  it.each<[string, SituationFacts, object]>([
    ['nothing at all', { parts: [] }, { kind: 'unread', isLinked: true }],
    ['a step without a reading', { parts: [step(1)] }, { kind: 'unread', part: 'step-1', step: 1 }],
    ['every step, but not whose key is in use', { parts: proved }, { kind: 'unread', isLinked: true }],
    [
      'a plan behind a step that couldn’t be read',
      { parts: [step(1, { asks: asks('not-checked') }), step(2, { planned: 3 })] },
      { kind: 'unread' },
    ],
  ])('%s', (_, facts, situation) => {
    expect(situationOf(facts)).toMatchObject(situation)
  })
})

describe('while Microsoft works', () => {
  const running = (readAt: number): SituationFacts => ({
    parts: [step(3, { asks: asks('action-required'), readAt }), step(4, { run })],
  })

  it('findings from before the start wait for the end', () => {
    expect(situationOf(running(AT - HOUR)).kind).toBe('at-microsoft')
  })

  it('a key that was lost since comes first', () => {
    expect(situationOf(running(AT + HOUR)).kind).toBe('yours')
  })
})
