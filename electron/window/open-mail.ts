import type { DisplayText } from '../../machines/messages/message.ts'
import { type KnownAs, type MailTo, mailOf } from '../../machines/procedure/mail/mail.ts'
import type { Formatter } from '../../messages/formatter.ts'
import { messages } from '../messages.ts'

/** What Windows hands to another program is no longer: Electron's `shell.openExternal` names the limit. */
const LONGEST_ADDRESS = 2_081

/**
 * Opens a draft in the person's mail app, addressed to no one. The page names which one; its words are made here.
 * @param environment the one that is open
 * @param formatter in the language of the mail
 * @param open Electron's `shell.openExternal`
 */
export async function openMail(
  wanted: MailTo,
  environment: KnownAs | undefined,
  formatter: Pick<Formatter, 'text' | 'inZone'>,
  open: (address: string) => Promise<void>,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: DisplayText }> {
  if (environment === undefined) return { ok: false, why: messages.mail.noEnvironment }
  const { subject, body } = mailOf(wanted, environment)
  const { text } = wanted.mail === 'over' || wanted.timeZone === undefined ? formatter : formatter.inZone(wanted.timeZone)
  // Lines of a mail end as RFC 6068 says.
  const lines = text(body).replaceAll('\n', '\r\n')
  const address = `mailto:?subject=${encodeURIComponent(text(subject))}&body=${encodeURIComponent(lines)}`
  if (address.length > LONGEST_ADDRESS) return { ok: false, why: messages.mail.tooLong }
  try {
    await open(address)
    return { ok: true }
  } catch {
    return { ok: false, why: messages.mail.noApp }
  }
}
