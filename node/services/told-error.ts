import * as z from 'zod/mini'
import type { DisplayText, Message } from '#machines/messages/message.ts'
import { parsedJson } from '#machines/parsed-json.ts'

/** An error of this client with a message for people. `message` is for developers. */
export class ToldError extends Error {
  constructor(readonly why: Message) {
    super(JSON.stringify(why))
  }
}

const written = z.strictObject({ messageId: z.string(), values: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number()]))) })

/** Microsoft's client keeps only the message of a failed connection's error. */
function writtenIn({ message }: Error): Message | undefined {
  if (!message.startsWith('{"messageId":')) return undefined
  return written.safeParse(parsedJson(message)).data
}

/** The wizard's own message, even if a library wrapped it. */
export function toldBy(error: unknown): DisplayText | undefined {
  if (error instanceof ToldError) return error.why
  if (!(error instanceof Error)) return undefined
  if (error.cause !== undefined) return toldBy(error.cause)
  // A service's answer is never the wizard's own message.
  return 'response' in error && error.response !== undefined ? undefined : writtenIn(error)
}
