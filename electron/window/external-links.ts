import type { OpenLink, Reply } from '../../ipc/contract.ts'
import { type LinkContext, linkAddress, sourceAddress } from '../../machines/procedure/links.ts'

/**
 * Opens one of the fixed addresses in the person's browser. The page names an id; the address is made here, read again as
 * a URL, and opened only when it is https and carries no user name.
 * @param open Electron's `shell.openExternal`
 * @param context what addresses are completed with, from the main process
 */
export async function openLink(wanted: OpenLink, context: LinkContext, open: (address: string) => Promise<void>): Promise<Reply> {
  const address = 'link' in wanted ? linkAddress(wanted.link, context) : sourceAddress(wanted.source)
  if (!URL.canParse(address)) return { ok: false, why: 'The address is not one that can be opened.' }
  const url = new URL(address)
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') {
    return { ok: false, why: 'The address is not a plain https address, so it was not opened.' }
  }
  try {
    await open(url.href)
    return { ok: true }
  } catch {
    // The reason is the desktop's (no browser set up); what helps the person is the address.
    return { ok: false, why: `This computer could not open a browser. The address is ${url.href}` }
  }
}
