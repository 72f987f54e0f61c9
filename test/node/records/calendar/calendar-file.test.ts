import fc from 'fast-check'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { describe, expect, it } from 'vitest'
import type { CalendarEvent, Outage } from '#machines/engine/calendar.ts'
import { LATEST_INSTANT } from '#machines/engine/instant.ts'
import { verbatim } from '#machines/messages/message.ts'
import { inOneLine } from '#machines/messages/one-line.ts'
import { calendarOf } from '#machines/procedure/calendar/calendar.ts'
import { outageEvent } from '#machines/procedure/calendar/outage.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { mainFormatter } from '#messages/main.ts'
import { type CalendarMade, calendarFile, calendarName, outageName } from '#node/records/calendar/calendar-file.ts'
import { english } from '#test/english.ts'

const AT = Date.parse('2026-11-24T12:00:00Z')
const made = (over: Partial<CalendarMade> = {}): CalendarMade => ({
  app: 'CMK Enablement Wizard',
  version: '1.0.0',
  at: AT,
  timeZone: 'Europe/Berlin',
  name: 'cmk-dates',
  ...over,
})

const event = (over: Partial<CalendarEvent> = {}): CalendarEvent => ({
  key: 'key-expiry.environment',
  title: verbatim('Key cmk expires'),
  text: verbatim('Everything goes offline.'),
  at: Date.parse('2027-03-05T23:30:00Z'),
  on: 'moment',
  remindDaysBefore: [],
  ...over,
})

const written = (events: readonly CalendarEvent[], over: Partial<CalendarMade> = {}): string =>
  String(calendarFile(events, made(over), english).content)

/** As Thunderbird’s parser reads it. */
const byIcalJs = (content: string) =>
  new ICAL.Component(ICAL.parse(content)).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))

/** As another parser reads it. */
const byNodeIcal = (content: string) =>
  Object.values(nodeIcal.sync.parseICS(content)).flatMap((entry) => (entry?.type === 'VEVENT' ? [entry] : []))

const secondsOf = (content: string) => byIcalJs(content).map(({ startDate }) => startDate.toJSDate().getTime())

