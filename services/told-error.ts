import * as z from 'zod/mini'
import type { DisplayText, Message } from '../machines/messages/message.ts'

/** An error of this client itself that a person reads in place of a service's answer. Its `message` is for developers. */
export class ToldError extends Error {
  constructor(readonly why: Message) {
    super(JSON.stringify(why))
  }
}

/** How its message is written. */
const written = z.strictObject({ messageId: z.string(), values: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number()]))) })

/** Of a connection that failed, Microsoft's client keeps no more than the message of the error. */
function writtenIn({ message }: Error): Message | undefined {
  if (!message.startsWith('{"messageId":')) return undefined
  try {
    return written.safeParse(JSON.parse(message)).data
  } catch {
    return undefined
  }
}

/** What an error tells a person, also where a library has wrapped it: the wizard's own words, or nothing. */
export function toldBy(error: unknown): DisplayText | undefined {
  if (error instanceof ToldError) return error.why
  if (!(error instanceof Error)) return undefined
  if (error.cause !== undefined) return toldBy(error.cause)
  // What a service has answered is never the wizard's own.
  return 'response' in error && error.response !== undefined ? undefined : writtenIn(error)
}
