import * as z from 'zod'
import { present } from '../../machines/present.ts'
import type { SignedInAccount } from '../../machines/procedure/services.ts'
import { nameText } from '../azure/service-text.ts'

/** What is read of an access token: who it was given to. Services verify tokens; nothing here relies on one being genuine. */
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
  /** An optional claim: `app` where no person signed in. */
  idtyp: z.string().optional(),
  /** What a person lets the app do: in no token of an app that signed in as itself. */
  scp: z.string().optional(),
  /** Who authenticated the account: absent, or the tenant’s own issuer, for a user of the tenant. */
  idp: z.string().optional(),
  /** An optional claim: 1 for a guest, 0 for a member of the tenant. */
  acct: z.number().optional().catch(undefined),
  wids: z.array(z.string()).default([]),
})
export type TokenClaims = z.infer<typeof claims>

/** Reads a token's claims; nothing when it is not a token that can be read. */
export function claimsOf(token: string): TokenClaims | undefined {
  const [, payload] = token.split('.')
  if (!payload) return undefined
  let body: unknown
  try {
    body = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
  return claims.safeParse(body).data
}

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/** The one tenant of all personal Microsoft accounts: such an account can be in another tenant only as a user object there. */
const PERSONAL_ACCOUNTS = '9188040d-6c67-4ae5-b112-36a304b66dad'

/**
 * The tenant that the account belongs to, where it is another organization's. `idp` and `acct` are optional claims of Microsoft Entra ID,
 * taken from general knowledge: not verified with a token of a partner by delegated administration.
 * @param homeAccountId the identity library's id of the account, `<object id>.<home tenant id>`
 */
function homeOf({ tid, idp, acct }: TokenClaims, homeAccountId: string | undefined): string | undefined {
  if (acct === 1) return undefined
  const home = GUID.exec(idp ?? homeAccountId?.split('.')[1] ?? '')?.[0].toLowerCase()
  return home === undefined || home === tid.toLowerCase() || home === PERSONAL_ACCOUNTS ? undefined : home
}

/** `idtyp` is an optional claim; every token of a person names what the app may do for them, or the person. */
const isApplication = ({ idtyp, scp, upn, unique_name: unique, preferred_username: preferred }: TokenClaims): true | undefined =>
  idtyp === 'app' || (idtyp === undefined && [scp, upn, unique, preferred].every((claim) => claim === undefined)) ? true : undefined

/** The first name of which something can be seen, on one line; empty where there is none. */
const firstSeen = (...names: readonly (string | undefined)[]): string => names.map((name) => nameText(name ?? '')).find(Boolean) ?? ''

/**
 * Who is signed in, from the tokens that were given.
 * @param tokens claims of each, at least one; of one account
 * @param tenantName the directory's display name or, where that may not be read, nothing
 * @param typed the tenant as the person named it
 * @param homeAccountId of a person who signed in here
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
    ...present({ homeTenantId, isApplication: isApplication(first) }),
    // Not the domain of the account: a partner's is another company's than the tenant's.
    tenantName: nameText(tenantName ?? '') || (typed.includes('.') ? typed : first.tid),
    // Which token carries them differs: the role of a tenant's administrator is in all, others only where the service asks for it.
    directoryRoles: [...new Set([first, ...others].flatMap(({ wids }) => wids))],
  }
}
