export type OpenBrowser = (address: string) => Promise<void>

/**
 * Replaces the package `open`, which the identity library would use for its own browser sign-in: on Linux it looks for a script
 * beside a bundled file, on Windows it starts PowerShell. The bundle and the tests substitute this module, and the wizard opens
 * its pages itself (`browser-way.ts`), so nothing may come here.
 */
export default async function open(): Promise<never> {
  throw new Error('A sign-in wanted a browser that no one offered.')
}
