import type { DisplayText } from '#machines/messages/message.ts'
import type { ContentOf } from '../engagement/journal/entry.ts'
import type { CopyState } from './copy-state.ts'

/** The engagement's file of the store and of this computer, compared. */
export interface ComparedFile {
  /** State after `write`. */
  readonly state: Pick<CopyState, 'saved' | 'etag' | 'file' | 'branch'>
  readonly unsaved?: string
  /** Digest of the save that the next one continues, if the store has none that can be read. */
  readonly from?: string
  /** The next save continues none that the store's unreadable file continued. */
  readonly isNewBranch?: true
  /** ETag of the store's unreadable file, which the next save replaces. */
  readonly replaces?: string
  /** Why this version must leave both files as they are: a newer one wrote them. */
  readonly newer?: DisplayText
  /** What the list says of it, if it isn't that something waits. */
  readonly note?: DisplayText
  /** The local save isn't in the store and no removal kept it, or it is in a file beside the one in use. */
  readonly isUnsaved: boolean
  /** The store had it, but no longer does. */
  readonly isGone: boolean
  readonly recovered: readonly ContentOf<'recovered'>[]
  /** Writes the winning file into the folder. */
  write(): Promise<void>
}
