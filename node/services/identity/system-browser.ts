import { AsyncLocalStorage } from 'node:async_hooks'

export type OpenBrowser = (address: string) => Promise<void>

const openers = new AsyncLocalStorage<OpenBrowser>()

/** Signs in with `open` as the browser. */
export const openingBy = <T>(open: OpenBrowser, signIn: () => Promise<T>): Promise<T> => openers.run(open, signIn)

/**
 * Replaces the package `open`, which the identity library uses without an option: on Linux it would look for a script
 * beside a bundled file, on Windows start PowerShell. The bundle and the tests substitute this module, which uses the
 * system's way (Electron's `shell.openExternal`).
 */
export default async function open(address: string): Promise<void> {
  const opener = openers.getStore()
  if (!opener) throw new Error('A sign-in wanted a browser that no one offered.')
  await opener(address)
}
