import { pass, question, unknown } from '#machines/engine/step/observations.ts'
import type { CatalogueId, Observation, Offer } from '../../engine/step/finding.ts'
import type { DisplayText } from '../../messages/message.ts'
import { sentences } from '../../messages/sentences.ts'
import type { Check } from '../check.ts'
import { type CoverageAnswers, coverageItem, openGaps } from './assess.ts'
import type { CoverageItemId } from './item-ids.ts'
import { messages } from './messages.ts'

export interface CoverageFact {
  readonly environment?: unknown
  readonly coverage?: CoverageAnswers
}

const titles = (items: readonly CoverageItemId[]): readonly DisplayText[] => items.map((item) => coverageItem(item).title)

const ASSESS: Offer = { event: 'GO_TO_PAGE', page: 'coverage', title: messages.assess }

/** Open until each gap is acknowledged, so that no gap is discovered after the encryption. */
function gapsKnown(
  gaps: readonly CoverageItemId[],
  { answers }: CoverageAnswers,
  open: readonly CoverageItemId[],
): Observation | undefined {
  const waiting = open.filter((item) => gaps.includes(item))
  if (waiting.length > 0)
    return unknown(messages.gapsToAcknowledge({ count: waiting.length }), messages.notCoveredAsWhole({ items: titles(waiting) }), {
      toAcknowledge: true,
      offer: ASSESS,
    })
  const known = answers.filter((item) => gaps.includes(item))
  return known.length === 0 ? undefined : pass(messages.gapAcknowledged, messages.items({ items: titles(known) }))
}

interface Gaps {
  readonly key: string
  readonly id: CatalogueId
  readonly items: readonly CoverageItemId[]
  readonly why: DisplayText
  readonly remedy: DisplayText
}

const GAPS: readonly Gaps[] = [
  {
    key: 'coverage-human-resources',
    id: 'F-003',
    items: ['human-resources-stand-alone'],
    ...messages.coverageHumanResources,
  },
  {
    key: 'coverage-commerce',
    id: 'F-004',
    items: [
      'commerce-content-management',
      'commerce-recommendations',
      'commerce-scale-units-elsewhere',
      'commerce-e-commerce-elsewhere',
      'commerce-ratings-elsewhere',
    ],
    ...messages.coverageCommerce,
  },
  {
    key: 'coverage-regulatory-configuration',
    id: 'F-005',
    items: ['finance-rcs', 'tax-calculation', 'tax-calculation-rcs', 'electronic-invoicing', 'electronic-invoicing-rcs'],
    ...messages.coverageRegulatoryConfiguration,
  },
]

const common = {
  part: 'integration',
  owner: 'you',
  source: 'finance-and-operations-keys',
  heading: 'CMK support across finance and operations apps',
} as const

const gapCheck = ({ items, ...words }: Gaps): Check<CoverageFact> => ({
  ...common,
  ...words,
  judge: ({ environment, coverage }) =>
    environment === undefined || coverage === undefined ? undefined : gapsKnown(items, coverage, openGaps(coverage)),
})

const OF_ONE_ENTRY = GAPS.flatMap(({ items }) => items)

/** No catalogue entry covers the assessment itself; F-004 is the closest: record the gap as accepted, or stop. */
const assessed: Check<CoverageFact> = {
  ...common,
  key: 'coverage-assessed',
  id: 'F-004',
  why: messages.coverageAssessed.why,
  remedy: messages.coverageAssessed.remedy,
  judge: ({ environment, coverage }) => {
    if (environment === undefined) return undefined
    if (coverage === undefined)
      return unknown(messages.coverageAssessed.notAssessed, messages.coverageAssessed.notAssessedSeen, { offer: ASSESS })
    const others = openGaps(coverage).filter((item) => !OF_ONE_ENTRY.includes(item))
    return (
      (others.length > 0 ? gapsKnown(others, coverage, others) : undefined) ??
      pass(messages.coverageAssessed.assessed, messages.used({ items: titles(coverage.answers) }))
    )
  },
}

export const UNSURE = 'coverage-unsure'

/** Unknown use: someone who knows is asked; until then a person can continue and say so. */
const unsure: Check<CoverageFact> = {
  ...common,
  key: UNSURE,
  id: 'F-004',
  owner: 'lifecycle-services-administrator',
  why: messages.coverageAssessed.why,
  remedy: messages.coverageUnsure.remedy,
  judge({ environment, coverage }) {
    const items = coverage?.unsure ?? []
    if (environment === undefined || items.length === 0) return undefined
    const gaps = items.filter((item) => coverageItem(item).known !== undefined)
    const [only, ...others] = titles(items)
    const seen = messages.coverageUnsure.seen({ items: titles(items) })
    return question(
      only && others.length === 0 ? messages.coverageUnsure.isUsed({ app: only }) : messages.coverageUnsure.title({ count: items.length }),
      gaps.length === 0 ? seen : sentences(seen, messages.coverageUnsure.gaps({ items: titles(gaps) })),
      { offer: ASSESS },
    )
  },
}

/** Part of step 1, so that gaps are known before anything is written. */
export const coverageChecks: readonly Check<CoverageFact>[] = [assessed, ...GAPS.map(gapCheck), unsure]
