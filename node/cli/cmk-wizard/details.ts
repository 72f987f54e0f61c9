import type { Refusal } from '#machines/engine/answer.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import type { Formatter } from '#messages/formatter.ts'
import { messages } from '../../practice/presenting/walk/messages.ts'

/** A service's answer with its correlation ID for support. */
export function detailsOf({ text }: Formatter, { status, code, message, correlationId: id }: Refusal): string {
  const answer = [status, code, text(message)].filter((word) => word !== undefined).join(' ')
  const details: DisplayText = id === undefined ? messages.correlationMissing({ answer }) : messages.correlation({ answer, id })
  return text(details)
}
