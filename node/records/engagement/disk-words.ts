import { type DisplayText, verbatim } from '#machines/messages/message.ts'
import { recordMessages as messages } from './messages.ts'

/** Meaning and remedy of disk errors, by system code. */
const WORDS = {
  ENOSPC: messages.full,
  EDQUOT: messages.quota,
  EROFS: messages.readOnly,
  EACCES: messages.forbidden,
  EPERM: messages.forbidden,
  EIO: messages.failing,
} as const

const isKnown = (code: unknown): code is keyof typeof WORDS => typeof code === 'string' && Object.hasOwn(WORDS, code)

export const ownWords = (error: unknown): DisplayText => verbatim(error instanceof Error ? error.message : String(error))

/** Why the record can't be kept: meaning, remedy, and the system's message. */
export function diskWords(error: unknown): DisplayText {
  const own = ownWords(error)
  return error instanceof Error && 'code' in error && isKnown(error.code) ? WORDS[error.code]({ error: own }) : own
}
