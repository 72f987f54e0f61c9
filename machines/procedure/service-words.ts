import { type Message, type Verbatim, verbatim } from '../messages/message.ts'
import { messages } from './service-word-messages.ts'

/** By the word as a service writes it. One word of two services has one translation, so none is here that they mean differently. */
const KNOWN: Readonly<Record<string, Message>> = {
  Linked: messages.linked,
  Linking: messages.linking,
  Unlinking: messages.unlinking,
  Ready: messages.ready,
  Enabled: messages.enabled,
  Disabled: messages.disabled,
  Customer: messages.customer,
  Production: messages.production,
  Sandbox: messages.sandbox,
  Trial: messages.trial,
  Developer: messages.developer,
  Default: messages.default,
  Running: messages.running,
  Succeeded: messages.succeeded,
  Failed: messages.failed,
  Registered: messages.registered,
  Registering: messages.registering,
  NotRegistered: messages.notRegistered,
  Approved: messages.approved,
  Pending: messages.pending,
  Rejected: messages.rejected,
}

/** A state as a service names it: in the reader's language with the service's word beside it, or that word alone where it isn't known. */
export const serviceWord = (word: string): Message | Verbatim => (Object.hasOwn(KNOWN, word) ? KNOWN[word] : undefined) ?? verbatim(word)

/** The same, and `otherwise` where the service named none. */
export const serviceWordOr = (word: string | undefined, otherwise: Message): Message | Verbatim =>
  word === undefined ? otherwise : serviceWord(word)
