import { type DisplayText, defineMessages } from '../../messages/message.ts'
import { inOneLine } from '../../messages/one-line.ts'
import { ENCRYPTION_TAKES_UP_TO } from '../waits.ts'

const messages = defineMessages({
  outageSubject: { id: 'mail.outage.subject', defaultMessage: '{environment} is offline for maintenance' },
  outageBody: {
    id: 'mail.outage.body',
    defaultMessage:
      'We’re changing the encryption of {environment}. You can’t use it during this time.\n\nStart: {start, date, moment}\nEnd: {end, date, moment} at the latest\n\nWhat you’ll notice: you can’t sign in, and nothing that’s connected to {environment} works. Save your work before the start. It can be back sooner. We’ll write again when you can sign in.',
    description: 'A mail to all users. Plain text, line breaks included',
  },
  overSubject: { id: 'mail.over.subject', defaultMessage: '{environment} is available again' },
  overBody: {
    id: 'mail.over.body',
    defaultMessage:
      'The maintenance of {environment} has ended. You can sign in and work as before.\n\nIf something doesn’t work, reply to this email.',
    description: 'A mail to all users. Plain text, line breaks included',
  },
})

/** A mail to the users: which one, and what it says beside the environment. Times in milliseconds since 1970-01-01T00:00:00Z. */
export type MailTo = { readonly mail: 'outage'; readonly start: number } | { readonly mail: 'over' }

/** A draft that a person sends. Nothing of it is secret. */
export interface Mail {
  readonly subject: DisplayText
  readonly body: DisplayText
}

/** @param name of the environment, as users know it */
export function mailOf(wanted: MailTo, name: string): Mail {
  const environment = inOneLine(name)
  if (wanted.mail === 'over') return { subject: messages.overSubject({ environment }), body: messages.overBody({ environment }) }
  const { start } = wanted
  return {
    subject: messages.outageSubject({ environment }),
    body: messages.outageBody({ environment, start, end: start + ENCRYPTION_TAKES_UP_TO }),
  }
}
