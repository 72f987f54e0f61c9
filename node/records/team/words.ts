import type { DisplayText } from '#machines/messages/message.ts'
import { isRefused } from '../../services/storage/container.ts'
import { diskWords } from '../engagement/disk-words.ts'
import { teamMessages as messages } from './messages.ts'

/** Problem with the team's store, for the person. */
export function teamWords(error: unknown): DisplayText {
  if (error instanceof NotThisStore || error instanceof NewerSave) return error.why
  if (!isRefused(error)) return diskWords(error)
  const words = { error: error.why }
  switch (error.kind) {
    case 'unreachable':
      return messages.unreachable(words)
    case 'signed-out':
      return messages.signedOut(words)
    case 'forbidden':
      return messages.forbidden(words)
    case 'no-container':
      return messages.noContainer(words)
    case 'immutable':
      return messages.immutable(words)
    default:
      return messages.refused(words)
  }
}

/** `mark`: marks the container again as the known store. `adopt`: uses the store that is there from now on. */
export type Repair = 'mark' | 'adopt'

/** The container isn't the known store. */
export class NotThisStore extends Error {
  override readonly name = 'NotThisStore'
  /** @param repair the person's way to make it usable again, if any */
  constructor(
    readonly why: DisplayText,
    readonly repair?: Repair,
  ) {
    super('not-this-store')
  }
}

/** A newer version of the wizard saved the work, so that this one must leave it as it is. */
export class NewerSave extends Error {
  override readonly name = 'NewerSave'
  constructor(readonly why: DisplayText) {
    super('newer-save')
  }
}
