import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth'
import { MINUTE } from '#machines/engine/durations.ts'

/** In milliseconds; the same as in Microsoft's library. */
const RENEWED_BEFORE = 5 * MINUTE

/**
 * Caches tokens of tools. Azure CLI and Azure PowerShell start anew for each token, which takes a second or more, and
 * every request needs one.
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function keepingTokens(credential: TokenCredential, now: () => number): TokenCredential {
  const kept = new Map<string, AccessToken>()
  return {
    async getToken(scopes: string | string[], options: GetTokenOptions = {}): Promise<AccessToken | null> {
      const scope = String(scopes)
      const known = kept.get(scope)
      if (known && options.claims === undefined && now() < known.expiresOnTimestamp - RENEWED_BEFORE) return known
      const token = await credential.getToken(scopes, options)
      if (token) kept.set(scope, token)
      return token
    },
  }
}
