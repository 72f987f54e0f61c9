import { type DisplayText, verbatim } from '../../machines/messages/message.ts'
import { recordMessages as messages } from './messages.ts'

/** What a refusal of the disk means and what to do about it, by the system's code. */
const WORDS = {
  ENOSPC: messages.full,
  EDQUOT: messages.quota,
  EROFS: messages.readOnly,
  EACCES: messages.forbidden,
  EPERM: messages.forbidden,
  EIO: messages.failing,
} as const

const isKnown = (code: unknown): code is keyof typeof WORDS => typeof code === 'string' && Object.hasOwn(WORDS, code)

/** The system's own words for an error. */
export const ownWords = (error: unknown): DisplayText => verbatim(error instanceof Error ? error.message : String(error))

/** Why the record cannot be kept, for the person: what it means and what to do, then the system's own words. */
export function diskWords(error: unknown): DisplayText {
  const own = ownWords(error)
  return error instanceof Error && 'code' in error && isKnown(error.code) ? WORDS[error.code]({ error: own }) : own
}
