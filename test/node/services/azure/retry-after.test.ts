import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retryAfterSeconds } from '#node/services/azure/retry-after.ts'

const NOW = Date.UTC(2026, 0, 5, 9)

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['5', 5],
    [' 30 ', 30],
    ['1.2', 2],
    ['Mon, 05 Jan 2026 09:01:00 GMT', 60],
    ['Monday, 05-Jan-26 09:01:00 GMT', 60],
    ['Mon Jan 5 09:00:10 2026 GMT', 10],
    ['Mon, 05 Jan 2026 08:00:00 GMT', 0],
  ])('reads %j', (header, seconds) => {
    expect(retryAfterSeconds(header, NOW)).toBe(seconds)
  })

  it.each([undefined, '', ' ', '-5', 'soon', '5 minutes', '1e3', 'NaN', 'Mon, 99 Foo 2026', '9'.repeat(400), `${'9'.repeat(400)}.5`])(
    'finds nothing in %j',
    (header) => {
      expect(retryAfterSeconds(header, NOW)).toBeUndefined()
    },
  )

  it('counts a date from the one in the same answer, where that can be read', () => {
    const header = 'Mon, 05 Jan 2026 10:00:40 GMT'
    expect(retryAfterSeconds(header, NOW, 'Mon, 05 Jan 2026 10:00:00 GMT')).toBe(40)
    expect(retryAfterSeconds(header, NOW, 'soon')).toBe(3640)
    expect(retryAfterSeconds(header, NOW, '5')).toBe(3640)
    expect(retryAfterSeconds('5', NOW, 'Mon, 05 Jan 2026 10:00:00 GMT')).toBe(5)
  })

  it('is never negative and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.integer().map(String),
          fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
        ),
        (header) => {
          const seconds = retryAfterSeconds(header, NOW)
          expect(seconds === undefined || seconds >= 0).toBe(true)
        },
      ),
    )
  })
})
