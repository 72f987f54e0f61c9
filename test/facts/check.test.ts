import { describe, expect, it } from 'vitest'
import { byDocument, type Families, problems, type Texts, withCoded } from './check.ts'
import { type CodedSource, codedSources } from './coded-sources.ts'
import type { Facts } from './register/register.ts'

const SOURCED = 'coverage.stays'
const CONCLUDED = 'coverage.acceptOrDoNotUse'
const OF_THE_WIZARD = 'coverage.used'

const facts = (changed: Partial<Facts> = {}): readonly Facts[] => [
  {
    documents: { 'power-platform-keys': { '': [SOURCED] } },
    conclusions: [CONCLUDED],
    ofTheWizard: [OF_THE_WIZARD],
    ...changed,
  },
]
const FAMILIES: Families = { factual: ['coverage'], aboutTheWizard: ['other'] }

const english: Texts = {
  [SOURCED]: 'It stays on the Microsoft-managed key.',
  [CONCLUDED]: 'Accept the gap.',
  [OF_THE_WIZARD]: 'Used: {items}.',
  'coverage.title': 'Coverage',
  'other.sentence': 'Of a family that isn’t registered.',
}

const found = (register = facts(), texts = english, coded: readonly CodedSource[] = []) => problems(register, FAMILIES, texts, coded)

describe('the register of facts', () => {
  it('is complete with a source, a conclusion, or neither for each sentence', () => {
    expect(found()).toEqual([])
  })

  it('misses a new sentence', () => {
    expect(found(facts(), { ...english, 'coverage.new': 'Microsoft deletes it after a day.' })).toEqual([
      expect.stringMatching(/^coverage\.new names no source/),
    ])
  })

  it.each([
    ['ends with a value', 'coverage.end', 'The service says {reason}. {more}'],
    ['ends in a branch', 'coverage.branch', '{count, plural, one {It is lost.} other {They are lost.}}'],
    ['is a duration', 'coverage.move.takes', 'Up to 4 days'],
    ['is what a document says', 'coverage.commerceSays1', 'not covered'],
    ['is what a person knows', 'coverage.commerce.known', 'recommendations are not encrypted'],
  ])('misses a new statement that %s', (_, id, text) => {
    expect(found(facts(), { ...english, [id]: text })).toHaveLength(1)
  })

  it('takes the values that a check found for no statement', () => {
    expect(found(facts(), { ...english, 'coverage.foundOn': '{vault}: on.' })).toEqual([])
    expect(found(facts(), { ...english, 'coverage.foundOff': '{vault}: off. Microsoft recommends it.' })).toHaveLength(1)
  })

  it('names a message that is both sourced and of the wizard', () => {
    expect(found(facts({ ofTheWizard: [OF_THE_WIZARD, SOURCED] }))).toEqual([expect.stringMatching(/^coverage\.stays has a source and/)])
  })

  it('names a message of a family that no one has looked at', () => {
    expect(found(facts(), { ...english, 'coverages.sentence': 'It is so' })).toEqual([
      expect.stringMatching(/^coverages\.sentence is of a family/),
    ])
  })

  it('names a message that was removed', () => {
    const { [SOURCED]: _, ...left } = english
    expect(found(facts(), left)).toEqual([`${SOURCED} is in the register, and no message is called so.`])
  })

  it('names a document that the window shows for a message, and the register doesn’t', () => {
    const shown = (document: string, ...ids: readonly string[]) => found(facts(), english, [{ ids, document, where: 'check x' }])
    expect(shown('lock-unlock', SOURCED)).toEqual([`check x shows lock-unlock, and by the register it says none of this: ${SOURCED}.`])
    expect(shown('power-platform-keys', SOURCED)).toEqual([])
    expect(shown('power-platform-keys', CONCLUDED, SOURCED)).toEqual([])
    expect(shown('lock-unlock', CONCLUDED)).toEqual([])
  })

  it('names a heading of a check that none of its texts is under', () => {
    const check = { ids: [SOURCED], document: 'power-platform-keys', where: 'check x' }
    expect(found(facts(), english, [{ ...check, heading: '' }])).toEqual([])
    expect(found(facts(), english, [{ ...check, heading: 'Locked' }])).toEqual([
      'check x names “Locked” of power-platform-keys, and by the register none of its texts is under it.',
    ])
  })

  it('has the texts of a check under its heading, but for those that the register names', () => {
    const ids = [SOURCED, CONCLUDED, 'coverage.new']
    const check = { ids, document: 'lock-unlock', heading: 'Locked', where: 'check x' }
    const known = byDocument(
      withCoded(facts(), [check, { ...check, where: 'check add-x' }, { ids, document: 'lock-unlock', where: 'pitfall y' }]),
    )
    expect([...(known.get('lock-unlock') ?? [])]).toEqual(['coverage.new'])
    expect([...(known.get('power-platform-keys') ?? [])]).toEqual([SOURCED])
  })

  it('finds a message under each document that it rests on', () => {
    const register = facts({ documents: { 'power-platform-keys': { a: [SOURCED], b: [CONCLUDED] }, 'lock-unlock': { '': [SOURCED] } } })
    expect([...byDocument(register)].map(([document, ids]) => [document, [...ids]])).toEqual([
      ['power-platform-keys', [SOURCED, CONCLUDED]],
      ['lock-unlock', [SOURCED]],
    ])
  })
})

it('reads the documents that checks, actions, pitfalls, durations, contradictions and the coverage show', async () => {
  const kinds = new Set((await codedSources()).map(({ where }) => where.split(' ')[0]))
  expect([...kinds].toSorted()).toEqual(['action', 'check', 'contradiction', 'coverage', 'duration', 'pitfall'])
})
