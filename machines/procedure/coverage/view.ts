import { defined } from '../../defined.ts'
import type { WizardContext } from '../../engine/wizard/context.ts'
import type { DisplayText } from '../../messages/message.ts'
import type { Choices } from '../choices.ts'
import { newestThings } from '../key-map/key-map-view.ts'
import type { ShownThings } from '../key-map/shown.ts'
import { ALWAYS_USED, type AssessedItem, assess, assessUnsure, type CoverageAnswers, coverageItem, openGaps } from './assess.ts'
import type { Coverage, CoverageGroup } from './item.ts'
import { COVERAGE_ITEM_IDS, type CoverageItemId } from './item-ids.ts'
import { messages } from './messages.ts'

export interface CoverageRow {
  readonly item: CoverageItemId
  readonly title: DisplayText
  /** Of all parts: partly covered if they differ. */
  readonly covers: Coverage
  readonly openGaps: number
  readonly gaps: number
  readonly disagrees: boolean
  readonly items: readonly AssessedItem[]
}

export interface CoverageView {
  readonly answering: boolean
  readonly uses: readonly {
    readonly item: CoverageItemId
    readonly title: DisplayText
    readonly hint?: DisplayText
    readonly group: CoverageGroup
    /** Asked only while this item is selected. */
    readonly within?: string
    /** Given answer, or the environment's own; absent: unanswered. */
    readonly answer?: 'yes' | 'no' | 'unsure'
  }[]
  readonly answered?: { readonly by: string; readonly at: number }
  /** Per app, largest gaps first; empty until answered. */
  readonly rows: readonly CoverageRow[]
  readonly unsure?: readonly CoverageRow[]
  readonly openGaps: number
  readonly announcement: DisplayText
}

function rowOf({ item, title, covers }: AssessedItem, items: readonly AssessedItem[]): CoverageRow {
  const gaps = items.filter(({ known }) => known !== undefined)
  return {
    item,
    title,
    covers: items.every((each) => each.covers === covers) ? covers : 'partly',
    openGaps: gaps.filter(({ acknowledged }) => acknowledged === undefined).length,
    gaps: gaps.length,
    disagrees: items.some(({ older }) => older.some(({ disagrees }) => disagrees)),
    items: [...gaps, ...items.filter((each) => !gaps.includes(each))],
  }
}

/** One row per app with its parts, at the place of its largest gap. */
export function rowsOf(items: readonly AssessedItem[]): readonly CoverageRow[] {
  const wholeOf = ({ item }: AssessedItem): string => coverageItem(item).within ?? item
  return [...new Set(items.map(wholeOf))].flatMap((whole) => {
    const own = items.filter((item) => wholeOf(item) === whole)
    const itself = own.find(({ item }) => item === whole)
    return itself ? [rowOf(itself, own)] : []
  })
}

function announcement(answering: boolean, gaps: number, open: number): DisplayText {
  if (answering) return messages.tickEverything
  if (gaps === 0) return messages.noKnownGaps
  return open === 0 ? messages.allAcknowledged : messages.gapsWait({ count: open })
}

function answerIn({ answers, unsure = [] }: CoverageAnswers, item: CoverageItemId): 'yes' | 'no' | 'unsure' {
  if (answers.includes(item)) return 'yes'
  return unsure.includes(item) ? 'unsure' : 'no'
}

/** Apps implied by the environment: finance and operations, and those it was created with. */
function usedBy(app: ShownThings['app']): readonly CoverageItemId[] {
  if (app === undefined || app === 'absent') return []
  return app.kind === 'lifecycle-services' || app.kind === 'cloud-hosted' ? ['finance', 'lifecycle-services'] : ['finance']
}

/** @param now milliseconds since 1970-01-01T00:00:00Z */
export function coverageView(context: WizardContext, answering: boolean, now: number): CoverageView {
  const { coverage }: Choices = context.choices
  const rows = rowsOf(coverage ? assess(coverage, now) : [])
  const unsure = coverage ? assessUnsure(coverage, now).map((item) => rowOf(item, [item])) : []
  const open = coverage ? openGaps(coverage).length : 0
  const known = usedBy(newestThings(context).app)
  return {
    answering,
    uses: COVERAGE_ITEM_IDS.filter((item) => item !== ALWAYS_USED).map((item) => {
      const { title, hint, group, within } = coverageItem(item)
      return {
        item,
        title,
        group,
        ...defined({ hint, within, answer: coverage ? answerIn(coverage, item) : known.includes(item) ? ('yes' as const) : undefined }),
      }
    }),
    ...(coverage ? { answered: { by: coverage.by, at: coverage.at } } : {}),
    rows,
    ...(unsure.length === 0 ? {} : { unsure }),
    openGaps: open,
    announcement: announcement(
      answering,
      rows.reduce((sum, { gaps }) => sum + gaps, 0),
      open,
    ),
  }
}
