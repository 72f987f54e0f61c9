import { describe, expect, it } from 'vitest'
import { headlineOf, latestEndOf } from '#machines/procedure/situation/headlines.ts'
import { english } from '../../english.ts'

const AT = Date.parse('2026-12-02T09:00:00Z')
const at = { part: 'policy', step: 3 }

describe('the headline of a situation', () => {
  it.each([
    ['Encryption failed at Microsoft', { kind: 'failed', ...at, run: { kind: 'encrypting', since: AT } }],
    [
      'Removing the environment from its policy failed at Microsoft',
      { kind: 'failed', part: 'revert', run: { kind: 'removing', since: AT } },
    ],
    ['1 of 6 changes is made, 5 haven’t started', { kind: 'stopped', ...at, of: 6, made: 1 }],
    ['5 of 6 changes are made, 1 hasn’t started', { kind: 'stopped', ...at, of: 6, made: 5 }],
    ['The changes stopped. It isn’t known yet which of the 6 are made', { kind: 'stopped', ...at, of: 6 }],
    ['The change stopped. It isn’t known yet whether it’s made', { kind: 'stopped', ...at, of: 1 }],
  ] as const)('%s', (text, situation) => {
    expect(english.text(headlineOf(situation) ?? { verbatim: '' })).toBe(text)
  })

  it('is the step’s own title for all that goes as documented', () => {
    expect(headlineOf({ kind: 'done' })).toBeUndefined()
    expect(headlineOf({ kind: 'ready', ...at, planned: 6 })).toBeUndefined()
  })
})

describe('the latest end of what runs', () => {
  const said = (...given: Parameters<typeof latestEndOf>) => {
    const end = latestEndOf(...given)
    return end && { text: english.inZone('America/Chicago').text(end.headline), isLate: end.isLate }
  }
  const DAY = 24 * 3_600_000

  it('is four days after the start of an encryption, and a day after that of a rotation', () => {
    expect(said({ kind: 'encrypting', since: AT }, AT)).toEqual({ text: 'Done by Sun, Dec 6, 3:00 AM CST at the latest' })
    expect(said({ kind: 'rotating', since: AT }, AT)).toEqual({ text: 'Rotated by Thu, Dec 3, 3:00 AM CST at the latest' })
  })

  it('is late once it has passed, by the time that is given', () => {
    expect(said({ kind: 'encrypting', since: AT }, AT + 4 * DAY)?.isLate).toBeUndefined()
    expect(said({ kind: 'encrypting', since: AT }, AT + 4 * DAY + 1)).toEqual({
      text: 'Should have ended Sun, Dec 6, 3:00 AM CST',
      isLate: true,
    })
  })

  it('is not said where no end is documented', () => {
    expect(said({ kind: 'removing', since: AT }, AT)).toBeUndefined()
  })
})
