import type { SourceId } from '#machines/procedure/sources/source-ids.ts'
import type english from '#messages/translating/en.json'

/** Compiles only if the catalog contains it. */
export type MessageId = keyof typeof english

/** By heading; `''` for text above the first. */
type Sections<Id> = Readonly<Record<string, readonly Id[]>>

export interface Facts<Id extends string = MessageId> {
  readonly documents: { readonly [Document in SourceId]?: Sections<Id> }
  /** Undocumented conclusions or advice of the wizard. */
  readonly conclusions: readonly Id[]
  /** Sentences about the wizard itself or the tenant's data. */
  readonly ofTheWizard: readonly Id[]
}
