import { describe, expect, it } from 'vitest'
import { breakingSpaces } from '../../tools/no-break-spaces.mjs'

const NO_BREAK = '\u00a0'

describe('the spaces of French punctuation', () => {
  it.each([
    ['Deux personnes : la clé', ['personnes :']],
    ['Dans quel ordre ?', ['ordre ?']],
    ['Oui ; non !', ['Oui ;', 'non !']],
    ['le cas « un »', ['un »', '« un']],
    ['{count, plural, one {un : a} other {# : a}}', ['un :', '# :']],
  ])('are named where a line could break in %j', (text, found) => {
    expect(breakingSpaces(text, 'fr')).toEqual(found)
  })

  it.each([
    ['with no-break spaces', `Deux personnes${NO_BREAK}: le cas «${NO_BREAK}un${NO_BREAK}»`],
    ['with narrow ones', 'Oui\u202f; non\u202f!'],
    ['in an address', 'https://contoso.example/?a=b'],
  ])('are right %s', (_, text) => {
    expect(breakingSpaces(text, 'fr')).toEqual([])
  })

  it('are no matter of other languages', () => {
    expect(breakingSpaces('a : b', 'de')).toEqual([])
  })
})
