import type { Outage } from '../../engine/calendar.ts'
import { environmentNamed } from '../../engine/wizard/about.ts'
import { type DisplayText, defineMessages } from '../../messages/message.ts'
import { inOneLine } from '../../messages/one-line.ts'

const messages = defineMessages({
  outageSubject: {
    id: 'mail.outage.subject',
    defaultMessage: 'Finance and operations will be offline for part of the time from {start, date, moment} to {end, date, moment}',
  },
  runningSubject: {
    id: 'mail.outage.running',
    defaultMessage: 'Finance and operations is offline for part of the time from {start, date, moment} to {end, date, moment}',
  },
  outageBody: {
    id: 'mail.outage.body',
    defaultMessage:
      'We’re changing the encryption of finance and operations ({where}). It’s offline for part of this time, so don’t plan to use it.\n\nStart: {start, date, moment}\n{isPlanned, select, yes {Planned end: {end, date, moment}} other {End: {end, date, moment} at the latest}}\n\nWhat you’ll notice: you may not be able to sign in, and what’s connected to it may not work. Save your work before the start. It can be back sooner. We’ll write again when you can sign in.',
    description: 'A mail to all users. Plain text, line breaks included. {where} is the address that they open',
  },
  canceledSubject: {
    id: 'mail.canceled.subject',
    defaultMessage: 'Canceled: maintenance of finance and operations from {start, date, moment} to {end, date, moment}',
  },
  canceledBody: {
    id: 'mail.canceled.body',
    defaultMessage:
      'The maintenance of finance and operations ({where}) is canceled. You don’t need to do anything.\n\nStart: {start, date, moment}\nEnd: {end, date, moment}\n\nIf there’s a new time, we’ll write again.',
    description: 'A mail to all users: what was announced doesn’t take place. Plain text, line breaks included',
  },
  overSubject: { id: 'mail.over.subject', defaultMessage: 'Finance and operations is available again' },
  overBody: {
    id: 'mail.over.body',
    defaultMessage: 'The maintenance has ended. You can sign in: {where}\n\nIf something doesn’t work, reply to this email.',
    description: 'A mail to all users. Plain text, line breaks included. {where} is the address that they open',
  },
})

/** Times in milliseconds since 1970-01-01T00:00:00Z. */
export type MailTo = OutageMail | { readonly mail: 'over' }

export interface OutageMail extends Pick<Outage, 'start' | 'end' | 'isPlanned'> {
  readonly mail: 'outage' | 'canceled'
  readonly isRunning?: true
  /** Absent: the computer's. */
  readonly timeZone?: string
}

export interface Mail {
  readonly subject: DisplayText
  readonly body: DisplayText
}

export interface KnownAs {
  readonly address?: string
  readonly name: string
}

interface Shown {
  readonly step?: { readonly about?: string }
  readonly who?: { readonly environment?: string }
  readonly keyMap?: { readonly elements: readonly { readonly element: string; readonly address?: string }[] }
}

/** Names by which users know the current environment; undefined without one. The address is the chosen one's. */
export function knownAs(view: Shown): KnownAs | undefined {
  const name = environmentNamed(view)
  if (name === undefined) return undefined
  const address = view.step?.about === undefined ? view.keyMap?.elements.find(({ element }) => element === 'app')?.address : undefined
  return { name, ...(address === undefined ? {} : { address }) }
}

/** The address, which isn't an internal name; the environment's name only as a fallback. */
export const whereOf = ({ address, name }: KnownAs): string => (address === undefined ? inOneLine(name) : `https://${inOneLine(address)}`)

export function mailOf(wanted: MailTo, known: KnownAs): Mail {
  const where = whereOf(known)
  if (wanted.mail === 'over') return { subject: messages.overSubject, body: messages.overBody({ where }) }
  const { start, end, isPlanned, isRunning } = wanted
  if (wanted.mail === 'canceled')
    return { subject: messages.canceledSubject({ start, end }), body: messages.canceledBody({ where, start, end }) }
  return {
    subject: (isRunning ? messages.runningSubject : messages.outageSubject)({ start, end }),
    body: messages.outageBody({ where, start, end, isPlanned: isPlanned ? 'yes' : 'no' }),
  }
}
