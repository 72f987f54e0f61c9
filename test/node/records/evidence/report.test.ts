import { readFileSync } from 'node:fs'
import catalog from 'virtual:messages/all/en'
import type { AnySchema } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import * as fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import type { Action } from '#machines/procedure/action.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { whatIf } from '#machines/procedure/what-if/what-if.ts'
import { createFormatter } from '#messages/formatter.ts'
import { reportFormatter } from '#messages/report.ts'
import type { Entry } from '#node/records/engagement/journal/entry.ts'
import { renderHtml } from '#node/records/evidence/html.ts'
import { checkReport, makeReport, writeReport } from '#node/records/evidence/report.ts'
import { summarise } from '#node/records/evidence/summary.ts'
import { verifyReportFile } from '#node/records/evidence/verify.ts'
import { english } from '#test/english.ts'
import { ABOUT, AT, ENTRIES, HOSTILE, linesOf, MADE as made, reportOf } from './journal.ts'

const lines = linesOf(ENTRIES)
const report = makeReport(CUSTOMER_MANAGED_KEYS, lines, made)
const text = writeReport(report)
const page = renderHtml(ABOUT, report)

describe('what a journal says', () => {
  const summary = summarise(CUSTOMER_MANAGED_KEYS, lines)
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
    expect(policy?.actions.map(({ tries }) => tries.map(({ ended, refusal, resourceId }) => [ended, refusal ?? resourceId]))).toEqual([
      [
        ['refused', { status: 409, code: 'Busy', message: 'Later' }],
        ['written', '/subscriptions/s'],
      ],
    ])
  })

  it('says that it does not know how a change ended when the journal ends before', () => {
    const cut = summarise(CUSTOMER_MANAGED_KEYS, lines.slice(0, 4))
    expect(cut.steps[2]?.actions[0]?.tries[0]).toMatchObject({ ended: 'unknown' })
  })

  it('tells what was confirmed, with the typed name and the window, what a person said, and which gaps are known', () => {
    expect(policy?.confirmations).toEqual([
      { at: AT + 20, by: 'ada@contoso.example', changes: 0, typedName: 'contoso-prod', maintenanceWindow: 'Saturday night' },
    ])
    expect(summary.attested[0]?.by).toBe('grace@contoso.example')
    expect(english.all(summary.acknowledged)[0]?.title).toContain('Commerce')
  })

  it('counts a line of a newer version as one it cannot read, and reads on', () => {
    const newer = linesOf([ENTRIES[0], { kind: 'foreseen', content: {} }, ENTRIES[1]])
    expect(summarise(CUSTOMER_MANAGED_KEYS, newer)).toMatchObject({ unread: [{ line: 2 }], steps: [{}, {}, { before: { line: 3 } }, {}] })
  })
})

describe('what was carried out', () => {
  const rotating = (after: string): Action => ({
    kind: 'rotate-key',
    subscriptionId: 's',
    vaultResourceGroup: 'rg',
    vaultName: 'kv',
    name: 'cmk',
    size: 3072,
    after,
  })
  const rotate = (after: string): Entry => ({
    kind: 'apply-started',
    content: {
      step: 'rotate',
      attempt: 1,
      action: rotating(after),
      description: { ...ENTRIES[3].content.description, title: verbatim('Create a new version of the key cmk in kv') },
    },
  })
  const interrupted = (started: number): Entry => ({ kind: 'interrupted', content: { started, why: verbatim('closed'), requests: [] } })
  const found: Entry = {
    kind: 'found',
    content: {
      step: 'rotate',
      receipt: {
        kind: 'rotate-key',
        title: verbatim('Called otherwise by now'),
        resourceId: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv/keys/cmk',
        at: AT + 30,
        written: true,
        found: true,
      },
    },
  }

  it('is identified by what it changed: two changes with one title are two, and one with two titles is one', () => {
    const again = {
      ...ENTRIES[5],
      content: { ...ENTRIES[5].content, description: { ...ENTRIES[5].content.description, title: verbatim('Register') } },
    }
    const { steps, operations } = summarise(
      CUSTOMER_MANAGED_KEYS,
      linesOf([ENTRIES[0], ENTRIES[3], again, rotate('1'), interrupted(4), rotate('2')]),
    )
    expect(steps[2]?.actions.map(({ tries }) => tries.length)).toEqual([2])
    expect(operations?.[0]?.actions.map(({ tries }) => tries.map(({ ended }) => ended))).toEqual([['interrupted'], ['unknown']])
  })

  it('is shown as found by the resource that a reading shows, with any title', () => {
    const { operations } = summarise(CUSTOMER_MANAGED_KEYS, linesOf([ENTRIES[0], rotate('1'), interrupted(2), found]))
    expect(operations?.[0]?.actions[0]?.tries).toMatchObject([{ ended: 'found', foundOn: 4, why: verbatim('closed') }])
  })

  it('keeps the window as times, and says when and where it was stated', () => {
    const window = { from: AT, to: AT + 3_600_000, timeZone: 'Europe/Berlin' }
    const stated = reportOf([{ kind: 'confirmed', content: { step: 'policy', plan: [], maintenanceWindow: window } }])
    expect(stated.summary.steps[2]?.confirmations).toEqual([{ at: AT + 10, changes: 0, maintenanceWindow: window }])
    const shown = renderHtml(ABOUT, stated)
    expect(shown).toMatch(/Nov 24, 2026, 9:00:00\sAM UTC to Nov 24, 2026, 10:00:00\sAM UTC, stated in Europe\/Berlin/)
    expect(shown).toContain('unknown account')
  })
})

