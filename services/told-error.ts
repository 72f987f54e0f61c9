import type { DisplayText, Message } from '../machines/messages/message.ts'

/** An error of this client itself that a person reads in place of a service's answer. Its `message` is for developers. */
export class ToldError extends Error {
  constructor(readonly why: Message) {
    super(JSON.stringify(why))
  }
}

/** What an error tells a person, also where a library has wrapped it: the wizard's own words, or nothing. */
export function toldBy(error: unknown): DisplayText | undefined {
  if (error instanceof ToldError) return error.why
  return error instanceof Error && error.cause !== undefined ? toldBy(error.cause) : undefined
}
