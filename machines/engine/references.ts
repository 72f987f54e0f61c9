import type { DisplayText } from '../messages/message.ts'
import type { ContradictionId, LinkId, SourceId, WaitId } from './step/finding.ts'

/** A source document. Documents change and disagree, so each has an edition. */
export interface Source {
  readonly title: string
  readonly url: string
  /** Printed date, ISO 8601; absent if none. */
  readonly edition?: string
}

export interface KnownWait {
  readonly what: DisplayText
  readonly takes: DisplayText
  readonly sources: readonly [SourceId, ...SourceId[]]
}

export interface Contradiction {
  readonly topic: DisplayText
  /** Newest edition first, undated last. */
  readonly statements: readonly [Statement, Statement]
  readonly goesBy: DisplayText
}

interface Statement {
  readonly source: SourceId
  readonly says: DisplayText
}

/** References by ID. Each throws for an unknown one. */
export interface References {
  sourceOf(id: SourceId): Source
  /** Sections about a change. @param kind of the action */
  placesOf(kind: string): readonly (readonly [SourceId, string])[]
  linkTitle(id: LinkId): DisplayText
  waitOf(id: WaitId): KnownWait
  contradictionOf(id: ContradictionId): Contradiction
}
