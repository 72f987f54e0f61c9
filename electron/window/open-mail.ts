import type { DisplayText } from '#machines/messages/message.ts'
import { type KnownAs, type MailTo, mailOf } from '#machines/procedure/mail/mail.ts'
import type { Formatter } from '#messages/formatter.ts'
import { TooManyPrograms } from '../ipc/program-limit.ts'
import { messages } from '../messages.ts'

/** Windows' limit, documented at Electron's `shell.openExternal`. */
const LONGEST_ADDRESS = 2_081

/**
 * Opens a draft without recipients in the mail app. The page names the kind; the text is made here.
 * @param environment the open one
 * @param formatter in the mail's language
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
  // Line ends per RFC 6068.
  const lines = text(body).replaceAll('\n', '\r\n')
  const address = `mailto:?subject=${encodeURIComponent(text(subject))}&body=${encodeURIComponent(lines)}`
  if (address.length > LONGEST_ADDRESS) return { ok: false, why: messages.mail.tooLong }
  try {
    await open(address)
    return { ok: true }
  } catch (error) {
    if (error instanceof TooManyPrograms) throw error
    return { ok: false, why: messages.mail.noApp }
  }
}
