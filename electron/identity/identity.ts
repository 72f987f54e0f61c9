import type { Clock } from '../../machines/clock.ts'
import type { Cloud } from '../../machines/cloud/cloud.ts'
import { lazily } from '../azure/lazily.ts'
import type { ProxyFor } from '../network/proxy.ts'
import type { Identity } from '../open-tenant.ts'
import type { Keyring } from './keyring.ts'
import type { Files } from './sealed-files.ts'
import type { OpenBrowser } from './system-browser.ts'

export interface IdentityOptions {
  /** A cloud given as a file, beside those the wizard knows. */
  readonly customCloud?: { readonly cloud: Cloud; readonly authorities: readonly string[] }
  /** Extra certificate authorities as PEM, trusted in every cloud. */
  readonly authorities: readonly string[]
  readonly proxyFor: ProxyFor
  readonly openBrowser: OpenBrowser
  readonly keyring: Keyring
  /** Where sealed sign-ins are kept. */
  readonly files: Files
  readonly readFile: (file: string) => Promise<string>
  /** Of real tenants: real time. */
  readonly clock: Clock
  /** Numbers from 0 up to but not including 1. */
  readonly random: () => number
  /** For what the person need not act on. Never told a secret. */
  readonly log: (line: string) => void
}

/**
 * The door to real tenants. Nothing of the identity library is loaded before the first sign-in, so that the window opens without it.
 */
export function createIdentity(options: IdentityOptions): Identity {
  const door = lazily(async () => new (await import('./door.ts')).Door(options))
  let opened = false
  let held: string | undefined
  return {
    async signIn(request, report, signal) {
      // Taken before anything else: a secret is good for one sign-in, whatever becomes of it.
      const secret = held
      held = undefined
      opened = true
      return (await door()).signIn(request, secret, report, signal)
    },
    async signOut() {
      held = undefined
      if (opened) await (await door()).signOut()
    },
    holdSecret(secret) {
      held = secret
    },
  }
}
