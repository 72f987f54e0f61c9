import { describe, expect, it } from 'vitest'
import { verbatim } from '#machines/messages/message.ts'
import { sentences } from '#machines/messages/sentences.ts'
import type { Choices } from '#machines/procedure/choices.ts'
import type { CoverageAnswers } from '#machines/procedure/coverage/assess.ts'
import { CUSTOMER_MANAGED_KEYS } from '#machines/procedure/procedure.ts'
import { reportFormatter } from '#messages/report.ts'
import type { ContentOf, Entry } from '#node/records/engagement/journal/entry.ts'
import { renderHtml } from '#node/records/evidence/html.ts'
import { factsOf } from '#node/records/evidence/html-executive.ts'
import { checkReport, writeReport } from '#node/records/evidence/report.ts'
import { verifyReportFile } from '#node/records/evidence/verify.ts'
import { ABOUT, AT, ENTRIES, MADE, reportOf } from './journal.ts'

const made = { ...MADE, madeBy: 'petra@fabrikam.example' }

type Finding = ContentOf<'reading'>['findings'][number]

const finding = (key: string, status: Finding['status'], over: Partial<Finding> = {}): Finding => ({
  ...ENTRIES[7].content.findings[0],
  key,
  status,
  title: verbatim(`${key} ${status}`),
  seen: verbatim(`${key} seen`),
  ...over,
})
/** As Power Platform can say it: of a policy, its own ID alone. */
const named = (environment: ContentOf<'reading'>['environment'], ...findings: readonly Finding[]): Entry => ({
  kind: 'reading',
  content: { ...reading('membership', ...findings).content, ...(environment ? { environment } : {}) },
})
const reading = (step: string, ...findings: readonly Finding[]) =>
  ({ kind: 'reading', content: { ...ENTRIES[7].content, step, findings } }) as const

function covering(coverage: Partial<CoverageAnswers>): Entry {
  const by = 'ada@contoso.example'
  const choices: Choices = { coverage: { answers: [], by, at: AT, acknowledged: [], ...coverage } }
  return { kind: 'choice', content: { by, choices } }
}

const inOrder = [
  reading('policy', finding('policy-target', 'pass'), finding('key-in-its-dates', 'warning', { endsAt: AT + 86_400_000 * 100 })),
  reading('membership', finding('linked-to-policy', 'pass'), finding('key-in-use', 'pass')),
]
const proved = ['integration', 'environment', 'policy', 'membership'].map(
  (step) => ({ kind: 'proved', content: { step, by: 'petra@fabrikam.example' } }) as const,
)
const pageOf = (entries: readonly Entry[], brand?: { readonly name: string; readonly logo?: string }) =>
  renderHtml(ABOUT, reportOf([...entries], { ...made, ...(brand ? { brand } : {}) }))
const summaryOf = (page: string) => /<section class="executive">.*?<\/section>/s.exec(page)?.[0] ?? ''

