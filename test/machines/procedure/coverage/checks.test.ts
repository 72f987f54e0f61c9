import { describe, expect, it } from 'vitest'
import { asksPerson } from '../../../../machines/engine/step/asks-person.ts'
import { blocks, judge } from '../../../../machines/engine/step/finding.ts'
import { type CoverageAnswers, coverageItem } from '../../../../machines/procedure/coverage/assess.ts'
import { type CoverageFact, coverageChecks } from '../../../../machines/procedure/coverage/checks.ts'
import { COVERAGE_ITEM_IDS, type CoverageItemId } from '../../../../machines/procedure/coverage/item-ids.ts'
import { english } from '../../../english.ts'
import { environment, NOW } from '../../facts.ts'
import { type Row, walkRows } from '../../rows.ts'

const facts = (answers?: readonly CoverageItemId[], acknowledged: readonly CoverageItemId[] = []): CoverageFact => {
  const coverage: CoverageAnswers | undefined = answers && {
    answers,
    by: 'ada',
    at: NOW,
    acknowledged: acknowledged.map((item) => ({ item, by: 'ada', at: NOW })),
  }
  return { environment: environment(), ...(coverage ? { coverage } : {}) }
}

const gaps = (check: string, first: CoverageItemId, second: CoverageItemId): readonly Row<CoverageFact>[] => [
  { check, when: 'nothing of it is used', facts: facts(['finance']), gives: 'nothing' },
  {
    check,
    when: 'it is used',
    facts: facts([first]),
    gives: 'unknown',
    title: 'a gap to acknowledge',
    seen: [english.text(coverageItem(first).title)],
  },
  {
    check,
    when: 'it is used and acknowledged',
    facts: facts([first], [first]),
    gives: 'pass',
    seen: [english.text(coverageItem(first).title)],
  },
  ...(first === second
    ? []
    : ([
        {
          check,
          when: 'one of two is acknowledged',
          facts: facts([first, second], [first]),
          gives: 'unknown',
          title: 'a gap to acknowledge',
        },
      ] as const)),
]

const rows: readonly Row<CoverageFact>[] = [
  { check: 'coverage-assessed', when: 'no environment is chosen', facts: {}, gives: 'nothing' },
  { check: 'coverage-assessed', when: 'nothing is answered', facts: facts(), gives: 'unknown', title: 'isn’t assessed yet' },
  { check: 'coverage-assessed', when: 'all that is used is covered', facts: facts(['finance']), gives: 'pass', seen: ['Finance'] },
  {
    check: 'coverage-assessed',
    when: 'gaps wait that no other entry is about',
    facts: facts(['connectors', 'demand-planning']),
    gives: 'unknown',
    title: 'You have 2 gaps to acknowledge',
    seen: ['Connectors', 'Demand planning'],
  },
  { check: 'coverage-assessed', when: 'they are acknowledged', facts: facts(['connectors'], ['connectors']), gives: 'pass' },
  ...gaps('coverage-human-resources', 'human-resources-stand-alone', 'human-resources-stand-alone'),
  ...gaps('coverage-commerce', 'commerce-recommendations', 'commerce-ratings-elsewhere'),
  ...gaps('coverage-regulatory-configuration', 'tax-calculation', 'finance-rcs'),
]

const unsure = (...items: readonly CoverageItemId[]): CoverageFact => {
  const { environment: of, coverage } = facts(['finance'])
  if (!coverage) throw new Error('Nothing is answered.')
  return { environment: of, coverage: { ...coverage, unsure: items } }
}

const ofUnsure: readonly Row<CoverageFact>[] = [
  { check: 'coverage-unsure', when: 'everything is known', facts: facts(['finance']), gives: 'nothing' },
  { check: 'coverage-unsure', when: 'nothing is answered', facts: facts(), gives: 'nothing' },
  {
    check: 'coverage-unsure',
    when: 'nobody knows of a gap and of something that is covered',
    facts: unsure('demand-planning', 'supply-chain-management'),
    gives: 'unknown',
    title: 'It isn’t known whether 2 apps are used',
    seen: ['Demand planning', 'If used, not fully covered: Demand planning app.'],
    with: { attestable: true, owner: 'lifecycle-services-administrator', offer: expect.objectContaining({ page: 'coverage' }) },
  },
]

describe('the checks of what the key covers', () => walkRows(coverageChecks, [...rows, ...ofUnsure]))

it('lets a person go on without knowing, and asks no one to acknowledge what may not be used', () => {
  const open = judge(coverageChecks, unsure('demand-planning', 'tax-calculation'), NOW).filter((finding) => blocks(finding, []))
  expect(open.map(({ key }) => key)).toEqual(['coverage-unsure'])
  expect(open.filter((finding) => blocks(finding, [{ key: 'coverage-unsure', by: 'ada', at: NOW }]))).toEqual([])
})

describe('a gap', () => {
  it('is a question to a person, and what was not assessed is not', () => {
    const asked = (answers?: readonly CoverageItemId[]) => judge(coverageChecks, facts(answers), NOW).filter(asksPerson)
    expect(asked(['connectors'])).toHaveLength(1)
    expect(asked()).toEqual([])
  })

  it.each(COVERAGE_ITEM_IDS.filter((id) => coverageItem(id).known !== undefined))(
    '%s keeps step 1 closed until it is acknowledged',
    (id) => {
      const open = judge(coverageChecks, facts([id]), NOW).filter((finding) => blocks(finding, []))
      expect(open).toHaveLength(1)
      expect(open.map(({ offer }) => offer)).toMatchObject([{ event: 'GO_TO_PAGE', page: 'coverage' }])
      expect(judge(coverageChecks, facts([id], [id]), NOW).filter((finding) => blocks(finding, []))).toEqual([])
    },
  )
})
