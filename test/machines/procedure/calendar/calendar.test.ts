import { describe, expect, it } from 'vitest'
import { type CalendarFacts, calendarOf } from '#machines/procedure/calendar/calendar.ts'
import { english } from '#test/english.ts'
import { DAY, ENVIRONMENT, HOUR, NOW } from '../../facts.ts'

const facts = (over: Partial<CalendarFacts> = {}): CalendarFacts => ({
  environment: { id: ENVIRONMENT, name: 'contoso-prod' },
  key: { name: 'cmk-contoso', expires: NOW + 200 * DAY },
  holds: [],
  endedAt: NOW - DAY,
  practice: false,
  ...over,
})
const told = (given: CalendarFacts, now = NOW) =>
  calendarOf(given, now).map(({ title, at, on }) => [english.text(title), (at - NOW) / DAY, on])

describe('the dates of an engagement', () => {
  it('are the rotation 60 days before the expiration, the moment of that, and a review a year after the end', () => {
    expect(told(facts())).toEqual([
      ['Rotate key cmk-contoso (contoso-prod)', 140, 'day'],
      ['Key cmk-contoso expires (contoso-prod)', 200, 'moment'],
      ['Review the customer-managed key (contoso-prod)', 364, 'day'],
    ])
  })

  it('go by the rotation policy where there is one', () => {
    expect(told(facts({ renewsAt: NOW + 100 * DAY }))[0]).toEqual(['Key cmk-contoso rotates by its policy (contoso-prod)', 100, 'day'])
  })

  it('leave the rotation to a person where the policy comes too late', () => {
    expect(told(facts({ renewsAt: NOW + 200 * DAY }))[0]).toEqual(['Rotate key cmk-contoso (contoso-prod)', 140, 'day'])
  })

  it('name no expiration and no rotation of a key without a date that nothing renews', () => {
    expect(told(facts({ key: { name: 'cmk-contoso' } }))).toEqual([['Review the customer-managed key (contoso-prod)', 364, 'day']])
  })

  it('say from which day something is no longer needed, of two operations on one old key by the later', () => {
    const holds = [
      { operation: 'rotate', until: NOW + 9 * DAY + HOUR },
      { operation: 'change', until: NOW + 11 * DAY },
      { operation: 'revert', until: NOW + 12 * DAY },
    ]
    expect(told(facts({ key: { name: 'k' }, holds })).slice(0, -1)).toEqual([
      ['The previous key version is no longer needed (contoso-prod)', 9 + 1 / 24, 'day-after'],
      ['The old key is no longer needed (contoso-prod)', 12, 'day-after'],
    ])
  })

  it('say until when Microsoft keeps the earlier self-managed key', () => {
    const holds = [{ operation: 'earlier-key', until: NOW + 20 * DAY }]
    expect(told(facts({ key: { name: 'k' }, holds }))[0]).toEqual(['Microsoft can delete the earlier key (BYOK) (contoso-prod)', 20, 'day'])
  })

  it('say when a partner’s access ends, and remind of it 30 days before', () => {
    const access = facts({ key: { name: 'k' }, accessEnds: NOW + 60 * DAY })
    expect(told(access)[0]).toEqual(['Partner access ends (contoso-prod)', 60, 'day'])
    expect(calendarOf(access, NOW)[0]?.remindDaysBefore).toEqual([30, 7])
  })

  it('leave out what is over', () => {
    expect(told(facts({ key: { name: 'k', expires: NOW } }), NOW)).toEqual([['Review the customer-managed key (contoso-prod)', 364, 'day']])
    expect(calendarOf(facts(), NOW + 400 * DAY)).toEqual([])
  })

  it('keep their key whatever their date becomes, and another environment has others', () => {
    const keys = (given: CalendarFacts) => calendarOf(given, NOW).map(({ key }) => key)
    expect(keys(facts({ key: { name: 'another', expires: NOW + 90 * DAY }, renewsAt: NOW + 60 * DAY }))).toEqual(keys(facts()))
    const others = keys(facts({ environment: { id: 'another', name: 'contoso-prod' } }))
    expect(others.filter((key) => keys(facts()).includes(key))).toEqual([])
  })

  it('say that they are practice, so that no one takes them for real', () => {
    expect(told(facts({ practice: true }))[0]?.[0]).toBe('Practice: Rotate key cmk-contoso (contoso-prod)')
  })
})
