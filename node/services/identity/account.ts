import * as z from 'zod'
import { defined } from '#machines/defined.ts'
import { parsedJson } from '#machines/parsed-json.ts'
import type { SignedInAccount } from '#machines/procedure/services/services.ts'
import { nameText } from '../azure/service-text.ts'

/** Claims about the account. Services verify tokens; nothing here relies on it. */
const claims = z.object({
  oid: z.string(),
  tid: z.string(),
  upn: z.string().optional(),
  unique_name: z.string().optional(),
  preferred_username: z.string().optional(),
  name: z.string().optional(),
  app_displayname: z.string().optional(),
  appid: z.string().optional(),
  azp: z.string().optional(),
  /** Optional claim: `app` without a person. */
  idtyp: z.string().optional(),
  /** Delegated permissions: absent in app tokens. */
  scp: z.string().optional(),
  /** Identity provider: absent, or the tenant’s own issuer, for a user of the tenant. */
  idp: z.string().optional(),
  /** Optional claim: 1 for a guest, 0 for a member. */
  acct: z.number().optional().catch(undefined),
  wids: z.array(z.string()).default([]),
})
export type TokenClaims = z.infer<typeof claims>

/** @param token a tool's may be anything that its output says */
export function claimsOf(token: unknown): TokenClaims | undefined {
  const [, payload] = typeof token === 'string' ? token.split('.') : []
  if (!payload) return undefined
  const body = parsedJson(Buffer.from(payload, 'base64url').toString('utf8'))
  if (body === undefined) return undefined
  return claims.safeParse(body).data
}

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/** Tenant of all personal Microsoft accounts, which appear elsewhere only as user objects. */
const PERSONAL_ACCOUNTS = '9188040d-6c67-4ae5-b112-36a304b66dad'

/**
 * The account's own tenant, if different. `idp` and `acct` are optional claims of Microsoft Entra ID, from general
 * knowledge: not verified with a token of a partner by delegated administration.
 * @param homeAccountId the library's account ID, `<object id>.<home tenant id>`
 */
function homeOf({ tid, idp, acct }: TokenClaims, homeAccountId: string | undefined): string | undefined {
  if (acct === 1) return undefined
  const home = GUID.exec(idp ?? homeAccountId?.split('.')[1] ?? '')?.[0].toLowerCase()
  return home === undefined || home === tid.toLowerCase() || home === PERSONAL_ACCOUNTS ? undefined : home
}

/** `idtyp` is optional; a person's tokens name delegated permissions or the person. */
const isApplication = ({ idtyp, scp, upn, unique_name: unique, preferred_username: preferred }: TokenClaims): true | undefined =>
  idtyp === 'app' || (idtyp === undefined && [scp, upn, unique, preferred].every((claim) => claim === undefined)) ? true : undefined

const firstSeen = (...names: readonly (string | undefined)[]): string => names.map((name) => nameText(name ?? '')).find(Boolean) ?? ''

/**
 * The account from its tokens.
 * @param tokens claims of at least one token, of one account
 * @param tenantName the directory's display name, if readable
 * @param typed the tenant as entered
 * @param homeAccountId of an interactive sign-in
 */
export function accountOf(
  [first, ...others]: readonly [TokenClaims, ...TokenClaims[]],
  tenantName: string | undefined,
  typed: string,
  homeAccountId?: string,
): SignedInAccount {
  const homeTenantId = homeOf(first, homeAccountId)
  const { upn, preferred_username: preferred, unique_name: unique, app_displayname: app, appid, azp, oid } = first
  const userName = firstSeen(upn, preferred, unique, app, appid, azp) || oid
  return {
    objectId: oid,
    userName,
    displayName: firstSeen(first.name, app) || userName,
    tenantId: first.tid,
    ...defined({ homeTenantId, isApplication: isApplication(first) }),
    // Not the account's domain, which may be a partner's.
    tenantName: nameText(tenantName ?? '') || (typed.includes('.') ? typed : first.tid),
    // Roles differ between tokens: tenant administrators' are in all, others only where the service requests them.
    directoryRoles: [...new Set([first, ...others].flatMap(({ wids }) => wids))],
  }
}
