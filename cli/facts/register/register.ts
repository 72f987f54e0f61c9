import type { SourceId } from '../../../machines/procedure/source-ids.ts'
import type english from '../../../messages/translating/en.json'

/** A message by its ID. One that the catalog doesn't have doesn't compile. */
export type MessageId = keyof typeof english

/** A document's headings, each with the messages that rest on what is below it; `''` for what is above the first heading. */
type Sections = Readonly<Record<string, readonly MessageId[]>>

/** What the messages of one family rest on. */
export interface Facts {
  readonly documents: { readonly [Document in SourceId]?: Sections }
  /** What no document says: the wizard's conclusion, or its advice. */
  readonly conclusions: readonly MessageId[]
  /** Sentences that state nothing of Microsoft's services: what the wizard does or asks, and what was read. */
  readonly ofTheWizard: readonly MessageId[]
}
