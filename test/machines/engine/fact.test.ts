import { describe, expect, it } from 'vitest'
import { answered, byFact, type Fact, isKnownAs, wordIn } from '#machines/engine/fact.ts'
import { absent, ok, REASONS, REFUSALS, refused } from '#test/machines/facts.ts'

const branchOf = (fact: Fact<string>): string =>
  byFact(fact, {
    known: (value) => value,
    absent: () => 'absent',
    unknown: ({ why, word }) => `unknown: ${word ?? (typeof why === 'string' ? why : why.reason)}`,
  })

describe('a fact', () => {
  it('is known where the service answered', () => {
    expect(branchOf(answered(ok('yes')))).toBe('yes')
  })

  it('is absent only where the service says that the thing doesn’t exist', () => {
    expect(branchOf(answered(absent))).toBe('absent')
  })

  it.each(REASONS.filter((reason) => reason !== 'not-found'))('is unknown where the service answered %s', (reason) => {
    expect(branchOf(answered(refused(REFUSALS[reason])))).toBe(`unknown: ${reason}`)
  })

  it('is unknown where no one asked', () => {
    expect(branchOf(answered(undefined))).toBe('unknown: not-asked')
  })

  it.each([
    ['a known word, in any case', 'LINKED', 'in'],
    ['a word that no document has', 'Propagating', 'unknown: Propagating'],
    ['a word that every object has', 'constructor', 'unknown: constructor'],
    ['no word', undefined, 'unknown: not-said'],
  ])('of %s is read from the documented words alone', (_, word, branch) => {
    expect(branchOf(wordIn({ linked: 'in', notlinked: 'out' }, word))).toBe(branch)
  })

  it('that is unknown is none of the documented words', () => {
    expect(isKnownAs(wordIn({ linked: 'in', notlinked: 'out' }, 'Propagating'), 'in', 'out')).toBe(false)
  })
})
