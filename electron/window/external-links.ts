import type { CallArgument } from '#contract/contract.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { sourceAddress } from '#machines/procedure/links/links.ts'
import { TooManyPrograms } from '../ipc/program-limit.ts'
import { messages } from '../messages.ts'

const refused = (why: DisplayText) => ({ ok: false, why }) as const

/**
 * Opens a fixed address in the browser. The page names an ID; the address is made and validated here: https without user name.
 * @param open Electron's `shell.openExternal`
 * @param addressOf address of a link ID, from the main process
 */
export async function openLink(
  wanted: CallArgument<'links:open'>,
  addressOf: (link: string) => string,
  open: (address: string) => Promise<void>,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: DisplayText }> {
  const address = 'link' in wanted ? addressOf(wanted.link) : sourceAddress(wanted.source, wanted.heading)
  if (!URL.canParse(address)) return refused(messages.link.unusable)
  const url = new URL(address)
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') {
    return refused(messages.link.notHttps)
  }
  try {
    await open(url.href)
    return { ok: true }
  } catch (error) {
    if (error instanceof TooManyPrograms) throw error
    // The cause is the desktop's (no browser set up); the address helps the person.
    return refused(messages.link.noBrowser({ address: url.href }))
  }
}