describe('a calendar file', () => {
  it.each([8.64e15, LATEST_INSTANT, LATEST_INSTANT + 1, 1e300, -1, Number.NaN])(
    'leaves out a date that no calendar has, and keeps the others: %s',
    (at) => {
      const content = written([event(), event({ at }), event({ at, on: 'day-after' }), event({ until: at })])
      expect(secondsOf(content)).toEqual([event().at])
    },
  )

  it('has no date of another form than eight digits, whatever is asked for', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -8.64e15, max: 8.64e15, noNaN: true }),
        fc.constantFrom('moment', 'day', 'day-after'),
        fc.constantFrom('Pacific/Kiritimati', 'UTC', 'Pacific/Pago_Pago'),
        (at, on, timeZone) => {
          const dates = written([event({ at, on })], { timeZone }).match(/^DT(?:START|END)\S*:.*$/gm) ?? []
          for (const date of dates) expect(date).toMatch(/:\d{8}(?:T\d{6}Z)?\r?$/)
        },
      ),
    )
  })

  it('has an instant for the expiration, the same in every time zone', () => {
    for (const timeZone of ['Pacific/Kiritimati', 'Europe/Berlin', 'Pacific/Pago_Pago']) {
      const content = written([event()], { timeZone })
      expect(content).toContain('DTSTART:20270305T233000Z')
      expect(secondsOf(content)).toEqual([event().at])
      expect(byNodeIcal(content).map(({ start }) => start?.getTime())).toEqual([event().at])
    }
  })

  it.each([
    ['day', 'Europe/Berlin', '2027-03-06'],
    ['day', 'America/Los_Angeles', '2027-03-05'],
    ['day', 'UTC', '2027-03-05'],
    ['day-after', 'Europe/Berlin', '2027-03-07'],
    ['day-after', 'America/Los_Angeles', '2027-03-06'],
  ] as const)('has a whole day for the %s, as it is in %s', (on, timeZone, day) => {
    const content = written([event({ on })], { timeZone })
    const [read] = byIcalJs(content)
    expect(read?.startDate.isDate).toBe(true)
    expect(read?.startDate.toString()).toBe(day)
    expect(byNodeIcal(content)[0]?.datetype).toBe('date')
  })

  it('is updated by a newer one: the UIDs stay, and the sequence grows', () => {
    const [before, after] = [written([event()]), written([event({ at: event().at + 1 })], { at: AT + 60_000 })].map(byIcalJs)
    expect(before?.[0]?.uid).toBe('key-expiry.environment@cmk-enablement-wizard')
    expect(after?.[0]?.uid).toBe(before?.[0]?.uid)
    expect(after?.[0]?.sequence).toBeGreaterThan(before?.[0]?.sequence ?? 0)
  })

  it('reminds so many days before', () => {
    const [read] = byIcalJs(written([event({ remindDaysBefore: [30, 7] })]))
    const triggers = read?.component.getAllSubcomponents('valarm').map((alarm) => String(alarm.getFirstPropertyValue('trigger')))
    expect(triggers).toEqual(['-P30D', '-P7D'])
  })

  it('has lines of at most 75 octets, in every language, and the whole words when they are read', async () => {
    for (const language of ['en', 'de', 'es', 'fr', 'ja', 'pt-BR'] as const) {
      const formatter = await mainFormatter(language)
      const events = calendarOf(
        {
          environment: { id: 'e', name: 'contoso-prod' },
          key: { name: 'cmk', expires: AT + 200 * 86_400_000 },
          holds: [
            { operation: 'rotate', until: AT + 1 },
            { operation: 'revert', until: AT + 2 },
          ],
          endedAt: AT,
          practice: true,
        },
        AT,
      )
      const content = String(calendarFile(events, made(), formatter).content)
      for (const line of content.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
      expect(content.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      expect(byIcalJs(content).map(({ summary }) => summary)).toEqual(events.map(({ title }) => formatter.text(title)))
      expect(byNodeIcal(content).map(({ description }) => description)).toEqual(events.map(({ text }) => formatter.text(text)))
    }
  })

  it('carries any name as it is, and no name adds a line of its own', () => {
    const hostile = [
      'a;b,c\\d:"e"',
      'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil',
      '\u2028\u0000\u007f',
      '🔑'.repeat(60),
      '=1+1',
      '%0A\\n',
      '\u202eturned \u2066around',
    ]
    for (const name of hostile) {
      const [read, ...others] = byIcalJs(written([event({ title: verbatim(name) })]))
      expect(others).toEqual([])
      expect(read?.summary ?? '').toBe(inOneLine(name))
    }
  })

  it('is read back by two parsers, whatever it is given', () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 120 })
    fc.assert(
      fc.property(anyText, anyText, fc.integer({ min: AT, max: AT + 10 * 365 * 86_400_000 }), (title, text, at) => {
        const content = written([event({ title: verbatim(title), text: verbatim(text), at })])
        const second = Math.floor(at / 1000) * 1000
        expect(secondsOf(content)).toEqual([second])
        expect(byNodeIcal(content).map(({ start }) => start?.getTime())).toEqual([second])
      }),
    )
  })

  describe('of an outage', () => {
    // Clocks are set back in Berlin between the two.
    const [start, end] = [Date.UTC(2026, 9, 23, 18), Date.UTC(2026, 9, 27, 18)]
    const known = { id: 'e', name: 'contoso-prod', address: 'contoso-production.operations.dynamics.com', isPractice: false }
    const outage = (part: Partial<Outage> = {}) => outageEvent({ start, end, timeZone: 'Europe/Berlin', ...part }, known)
    const saved = (part: Partial<Outage> = {}, at = AT) =>
      String(calendarFile([outage(part)], made({ at }), english.inZone('Europe/Berlin')).content)

    it('lasts from its start to its end, to both parsers', () => {
      const content = saved()
      expect(content).toContain('DTSTART:20261023T180000Z')
      expect(content).toContain('DTEND:20261027T180000Z')
      expect(byIcalJs(content).map(({ startDate, endDate }) => [startDate, endDate].map((date) => date.toJSDate().getTime()))).toEqual([
        [start, end],
      ])
      expect(byNodeIcal(content).map((read) => [read.start?.getTime(), read.end?.getTime()])).toEqual([[start, end]])
    })

    it.each([
      ['Europe/Berlin', 'Oct 23, 2026, 8:00 PM GMT+2 to Oct 27, 2026, 7:00 PM GMT+1'],
      ['America/Los_Angeles', 'Oct 23, 2026, 11:00 AM PDT to Oct 27, 2026, 11:00 AM PDT'],
      ['Asia/Tokyo', 'Oct 24, 2026, 3:00 AM GMT+9 to Oct 28, 2026, 3:00 AM GMT+9'],
    ])('says its times in words in %s, as clocks there show them', (timeZone, said) => {
      const content = calendarFile([outage({ timeZone })], made(), english.inZone(timeZone)).content
      const [read] = byIcalJs(String(content))
      expect(read?.description).toContain(`from ${said} (at the latest; time zone: ${timeZone})`)
    })

    it('names the address that users open, and no internal name', () => {
      const content = saved().replaceAll('\r\n ', '')
      expect(content).toContain('https://contoso-production.operations.dynamics.com')
      expect(content).not.toMatch(/contoso-prod\b(?!uction)/)
    })

    it('leaves those who have it free, and reminds them a day before', () => {
      const [read] = byIcalJs(saved())
      expect(read?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
      const triggers = read?.component.getAllSubcomponents('valarm').map((alarm) => String(alarm.getFirstPropertyValue('trigger')))
      expect(triggers).toEqual(['-P1D'])
    })

    it('is taken out again by its cancellation: the same UID, a higher sequence, also seconds later', () => {
      const [before] = byIcalJs(saved())
      const canceled = saved({ isCanceled: true }, AT + 1000)
      const [after] = byIcalJs(canceled)
      expect(canceled).toContain('METHOD:CANCEL')
      expect(saved()).toContain('METHOD:PUBLISH')
      expect(after?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
      expect(after?.uid).toBe(before?.uid)
      expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.NaN)
      expect(after?.component.getAllSubcomponents('valarm')).toEqual([])
    })

    it('is newer than a file of an earlier version, which counted minutes', () => {
      const [read] = byIcalJs(saved())
      expect(read?.sequence).toBeGreaterThan(Math.floor(AT / 60_000))
      expect(read?.sequence).toBeLessThan(2 ** 31)
    })

    it('has a name of its own, without internal names', () => {
      expect(outageName(start, 'Europe/Berlin', false, false)).toBe('maintenance-2026-10-23')
      expect(outageName(start, 'Asia/Tokyo', true, true)).toBe('practice-maintenance-canceled-2026-10-24')
    })
  })

  it('has a name that every file system takes, and says when it is practice', () => {
    expect(calendarName(CUSTOMER_MANAGED_KEYS, 'a/b:c*日本', true)).toBe('practice-cmk-dates-a-b-c-日本')
    expect(calendarName(CUSTOMER_MANAGED_KEYS, undefined, false)).toBe('cmk-dates-environment')
    expect(calendarName(CUSTOMER_MANAGED_KEYS, `${'x'.repeat(59)}𠮷`, false)).toBe(`cmk-dates-${'x'.repeat(59)}-`)
  })
})
