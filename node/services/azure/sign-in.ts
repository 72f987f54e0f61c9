import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth'
import type { Refusal } from '#machines/engine/answer.ts'
import type { DisplayText } from '#machines/messages/message.ts'
import { toldBy } from '../told-error.ts'
import { isClaimsRequest } from './challenge.ts'
import { messageText } from './service-text.ts'

export class TokenRefused extends Error {
  override readonly name = 'TokenRefused'
  constructor(readonly refusal: Refusal) {
    super(JSON.stringify(refusal.message))
  }
}

export class SignInFailed extends Error {
  override readonly name = 'SignInFailed'
  readonly why: DisplayText | string
  /** Entra's code (`AADSTS…`) or the system's (`ENOTFOUND`), if any. */
  readonly code?: string
  /** False: the sign-in service was unreachable, so the account isn't at fault. */
  readonly reachable: boolean
  readonly correlationId?: string

  constructor(cause: unknown) {
    const message = cause instanceof Error ? cause.message : String(cause)
    super(message, { cause })
    this.why = cause instanceof TokenRefused ? cause.refusal.message : (toldBy(cause) ?? messageText(message))
    if (cause instanceof TokenRefused) {
      const { code, reason, correlationId } = cause.refusal
      if (code !== undefined) this.code = code
      if (correlationId !== undefined) this.correlationId = correlationId
      this.reachable = reason === 'unauthenticated' || reason === 'rejected'
      return
    }
    const code = /\bAADSTS\d+\b/.exec(message)?.[0] ?? systemCode(cause)
    if (code !== undefined) this.code = code
    this.reachable =
      !/^(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE)$/.test(code ?? '') &&
      !/network_error|endpoints_resolution_error/.test(message)
  }
}

function systemCode(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return undefined
  return typeof cause.code === 'string' ? cause.code : undefined
}

/** Credential of one client. */
export interface SigningIn extends TokenCredential {
  /** That its tokens are for, once one was asked for. */
  scope(): string | undefined
}

/**
 * Credential for the clients. SDKs cache tokens by this computer's clock, but the procedure has its own, on which days may pass in seconds.
 * So tokens are handed over as expired: the SDK asks for each request, and the credential answers from its cache.
 */
export function signingIn(credential: TokenCredential): SigningIn {
  let scope: string | undefined
  return {
    scope: () => scope,
    async getToken(scopes: string | string[], options?: GetTokenOptions): Promise<AccessToken> {
      scope = String(scopes)
      // The client takes whatever the answer has there. The refusal stays the service's.
      if (options?.claims !== undefined && !isClaimsRequest(options.claims))
        throw new Error('The service asked for claims in another form.')
      let token: AccessToken | null
      try {
        token = await credential.getToken(scopes, options)
      } catch (error) {
        throw new SignInFailed(error)
      }
      if (!token) throw new SignInFailed(new Error('The sign-in gave no token.'))
      return { ...token, expiresOnTimestamp: 0 }
    },
  }
}
