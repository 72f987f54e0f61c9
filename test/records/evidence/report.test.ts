import { readFileSync } from 'node:fs'
import type { AnySchema } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../records/engagement/journal/entry.ts'
import { renderHtml } from '../../../records/evidence/html.ts'
import { checkReport, makeReport, writeReport } from '../../../records/evidence/report.ts'
import { summarise } from '../../../records/evidence/summary.ts'
import { verifyReportFile } from '../../../records/evidence/verify.ts'
import { AT, ENTRIES, HOSTILE, linesOf } from './journal.ts'

const made = { madeAt: AT + 1_000, madeBy: 'ada@contoso.example', app: { name: 'CMK Enablement Wizard', version: '0.1.0' } }
const lines = linesOf(ENTRIES)
const report = makeReport(lines, made)
const text = writeReport(report)
const page = renderHtml(report)

describe('what a journal says', () => {
  const summary = summarise(lines)
  const policy = summary.steps[2]

  it('tells who was signed in', () => {
    expect(summary.people.map(({ userName, entries }) => [userName, entries])).toEqual([
      ['ada@contoso.example', 2],
      ['grace@contoso.example', 1],
    ])
  })

  it('tells what was found at first and at last, and which request showed it', () => {
    expect(policy?.before?.requests[0]).toMatchObject({ correlationId: 'corr-1' })
    expect(policy?.before?.findings[0]).toMatchObject({ status: 'fail', requests: [0] })
    expect(policy?.after).toMatchObject({
      account: 'grace@contoso.example',
      findings: [{ status: 'pass', requests: [0] }],
      requests: [{ correlationId: 'corr-3' }],
    })
  })

  it('tells every try of a change, and how it ended', () => {
    expect(policy?.actions.map(({ tries }) => tries.map(({ ended, said }) => [ended, said]))).toEqual([
      [
        ['refused', '409 Busy Later'],
        ['written', '/subscriptions/s'],
      ],
    ])
  })

  it('says that it does not know how a change ended when the journal ends before', () => {
    const cut = summarise(lines.slice(0, 4))
    expect(cut.steps[2]?.actions[0]?.tries[0]).toMatchObject({ ended: 'unknown' })
  })

  it('tells what was confirmed, with the typed name and the window, what a person said, and which gaps are known', () => {
    expect(policy?.confirmations).toEqual([
      { at: AT + 20, by: 'ada@contoso.example', changes: 0, typedName: 'contoso-prod', maintenanceWindow: 'Saturday night' },
    ])
    expect(summary.attested[0]?.by).toBe('grace@contoso.example')
    expect(summary.acknowledged[0]?.title).toContain('Commerce')
  })

  it('counts a line of a newer version as one it cannot read, and reads on', () => {
    const newer = linesOf([ENTRIES[0], { kind: 'foreseen', content: {} } as unknown as Entry, ENTRIES[1]])
    expect(summarise(newer)).toMatchObject({ unread: [{ line: 2 }], steps: [{}, {}, { before: { line: 3 } }, {}] })
  })
})

