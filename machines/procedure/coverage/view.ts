import type { WizardContext } from '../../engine/wizard/context.ts'
import type { DisplayText } from '../../messages/message.ts'
import { present } from '../../present.ts'
import type { Choices } from '../choices.ts'
import { ALWAYS_USED, type AssessedItem, assess, coverageItem, openGaps } from './assess.ts'
import type { CoverageGroup } from './item.ts'
import { COVERAGE_ITEM_IDS, type CoverageItemId } from './item-ids.ts'
import { messages } from './messages.ts'

/** What is used in the environment, and how far the key reaches it. */
export interface CoverageView {
  /** True while the person ticks what is used. */
  readonly answering: boolean
  /** In the order of the form. */
  readonly uses: readonly {
    readonly item: CoverageItemId
    readonly title: DisplayText
    readonly hint?: DisplayText
    readonly group: CoverageGroup
    /** Asked for only while this other item is ticked. */
    readonly within?: string
    readonly used: boolean
  }[]
  readonly answered?: { readonly by: string; readonly at: number }
  /** The largest gaps first; empty until it is answered. */
  readonly items: readonly AssessedItem[]
  readonly openGaps: number
  readonly announcement: DisplayText
}

function announcement(answering: boolean, gaps: number, open: number): DisplayText {
  if (answering) return messages.tickEverything
  if (gaps === 0) return messages.noKnownGaps
  return open === 0 ? messages.allAcknowledged : messages.gapsWait({ count: open })
}

/**
 * The page about what the key covers: what can be ticked, and what the documents make of what is.
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function coverageView({ choices }: WizardContext, answering: boolean, now: number): CoverageView {
  const { coverage }: Choices = choices
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
        ...present({ hint, within }),
        used: coverage?.answers.includes(item) ?? false,
      }
    }),
    ...(coverage ? { answered: { by: coverage.by, at: coverage.at } } : {}),
    items,
    openGaps: open,
    announcement: announcement(answering, items.filter(({ known }) => known !== undefined).length, open),
  }
}
