import { ADMINISTRATOR_ROLES } from './rights.ts'
import type { Call, Caller, Practice, ServiceRefusal } from './service.ts'
import { type Claims, sameAudience, type TokenProblem } from './tokens.ts'

export type SignInProblem = TokenProblem | 'missing' | { readonly audience: string }

/** Account of a call's bearer token. @param audiences accepted by this service @param refuse error in the service's format */
export function callerOf(
  call: Call,
  practice: Practice,
  audiences: readonly string[],
  refuse: (problem: SignInProblem) => ServiceRefusal,
): Caller {
  const token = /^Bearer\s+(\S+)$/i.exec(call.request.headers['authorization'] ?? '')?.[1]
  if (!token) throw refuse('missing')
  const read = practice.mint.read(token, practice.clock.now())
  if (typeof read === 'string') throw refuse(read)
  if (!audiences.some((audience) => sameAudience(audience, read.aud))) throw refuse({ audience: read.aud })
  return caller(read, practice)
}

function caller(claims: Claims, { state }: Practice): Caller {
  const application = claims.idtyp === 'app' ? state.applications.find((entry) => entry.clientId === claims.appid) : undefined
  return {
    objectId: claims.oid,
    name: claims.upn ?? claims.appid,
    displayName: claims.name ?? application?.displayName ?? claims.appid,
    kind: claims.idtyp === 'app' ? 'ServicePrincipal' : 'User',
    clientId: claims.appid,
    contexts: claims.acrs ?? [],
    // A registered management application administers Power Platform without a claim in its token.
    directoryRoles: application?.managesPowerPlatform ? [...claims.wids, ADMINISTRATOR_ROLES.powerPlatform] : claims.wids,
  }
}
