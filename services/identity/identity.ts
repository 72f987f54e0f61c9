import { lazily } from '../azure/lazily.ts'
import type { Identity, QuietSignIn } from '../open-tenant.ts'
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
    async listTenants(request, report, signal) {
      held = undefined
      opened = true
      return (await service()).listTenants(request, report, signal)
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

/** A sign-in of its own that asks no one. */
export function quietSignIn(options: IdentityOptions): QuietSignIn {
  const service = lazily(async () => new (await import('./sign-in-service.ts')).SignInService(options))
  return {
    signIn: async (request, signal) => (await service()).signIn(request, undefined, () => undefined, signal),
    close: async () => (await service()).close(),
  }
}
