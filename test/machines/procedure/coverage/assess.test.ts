import { describe, expect, it } from 'vitest'
import { answered, assess, type CoverageAnswers, coverageItem, normalise, openGaps } from '#machines/procedure/coverage/assess.ts'
import { COVERAGE_GROUPS } from '#machines/procedure/coverage/item.ts'
import { COVERAGE_ITEM_IDS, type CoverageItemId } from '#machines/procedure/coverage/item-ids.ts'
import { english } from '#test/english.ts'

const NOW = Date.parse('2026-11-24T12:00:00Z')
const using = (...answers: readonly CoverageItemId[]): CoverageAnswers => ({ answers, by: 'ada', at: NOW, acknowledged: [] })
const of = (item: CoverageItemId, now = NOW) => {
  const found = assess(using(item), now).find((each) => each.item === item)
  if (!found) throw new Error(`${item} is not assessed`)
  return found
}

const ARTICLE = 'finance-and-operations-keys 2026-03-13'
const ARTICLE_2023 = 'finance-and-operations-keys 2023-02-01'
const PAGE = 'power-platform-keys 2025-06-09'
const PAGE_2023 = 'power-platform-keys 2023-08-24'
const FLOWS = 'power-automate-keys 2025-05-21'
const FLOWS_2024 = 'power-automate-keys 2024-08-06'

/** Statements of the documents, newest first: `!` if one contradicts the newest. */
const ROWS: Readonly<Record<CoverageItemId, readonly [covers: string, ...says: string[]]>> = {
  finance: ['covered', `${ARTICLE} covered`, `${PAGE} covered`, `${PAGE_2023} covered`, `${ARTICLE_2023} covered`],
  'finance-rcs': ['not', `${ARTICLE} not`, `${ARTICLE_2023} not`],
  'supply-chain-management': ['covered', `${ARTICLE} covered`, `${PAGE} covered`, `${PAGE_2023} covered`, `${ARTICLE_2023} covered`],
  'demand-planning': ['partly', `${ARTICLE} partly`, `${ARTICLE_2023} unlisted`],
  'human-resources': ['covered', `${ARTICLE} covered`, `${ARTICLE_2023} covered`],
  'human-resources-stand-alone': ['not', `${ARTICLE} not`, `${ARTICLE_2023} not`],
  'lifecycle-services': ['not', `${ARTICLE} not`, `${ARTICLE_2023} not`],
  commerce: ['covered', `${ARTICLE} covered`, `${PAGE} unlisted!`, `${PAGE_2023} covered`, `${ARTICLE_2023} covered`],
  'commerce-content-management': ['not', `${ARTICLE} not`, `${ARTICLE_2023} not`],
  'commerce-recommendations': ['not', `${ARTICLE} not`, `${ARTICLE_2023} not`],
  'commerce-scale-units': ['covered', `${ARTICLE} covered`, `${ARTICLE_2023} unlisted`],
  'commerce-scale-units-elsewhere': ['not', `${ARTICLE} not`, `${ARTICLE_2023} unlisted`],
  'commerce-e-commerce': ['covered', `${ARTICLE} covered`, `${ARTICLE_2023} unlisted`],
  'commerce-e-commerce-elsewhere': ['not', `${ARTICLE} not`, `${ARTICLE_2023} unlisted`],
  'commerce-ratings': ['covered', `${ARTICLE} covered`, `${ARTICLE_2023} unlisted`],
  'commerce-ratings-elsewhere': ['not', `${ARTICLE} not`, `${ARTICLE_2023} unlisted`],
  'tax-calculation': ['unknown', `${ARTICLE} unknown`, `${ARTICLE_2023} unknown`],
  'tax-calculation-rcs': ['not', `${ARTICLE} not`, `${ARTICLE_2023} not`],
  'electronic-invoicing': ['unknown', `${ARTICLE} unknown`, `${ARTICLE_2023} unknown`],
  'electronic-invoicing-rcs': ['not', `${ARTICLE} not`, `${ARTICLE_2023} not`],
  'other-add-ins': ['covered', `${ARTICLE} covered`, `${ARTICLE_2023} covered`],
  'power-automate': ['covered', `${PAGE} covered`, `${FLOWS} covered`, `${FLOWS_2024} partly!`, `${PAGE_2023} partly!`],
  'flows-power-apps-v1': ['not', `${FLOWS} not`, `${FLOWS_2024} not`],
  'flows-http-teams': ['not', `${FLOWS} not`, `${FLOWS_2024} not`],
  'flows-parents': ['not', `${FLOWS} not`, `${FLOWS_2024} not`],
  'flows-list-as-admin': ['not', `${FLOWS} not`, `${FLOWS_2024} not`],
  'flows-non-oauth': ['not', `${FLOWS} not`],
  'hosted-machine-groups': ['partly', `${FLOWS} partly`],
  'hosted-machines': ['not', `${FLOWS} not`],
  dataverse: ['covered', `${PAGE} covered`, `${PAGE_2023} covered`],
  'dataverse-copilot': ['covered', `${PAGE} covered`, `${PAGE_2023} unlisted`],
  'copilot-studio': ['covered', `${PAGE} covered`, `${PAGE_2023} not!`],
  'customer-insights-data': ['covered', `${PAGE} covered`, `${PAGE_2023} covered`],
  'power-apps': ['partly', `${PAGE} partly`],
  'platform-apps-data': ['unknown', 'enterprise-policy-scripts 2026-05-13 unknown', `${PAGE} unlisted`],
  connectors: ['not', `${PAGE} not`, `${PAGE_2023} not`],
  'solution-checker': ['not', `${PAGE} not`],
  'maker-welcome-content': ['not', `${PAGE} not`],
  nuance: ['not', `${PAGE} not`],
  'other-services': ['unknown', `${PAGE} unlisted`],
  sales: ['covered', `${PAGE} covered`, `${PAGE_2023} covered`],
  'customer-service': ['covered', `${PAGE} covered`, `${PAGE_2023} covered`],
  'field-service': ['covered', `${PAGE} covered`, `${PAGE_2023} covered`],
  retail: ['covered', `${PAGE} covered`, `${PAGE_2023} covered`],
  chat: ['covered', `${PAGE} covered`, `${PAGE_2023} covered`],
  'project-operations': ['covered', `${PAGE} covered`, `${PAGE_2023} covered`],
  'intelligent-order-management': ['covered', `${PAGE} covered`, `${PAGE_2023} covered`],
  'fraud-protection': ['covered', `${PAGE} covered`, `${PAGE_2023} covered`],
}