describe('a report', () => {
  it('is read again as it was written', async () => {
    expect(checkReport(text)).toEqual({ ok: true, report })
    expect(await verifyReportFile(page)).toEqual({ ok: true, report })
  })

  it('is found edited when any one byte of it is another', () => {
    const bytes = Buffer.from(text)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, flip) => {
        const edited = Buffer.from(bytes)
        edited[place] = (edited[place] ?? 0) ^ flip
        expect(checkReport(edited.toString('utf8')).ok).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  it('is found edited when any one character of the page is another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(page.length - 1), fc.constantFrom('x', '0', ' ', '<'), async (place, put) => {
        fc.pre(page[place] !== put)
        expect((await verifyReportFile(page.slice(0, place) + put + page.slice(place + 1))).ok).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('names the first line of the journal that was changed', () => {
    const edited = lines.map((line) => (line.sequence === 3 ? { ...line, content: { ...line.content, by: 'eve@contoso.example' } } : line))
    expect(checkReport(JSON.stringify({ ...report, journal: { ...report.journal, lines: edited } }))).toEqual({
      ok: false,
      why: expect.stringContaining('Line 3 of the journal is broken'),
    })
  })

  const refusals: readonly (readonly [string, string, string])[] = [
    ['that was cut off', text.slice(0, -100), 'cut off or edited'],
    ['of another kind of file', '{"a":1}', 'not in the form of a report'],
    ['of a newer version', JSON.stringify({ ...report, version: 2 }), 'is of version 2'],
    ['whose last lines are missing', JSON.stringify({ ...report, journal: { ...report.journal, lines: lines.slice(0, -1) } }), 'cut off'],
    [
      'whose summary says something else',
      JSON.stringify({ ...report, summary: { ...report.summary, attested: [] } }),
      'not what the journal says',
    ],
    ['made by another', JSON.stringify({ ...report, madeBy: 'eve@contoso.example' }), 'edited'],
    ['nested without end', `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'not in the form'],
    ['written in another way', JSON.stringify(JSON.parse(text)).concat(' '), 'not written as the wizard writes it'],
    ['that is no report but a page', '<html></html>', 'holds no report'],
  ]
  it.each(refusals)('%s is refused, and why', async (_, file, why) => {
    expect(await verifyReportFile(file)).toEqual({ ok: false, why: expect.stringContaining(why) })
  })

  it('can be made of an empty journal', async () => {
    expect((await verifyReportFile(renderHtml(makeReport([], made)))).ok).toBe(true)
  })
})

describe('the schema in the documents', () => {
  const schema: unknown = JSON.parse(readFileSync(new URL('../../../docs/report.schema.json', import.meta.url), 'utf8'))
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema as AnySchema)

  it('describes what is written', () => {
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true)
    expect(validate(makeReport([], made))).toBe(true)
  })

  it('refuses what is not written', () => {
    expect(validate({ ...report, more: 1 })).toBe(false)
    expect(validate({ ...report, digest: 'short' })).toBe(false)
    expect(validate({ ...report, summary: { ...report.summary, steps: [] } })).toBe(false)
  })
})

describe('the page', () => {
  it('answers who, what, when and from which source', () => {
    for (const told of [
      'ada@contoso.example',
      'Register Microsoft.PowerPlatform in the subscription',
      '2026-11-24 09:00:00 UTC',
      'corr-3',
      'Manage your customer-managed encryption key',
      'edition of 2025-06-09',
      report.journal.head,
      'Saturday night',
    ])
      expect(page, told).toContain(told)
  })

  it('says in the practice tenant that nothing is real', () => {
    const practice = makeReport(linesOf([{ kind: 'opened', content: { ...ENTRIES[0].content, practice: 'ready-to-enable' } }]), made)
    expect(renderHtml(practice)).toContain('PRACTICE TENANT')
    expect(page).not.toContain('PRACTICE TENANT')
  })

  it('shows whatever a service or a person wrote as text, and runs none of it', async () => {
    const hostile = linesOf([
      {
        kind: 'opened',
        content: { ...ENTRIES[0].content, tenant: { id: HOSTILE, name: HOSTILE }, environment: { id: HOSTILE, displayName: HOSTILE } },
      },
      { kind: 'attested', content: { key: HOSTILE, title: HOSTILE, by: HOSTILE } },
    ])
    const drawn = renderHtml(makeReport(hostile, { ...made, madeBy: HOSTILE }))
    const scripts = drawn.match(/<script[^>]*>/g)
    expect(scripts).toEqual(['<script type="application/json" id="report">'])
    expect(drawn).not.toMatch(/<img/)
    // A backslash and what would be an escape, as somebody wrote them: still text, and still the same report.
    expect(
      await verifyReportFile(
        renderHtml(makeReport(linesOf([{ kind: 'attested', content: { key: 'k', title: '\\u003c\\\\u202e', by: 'x' } }]), made)),
      ),
    ).toMatchObject({ ok: true })
    expect(drawn.match(/\u202e/g)).toBeNull()
    expect((await verifyReportFile(drawn)).ok).toBe(true)
  })

  it('loads nothing from anywhere', () => {
    expect(page).toContain("default-src 'none'")
    expect(page).not.toMatch(/src=|@import|url\(/)
  })
})
