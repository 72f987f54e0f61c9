import { lazily } from '../azure/lazily.ts'
import type { Identity, QuietSignIn } from '../open-tenant.ts'
import type { IdentityOptions } from './identity-options.ts'

/** Loads the identity library with the first sign-in, so that the window opens without it. */
export function createIdentity(options: IdentityOptions): Identity {
  const service = lazily(async () => new (await import('./sign-in-service.ts')).SignInService(options))
  let opened = false
  let held: string | undefined
  return {
    async signIn(request, report, signal) {
      // Taken first: a secret is for one sign-in, even a failed one.
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

/** A separate sign-in without prompts. */
export function quietSignIn(options: IdentityOptions): QuietSignIn {
  const service = lazily(async () => new (await import('./sign-in-service.ts')).SignInService(options))
  return {
    signIn: async (request, signal) => (await service()).signIn(request, undefined, () => undefined, signal),
    close: async () => (await service()).close(),
  }
}
