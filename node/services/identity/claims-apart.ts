import type { GetTokenOptions, TokenCredential } from '@azure/core-auth'
import { defined } from '#machines/defined.ts'

/** Client capability without which services send no claims challenge. Source: Microsoft identity platform, “Claims challenges and claims requests”. */
export const CAPABILITIES = ['cp1']

/** Every request says it, so that tokens are all of one kind. @param claims that a service asks for, as JSON */
export const takingClaims = (claims?: string): GetTokenOptions => ({ enableCae: true, ...defined({ claims }) })

/** Each request with claims has a credential of its own: the library repeats the last claims in every later request, for any service. */
export function withClaimsApart(made: () => TokenCredential): TokenCredential {
  let current = made()
  return {
    async getToken(scopes, options) {
      if (options?.claims === undefined) return current.getToken(scopes, options)
      const token = await made().getToken(scopes, options)
      // The former one keeps the former token.
      current = made()
      return token
    },
  }
}
