import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth'
import { sameId } from '#machines/engine/ids.ts'
import { TokenRefused } from '../azure/sign-in.ts'
import { type Asked, ask } from './evidence.ts'

export interface TokenSource extends TokenCredential {
  /** Afterwards no token is given, even to existing clients. */
  close(): void
}

/** Credential for the clients: one account and tenant, every audience. @param secrets values to remove from the library's messages */
export function tokenSource(credential: TokenCredential, tenantId: string, secrets: readonly string[]): TokenSource {
  let open = true
  /** Pending requests, so that parallel ones renew a token once. */
  const asking = new Map<string, Promise<Asked<AccessToken | null>>>()

  function askFor(scope: string, claims: string | undefined): Promise<Asked<AccessToken | null>> {
    const key = `${scope}\n${claims ?? ''}`
    const known = asking.get(key)
    if (known) return known
    const asked = ask(() => credential.getToken(scope, claims === undefined ? {} : { claims }), { request: 'Sign-in', secrets }).finally(
      () => asking.delete(key),
    )
    asking.set(key, asked)
    return asked
  }

  return {
    close() {
      open = false
    },
    async getToken(scopes: string | string[], { tenantId: wanted, claims }: GetTokenOptions = {}): Promise<AccessToken | null> {
      if (!open) throw new Error('This sign-in was ended.')
      // A vault names its tenant. Following it would sign in to a tenant that wasn't chosen.
      if (wanted !== undefined && !sameId(wanted, tenantId))
        throw new Error(
          `The service belongs to the tenant ${wanted}, and you are signed in to ${tenantId}. Sign in to that tenant to use it.`,
        )
      const asked = await askFor(typeof scopes === 'string' ? scopes : scopes.join(' '), claims)
      if (!asked.ok) throw new TokenRefused(asked.refusal)
      return asked.value
    },
  }
}
