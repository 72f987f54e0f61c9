import { AsyncLocalStorage } from 'node:async_hooks'

/** Opens an address in the person's own browser. */
export type OpenBrowser = (address: string) => Promise<void>

const openers = new AsyncLocalStorage<OpenBrowser>()

/** Runs a sign-in whose page is opened by `open`. */
export const openingBy = <T>(open: OpenBrowser, signIn: () => Promise<T>): Promise<T> => openers.run(open, signIn)

/**
 * Replaces the package `open`, by which the identity library starts a browser and which cannot be given to it as an option: on
 * Linux it would look for a script beside a bundled file, on Windows start PowerShell. The bundle and the tests put this module in
 * its place, so that the system's own way (Electron's `shell.openExternal`) is used.
 */
export default async function open(address: string): Promise<void> {
  const opener = openers.getStore()
  if (!opener) throw new Error('A sign-in wanted a browser that no one offered.')
  await opener(address)
}
