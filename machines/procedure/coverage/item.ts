import type { DisplayText } from '../../messages/message.ts'
import type { SourceId } from '../source-ids.ts'

/** How far a customer-managed key reaches, as a document says it. */
export type Coverage = 'covered' | 'partly' | 'not' | 'unknown'

/** Something a document promises for later. */
export interface Forecast {
  /** The document’s own words. */
  readonly words: string
  /** Last day of the time it names, ISO 8601; absent where it names none. */
  readonly until?: string
}

/** What one edition of one document says of an item. */
export interface Statement {
  readonly source: SourceId
  /** Date printed in that edition, ISO 8601. */
  readonly edition: string
  /** `unlisted`: that edition does not name the item. */
  readonly covers: Coverage | 'unlisted'
  /** In short, in our words. */
  readonly says: DisplayText
  /** The document’s own terms, verbatim, where its text is at hand. */
  readonly terms?: readonly string[]
  readonly forecast?: Forecast
}

/** Headings under which the person ticks what is used. */
export const COVERAGE_GROUPS = [
  'finance-and-operations',
  'commerce',
  'add-ins',
  'power-automate',
  'power-platform',
  'dynamics-365',
] as const
export type CoverageGroup = (typeof COVERAGE_GROUPS)[number]

/** One thing that is used or not: an app, a part of one, or a way of setting it up that makes a difference. */
export interface CoverageItem {
  readonly title: DisplayText
  readonly hint?: DisplayText
  readonly group: CoverageGroup
  /** Row of the tables in the finance and operations article. */
  readonly row?: string
  /** Asked for only where this other item is used. */
  readonly within?: string
  readonly covers: Coverage
  /** Why it is so, where that is more than what the newest edition says. */
  readonly because?: DisplayText
  readonly toDo?: DisplayText
  /** What the person knows who acknowledges it; present exactly where it is not covered as a whole. */
  readonly known?: DisplayText
  /** What the documents say, newest edition first. */
  readonly statements: readonly [Statement, ...Statement[]]
}
