import { defined } from '../../defined.ts'
import type { Same } from '../../engine/same-type.ts'
import { type DisplayText, verbatim } from '../../messages/message.ts'
import type { SourceId } from '../sources/source-ids.ts'
import { sourceOf } from '../sources/sources.ts'
import { ADD_INS, APPS } from './finance-and-operations.ts'
import type { Coverage, CoverageItem, Statement } from './item.ts'
import { COVERAGE_ITEM_IDS, type CoverageItemId } from './item-ids.ts'
import { FLOWS, SERVICES } from './power-platform.ts'

const COVERAGE_ITEMS = { ...APPS, ...ADD_INS, ...FLOWS, ...SERVICES } as const
/** Compile-time check: the tables match their list of IDs. */
const idsAreTheTables: Same<keyof typeof COVERAGE_ITEMS, CoverageItemId> = true
void idsAreTheTables

export const coverageItem = (id: CoverageItemId): CoverageItem => COVERAGE_ITEMS[id]

/** Never asked: step 1 gives every environment a Dataverse database. */
export const ALWAYS_USED: CoverageItemId = 'dataverse'

export interface Acknowledgement {
  readonly item: CoverageItemId
  readonly by: string
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
}

/** Coverage answers and acknowledged gaps; absent until answered. Part of the evidence. */
export interface CoverageAnswers {
  readonly answers: readonly CoverageItemId[]
  readonly unsure?: readonly CoverageItemId[]
  readonly by: string
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number
  readonly acknowledged: readonly Acknowledgement[]
}

export interface AssessedStatement extends Statement {
  readonly title: DisplayText
  readonly disagrees: boolean
  readonly forecastIs?: 'stale' | 'open' | 'undated'
}

export interface AssessedItem {
  readonly item: CoverageItemId
  readonly title: DisplayText
  readonly covers: Coverage
  readonly because?: DisplayText
  readonly toDo?: DisplayText
  /** Only for a gap: meaning of the acknowledgment. */
  readonly known?: DisplayText
  readonly newest: AssessedStatement
  readonly older: readonly AssessedStatement[]
  readonly acknowledged?: Omit<Acknowledgement, 'item'>
}

/** Table order, no duplicates, parts only with their whole. @param used the used items that wholes are looked up in */
export const normalise = (apps: readonly CoverageItemId[], used = apps): readonly CoverageItemId[] =>
  COVERAGE_ITEM_IDS.filter((id) => {
    const { within } = coverageItem(id)
    return id !== ALWAYS_USED && apps.includes(id) && (within === undefined || used.some((each) => each === within))
  })

/** Unknown items without those known to be used. */
export const normaliseUnsure = (unsure: readonly CoverageItemId[], apps: readonly CoverageItemId[]): readonly CoverageItemId[] =>
  normalise(
    unsure.filter((id) => !apps.includes(id)),
    normalise(apps),
  )

const isGap = (id: CoverageItemId): boolean => coverageItem(id).covers !== 'covered'

/** Used items that are not fully covered and not acknowledged. */
export const openGaps = ({ answers, acknowledged }: CoverageAnswers): readonly CoverageItemId[] =>
  answers.filter((id) => isGap(id) && !acknowledged.some(({ item }) => item === id))

/** New answers. Drops acknowledgments of unused apps. @param at milliseconds since 1970-01-01T00:00:00Z */
export function answered(
  before: CoverageAnswers | undefined,
  { apps, unsure = [] }: { readonly apps: readonly CoverageItemId[]; readonly unsure?: readonly CoverageItemId[] },
  by: string,
  at: number,
): CoverageAnswers {
  const answers = normalise(apps)
  const open = normaliseUnsure(unsure, apps)
  return {
    answers,
    ...(open.length === 0 ? {} : { unsure: open }),
    by,
    at,
    acknowledged: (before?.acknowledged ?? []).filter(({ item }) => answers.includes(item)),
  }
}

function forecastState({ forecast }: Statement, now: number): AssessedStatement['forecastIs'] {
  if (!forecast) return undefined
  if (forecast.until === undefined) return 'undated'
  return Date.parse(`${forecast.until}T23:59:59Z`) < now ? 'stale' : 'open'
}

/** A document contradicts only if it once listed the item and no longer does. */
function disagrees(statement: Statement, [newest, ...older]: CoverageItem['statements']): boolean {
  if (statement.covers !== 'unlisted') return newest.covers !== 'unlisted' && statement.covers !== newest.covers
  return older.some((each) => each.source === statement.source && each.edition < statement.edition && each.covers !== 'unlisted')
}

function assessItem(item: CoverageItemId, acknowledged: readonly Acknowledgement[], now: number): AssessedItem {
  const { title, covers, because, toDo, known, statements } = coverageItem(item)
  const read = (statement: Statement): AssessedStatement => {
    const forecastIs = forecastState(statement, now)
    const source: SourceId = statement.source
    return {
      ...statement,
      title: verbatim(sourceOf(source).title),
      disagrees: statement !== statements[0] && disagrees(statement, statements),
      ...(forecastIs ? { forecastIs } : {}),
    }
  }
  const [newest, ...older] = statements
  const word = acknowledged.find((each) => each.item === item)
  return {
    item,
    title,
    covers,
    ...defined({ because, toDo, known }),
    newest: read(newest),
    older: older.map(read),
    ...(word ? { acknowledged: { by: word.by, at: word.at } } : {}),
  }
}

const WORST_FIRST: readonly Coverage[] = ['not', 'partly', 'unknown', 'covered']

/** Assessment of used items, largest gaps first. @param now milliseconds since 1970-01-01T00:00:00Z, compared with forecasts */
export const assess = ({ answers, acknowledged }: CoverageAnswers, now: number): readonly AssessedItem[] =>
  assessed([...answers, ALWAYS_USED], acknowledged, now)

/** Assessment of possibly used items, without acknowledgments. */
export const assessUnsure = ({ unsure = [] }: CoverageAnswers, now: number): readonly AssessedItem[] =>
  assessed(unsure, [], now).map(({ known: _, ...item }) => item)

const assessed = (items: readonly CoverageItemId[], acknowledged: readonly Acknowledgement[], now: number): readonly AssessedItem[] =>
  items.map((item) => assessItem(item, acknowledged, now)).sort((a, b) => WORST_FIRST.indexOf(a.covers) - WORST_FIRST.indexOf(b.covers))
