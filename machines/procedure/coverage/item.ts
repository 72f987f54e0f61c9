import type { DisplayText } from '../../messages/message.ts'
import type { SourceId } from '../sources/source-ids.ts'

export type Coverage = 'covered' | 'partly' | 'not' | 'unknown'

export interface Forecast {
  readonly words: string
  /** Last day of the named time, ISO 8601; absent if none is named. */
  readonly until?: string
}

export interface Statement {
  readonly source: SourceId
  /** Printed date, ISO 8601. */
  readonly edition: string
  /** `unlisted`: not in that edition. */
  readonly covers: Coverage | 'unlisted'
  readonly says: DisplayText
  /** Verbatim terms, if the text is available. */
  readonly terms?: readonly string[]
  readonly forecast?: Forecast
}

export const COVERAGE_GROUPS = [
  'finance-and-operations',
  'commerce',
  'add-ins',
  'power-automate',
  'power-platform',
  'dynamics-365',
] as const
export type CoverageGroup = (typeof COVERAGE_GROUPS)[number]

/** An app, a part of one, or a setup that makes a difference. */
export interface CoverageItem {
  readonly title: DisplayText
  readonly hint?: DisplayText
  readonly group: CoverageGroup
  readonly row?: string
  /** Asked only if this item is used. */
  readonly within?: string
  readonly covers: Coverage
  readonly because?: DisplayText
  readonly toDo?: DisplayText
  /** Meaning of acknowledging it; present exactly if it isn't fully covered. */
  readonly known?: DisplayText
  /** Newest edition first. */
  readonly statements: readonly [Statement, ...Statement[]]
}
