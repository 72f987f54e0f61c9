import { describe, expect, it } from 'vitest'
import { asksPerson } from '#machines/engine/step/asks-person.ts'
import { blocks, judge } from '#machines/engine/step/finding.ts'
import { type CoverageAnswers, coverageItem } from '#machines/procedure/coverage/assess.ts'
import { type CoverageFact, coverageChecks } from '#machines/procedure/coverage/checks.ts'
import { COVERAGE_ITEM_IDS, type CoverageItemId } from '#machines/procedure/coverage/item-ids.ts'
import { english } from '#test/english.ts'
import { environment, NOW } from '../../facts.ts'
import { type Rows, row, walkRows } from '../../rows.ts'

const facts = (answers?: readonly CoverageItemId[], acknowledged: readonly CoverageItemId[] = []): CoverageFact => {
  const coverage: CoverageAnswers | undefined = answers && {
    answers,
    by: 'ada',
    at: NOW,
    acknowledged: acknowledged.map((item) => ({ item, by: 'ada', at: NOW })),
  }
  return { environment: environment(), ...(coverage ? { coverage } : {}) }
}

const gaps = (check: string, first: CoverageItemId, second?: CoverageItemId): Rows<CoverageFact> => {
  const seen = english.text(coverageItem(first).title)
  const title = 'a gap to acknowledge'
  return {
    [check]: [
      row.nothing('nothing of it is used', facts(['finance'])),
      row.unknown('it is used', facts([first]), { title, seen }),
      row.pass('it is used and acknowledged', facts([first], [first]), { seen }),
      ...(second ? [row.unknown('one of two is acknowledged', facts([first, second], [first]), { title })] : []),
    ],
  }
}

const rows: Rows<CoverageFact> = {
  'coverage-assessed': [
    row.nothing('no environment is chosen', {}),
    row.unknown('nothing is answered', facts(), { title: 'isn’t assessed yet' }),
    row.pass('all that is used is covered', facts(['finance']), { seen: 'Finance' }),
    row.unknown('gaps wait that no other entry is about', facts(['connectors', 'demand-planning']), {
      title: 'You have 2 gaps to acknowledge',
      seen: ['Connectors', 'Demand planning'],
    }),
    row.pass('they are acknowledged', facts(['connectors'], ['connectors'])),
  ],
  ...gaps('coverage-human-resources', 'human-resources-stand-alone'),
  ...gaps('coverage-commerce', 'commerce-recommendations', 'commerce-ratings-elsewhere'),
  ...gaps('coverage-regulatory-configuration', 'tax-calculation', 'finance-rcs'),
}

const unsure = (...items: readonly CoverageItemId[]): CoverageFact => {
  const { environment: of, coverage } = facts(['finance'])
  if (!coverage) throw new Error('Nothing is answered.')
  return { environment: of, coverage: { ...coverage, unsure: items } }
}

const ofUnsure: Rows<CoverageFact> = {
  'coverage-unsure': [
    row.nothing('everything is known', facts(['finance'])),
    row.nothing('nothing is answered', facts()),
    row.unknown('no one knows of a gap and of something that is covered', unsure('demand-planning', 'supply-chain-management'), {
      title: 'Are 2 apps used?',
      seen: ['Demand planning', 'If used, not fully covered: Demand planning app.'],
      attestable: true,
      owner: 'lifecycle-services-administrator',
      offer: expect.objectContaining({ page: 'coverage' }),
    }),
  ],
}

describe('the checks of what the key covers', () => walkRows(coverageChecks, rows, ofUnsure))

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
