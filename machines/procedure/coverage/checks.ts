import type { CatalogueId, Finding, Observation } from '../../engine/step/finding.ts'
import type { DisplayText } from '../../messages/message.ts'
import type { Check } from '../check.ts'
import { type CoverageAnswers, coverageItem, openGaps } from './assess.ts'
import type { CoverageItemId } from './item-ids.ts'

/** What was answered of the key’s reach, beside the environment it is about. */
export interface CoverageFact {
  /** Absent until an environment is chosen: then nothing is asked. */
  readonly environment?: unknown
  readonly coverage?: CoverageAnswers
}

const titles = (items: readonly CoverageItemId[]): string => items.map((item) => coverageItem(item).title).join('; ')

/** Open until each gap is acknowledged: a gap that nobody knows of must not be found after the encryption. */
function gapsKnown(
  gaps: readonly CoverageItemId[],
  { answers }: CoverageAnswers,
  open: readonly CoverageItemId[],
): Observation | undefined {
  const waiting = open.filter((item) => gaps.includes(item))
  if (waiting.length > 0)
    return {
      status: 'unknown',
      title: waiting.length === 1 ? 'There is a gap to acknowledge' : `There are ${waiting.length} gaps to acknowledge`,
      seen: `Used, and not covered as a whole: ${titles(waiting)}.`,
    }
  const known = answers.filter((item) => gaps.includes(item))
  return known.length === 0 ? undefined : { status: 'pass', title: 'The gap is acknowledged', seen: `${titles(known)}.` }
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
    why: 'The stand-alone Human Resources app does not support the key.',
    remedy: 'Move it to a finance and operations environment first, or acknowledge the gap.',
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
    why: 'The e-commerce content management system, recommendations and what lies in another geography are not covered.',
    remedy: 'Acknowledge each gap, or stop here.',
  },
  {
    key: 'coverage-regulatory-configuration',
    id: 'F-005',
    items: ['finance-rcs', 'tax-calculation', 'tax-calculation-rcs', 'electronic-invoicing', 'electronic-invoicing-rcs'],
    why: 'What uses the stand-alone Regulatory Configuration Service is not covered, and of what replaced it nobody has said so far.',
    remedy: 'Move to Globalization Studio and ask Microsoft for the status, or acknowledge each gap.',
  },
]

const common = { part: 'integration', owner: 'you', source: 'finance-and-operations-keys' } as const

const gapCheck = ({ items, ...words }: Gaps): Check<CoverageFact> => ({
  ...common,
  ...words,
  look: ({ environment, coverage }) =>
    environment === undefined || coverage === undefined ? undefined : gapsKnown(items, coverage, openGaps(coverage)),
})

const OF_ONE_ENTRY = GAPS.flatMap(({ items }) => items)

/** No entry of the catalogue is about the assessment itself; F-004 is the one that says: record the gap as accepted, or stop. */
const assessed: Check<CoverageFact> = {
  ...common,
  key: 'coverage-assessed',
  id: 'F-004',
  why: 'Not every app and add-in is encrypted with your key. What stays outside has to be known before anything is written.',
  remedy: 'Open “What the key covers”, tick what is used, and acknowledge each gap.',
  look: ({ environment, coverage }) => {
    if (environment === undefined) return undefined
    if (coverage === undefined)
      return {
        status: 'unknown',
        title: 'What the key will cover is not assessed yet',
        seen: 'Nobody has said yet which apps and add-ins are used.',
      }
    const others = openGaps(coverage).filter((item) => !OF_ONE_ENTRY.includes(item))
    return (
      (others.length > 0 ? gapsKnown(others, coverage, others) : undefined) ?? {
        status: 'pass',
        title: 'What the key covers is assessed',
        seen: `Used: ${titles(coverage.answers)}.`,
      }
    )
  },
}

/** They stand in step 1, so that nothing is written before the person knows what the key will not reach. */
export const coverageChecks: readonly Check<CoverageFact>[] = [assessed, ...GAPS.map(gapCheck)]

/** True for a finding that is put right on the page about what the key covers. */
export const isPutRightByAssessing = ({ key, status }: Pick<Finding, 'key' | 'status'>): boolean =>
  status === 'unknown' && coverageChecks.some((check) => check.key === key)
