import { describe, expect, it } from 'vitest'
import { DATE, dateWriter, TIME } from '#messages/dates.ts'

const at = (day: number) => Date.UTC(2027, 11, day, 13, 2)

describe('the first day of a month', () => {
  it.each([
    ['fr', { ...DATE }, 1, '1er déc. 2027'],
    ['fr-CA', { ...DATE, ...TIME }, 1, /^1er déc\. 2027/],
    ['fr', { weekday: 'short', day: 'numeric', month: 'long' }, 1, 'mer. 1er décembre'],
    ['fr', { ...DATE }, 11, '11 déc. 2027'],
    ['fr', { ...DATE }, 21, '21 déc. 2027'],
    ['de', { ...DATE }, 1, '1. Dez. 2027'],
    ['en', { ...DATE }, 1, 'Dec 1, 2027'],
  ] as const)('is written in %s as the language has it: %o, day %i', (locale, options, day, words) => {
    const written = dateWriter(locale, { ...options, timeZone: 'UTC' })(at(day))
    if (typeof words === 'string') expect(written).toBe(words)
    else expect(written).toMatch(words)
  })
})
