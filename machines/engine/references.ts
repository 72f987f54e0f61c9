import type { DisplayText } from '../messages/message.ts'
import type { ContradictionId, LinkId, SourceId, WaitId } from './step/finding.ts'

/** A document that a check, a text or a duration rests on. Documents change and disagree, so each has its edition's date. */
export interface Source {
  readonly title: string
  readonly url: string
  /** Date printed in the edition that was read, ISO 8601; absent when the document prints none. */
  readonly edition?: string
}

/** How long something takes that one waits for, as a document or Microsoft’s own code says it. */
export interface KnownWait {
  readonly what: DisplayText
  readonly takes: DisplayText
  readonly sources: readonly [SourceId, ...SourceId[]]
}

/** A matter on which documents, or editions of one, say different things. */
export interface Contradiction {
  readonly topic: DisplayText
  /** What each says, the newest edition first; one without a date last. */
  readonly statements: readonly [Statement, Statement]
  /** What the wizard goes by. */
  readonly goesBy: DisplayText
}

interface Statement {
  readonly source: SourceId
  readonly says: DisplayText
}

/** What checks and guides name, by its ID. Each throws for an ID that nothing has. */
export interface References {
  sourceOf(id: SourceId): Source
  /** The heading under which its document says what a check goes by; nothing where none is known. @param key of the check */
  headingOf(key: string): string | undefined
  /** Where documents say what a change is decided by, each with its heading. @param kind of the action */
  placesOf(kind: string): readonly (readonly [SourceId, string])[]
  /** How the link reads on a button. */
  linkTitle(id: LinkId): DisplayText
  waitOf(id: WaitId): KnownWait
  contradictionOf(id: ContradictionId): Contradiction
}
