import { defineMessages, type Message, type Verbatim, verbatim } from '../messages/message.ts'

export const messages = defineMessages('serviceWord', {
  linked: 'Linked',
  linking: 'Linking',
  unlinking: 'Unlinking',
  ready: 'Ready',
  enabled: 'Enabled',
  disabled: 'Disabled',
  customer: 'Customer',
  production: 'Production',
  sandbox: 'Sandbox',
  trial: 'Trial',
  developer: 'Developer',
  default: 'Default',
  running: 'Running',
  succeeded: 'Succeeded',
  failed: 'Failed',
  registered: 'Registered',
  registering: 'Registering',
  notRegistered: 'NotRegistered',
  approved: 'Approved',
  pending: 'Pending',
  rejected: 'Rejected',
})

/** By the service's word. Words that services use differently are left out. */
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

const WORDS = new Map(Object.entries(KNOWN).map(([word, { messageId }]) => [messageId, word]))

/** The service's word that a message stands for; undefined for other messages. Version 1.0.0 stored the word. */
export const wordOf = ({ messageId }: Message): string | undefined => WORDS.get(messageId)

/** A service's state, translated with the original word, or the word alone if unknown. */
export const serviceWord = (word: string): Message | Verbatim => (Object.hasOwn(KNOWN, word) ? KNOWN[word] : undefined) ?? verbatim(word)

/** As `serviceWord`, with a fallback. */
export const serviceWordOr = (word: string | undefined, otherwise: Message): Message | Verbatim =>
  word === undefined ? otherwise : serviceWord(word)
