import { describe, expect, it } from 'vitest'
import { createTimes } from '#renderer/format.ts'
import { strings, times } from '../strings.ts'

const { countdown, duration, edition, moment, relative, stamp, stampRange } = times
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const noon = new Date(2026, 10, 24, 12, 0).getTime()

describe('a length of time', () => {
  it.each([
    [0, 'less than a minute'],
    [-5 * MINUTE, 'less than a minute'],
    [MINUTE, '1 minute'],
    [14 * HOUR + 2 * MINUTE, '14 hours 2 minutes'],
    [HOUR, '1 hour'],
    [25 * HOUR + 5 * MINUTE, '1 day 1 hour'],
    [4 * 24 * HOUR, '4 days'],
  ])('%d ms is "%s"', (length, words) => {
    expect(duration(length)).toBe(words)
  })
})

describe('beside an absolute time', () => {
  it.each([
    [-20_000, 'just now'],
    [20_000, 'in less than a minute'],
    [-2 * MINUTE, '2 minutes ago'],
    [HOUR, 'in 1 hour'],
    [-50 * HOUR, '2 days ago'],
  ])('%d ms away is "%s"', (distance, words) => {
    expect(relative(noon + distance, noon)).toBe(words)
  })
})

describe('an absolute time', () => {
  it('names the day by its distance, and by its date when it is further', () => {
    expect(moment(noon - HOUR, noon)).toMatch(/^today, \d/)
    expect(moment(noon - 13 * HOUR, noon)).toMatch(/^yesterday, \d/)
    expect(moment(noon + 13 * HOUR, noon)).toMatch(/^tomorrow, \d/)
    expect(moment(noon - 72 * HOUR, noon)).toMatch(/^Nov 21, 2026, 12:00\sPM$/)
  })

  it('has the clock of the language, without a zero that it does not write', () => {
    expect(moment(noon - 3 * HOUR, noon)).toMatch(/^today, 9:00\sAM$/)
    expect(createTimes('de', strings.time).moment(noon - 3 * HOUR, noon)).toMatch(/^heute, 09:00$/)
  })

  it('of a service is shown short, and left as it is when it is no time', () => {
    expect(stamp(new Date(noon - HOUR).toISOString(), noon)).not.toContain('24')
    expect(stamp(new Date(noon - 72 * HOUR).toISOString(), noon)).toContain('21')
    expect(stamp('soon', noon)).toBe('soon')
  })
})

it.each([1e303, -1e303, Number.NaN])('a time that is no date is shown as it is: %s', (at) => {
  const shown = String(at)
  expect([moment(at, noon), relative(at, noon), times.day(at), times.timeOfDay(at), times.dateAndTime(at)]).toEqual(Array(5).fill(shown))
  expect([times.dateAndTimeIn(at, 'Europe/Berlin'), times.momentInZone(at, 'Europe/Berlin')]).toEqual([shown, shown])
})

it('shows the date of an edition as printed, in whatever time zone', () => {
  expect(edition('2026-03-13')).toMatch(/13/)
  expect(edition('2026-03-13')).toMatch(/2026/)
})

it('says the day of a range once when both ends are of it', () => {
  const early = new Date(noon - 72 * HOUR).toISOString()
  const range = stampRange(early, new Date(noon - 71 * HOUR).toISOString(), noon)
  expect(range.match(/21/g)).toHaveLength(1)
  expect(stampRange(early, 'soon', noon)).toMatch(/ – soon$/)
})

it.each([
  [14 * 60_000 + 5_000, '14 min 05 s'],
  [60_000, '1 min 00 s'],
  [59_000, '59 s'],
  [1, '1 s'],
  [-5, '0 s'],
])('counts %d ms down as %s', (left, words) => {
  expect(countdown(left)).toBe(words)
})

it('speaks the language of the window', () => {
  const german = createTimes('de', strings.time)
  expect(german.duration(14 * HOUR + 2 * MINUTE)).toBe('14 Stunden, 2 Minuten')
  expect(german.relative(noon - 2 * MINUTE, noon)).toBe('vor 2 Minuten')
  expect(german.moment(noon - 13 * HOUR, noon)).toMatch(/^gestern, /)
  expect(german.moment(noon - 72 * HOUR, noon)).toMatch(/^21\. Nov\. 2026, /)
})
