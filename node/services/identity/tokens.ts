import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth'
import type { Challenge, Refusal } from '#machines/engine/answer.ts'
import { sameId } from '#machines/engine/ids.ts'
import { sentences } from '#machines/messages/sentences.ts'
import { accountChanged } from '#machines/sign-in/local-problems.ts'
import { TokenRefused } from '../azure/sign-in.ts'
import { claimsOf, type TokenClaims } from './account.ts'
import { takingClaims } from './claims-apart.ts'
import { type Asked, ask } from './evidence.ts'

export interface TokenSource extends TokenCredential {
  /** Afterwards no token is given, even to existing clients. */
  close(): void
  /** The same account has signed in again: later tokens come from there. */
  renew(credential: TokenCredential): void
  /** The last token of a scope, as given to clients. */
  given(scope: string): string | undefined
}

type Given = Asked<AccessToken | null>

/** What was asked for silently, and what came of it. */
interface Tried {
  readonly claims: string
  /** Of the token that was refused with these claims. */
  readonly refused: string | undefined
  readonly refusal: Refusal
}

export interface TokenSourceOptions {
  readonly tenantId: string
  /** Whose tokens are given; absent: not known. */
  readonly account?: Pick<TokenClaims, 'oid' | 'tid'>
  /** Values to remove from the library's messages. */
  readonly secrets: readonly string[]
  /** Asks the person for what a service asks for, at once. @returns whether it was confirmed */
  readonly confirm?: (challenge: Challenge) => Promise<boolean>
}

const anotherAccount: Given = {
  ok: false,
  refusal: { reason: 'unauthenticated', request: 'Sign-in', message: sentences(accountChanged.meaning, accountChanged.remedy) },
}

/**
 * Credential for the clients: one account and tenant, every audience. Declares that it takes claims challenges, without which services send none.
 * Decision 0223: what a service asks for is asked for silently once; afterwards only the person can answer.
 */
export function tokenSource(credential: TokenCredential, { tenantId, account, secrets, confirm }: TokenSourceOptions): TokenSource {
  let open = true
  let current = credential
  /** Pending requests, so that parallel ones renew a token once. */
  const asking = new Map<string, Promise<Given>>()
  const tokens = new Map<string, string>()
  const tried = new Map<string, Tried>()

  /** What doesn't say whose it is, is left to the service. */
  function isOther(token: string): boolean {
    const its = claimsOf(token)
    return account !== undefined && its !== undefined && !(sameId(its.oid, account.oid) && sameId(its.tid, account.tid))
  }

  async function askFor(scope: string, claims?: string): Promise<Given> {
    const asked = await ask(() => current.getToken(scope, takingClaims(claims)), { request: 'Sign-in', secrets })
    if (asked.ok && asked.value && isOther(asked.value.token)) return anotherAccount
    if (asked.ok && asked.value) tokens.set(scope, asked.value.token)
    return asked
  }

  async function meet(scope: string, claims: string): Promise<Given> {
    const refused = tokens.get(scope)
    const before = tried.get(scope)
    if (before?.claims === claims && before.refused === refused) return { ok: false, refusal: before.refusal }
    const silent = await askFor(scope, claims)
    if (silent.ok || silent.refusal.reason !== 'unauthenticated') return silent
    if (confirm && (await confirm({ asksFor: 'sign-in', scope, claims: Buffer.from(claims).toString('base64') }))) return askFor(scope)
    tried.set(scope, { claims, refused, refusal: silent.refusal })
    return silent
  }

  function once(scope: string, claims: string | undefined): Promise<Given> {
    const key = `${scope}\n${claims ?? ''}`
    const known = asking.get(key)
    if (known) return known
    const asked = (claims === undefined ? askFor(scope) : meet(scope, claims)).finally(() => asking.delete(key))
    asking.set(key, asked)
    return asked
  }

  return {
    close() {
      open = false
    },
    renew(next) {
      current = next
      tried.clear()
    },
    given: (scope) => tokens.get(scope),
    async getToken(scopes: string | string[], { tenantId: wanted, claims }: GetTokenOptions = {}): Promise<AccessToken | null> {
      if (!open) throw new Error('This sign-in was ended.')
      // A vault names its tenant. Following it would sign in to a tenant that wasn't chosen.
      if (wanted !== undefined && !sameId(wanted, tenantId))
        throw new Error(
          `The service belongs to the tenant ${wanted}, and you are signed in to ${tenantId}. Sign in to that tenant to use it.`,
        )
      const asked = await once(typeof scopes === 'string' ? scopes : scopes.join(' '), claims)
      if (!asked.ok) throw new TokenRefused(asked.refusal)
      return asked.value
    },
  }
}
