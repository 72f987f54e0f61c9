import { describe, expect, it } from 'vitest'
import { verifyMessages } from '../../tools/messages.mjs'
import { tooManyWords } from '../../tools/reading-level.mjs'

const words = (count: number): string => Array(count).fill('word').join(' ')

describe('the reading level of a message', () => {
  it.each([
    ['forty words', words(40), undefined],
    ['one more', words(41), 41],
    ['two paragraphs that are short each', `${words(30)}\n${words(30)}`, undefined],
    ['signs that are no words', `${words(40)} – → ·`, undefined],
    ['a value, which counts as one word', `${words(39)} “{quote}”`, undefined],
    ['the longest of its branches', `${words(38)} {count, plural, one {key} other {keys of yours}}`, 41],
  ])('counts %s', (_, text, expected) => {
    expect(tooManyWords(text)).toBe(expected)
  })

  it('fails the catalog, by the ID of the message', () => {
    expect(() => verifyMessages({ en: { 'a.b': words(41) } })).toThrow('a.b: 41 words')
  })
})