describe('the first page of a report', () => {
  it('says what is encrypted, by which key, when it was verified, and what to do until when', () => {
    const said = summaryOf(pageOf([covering({}), ...inOrder, ...proved]))
    expect(said).toContain('<p class="verdict pass">Encrypted with your own key</p>')
    expect(said).toContain('policy-target seen')
    expect(said).toContain('<dt>Last verified</dt><dd>Nov 24, 2026')
    expect(said).toContain('<td>Mar 4, 2027</td><td><strong>key-in-its-dates warning</strong>')
    expect(said).toContain('<td>Nov 24, 2027</td><td><strong>Review the key')
    expect(said).toContain('No gaps were recorded.')
  })

  it.each<[string, readonly Entry[], string]>([
    [
      'where Microsoft doesn’t confirm the key',
      [reading('membership', finding('linked-to-policy', 'pass'))],
      'Microsoft doesn’t confirm the key yet',
    ],
    [
      'where the environment isn’t in the policy',
      [reading('membership', finding('linked-to-policy', 'fail'))],
      'Not encrypted with your own key',
    ],
    [
      'where the environment is linked to a policy without an Azure ID',
      [named({ linked: true }, finding('linked-to-policy', 'fail'))],
      'doesn’t say which policy the environment is in',
    ],
    [
      'where the word for such a link isn’t known',
      [named({}, finding('linked-to-policy', 'unknown'))],
      'doesn’t say which policy the environment is in',
    ],
    ['where it’s in no policy', [named({}, finding('linked-to-policy', 'fail'))], 'Not encrypted with your own key'],
    ['where nothing was checked', [], 'the environment wasn’t checked'],
  ])('claims nothing more than was read: %s', (_, entries, verdict) => {
    const said = summaryOf(pageOf(entries))
    expect(said).toContain(verdict)
    expect(said).toContain('Not all steps are verified')
    expect(said).not.toContain('Encrypted with your own key</p>')
  })

  it('names the key, and no resource ID', () => {
    const vault = '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv-contoso-cmk'
    const seen = sentences(
      { messageId: 'policy.policyTarget.vault', values: { vault } },
      { messageId: 'policy.policyTarget.key', values: { key: 'cmk' } },
    )
    const said = summaryOf(pageOf([reading('policy', finding('policy-target', 'pass', { seen }))]))
    expect(said).toContain('<dd>Key store: kv-contoso-cmk. Key: cmk.</dd>')
  })

  it('lists the gaps that a person knows of, and leaves out what a person confirmed', () => {
    const asked = finding('licences', 'unknown')
    const attested = { kind: 'attested', content: { key: 'licences', title: asked.title, by: 'ada@contoso.example' } } as const
    const gap = {
      kind: 'gap-acknowledged',
      content: { key: 'commerce', title: verbatim('Commerce <b>'), by: 'ada@contoso.example' },
    } as const
    const said = summaryOf(pageOf([reading('policy', asked, finding('vault', 'fail')), attested, gap]))
    expect(said).toContain('<li>Commerce &lt;b&gt;</li>')
    expect(said).toContain('vault fail')
    expect(said).not.toContain('licences unknown')
  })

  it('says that gaps aren’t known where the coverage was never assessed', () => {
    const said = summaryOf(pageOf([...inOrder, ...proved]))
    expect(said).not.toContain('No gaps were recorded.')
    expect(said).toContain('Not known: what the key covers isn’t assessed.')
  })

  it.each<[string, Partial<CoverageAnswers>, readonly string[]]>([
    [
      'that no one acknowledged',
      {
        answers: ['commerce-content-management', 'commerce-recommendations'],
        acknowledged: [{ item: 'commerce-recommendations', by: 'a', at: AT }],
      },
      ['the e-commerce content management system is not encrypted with our key'],
    ],
    ['of what may be used', { unsure: ['commerce-recommendations'] }, ['Answered “Don’t know”: Recommendations.']],
  ])('lists the gaps %s', (_, coverage, gaps) => {
    const said = summaryOf(pageOf([covering(coverage), ...inOrder]))
    expect([...said.matchAll(/<li>(.*?)<\/li>/g)].map(([, gap]) => gap)).toEqual(gaps)
    expect(said).not.toContain('No gaps were recorded.')
  })

  it.each([
    ['stored as a sentence by version 1.0.0', 'licences', verbatim('Do the users have the licenses?'), false],
    ['stored with a service’s word as it came', 'licences', { messageId: 'q', values: { state: 'Ready' } }, false],
    ['of another check with the same words', 'rights', { messageId: 'q', values: { state: { messageId: 'serviceWord.ready' } } }, true],
    ['of the same check about something else', 'licences', { messageId: 'q', values: { state: 'Running' } }, true],
  ] as const)('knows a confirmation by its check and its meaning: one %s', (_, key, title, isOpen) => {
    const asked = finding('licences', 'unknown', { title: { messageId: 'q', values: { state: { messageId: 'serviceWord.ready' } } } })
    const attested = { kind: 'attested', content: { key, title, by: 'ada@contoso.example' } } as const
    expect(factsOf(CUSTOMER_MANAGED_KEYS, reportOf([reading('policy', asked), attested], made)).findings).toMatchObject([
      { key: 'licences', isConfirmed: !isOpen },
    ])
  })

  it('is in the customer’s language', async () => {
    const report = reportOf([...inOrder, ...proved], made)
    expect(renderHtml(ABOUT, report, await reportFormatter('de'))).toContain('Mit Ihrem eigenen Schlüssel verschlüsselt')
  })
})

describe('the partner on a report', () => {
  const brand = { name: 'Fabrikam <GmbH>', logo: 'data:image/png;base64,iVBORw0KGgo=' }

  it('stands above everything, and the page is verified with it', async () => {
    const page = pageOf(inOrder, brand)
    expect(page).toContain(
      '<p class="brand"><img src="data:image/png;base64,iVBORw0KGgo=" alt=""><strong>Fabrikam &lt;GmbH&gt;</strong></p>',
    )
    expect(page).toContain('img-src data:')
    expect(await verifyReportFile(CUSTOMER_MANAGED_KEYS, page)).toMatchObject({ ok: true, report: { brand } })
    expect(await verifyReportFile(CUSTOMER_MANAGED_KEYS, page.replace('Fabrikam &lt;', 'Contoso &lt;'))).toMatchObject({ ok: false })
  })

  it('is part of the digest: another name or logo is detected', () => {
    const report = reportOf([], { ...made, brand })
    expect(checkReport(CUSTOMER_MANAGED_KEYS, writeReport(report))).toMatchObject({ ok: true })
    expect(checkReport(CUSTOMER_MANAGED_KEYS, writeReport({ ...report, brand: { name: 'Else' } }))).toMatchObject({ ok: false })
    const hostile = { name: 'x', logo: 'https://evil.example/x.png' }
    expect(checkReport(CUSTOMER_MANAGED_KEYS, writeReport({ ...report, brand: hostile }))).toMatchObject({ ok: false })
  })

  it('is missing where none is set, and the page may show no picture then', () => {
    const page = pageOf(inOrder, { name: '' })
    expect(page).not.toContain('class="brand"')
    expect(page).not.toContain('img-src')
  })
})