const isSentence = (text: string): boolean => /^\p{Lu}.*\.$/su.test(text)

describe('the coverage tables', () => {
  it.each(COVERAGE_ITEM_IDS)('say of %s what each edition says, newest first', (id) => {
    const { covers, newest, older } = of(id)
    expect([
      covers,
      ...[newest, ...older].map((each) => `${each.source} ${each.edition} ${each.covers}${each.disagrees ? '!' : ''}`),
    ]).toEqual(ROWS[id])
    const editions = [newest, ...older].map(({ edition }) => edition)
    expect(editions).toEqual([...editions].sort().reverse())
  })

  it.each(COVERAGE_ITEM_IDS)('word %s for people', (id) => {
    const { title, because, toDo, known, covers, statements, group, within } = english.all(coverageItem(id))
    for (const sentence of [because, toDo, ...statements.map(({ says }) => says)]) {
      if (sentence !== undefined) expect(isSentence(sentence), sentence).toBe(true)
      expect(sentence ?? '').not.toMatch(/ {2}|'/)
    }
    expect(title).toMatch(/^\p{Lu}[^.]*$/u)
    // Only items that aren't fully covered have a remedy and an acknowledgment.
    expect(known !== undefined).toBe(covers !== 'covered')
    if (known !== undefined) expect(toDo).toBeDefined()
    expect(known ?? 'x').toMatch(/[^.]$/)
    expect(COVERAGE_GROUPS).toContain(group)
    if (within !== undefined) expect(COVERAGE_ITEM_IDS).toContain(within)
  })

  it('call a forecast stale from the day after the time it names', () => {
    expect(of('finance-rcs', Date.parse('2023-12-31T12:00:00Z')).newest.forecastIs).toBe('open')
    expect(of('finance-rcs', Date.parse('2024-01-01T12:00:00Z')).newest.forecastIs).toBe('stale')
    expect(of('tax-calculation-rcs').newest).toMatchObject({
      forecast: { words: 'expected in late 2023, when RCS functionality is added to the finance and operations platform' },
      forecastIs: 'stale',
    })
    expect(of('lifecycle-services').newest.forecastIs).toBe('undated')
    expect(of('commerce-recommendations').newest.forecastIs).toBeUndefined()
  })
})

describe('the coverage assessment', () => {
  it('puts what is not covered first and takes Dataverse along', () => {
    expect(assess(using('finance', 'tax-calculation', 'demand-planning', 'connectors'), NOW).map(({ item }) => item)).toEqual([
      'connectors',
      'demand-planning',
      'tax-calculation',
      'finance',
      'dataverse',
    ])
  })

  it('asks for the parts of an app only where the app is used', () => {
    expect(normalise(['commerce-recommendations', 'finance', 'finance', 'dataverse'])).toEqual(['finance'])
    expect(normalise(['commerce-recommendations', 'commerce'])).toEqual(['commerce', 'commerce-recommendations'])
  })

  it('has a gap open until a person acknowledges it, and keeps the acknowledgement as long as the app is used', () => {
    const first = answered(undefined, { apps: ['finance', 'connectors', 'demand-planning'] }, 'ada', 1)
    expect(openGaps(first)).toEqual(['demand-planning', 'connectors'])
    const known = { ...first, acknowledged: [{ item: 'connectors', by: 'ada', at: 2 }] as const }
    expect(openGaps(known)).toEqual(['demand-planning'])
    expect(assess(known, NOW)[0]).toMatchObject({ item: 'connectors', acknowledged: { by: 'ada', at: 2 } })
    const changed = answered(known, { apps: ['finance', 'connectors'] }, 'kim', 3)
    expect(changed).toMatchObject({ by: 'kim', at: 3 })
    expect(openGaps(changed)).toEqual([])
    const without = answered(changed, { apps: ['finance'] }, 'kim', 4)
    expect(openGaps(answered(without, { apps: ['finance', 'connectors'] }, 'kim', 5))).toEqual(['connectors'])
  })
})
