import type { WizardContext } from '../../engine/wizard/context.ts'
import type { CoverageView } from '../../engine/wizard/view-of-side-pages.ts'
import { ALWAYS_USED, assess, coverageItem, openGaps } from './assess.ts'
import { COVERAGE_ITEM_IDS } from './item-ids.ts'

function announcement(answering: boolean, gaps: number, open: number): string {
  if (answering) return 'Tick everything that is used in the environment'
  if (gaps === 0) return 'No known gaps in what you selected'
  return open === 0 ? 'All gaps are acknowledged' : `${open === 1 ? '1 gap waits' : `${open} gaps wait`} to be acknowledged`
}

/**
 * The page about what the key covers: what can be ticked, and what the documents make of what is.
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function coverageView({ choices }: WizardContext, answering: boolean, now: number): CoverageView {
  const { coverage } = choices
  const items = coverage ? assess(coverage, now) : []
  const open = coverage ? openGaps(coverage).length : 0
  return {
    answering,
    uses: COVERAGE_ITEM_IDS.filter((item) => item !== ALWAYS_USED).map((item) => {
      const { title, hint, group, within } = coverageItem(item)
      return {
        item,
        title,
        group,
        ...(hint === undefined ? {} : { hint }),
        ...(within === undefined ? {} : { within }),
        used: coverage?.answers.includes(item) ?? false,
      }
    }),
    ...(coverage ? { answered: { by: coverage.by, at: coverage.at } } : {}),
    items,
    openGaps: open,
    announcement: announcement(answering, items.filter(({ known }) => known !== undefined).length, open),
  }
}