describe('what would happen if, in a report', () => {
  const of = (finding: object) => {
    const content = { ...ENTRIES[7].content, findings: [{ ...ENTRIES[7].content.findings[0], ...finding }] }
    return reportOf([{ kind: 'reading', content }])
  }
  const onKey = of({ key: 'key-within-reach', title: verbatim('The key can be used'), seen: verbatim('The key is enabled.') })

  it('is told once an environment is on its key: each cause, the way back, what protects, and what was found last', async () => {
    const shown = renderHtml(ABOUT, onKey)
    expect(shown).toContain('<h2>What takes the environment offline</h2>')
    expect(shown).toContain('The key can be used. The key is enabled.')
    for (const { title, back, protectedBy } of whatIf({}))
      for (const told of [title, protectedBy, ...back]) expect(shown).toContain(english.text(told).replaceAll('>', '&gt;'))
    expect(shown).toContain('Deleting a policy in use. Both:')
    expect(await verifyReportFile(CUSTOMER_MANAGED_KEYS, shown)).toMatchObject({ ok: true })
  })

  it('is left out of a report of an environment that is on no key', () => {
    expect(page).not.toContain('What takes the environment offline')
  })
})

describe('the language of a report', () => {
  const title = { messageId: 'policy.test.title' }
  const reading = { ...ENTRIES[7].content, findings: [{ ...ENTRIES[7].content.findings[0], title }] }
  const given = reportOf([{ kind: 'reading', content: reading }])
  const german = createFormatter(
    'de',
    { 'policy.test.title': 'Der Schlüssel ist aktiviert', 'records.report.outcome': 'Ergebnis' },
    catalog,
  )
  const reworded = createFormatter('en', { ...catalog, 'policy.test.title': 'Another wording' })

  it('is that of its formatter: the data names messages, the page holds text', async () => {
    const shown = renderHtml(ABOUT, given, german)
    expect(shown).toContain('<html lang="de">')
    expect(shown).toContain('<h2>Ergebnis</h2>')
    expect(shown).toContain('Der Schlüssel ist aktiviert')
    expect(await verifyReportFile(CUSTOMER_MANAGED_KEYS, shown, () => german)).toMatchObject({ ok: true })
    expect(await verifyReportFile(CUSTOMER_MANAGED_KEYS, shown)).toMatchObject({ ok: false, why: { messageId: 'records.check.otherPage' } })
  })

  it('has its dates as the language writes them, in UTC wherever the page is made and checked', async () => {
    const dated = { messageId: 'environment.startedAt', values: { at: AT } }
    const stated = reportOf([{ kind: 'reading', content: { ...reading, findings: [{ ...ENTRIES[7].content.findings[0], title: dated }] } }])
    const before = process.env['TZ']
    process.env['TZ'] = 'Asia/Tokyo'
    onTestFinished(() => {
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    })
    const inTokyo = renderHtml(ABOUT, stated, await reportFormatter('en-XA'))
    process.env['TZ'] = 'Europe/Berlin'
    expect(inTokyo).toMatch(/Nov 24, 2026, 9:00\sAM UTC/)
    expect(await verifyReportFile(CUSTOMER_MANAGED_KEYS, inTokyo)).toMatchObject({ ok: true })
    expect(renderHtml(ABOUT, stated, german)).toContain('24. Nov. 2026, 9:00:01 UTC')
  })

  it('is English where the page names one that there is not', async () => {
    expect((await verifyReportFile(CUSTOMER_MANAGED_KEYS, page.replace('lang="en"', 'lang="x"'))).ok).toBe(false)
  })

  it('holds with the spaces of another version of ICU', async () => {
    expect(await verifyReportFile(CUSTOMER_MANAGED_KEYS, page.replaceAll('\u202fAM', ' AM').replaceAll('\u202fPM', ' PM'))).toMatchObject({
      ok: true,
    })
  })

  it('is no part of the data: another wording is no edit', () => {
    expect(given.summary.steps[2]?.after?.findings[0]?.title).toEqual(title)
    expect(checkReport(CUSTOMER_MANAGED_KEYS, writeReport(given))).toMatchObject({ ok: true })
    expect(renderHtml(ABOUT, given, reworded)).toContain('Another wording')
  })
})

