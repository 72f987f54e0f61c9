import { lazily } from '../azure/lazily.ts'
import type { Identity } from '../open-tenant.ts'
import type { IdentityOptions } from './identity-options.ts'

/**
 * Signs in to real tenants. The identity library is loaded with the first sign-in, so that the window opens without it.
 */
export function createIdentity(options: IdentityOptions): Identity {
  const service = lazily(async () => new (await import('./sign-in-service.ts')).SignInService(options))
  let opened = false
  let held: string | undefined
  return {
    async signIn(request, report, signal) {
      // Taken before anything else: a secret is good for one sign-in, whatever becomes of it.
      const secret = held
      held = undefined
      opened = true
      return (await service()).signIn(request, secret, report, signal)
    },
    async signOut() {
      held = undefined
      if (opened) await (await service()).signOut()
    },
    holdSecret(secret) {
      held = secret
    },
  }
}
