import { readFileSync } from 'node:fs'
import type { AnySchema } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { LANGUAGES } from '#messages/languages.ts'
import { reportFormatter } from '#messages/report.ts'
import type { ContentOf, Entry } from '#node/records/engagement/journal/entry.ts'
import { renderHtml } from '#node/records/evidence/html.ts'
import { checkReport, type Report, writeReport } from '#node/records/evidence/report.ts'
import { verifyReportFile } from '#node/records/evidence/verify.ts'
import { ABOUT, AT, ENTRIES, reportOf as reportAfterOpening } from './journal.ts'

const ADA = 'ada@contoso.example'
const GRACE = 'grace@contoso.example'
const START = Date.UTC(2026, 10, 28, 22)
const LATER = START + 24 * 3_600_000
const [, , , BEGUN] = ENTRIES
const { action, description } = BEGUN.content

const confirmed = (from: number): Entry => ({
  kind: 'confirmed',
  content: {
    step: 'policy',
    by: ADA,
    plan: [{ action, description }],
    maintenanceWindow: { from, to: from + 3_600_000, timeZone: 'Europe/Berlin' },
  },
})
const set = (start: number): Entry => ({ kind: 'schedule', content: { step: 'policy', state: 'set', start, by: ADA } })
const ended = (state: ContentOf<'schedule'>['state'], why?: string): Entry => ({
  kind: 'schedule',
  content: { step: 'policy', state, by: GRACE, ...(why === undefined ? {} : { why: verbatim(why) }) },
})

const reportOf = (...entries: readonly Entry[]): Report => reportAfterOpening(entries)
const told = (...entries: readonly Entry[]) => reportOf(...entries).summary.steps[2]?.schedules
const cellsOf = (report: Report, caption: string): readonly string[] => {
  const table =
    renderHtml(ABOUT, report)
      .split('<table>')
      .find((each) => each.startsWith(`<caption>${caption}<`)) ?? ''
  return [...table.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell = '']) => cell.replaceAll('\u202f', ' '))
}

describe('a scheduled start in the report', () => {
  it('is told with who scheduled it, for when, what was confirmed, and that it was canceled', () => {
    expect(told(confirmed(START), set(START), ended('canceled'))).toEqual([
      {
        line: 3,
        at: AT + 20,
        by: ADA,
        start: START,
        confirmedAt: AT + 10,
        changes: [{ title: description.title, resource: description.resource }],
        end: { at: AT + 30, line: 4, by: GRACE, how: 'canceled' },
      },
    ])
  })

  const ends: readonly (readonly [string, readonly Entry[], object | undefined])[] = [
    ['began', [ended('started'), BEGUN], { how: 'started', line: 4 }],
    ['was begun early by a person', [ended('started-now'), BEGUN], { how: 'started-now', by: GRACE }],
    ['did not begin, and why', [ended('not-started', 'The plan is another')], { how: 'not-started', why: verbatim('The plan is another') }],
    ['was replaced by another', [confirmed(LATER), set(LATER)], { how: 'replaced', line: 5 }],
    ['began, where only its first change is on record', [BEGUN], { how: 'started', line: 4 }],
    ['has no end yet', [], undefined],
  ]
  it.each(ends)('says that it %s', (_, entries, end) => {
    const [first] = told(confirmed(START), set(START), ...entries) ?? []
    if (end === undefined) expect(first).not.toHaveProperty('end')
    else expect(first?.end).toMatchObject(end)
  })

  it('belongs to its own confirmation, whichever line comes first', () => {
    const both = told(set(START), confirmed(START), ended('canceled'), set(START), confirmed(START), ended('started'), BEGUN)
    expect(both?.map(({ confirmedAt, end }) => [confirmedAt, end?.how])).toEqual([
      [AT + 20, 'canceled'],
      [AT + 50, 'started'],
    ])
  })

  it('of an operation after the link is told although nothing was changed', () => {
    const content = { step: 'rotate', state: 'set', start: START, by: ADA } as const
    const { operations } = reportOf(
      { kind: 'schedule', content },
      { kind: 'schedule', content: { step: 'rotate', state: 'canceled' } },
    ).summary
    expect(operations).toMatchObject([{ operation: 'rotate', schedules: [{ start: START, changes: [], end: { how: 'canceled' } }] }])
  })
})

describe('the page', () => {
  const canceled = reportOf(confirmed(START), set(START), ended('canceled'), confirmed(AT))

  it('says at a confirmation how its start ended, and which began at once', () => {
    expect(cellsOf(canceled, 'Confirmed by a person').filter((_, place) => place % 6 === 5)).toEqual(['Scheduled: Canceled', 'At once'])
  })

  it('lists each start with its time, its changes, its end and the line of the log', () => {
    expect(cellsOf(canceled, 'Scheduled starts')).toEqual([
      'Nov 24, 2026, 9:00:00 AM UTC',
      ADA,
      'Nov 28, 2026, 10:00:00 PM UTC',
      '<strong>Register Microsoft.PowerPlatform in the subscription</strong><br>Microsoft.PowerPlatform',
      `Canceled<br>Nov 24, 2026, 9:00:00 AM UTC by ${GRACE} (line 4)`,
    ])
  })

  it('says why one did not begin, and names no one for it', () => {
    const missed = reportOf(confirmed(START), set(START), ended('not-started', 'Not started: the computer was asleep'))
    expect(cellsOf(missed, 'Confirmed by a person').at(-1)).toBe('Scheduled: Not started')
    expect(cellsOf(missed, 'Scheduled starts').at(-1)).toBe('Not started: the computer was asleep<br>Nov 24, 2026, 9:00:00 AM UTC (line 4)')
  })

  it('has neither column nor table where nothing was scheduled', () => {
    const page = renderHtml(ABOUT, reportOf(confirmed(AT), BEGUN))
    expect(page).not.toContain('Scheduled')
    expect(page).not.toContain('At once')
  })

  it.each(LANGUAGES)('holds when it is checked, in %s', async (locale) => {
    const page = renderHtml(ABOUT, canceled, await reportFormatter(locale))
    expect(await verifyReportFile(CUSTOMER_MANAGED_KEYS, page)).toEqual({ ok: true, report: canceled })
  })
})

describe('the data', () => {
  const report = reportOf(confirmed(START), set(START), ended('not-started', 'x'), confirmed(LATER), set(LATER), ended('canceled'))

  it('holds, and not with a start left out', () => {
    expect(checkReport(CUSTOMER_MANAGED_KEYS, writeReport(report))).toEqual({ ok: true, report })
    const steps = report.summary.steps.map(({ schedules: _, ...step }) => step)
    expect(checkReport(CUSTOMER_MANAGED_KEYS, writeReport({ ...report, summary: { ...report.summary, steps } }))).toMatchObject({
      ok: false,
      why: { messageId: 'records.check.otherSummary' },
    })
  })

  it('is as the schema in the documents describes it', () => {
    const schema: unknown = JSON.parse(readFileSync(new URL('../../../../docs/report.schema.json', import.meta.url), 'utf8'))
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema as AnySchema)
    expect(validate(JSON.parse(writeReport(report))), JSON.stringify(validate.errors)).toBe(true)
  })
})