describe('a report of version 1', () => {
  const golden = readFileSync(new URL('./golden/report-1.json', import.meta.url), 'utf8')

  it('holds, and is read as one of today', () => {
    expect(checkReport(CUSTOMER_MANAGED_KEYS, golden)).toMatchObject({
      ok: true,
      report: {
        version: 1,
        summary: { handedOver: [{ kind: 'handed-over' }, { kind: 'received', step: 'membership', by: 'kim@contoso.example' }] },
      },
    })
  })

  it('is found edited all the same', () => {
    expect(checkReport(CUSTOMER_MANAGED_KEYS, golden.replace('Handed over policy', 'Handed over nothing')).ok).toBe(false)
  })
})

describe('a report', () => {
  it('is read again as it was written', async () => {
    expect(checkReport(CUSTOMER_MANAGED_KEYS, text)).toEqual({ ok: true, report })
    expect(await verifyReportFile(CUSTOMER_MANAGED_KEYS, page)).toEqual({ ok: true, report })
  })

  it('is found edited when any one byte of it is another', () => {
    const bytes = Buffer.from(text)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, flip) => {
        const edited = Buffer.from(bytes)
        edited[place] = (edited[place] ?? 0) ^ flip
        expect(checkReport(CUSTOMER_MANAGED_KEYS, edited.toString('utf8')).ok).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  it('is found edited when any one character of the page is another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(page.length - 1), fc.constantFrom('x', '0', ' ', '<'), async (place, put) => {
        fc.pre(page[place] !== put)
        expect((await verifyReportFile(CUSTOMER_MANAGED_KEYS, page.slice(0, place) + put + page.slice(place + 1))).ok).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('names the first line of the journal that was changed', () => {
    const edited = lines.map((line) => (line.sequence === 3 ? { ...line, content: { ...line.content, by: 'eve@contoso.example' } } : line))
    const checked = checkReport(CUSTOMER_MANAGED_KEYS, JSON.stringify({ ...report, journal: { ...report.journal, lines: edited } }))
    expect(checked.ok ? 'holds' : english.text(checked.why)).toContain('Line 3 is the first line of the log that isn’t valid')
  })

  const refusals: readonly (readonly [string, string, string])[] = [
    ['that was cut off', text.slice(0, -100), 'cut off or edited'],
    ['of another kind of file', '{"a":1}', 'isn’t in the format of a report'],
    ['of a newer version', JSON.stringify({ ...report, version: 3 }), 'has version 3'],
    ['whose last lines are missing', JSON.stringify({ ...report, journal: { ...report.journal, lines: lines.slice(0, -1) } }), 'cut off'],
    [
      'whose summary says something else',
      JSON.stringify({ ...report, summary: { ...report.summary, attested: [] } }),
      'doesn’t match the log',
    ],
    ['made by another', JSON.stringify({ ...report, madeBy: 'eve@contoso.example' }), 'edited'],
    ['nested without end', `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'nested more than 100 levels deep'],
    ['written in another way', JSON.stringify(JSON.parse(text)).concat(' '), 'isn’t written the way the wizard writes it'],
    ['that is no report but a page', '<html></html>', 'has no report'],
  ]
  it.each(refusals)('%s is refused, and why', async (_, file, why) => {
    const checked = await verifyReportFile(CUSTOMER_MANAGED_KEYS, file)
    expect(checked.ok ? 'holds' : english.text(checked.why)).toContain(why)
  })

  it('can be made of an empty journal', async () => {
    expect((await verifyReportFile(CUSTOMER_MANAGED_KEYS, renderHtml(ABOUT, makeReport(CUSTOMER_MANAGED_KEYS, [], made)))).ok).toBe(true)
  })
})

describe('the schema in the documents', () => {
  const schema: unknown = JSON.parse(readFileSync(new URL('../../../../docs/report.schema.json', import.meta.url), 'utf8'))
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema as AnySchema)

  it('describes what is written', () => {
    expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true)
    expect(validate(makeReport(CUSTOMER_MANAGED_KEYS, [], made))).toBe(true)
  })

  it('describes a finding that has an end and several causes', () => {
    const seen = { ...ENTRIES[7].content.findings[0], endsAt: AT, causes: [{ key: 'key-disabled', status: 'fail' as const }] }
    const content = { ...ENTRIES[7].content, findings: [seen] }
    const written = reportOf([{ kind: 'reading', content }])
    expect(JSON.stringify(written.summary)).toContain('key-disabled')
    expect(validate(JSON.parse(JSON.stringify(written))), JSON.stringify(validate.errors)).toBe(true)
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
      'Nov 24, 2026, 9:00:00',
      'corr-3',
      'Manage your customer-managed encryption key',
      'updated 2025-06-09',
      report.journal.head,
      'Saturday night',
    ])
      expect(page, told).toContain(told)
  })

  it('says in the practice tenant that nothing is real', () => {
    const practice = makeReport(
      CUSTOMER_MANAGED_KEYS,
      linesOf([{ kind: 'opened', content: { ...ENTRIES[0].content, practice: 'ready-to-enable' } }]),
      made,
    )
    expect(renderHtml(ABOUT, practice)).toContain('PRACTICE TENANT')
    expect(page).not.toContain('PRACTICE TENANT')
  })

  it('shows all that a service or a person wrote as text, and runs none of it', async () => {
    const hostile = linesOf([
      {
        kind: 'opened',
        content: { ...ENTRIES[0].content, tenant: { id: HOSTILE, name: HOSTILE }, environment: { id: HOSTILE, displayName: HOSTILE } },
      },
      { kind: 'attested', content: { key: HOSTILE, title: verbatim(HOSTILE), by: HOSTILE } },
    ])
    const drawn = renderHtml(ABOUT, makeReport(CUSTOMER_MANAGED_KEYS, hostile, { ...made, madeBy: HOSTILE }))
    const scripts = drawn.match(/<script[^>]*>/g)
    expect(scripts).toEqual(['<script type="application/json" id="report">'])
    expect(drawn).not.toMatch(/<img/)
    // A backslash and what would be an escape, as a person wrote them: still text, and still the same report.
    expect(
      await verifyReportFile(
        CUSTOMER_MANAGED_KEYS,
        renderHtml(
          ABOUT,
          makeReport(
            CUSTOMER_MANAGED_KEYS,
            linesOf([{ kind: 'attested', content: { key: 'k', title: verbatim('\\u003c\\\\u202e'), by: 'x' } }]),
            made,
          ),
        ),
      ),
    ).toMatchObject({ ok: true })
    expect(drawn.match(/\u202e/g)).toBeNull()
    expect((await verifyReportFile(CUSTOMER_MANAGED_KEYS, drawn)).ok).toBe(true)
  })

  it('loads nothing from anywhere', () => {
    expect(page).toContain("default-src 'none'")
    expect(page).not.toMatch(/src=|@import|url\(/)
  })
})
