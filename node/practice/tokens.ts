import { createHmac, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import { defined } from '#machines/defined.ts'
import { MINUTE } from '#machines/engine/durations.ts'
import { parsedJson } from '#machines/parsed-json.ts'
import { openIdKey } from './openid-key.ts'
import { guid, hex, type Random } from './random.ts'
import type { Application, Person } from './state.ts'

/** Claims as in Entra's access tokens (version 1.0). */
const claims = z.object({
  aud: z.string(),
  iss: z.string(),
  iat: z.number(),
  nbf: z.number(),
  /** Unix seconds. */
  exp: z.number(),
  tid: z.string(),
  oid: z.string(),
  wids: z.array(z.string()).readonly(),
  appid: z.string(),
  idtyp: z.enum(['user', 'app']),
  /** Authentication contexts of the sign-in. */
  acrs: z.array(z.string()).readonly().optional(),
  upn: z.string().optional(),
  name: z.string().optional(),
})

export type Claims = z.infer<typeof claims>

/** Azure CLI's client ID, also the default of `@azure/identity`. */
export const DEFAULT_CLIENT = '04b07795-8ddb-461a-bbee-02f9e1bf7b46'

/** Entra draws between 60 and 90 minutes. */
export const TOKEN_LIFETIME = 65 * MINUTE

/** In seconds of real time. */
export const EXPIRES_IN = TOKEN_LIFETIME / 1000

export type TokenProblem = 'malformed' | 'forged' | 'expired' | 'not-yet-valid' | 'other-tenant'

export interface TokenMint {
  /** @param audience for example `https://vault.azure.net` */
  /** @param acrs authentication contexts that the sign-in has shown */
  forPerson(person: Person, audience: string, now: number, clientId?: string, acrs?: readonly string[]): string
  forApplication(application: Application, audience: string, now: number): string
  identity(person: Person, token: { clientId: string; issuer: string; now: number; nonce?: string }): string
  read(token: string, now: number): Claims | TokenProblem
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const HEADER = encode({ typ: 'JWT', alg: 'HS256', kid: 'practice' })

/** Cached tokens: a client sends the same one for an hour, or a new one per request. */
const KNOWN = 32

/** Unix seconds. */
const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000)

/** Creates and reads a tenant's tokens, signed with a random secret. @param lifetime milliseconds of practice time */
export function createTokenMint(tenantId: string, random: Random, lifetime: number): TokenMint {
  const secret = Buffer.from(hex(random, 64), 'hex')
  const signature = (text: string): Buffer => createHmac('sha256', secret).update(text).digest()
  const sign = (payload: object): string => {
    const text = `${HEADER}.${encode(payload)}`
    return `${text}.${signature(text).toString('base64url')}`
  }
  const times = (now: number) => ({ iat: seconds(now), nbf: seconds(now), exp: seconds(now + lifetime) })
  const issuer = `https://sts.windows.net/${tenantId}/`
  const known = new Map<string, Claims>()

  const access = (
    audience: string,
    now: number,
    holder: Pick<Claims, 'oid' | 'wids' | 'appid' | 'idtyp'> & Record<string, unknown>,
  ): string => {
    const said = { aud: audience, iss: issuer, ...times(now), tid: tenantId, uti: guid(random), ver: '1.0', ...holder }
    const token = sign(said)
    // As signed, independent of later role changes.
    remember(token, { ...said, wids: [...said.wids] })
    return token
  }

  return {
    forPerson: ({ objectId, directoryRoles, userName, displayName, home }, audience, now, clientId = DEFAULT_CLIENT, acrs = []) =>
      access(audience, now, {
        oid: objectId,
        wids: directoryRoles,
        appid: clientId,
        idtyp: 'user',
        upn: userName,
        unique_name: userName,
        name: displayName,
        scp: 'user_impersonation',
        ...(home ? { idp: home.identityProvider } : {}),
        ...(acrs.length > 0 ? { acrs } : {}),
      }),
    forApplication: ({ objectId, directoryRoles, clientId }, audience, now) =>
      access(audience, now, { oid: objectId, wids: directoryRoles, appid: clientId, idtyp: 'app' }),
    identity(person, { clientId, issuer: openIdIssuer, now, nonce }) {
      const key = openIdKey()
      const claims = {
        aud: clientId,
        iss: openIdIssuer,
        ...times(now),
        tid: tenantId,
        oid: person.objectId,
        sub: person.objectId,
        name: person.displayName,
        preferred_username: person.userName,
        ver: '2.0',
        ...(person.home ? { idp: person.home.identityProvider } : {}),
        ...defined({ nonce }),
      }
      const text = `${encode({ typ: 'JWT', alg: 'RS256', kid: key.id })}.${encode(claims)}`
      return `${text}.${key.sign(text)}`
    },
    read(token, now) {
      const signed = known.get(token) ?? verified(token)
      if (typeof signed === 'string') return signed
      if (!known.has(token)) remember(token, signed)
      return problemOf(signed, tenantId, now) ?? signed
    },
  }

  function verified(token: string): Claims | TokenProblem {
    const [header = '', payload = '', signed = ''] = token.split('.')
    if (!header || !payload || !signed) return 'malformed'
    const expected = signature(`${header}.${payload}`)
    const given = Buffer.from(signed, 'base64url')
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged'
    return claims.safeParse(parsedJson(Buffer.from(payload, 'base64url').toString('utf8'))).data ?? 'malformed'
  }

  function remember(token: string, said: Claims): void {
    const [oldest] = known.size < KNOWN ? [] : known.keys()
    if (oldest !== undefined) known.delete(oldest)
    known.set(token, said)
  }
}

/** Why a signed token is invalid now; undefined if valid. */
function problemOf({ tid, exp, nbf }: Claims, tenantId: string, now: number): TokenProblem | undefined {
  if (tid !== tenantId) return 'other-tenant'
  if (exp * 1000 <= now) return 'expired'
  return nbf * 1000 > now ? 'not-yet-valid' : undefined
}

/** @param scope as in a token request, for example `openid https://service.powerapps.com//.default` */
export function audienceOf(scope: string): string | undefined {
  const resource = scope.split(/\s+/).find((word) => /^(https?:\/\/|api:\/\/|[0-9a-f-]{36}\/)/i.test(word))
  return resource?.replace(/\/[^/]*$/, '')
}

/** Case-insensitive and without a trailing slash, as services accept. */
export const sameAudience = (a: string, b: string): boolean => a.toLowerCase().replace(/\/+$/, '') === b.toLowerCase().replace(/\/+$/, '')
